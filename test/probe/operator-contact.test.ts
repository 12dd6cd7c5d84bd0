import { describe, expect, it } from '@jest/globals';
import { done, failed, failure } from '../../src/model/failure.js';
import type { TlsFacts } from '../../src/model/observation.js';
import type { HttpClient, HttpResponse } from '../../src/probe/http-client.js';
import { findOperatorContact } from '../../src/probe/operator-contact.js';
import { probeSettings, realPorts } from '../support/loopback-look.js';
import { zoneResolver, type Zone } from '../support/zone.js';

const FILE = 'Contact: mailto:security@example.org\nExpires: 2999-01-01T00:00:00Z\nPreferred-Languages: fr\n';
const AT = 'https://example.org/.well-known/security.txt';
const WWW = 'https://www.example.org/.well-known/security.txt';

const ZONE: Zone = {
  'example.org': { A: ['9.9.9.80'] },
  'www.example.org': { A: ['9.9.9.81'] },
  'inside.example.org': { A: ['10.0.0.1'] },
  'intranet.example': { A: ['192.168.0.1'] },
};

interface Web {
  readonly files: Readonly<Record<string, Partial<HttpResponse>>>;
  readonly untrusted?: boolean;
}

const tls = { version: 'TLSv1.3', cipher: 'x', chain: [] } as const;
const TRUSTED: TlsFacts = { ...tls, verified: { state: 'verified' } };
const UNTRUSTED: TlsFacts = { ...tls, verified: { state: 'not-verified', why: ['self-signed'] } };

/** Every connection and request is written down. */
async function find(domain: string, { files, untrusted = false }: Web) {
  const asked: string[] = [];
  const http: HttpClient = {
    open: ({ address, port, identity }, { maxConnections }) => ({
      request: async ({ url }) => {
        asked.push(`${address} ${port} as ${identity?.domain}, ${maxConnections}: ${url.href}`);
        const file = files[url.href];
        return file ? done({ status: 200, body: '', ...file }) : failed(failure('tcp.refused', 'connect'));
      },
      upgrade: async () => failed(failure('stream.closed', 'header')),
      tls: () => (untrusted ? UNTRUSTED : TRUSTED),
      cost: () => ({ connections: 1, bytesSent: 0, bytesReceived: 0 }),
      close: () => asked.push('closed'),
    }),
  };
  const settings = { ...probeSettings(), allowPrivateAddresses: false };
  const ports = { ...realPorts({ http }), resolver: zoneResolver(ZONE) };
  return { contact: await findOperatorContact(domain, settings, ports), asked };
}

describe('the contact of an operator', () => {
  it('is read from the security.txt of the domain, with one request over one connection', async () => {
    const { contact, asked } = await find('example.org', { files: { [AT]: { body: FILE } } });
    expect(contact).toEqual({ uri: 'mailto:security@example.org', source: 'security.txt', url: AT, language: 'fr' });
    expect(asked).toEqual([`9.9.9.80 443 as example.org, 1: ${AT}`, 'closed']);
  });

  it('may stand behind one redirect to another name of the domain', async () => {
    const moved = { status: 301, location: WWW };
    const { contact, asked } = await find('example.org', { files: { [AT]: moved, [WWW]: { body: FILE } } });
    expect(contact).toMatchObject({ uri: 'mailto:security@example.org', url: WWW });
    expect(asked).toContain(`9.9.9.81 443 as www.example.org, 1: ${WWW}`);
    const again = await find('example.org', { files: { [AT]: moved, [WWW]: { status: 302, location: AT } } });
    expect(again.contact).toBeUndefined();
    expect(again.asked.filter((line) => line !== 'closed')).toHaveLength(2);
  });

  it.each([
    'https://example.net/.well-known/security.txt',
    'https://notexample.org/.well-known/security.txt',
    'http://example.org/.well-known/security.txt',
    'https://example.org:8443/.well-known/security.txt',
    'https://a:b@www.example.org/.well-known/security.txt',
    'https://inside.example.org/.well-known/security.txt',
    '//[',
  ])('is not looked for at %s', async (location) => {
    const { contact, asked } = await find('example.org', { files: { [AT]: { status: 302, location } } });
    expect(contact).toBeUndefined();
    expect(asked.filter((line) => line !== 'closed')).toHaveLength(1);
  });

  it('is not asked of a private address, nor of a domain without one', async () => {
    expect((await find('intranet.example', { files: {} })).asked).toEqual([]);
    expect((await find('nowhere.example', { files: {} })).asked).toEqual([]);
  });

  it('is not taken from whoever shows a certificate that nobody trusts', async () => {
    expect((await find('example.org', { files: { [AT]: { body: FILE } }, untrusted: true })).contact).toBeUndefined();
  });

  it('is often not there', async () => {
    expect((await find('example.org', { files: { [AT]: { status: 404, body: FILE } } })).contact).toBeUndefined();
    expect((await find('example.org', { files: {} })).contact).toBeUndefined();
  });
});
