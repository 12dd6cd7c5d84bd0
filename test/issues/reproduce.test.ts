import { describe, expect, it } from '@jest/globals';
import { reproduce, reproduceTls } from '../../src/issues/reproduce.js';
import { done } from '../../src/model/failure.js';
import type { Answers } from '../../src/model/observation.js';
import type { TargetReport } from '../../src/model/report.js';
import { argumentsOf, piped, SHELLS } from '../support/shells.js';
import { type EndpointSketch, aTarget } from './builders.js';

function lineFor(sketch: EndpointSketch, over: Partial<TargetReport> = {}, answers: Partial<Answers> = {}) {
  const target = { ...aTarget('example.org', [sketch]), ...over };
  const [endpoint] = target.endpoints;
  if (!endpoint) throw new Error('There is no endpoint.');
  const plaintext = {
    ...endpoint.observation.plaintext,
    answers: { ...endpoint.observation.plaintext.answers, ...answers },
  };
  const seen = { ...endpoint, observation: { ...endpoint.observation, plaintext } };
  return reproduce(target, seen, target.findings, 'tls-probe.invalid');
}

const refused = done({ kind: 'sasl-failure', condition: 'encryption-required' } as const);

describe('the line to paste', () => {
  it('opens a client stream by literal address and asks what the server answered', () => {
    const line = lineFor({ port: 15222 }, {}, { 'legacy-auth': done({ kind: 'iq-result', fields: ['password'] }) });
    expect(line?.command).toMatch(/ \| nc -w 9 192\.0\.2\.1 15222$/u);
    for (const shell of SHELLS)
      expect(piped(line?.command ?? '', shell).toString()).toBe(
        "<?xml version='1.0'?><stream:stream to='example.org' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" +
          "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>" +
          "<iq type='get' id='1' to='example.org'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>",
      );
    expect(line?.lookFor).toContain('there is no `<mechanisms>` any more, and no challenge, success or result');
  });

  it('asks nothing that the server already refuses', () => {
    expect(lineFor({}, {}, { 'sasl-external': refused })?.command).not.toContain('<auth');
  });

  it('asks for a login that turned away the user alone, and says that this is not the answer to hope for', () => {
    const lookedUp = done({ kind: 'iq-error', condition: 'not-authorized' } as const);
    const line = lineFor({}, {}, { 'sasl-external': refused, 'legacy-auth': lookedUp });
    expect(line?.command.replace(/" \\\n *"/gu, '')).toContain("<query xmlns='jabber:iq:auth'>");
    expect(line?.lookFor).toContain('an error that names TLS or encryption');
  });

  it('opens a server stream with a name of our own', () => {
    const line = lineFor({ service: 's2s', address: '2001:db8::1' }, {}, { 'sasl-external': refused });
    expect(line?.command).toMatch(/ \| nc -w 9 2001:db8::1 5269$/u);
    expect(piped(line?.command ?? '').toString()).toBe(
      "<?xml version='1.0'?><stream:stream to='example.org' version='1.0' from='tls-probe.invalid' xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>",
    );
  });

  it.each([
    ['c2s', 'starttls', '-starttls xmpp -xmpphost example.org'],
    ['s2s', 'starttls', '-starttls xmpp-server -xmpphost example.org'],
    ['c2s', 'direct-tls', '-alpn xmpp-client'],
    ['s2s', 'direct-tls', '-alpn xmpp-server'],
  ] as const)('uses openssl where TLS fails on %s with %s', (service, transport, how) => {
    const sketch = { service, transport, address: '2001:db8::1', port: 5555 };
    const findings = aTarget('example.org', [sketch]).findings.map((finding) => ({
      ...finding,
      group: 'tls' as const,
    }));
    const command = lineFor(sketch, { findings })?.command ?? '';
    for (const shell of SHELLS) {
      expect(argumentsOf('openssl', command, shell).join(' ')).toBe(
        `s_client -connect [2001:db8::1]:5555 -servername example.org ${how}`,
      );
    }
  });

  it.each([
    ['tls-encrypts', 'plaintext', 'eNULL'],
    ['tls-refuses-anonymous-suites', 'tls', 'aNULL'],
  ] as const)('offers worthless suites by openssl for %s', (check, group, ciphers) => {
    const sketch = { address: '192.0.2.1', port: 5222 };
    const findings = aTarget('example.org', [sketch]).findings.map((finding) => ({ ...finding, check, group }));
    expect(argumentsOf('openssl', lineFor(sketch, { findings })?.command ?? '').join(' ')).toBe(
      's_client -connect 192.0.2.1:5222 -servername example.org -starttls xmpp -xmpphost example.org ' +
        `-tls1_2 -cipher ${ciphers}:@SECLEVEL=0`,
    );
  });

  it('asks a server for the dialback key that it answered: some never announce what they require', () => {
    const invalid = done({ kind: 'dialback', type: 'invalid' } as const);
    const line = lineFor({ service: 's2s' }, {}, { 'sasl-external': refused, 'dialback-verify': invalid });
    expect(piped(line?.command ?? '').toString()).toMatch(
      /<db:verify from='tls-probe\.invalid' to='example\.org' id='4'>probe<\/db:verify>$/u,
    );
    expect(line?.lookFor).toContain('silence where there was an answer');
  });

  it('fits a page: no line scrolls sideways', () => {
    for (const service of ['c2s', 's2s'] as const) {
      const lines = (lineFor({ service })?.command ?? '').split('\n');
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(90);
    }
  });

  it('has a companion that shows TLS at work, before the repair and after it', () => {
    const target = aTarget('example.org', [{ service: 's2s', address: '192.0.2.1' }]);
    const [endpoint] = target.endpoints;
    if (!endpoint) throw new Error('There is no endpoint.');
    expect(argumentsOf('openssl', reproduceTls(target, endpoint) ?? '').join(' ')).toBe(
      's_client -connect 192.0.2.1:5269 -servername example.org -starttls xmpp-server -xmpphost example.org',
    );
    expect(reproduceTls({ domain: '$(x)', unicodeDomain: '$(x)' }, endpoint)).toBeUndefined();
  });

  it('names an IDN as the server knows it', () => {
    const idn = { domain: 'xn--bcher-kva.example', unicodeDomain: 'bücher.example' };
    expect(lineFor({}, idn)?.command).toContain("to='bücher.example'");
    expect(lineFor({ host: 'xn--bcher-kva.example' }, idn)?.command).toContain("to='xn--bcher-kva.example'");
  });

  it.each([`a';reboot;'`, 'a"$(reboot)', 'a`reboot`', 'a b', 'a\nb', '', 'a!b'])('is not made of %j', (name) => {
    expect(lineFor({}, { domain: name, unicodeDomain: name })).toBeUndefined();
    expect(lineFor({ address: name })).toBeUndefined();
  });
});
