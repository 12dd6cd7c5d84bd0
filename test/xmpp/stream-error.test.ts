import { describe, expect, it } from '@jest/globals';
import { readStreamError, streamErrorFailure } from '../../src/xmpp/stream-error.js';
import { elementOf } from '../support/xml.js';

const NS = 'urn:ietf:params:xml:ns:xmpp-streams';
const read = (children: string) => readStreamError(elementOf(`<stream:error>${children}</stream:error>`));

describe('a stream error', () => {
  it('has a condition and perhaps a text', () => {
    expect(read(`<host-unknown xmlns='${NS}'/>`)).toEqual({ condition: 'host-unknown' });
    expect(read(`<text xmlns='${NS}'>gone</text><app xmlns='urn:a'/><host-gone xmlns='${NS}'/>`)).toEqual({
      condition: 'host-gone',
      text: 'gone',
    });
  });

  it('may name another host inside its condition', () => {
    expect(read(`<see-other-host xmlns='${NS}'>[2001:db8::1]:5222</see-other-host>`)).toEqual({
      condition: 'see-other-host',
      text: '[2001:db8::1]:5222',
    });
  });

  it.each([
    ['nothing but text, as before XMPP 1.0', 'Invalid XML', { condition: 'undefined-condition', text: 'Invalid XML' }],
    ['nothing at all', '', { condition: 'undefined-condition' }],
    ['a condition in the wrong namespace', '<host-unknown/>', { condition: 'host-unknown' }],
  ])('is tolerated with %s', (_, children, error) => {
    expect(read(children)).toEqual(error);
  });

  it('is no other element', () => {
    expect(readStreamError(elementOf('<error/>'))).toBeUndefined();
    expect(readStreamError(elementOf('<stream:features/>'))).toBeUndefined();
  });
});

describe('the failure of a step that a stream error ended', () => {
  it.each([
    ['host-unknown', undefined, 'stream.host-unknown'],
    ['host-gone', undefined, 'stream.host-unknown'],
    ['see-other-host', 'other.example', 'stream.redirected'],
    ['undefined-condition', 'No stream features to proceed with', 'stream.no-features'],
    ['undefined-condition', 'internal trouble', 'stream.error'],
    ['policy-violation', 'No stream features', 'stream.error'],
    ['constructor', undefined, 'stream.error'],
  ])('is, for %s with text %s, %s', (condition, text, code) => {
    const error = { condition, ...(text === undefined ? {} : { text }) };
    expect(streamErrorFailure(error, 'features')).toEqual({
      code,
      step: 'features',
      condition,
      ...(text === undefined ? {} : { detail: text }),
    });
  });
});
