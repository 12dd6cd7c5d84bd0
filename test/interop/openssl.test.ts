import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { EndpointObservation } from '../../src/model/observation.js';
import { lookAt } from '../support/loopback-look.js';
import { freePort, LOOPBACK } from '../support/servers/ports.js';
import { launch } from '../support/servers/process.js';
import { accepts, until } from '../support/servers/readiness.js';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/servers/temporary-folder.js';

const START_WITHIN_MS = 10_000;

let folder: TemporaryFolder;
let certificate: readonly string[];

beforeAll(() => {
  folder = makeTemporaryFolder('xmpp-tls-openssl-');
  const [key, cert] = [join(folder.path, 'key.pem'), join(folder.path, 'cert.pem')];
  const subject = ['-subj', '/CN=example.org', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  certificate = ['-key', key, '-cert', cert];
});
afterAll(() => folder.remove());

/** What a look at `openssl s_server` shows: a TLS server with these settings, behind a record for direct TLS. */
async function lookAtOpenssl(...settings: readonly string[]): Promise<EndpointObservation> {
  const port = await freePort();
  const args = ['s_server', '-accept', `${LOOPBACK}:${port}`, '-www', ...certificate, ...settings];
  const server = launch({ name: 'openssl', command: 'openssl', args }, folder.path, join(folder.path, `${port}.log`));
  try {
    await until(
      () => accepts(port),
      Date.now() + START_WITHIN_MS,
      () => undefined,
    );
    // It never answers our stream header, and serves one connection after the other.
    return await lookAt({ port }, { endpoint: { transport: 'direct-tls' }, settings: { timeoutMs: 600 } });
  } finally {
    await server.kill();
  }
}

const refused = (by = 'handshake_failure') => ({ state: 'done', value: { kind: 'refused', by } });
const picked = (suite: string, version = 'TLSv1.2') => ({ state: 'done', value: { kind: 'picked', suite, version } });

describe('openssl s_server', () => {
  it('refuses every worthless suite', async () => {
    const seen = await lookAtOpenssl();
    expect(seen.worthlessSuites).toEqual({ null: refused(), anonymous: refused(), export: refused() });
  });

  it.each([
    ['NULL-SHA256', 'TLS_RSA_WITH_NULL_SHA256'],
    ['NULL-SHA', 'TLS_RSA_WITH_NULL_SHA'],
    ['NULL-MD5', 'TLS_RSA_WITH_NULL_MD5'],
    ['ECDHE-RSA-NULL-SHA', 'TLS_ECDHE_RSA_WITH_NULL_SHA'],
    ['AECDH-NULL-SHA', 'TLS_ECDH_anon_WITH_NULL_SHA'],
  ])('with %s beside good suites is found to have %s', async (cipher, name) => {
    const seen = await lookAtOpenssl('-cipher', `ECDHE-RSA-AES128-GCM-SHA256:${cipher}:@SECLEVEL=0`);
    expect(seen.handshake.state).toBe('done');
    expect(seen.worthlessSuites).toEqual({ null: picked(name), anonymous: refused(), export: refused() });
  });

  it.each([
    ['ADH-AES128-GCM-SHA256', 'TLS_DH_anon_WITH_AES_128_GCM_SHA256'],
    ['ADH-AES256-SHA', 'TLS_DH_anon_WITH_AES_256_CBC_SHA'],
    ['AECDH-AES256-SHA', 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA'],
  ])('with %s is found to have %s', async (cipher, name) => {
    const seen = await lookAtOpenssl('-cipher', `${cipher}:@SECLEVEL=0`);
    expect(seen.worthlessSuites).toEqual({ null: refused(), anonymous: picked(name), export: refused() });
  });

  it('with a NULL and an anonymous suite is found to have both', async () => {
    const seen = await lookAtOpenssl('-serverpref', '-cipher', 'AECDH-AES256-SHA:NULL-SHA256:@SECLEVEL=0');
    expect(seen.worthlessSuites).toMatchObject({
      null: picked('TLS_RSA_WITH_NULL_SHA256'),
      anonymous: picked('TLS_ECDH_anon_WITH_AES_256_CBC_SHA'),
    });
    expect(seen.cost.connections).toBeLessThanOrEqual(5);
  });

  it('of TLS 1.1 picks in TLS 1.1', async () => {
    const seen = await lookAtOpenssl('-tls1_1', '-cipher', 'ECDHE-RSA-NULL-SHA:@SECLEVEL=0');
    expect(seen.worthlessSuites).toMatchObject({ null: picked('TLS_ECDHE_RSA_WITH_NULL_SHA', 'TLSv1.1') });
  });

  it('of TLS 1.3 alone has none of them', async () => {
    const seen = await lookAtOpenssl('-tls1_3');
    expect(seen.worthlessSuites).toMatchObject({
      null: refused('protocol_version'),
      export: refused('protocol_version'),
    });
  });

  it('that knows the domain by no name proves nothing', async () => {
    const strict = ['-servername', 'other.example', '-servername_fatal'];
    const [, key = '', , cert = ''] = certificate;
    const seen = await lookAtOpenssl(...strict, '-key2', key, '-cert2', cert);
    const alert = { state: 'failed', failure: { code: 'tls.alert', step: 'handshake', detail: 'unrecognized_name' } };
    expect(seen.handshake).toEqual(alert);
    expect(seen.worthlessSuites).toMatchObject({ null: alert });
  });
});
