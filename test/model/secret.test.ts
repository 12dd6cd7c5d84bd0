import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formsOfSecret, withoutSecret } from '../../src/model/secret.js';

const SECRET = 'pass & <wörd>';
const hidden = (text: string): string => withoutSecret(text, formsOfSecret(SECRET));

describe('a secret', () => {
  it.each([
    ['as it is', SECRET],
    ['escaped for XML', 'pass &amp; &lt;wörd&gt;'],
    ['escaped for a URL', encodeURIComponent(SECRET)],
  ])('is hidden %s', (_, form) => {
    expect(hidden(`before ${form} behind`)).toBe('before [secret] behind');
  });

  it('is hidden inside of base64, wherever it stands there', () => {
    const bytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, behind) => {
        const text = hidden(btoa(bytes(`${before}${SECRET}${behind}`)));
        expect(text).toContain('[secret]');
        const rest = text.split('[secret]').map((part) => part.replace(/=/gu, ''));
        // What is left over is less than a group of base64 on either side: two characters of the secret at most.
        expect(rest.join('').length).toBeLessThanOrEqual(Math.ceil((bytes(before + behind).length * 4) / 3) + 8);
      }),
    );
  });

  it('is hidden everywhere in plain data, which stays as it is otherwise', () => {
    const data = { list: [SECRET, 1, null, true], inner: { text: `a ${SECRET}`, none: undefined } };
    expect(withoutSecret(data, formsOfSecret(SECRET))).toEqual({
      list: ['[secret]', 1, null, true],
      inner: { text: 'a [secret]', none: undefined },
    });
  });

  it('that there is none leaves everything alone', () => {
    const data = { text: SECRET };
    expect(withoutSecret(data, [])).toBe(data);
  });
});
