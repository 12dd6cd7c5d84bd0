import { describe, expect, it } from '@jest/globals';
import { DETAIL_LIMIT } from '../../src/model/failure.js';
import { attribute, child, cut, textOf } from '../../src/xml/element.js';
import { elementOf } from '../support/xml.js';

describe('reading an element', () => {
  const element = elementOf(`<a b='1' empty='' long='${'x'.repeat(1000)}'><c xmlns='urn:c'> text </c><d/></a>`);

  it('finds a child by namespace and, where given, local name', () => {
    expect(child(element, 'urn:c')?.name).toBe('c');
    expect(child(element, 'urn:c', 'd')).toBeUndefined();
    expect(child(element, 'jabber:client', 'd')?.name).toBe('d');
  });

  it('gives text trimmed, and none as undefined', () => {
    expect(textOf(child(element, 'urn:c'))).toBe('text');
    expect(textOf(element)).toBeUndefined();
    expect(textOf(undefined)).toBeUndefined();
  });

  it('gives attributes cut, and absent or empty ones as undefined', () => {
    expect(attribute(element, 'b')).toBe('1');
    expect(attribute(element, 'empty')).toBeUndefined();
    expect(attribute(element, 'toString')).toBeUndefined();
    expect(attribute(element, 'long')).toHaveLength(DETAIL_LIMIT);
  });

  it('cuts no character in half', () => {
    expect(cut(`${'x'.repeat(DETAIL_LIMIT - 1)}😀y`)).toBe('x'.repeat(DETAIL_LIMIT - 1));
    expect(cut(`${'x'.repeat(DETAIL_LIMIT - 2)}😀y`)).toBe(`${'x'.repeat(DETAIL_LIMIT - 2)}😀`);
  });
});
