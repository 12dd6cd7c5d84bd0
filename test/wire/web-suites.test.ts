import { afterEach, describe, expect, it } from '@jest/globals';
import { lookAtEndpoint, type Looked } from '../../src/app/endpoint.js';
import { issueCertificate } from '../../src/demo/certificate.js';
import type { PortHistory } from '../../src/probe/web-budget.js';
import { loopbackEndpoint, probeSettings, realPorts, SUBJECT, transcriptOf } from '../support/loopback-look.js';
import { startWebServer, type WebServer } from '../support/web-server.js';
import { bosh, INVALID } from '../support/web-xmpp.js';
import { zoneResolver } from '../support/zone.js';

const GOOD = 'ECDHE-ECDSA-AES128-GCM-SHA256';

let server: WebServer | undefined;
afterEach(() => server?.stop());

async function lookBehind(ciphers: string, before?: PortHistory): Promise<Looked> {
  const { key, cert } = await issueCertificate(['chat.example.org'], Date.now());
  const tls = { key, cert, ciphers: `${ciphers}:@SECLEVEL=0`, maxVersion: 'TLSv1.2' } as const;
  server = await startWebServer(bosh(INVALID), { tls });
  const url = `https://chat.example.org:${server.port}/http-bind`;
  const endpoint = loopbackEndpoint(server.port, { transport: 'bosh', source: 'host-meta', url });
  const ports = { ...realPorts(), resolver: zoneResolver({}), onLooked: () => undefined };
  return lookAtEndpoint(endpoint, SUBJECT, probeSettings(), {}, ports, before);
}

const failing = ({ verdict }: Looked): string[] => verdict.findings.map(({ check }) => check);

describe('a web server behind https', () => {
  it('that has good suites only is in order', async () => {
    const looked = await lookBehind(GOOD);
    expect([looked.verdict.verdict, failing(looked)]).toEqual(['secure', []]);
    expect(looked.observation.cost.connections).toBe(2);
  });

  it('that takes a NULL suite beside good ones does not encrypt, which is confirmed', async () => {
    const looked = await lookBehind(`${GOOD}:ECDHE-ECDSA-NULL-SHA`);
    expect([looked.verdict.verdict, failing(looked)]).toEqual(['plaintext', ['tls-encrypts']]);
    expect(looked.observation.nullSuitesAgain).toMatchObject({ value: { kind: 'picked' } });
    expect(looked.observation.cost.connections).toBe(server?.connections());
    expect(server?.connections()).toBeLessThanOrEqual(6);
    // SNI names the host of the address, and not the domain.
    expect(transcriptOf(looked.observation)).toContain('ClientHello with');
  });

  it('that takes an anonymous suite is warned of', async () => {
    const looked = await lookBehind(`${GOOD}:AECDH-AES128-SHA`);
    expect([looked.verdict.verdict, failing(looked)]).toEqual(['secure', ['tls-refuses-anonymous-suites']]);
  });

  it('is not offered suites twice for two doors', async () => {
    const suites = (await lookBehind(`${GOOD}:ECDHE-ECDSA-NULL-SHA`)).observation;
    await server?.stop();
    const { worthlessSuites, nullSuitesAgain } = suites;
    if (worthlessSuites === undefined || nullSuitesAgain === undefined) throw new Error('no suites were offered');
    const before = { connections: 3, urls: [], toCome: 0, suites: { worthlessSuites, nullSuitesAgain } };
    const looked = await lookBehind(GOOD, before);
    expect(looked.verdict.verdict).toBe('plaintext');
    expect(looked.observation.cost.connections).toBe(1);
  });
});
