import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { reproduce } from '../../src/issues/reproduce.js';
import { done } from '../../src/model/failure.js';
import type { Answers } from '../../src/model/observation.js';
import type { TargetReport } from '../../src/model/report.js';
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

/** What the shell would pipe into `nc`. */
function piped(command: string): string {
  const producer = command.replace(/ \| nc .*$/u, '').replaceAll(/sleep \d/gu, 'true');
  return execFileSync('sh', ['-c', producer], { encoding: 'utf8' });
}

const refused = done({ kind: 'sasl-failure', condition: 'encryption-required' } as const);

describe('the line to paste', () => {
  it('opens a client stream by literal address and asks what the server answered', () => {
    const line = lineFor({ port: 15222 }, {}, { 'legacy-auth': done({ kind: 'iq-result', fields: ['password'] }) });
    expect(line?.command).toMatch(/ \| nc -w 9 192\.0\.2\.1 15222$/u);
    expect(piped(line?.command ?? '')).toBe(
      "<?xml version='1.0'?><stream:stream to='example.org' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" +
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>" +
        "<iq type='get' id='1' to='example.org'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>",
    );
    expect(line?.lookFor).toContain('and an error for `jabber:iq:auth`.');
  });

  it('asks nothing that the server already refuses', () => {
    expect(lineFor({}, {}, { 'sasl-external': refused })?.command).not.toContain('<auth');
  });

  it('asks for a login that turned away the user alone, and says that this is not the answer to hope for', () => {
    const lookedUp = done({ kind: 'iq-error', condition: 'not-authorized' } as const);
    const line = lineFor({}, {}, { 'sasl-external': refused, 'legacy-auth': lookedUp });
    expect(line?.command).toContain("<query xmlns='jabber:iq:auth'>");
    expect(line?.lookFor).toContain('an error for `jabber:iq:auth` other than `not-authorized`.');
  });

  it('opens a server stream with a name of our own', () => {
    const line = lineFor({ service: 's2s', address: '2001:db8::1' }, {}, { 'sasl-external': refused });
    expect(line?.command).toMatch(/ \| nc -w 9 2001:db8::1 5269$/u);
    expect(piped(line?.command ?? '')).toBe(
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
    expect(lineFor(sketch, { findings })?.command).toBe(
      `openssl s_client -connect [2001:db8::1]:5555 -servername example.org ${how} </dev/null`,
    );
  });

  it.each([
    ['tls-encrypts', 'plaintext', 'eNULL'],
    ['tls-refuses-anonymous-suites', 'tls', 'aNULL'],
  ] as const)('offers worthless suites by openssl for %s', (check, group, ciphers) => {
    const sketch = { address: '192.0.2.1', port: 5222 };
    const findings = aTarget('example.org', [sketch]).findings.map((finding) => ({ ...finding, check, group }));
    expect(lineFor(sketch, { findings })?.command).toBe(
      'openssl s_client -connect 192.0.2.1:5222 -servername example.org -starttls xmpp -xmpphost example.org ' +
        `-tls1_2 -cipher ${ciphers}:@SECLEVEL=0 </dev/null`,
    );
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
