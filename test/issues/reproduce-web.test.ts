import { describe, expect, it } from '@jest/globals';
import { reproduceWeb } from '../../src/issues/reproduce-web.js';
import { argumentsOf, piped, SHELLS } from '../support/shells.js';
import { aTarget } from './builders.js';

const URLS = { bosh: 'http://example.org:5280/http-bind', websocket: 'ws://example.org:5280/ws' } as const;

function lineFor(
  transport: 'bosh' | 'websocket',
  url: string = URLS[transport],
  group: 'plaintext' | 'tls' = 'plaintext',
) {
  const target = aTarget('example.org', [{ port: 5280 }]);
  const [endpoint] = target.endpoints;
  if (!endpoint) throw new Error('There is no endpoint.');
  const findings = target.findings.map((finding) => ({ ...finding, group }));
  return reproduceWeb({ ...endpoint, transport, url }, findings, { to: 'bücher.example', domain: 'example.org' });
}

describe('the line to paste for HTTP bindings', () => {
  it('creates a BOSH session at the literal address', () => {
    for (const shell of SHELLS) {
      expect(argumentsOf('curl', lineFor('bosh')?.command ?? '', shell)).toEqual([
        ...['-gsS', '-m', '9', 'http://example.org:5280/http-bind'],
        ...['--connect-to', 'example.org:5280:192.0.2.1:5280', '-H', 'Content-Type: text/xml; charset=utf-8'],
        '--data-binary',
        "<body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' rid='1000001' to='bücher.example' ver='1.6' wait='5' hold='1' content='text/xml; charset=utf-8' xmpp:version='1.0' xml:lang='en'/>",
      ]);
    }
  });

  it.each(['http://a.example/bosh?token=1', 'http://a.example/[1-999999999]', 'http://a.example/~x=y'])(
    'leaves %s alone: no shell looks for files, and curl fetches one URL',
    (url) => {
      for (const shell of SHELLS) {
        const given = argumentsOf('curl', lineFor('bosh', url)?.command ?? '', shell);
        expect(given[0]).toContain('g');
        expect(given[3]).toBe(url);
        const asked = piped(lineFor('websocket', url.replace('http', 'ws'))?.command ?? '', shell).toString();
        expect(asked).toContain(`GET ${url.slice('http://a.example'.length)} HTTP/1.1`);
      }
    },
  );

  it('upgrades to WebSocket and sends one whole frame', () => {
    const command = lineFor('websocket')?.command ?? '';
    expect(command).toMatch(/ \| nc -w 9 192\.0\.2\.1 5280$/u);
    const bytes = piped(command);
    const end = bytes.indexOf('\r\n\r\n') + 4;
    const head = bytes.subarray(0, end).toString('utf8');
    expect(head).toMatch(/^GET \/ws HTTP\/1\.1\r\nHost: example\.org:5280\r\nUpgrade: websocket\r\n/u);
    expect(head).toContain('\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n');
    const frame = bytes.subarray(end);
    expect(frame.subarray(0, 2)).toEqual(Buffer.from([0x81, 0xfe]));
    expect(frame.readUInt16BE(2)).toBe(frame.length - 8);
    expect(frame.subarray(8).toString('utf8')).toContain("to='bücher.example'");
  });

  it('shows the host-meta files where only they are wrong', () => {
    expect(lineFor('bosh', URLS.bosh, 'tls')?.command).toContain('https://example.org/.well-known/host-meta ');
  });

  it.each(['http://a/$(reboot)', 'http://a/`x`', 'http://a/";x"', "http://a/'", 'http://a/ b', 'ftp://a/', ''])(
    'is not made of %j',
    (url) => expect(lineFor('bosh', url)).toBeUndefined(),
  );
});
