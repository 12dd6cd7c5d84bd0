import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readServerHello } from '../../src/tls/server-hello.js';

function bytes(...hex: readonly string[]): Uint8Array {
  return Buffer.from(hex.join(''), 'hex');
}

function record(type: '15' | '16', content: string, version = '0303'): string {
  return `${type}${version}${(content.length / 2).toString(16).padStart(4, '0')}${content}`;
}

/** The message a server picks a suite with; `session` is its session id. */
function serverHello(suite: string, version = '0303', session = ''): string {
  const id = (session.length / 2).toString(16).padStart(2, '0') + session;
  const body = `${version}${'ab'.repeat(32)}${id}${suite}00`;
  return `02${(body.length / 2).toString(16).padStart(6, '0')}${body}`;
}

const NULL_SHA256 = { kind: 'server-hello', version: 'TLSv1.2', suite: 0x003b };

describe('the answer to a ClientHello', () => {
  it.each([
    ['0300', 'SSLv3'],
    ['0301', 'TLSv1'],
    ['0302', 'TLSv1.1'],
    ['0303', 'TLSv1.2'],
  ])('is a ServerHello of version %s', (version, name) => {
    expect(readServerHello(bytes(record('16', serverHello('c019', version))))).toEqual({
      kind: 'server-hello',
      version: name,
      suite: 0xc019,
    });
  });

  it('is a ServerHello behind a session id', () => {
    expect(readServerHello(bytes(record('16', serverHello('003b', '0303', 'cd'.repeat(32)))))).toEqual(NULL_SHA256);
  });

  it('is a ServerHello spread over records of one byte', () => {
    const message = Buffer.from(serverHello('003b'), 'hex');
    const records = [...message].map((byte) => record('16', byte.toString(16).padStart(2, '0')));
    expect(readServerHello(bytes(...records))).toEqual(NULL_SHA256);
  });

  it('is a ServerHello behind a warning about the server name', () => {
    expect(readServerHello(bytes(record('15', '0170'), record('16', serverHello('003b'))))).toEqual(NULL_SHA256);
  });

  it.each([
    ['0228', 'fatal', 'handshake_failure'],
    ['0246', 'fatal', 'protocol_version'],
    ['0247', 'fatal', 'insufficient_security'],
    ['0100', 'warning', 'close_notify'],
  ] as const)('is an alert: %s', (alert, level, description) => {
    expect(readServerHello(bytes(record('15', alert)))).toEqual({ kind: 'alert', level, description });
  });

  it.each([
    ['text', Buffer.from('HTTP/1.1 400 Bad Request').toString('hex')],
    ['an XML stream', Buffer.from('<stream:stream>').toString('hex')],
    ['application data', '1703030001aa'],
    ['TLS of another major version', '16020000'],
    ['an empty record', '1603030000'],
    ['a record that is too long', '160303ffff'],
    ['an alert of three bytes', '1503030003022800'],
    ['another handshake message', record('16', '0b000003000000')],
    ['TLS 1.3 that was not offered', record('16', serverHello('1301', '0304'))],
    ['a session id that is too long', record('16', `02000050${'0303'}${'ab'.repeat(32)}21${'00'.repeat(40)}`)],
  ])('is no TLS handshake: %s', (_what, hex) => {
    expect(readServerHello(bytes(hex))).toEqual({ kind: 'not-tls' });
  });

  it('is incomplete up to the last byte of the suite, wherever it is cut', () => {
    const whole = bytes(record('15', '0170'), record('16', serverHello('003b')));
    const decidedAt = whole.length - 1; // The compression method is not looked at.
    for (let length = 0; length < decidedAt; length++) {
      expect(readServerHello(whole.subarray(0, length))).toEqual({ kind: 'incomplete' });
    }
    expect(readServerHello(whole.subarray(0, decidedAt))).toEqual(NULL_SHA256);
  });

  it('is not waited for without end behind warnings', () => {
    expect(readServerHello(bytes(record('15', '0170').repeat(10)))).toEqual({ kind: 'incomplete' });
    expect(readServerHello(bytes(record('15', '0170').repeat(10_000)))).toEqual({ kind: 'not-tls' });
  });

  it('never throws, whatever comes, and never takes back what it said', () => {
    const startOfTls = fc.constantFrom('', '16030300', '1503030002', record('16', serverHello('003b')));
    const anything = fc.tuple(startOfTls, fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(anything, fc.uint8Array({ maxLength: 50 }), ([start, rest], more) => {
        const some = Buffer.concat([bytes(start), rest]);
        const answer = readServerHello(some);
        if (answer.kind !== 'incomplete') expect(readServerHello(Buffer.concat([some, more]))).toEqual(answer);
      }),
    );
  });
});
