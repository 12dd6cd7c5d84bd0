import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/model/ports.js';
import { annotateMistakes, summariseMistakes } from '../../src/report/mistakes.js';

const mistake = (line: number): Problem => ({
  message: `f.yml:${line}:5: hosts[1].sever: unknown key; did you mean "server"?`,
  position: { file: 'f.yml', line, column: 5 },
});

describe('mistakes of the configuration', () => {
  it('stand at their lines, and where they have none at no line', () => {
    expect(annotateMistakes([mistake(4), { message: 'fail-on: unknown value "x"' }])).toEqual([
      {
        level: 'error',
        title: 'xmpp-tls configuration',
        message: mistake(4).message,
        position: { file: 'f.yml', line: 4, column: 5 },
      },
      { level: 'error', title: 'xmpp-tls configuration', message: 'fail-on: unknown value "x"' },
    ]);
  });

  it('leave a place for the failure of the step', () => {
    const annotations = annotateMistakes(Array.from({ length: 30 }, (_, i) => mistake(i + 1)));
    expect(annotations).toHaveLength(9);
    expect(annotations.at(-1)?.message).toBe('and 22 more: the log has all of them.');
  });

  it('are a summary of their own, in which nothing they quote has a meaning', () => {
    const summary = summariseMistakes([mistake(4), { message: '"<b>@all</b> | x" is not a domain' }]);
    expect(summary).toMatch(/^## The configuration is wrong; nothing was checked\n\n- f\.yml:4:5: hosts/u);
    expect(summary).not.toMatch(/<b>|@all| \| /u);
  });
});
