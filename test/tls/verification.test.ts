import { describe, expect, it } from '@jest/globals';
import { readChain } from '../../src/tls/certificate.js';
import { verify } from '../../src/tls/verification.js';
import { aCertificate, type TestName } from '../support/test-certificate.js';

const identity = { domain: 'example.org', unicodeDomain: 'example.org', service: 'c2s' } as const;

function chainFor(...names: readonly TestName[]) {
  return readChain([aCertificate({ names }).der]);
}

describe('a certificate', () => {
  it('is verified when the chain is valid and names the domain', () => {
    expect(verify(chainFor({ dns: 'example.org' }), undefined, identity)).toEqual({ state: 'verified' });
  });

  it('is not verified for its chain and its name at the same time', () => {
    expect(verify(chainFor({ dns: 'a.example' }, { dns: 'b.example' }), 'CERT_HAS_EXPIRED', identity)).toEqual({
      state: 'not-verified',
      why: [
        'a certificate of the chain has expired',
        'the certificate is not for example.org (c2s): it names a.example, b.example',
      ],
    });
  });

  it('that names nobody says so', () => {
    expect(verify(chainFor(), undefined, identity)).toEqual({
      state: 'not-verified',
      why: ['the certificate is not for example.org (c2s): it names nobody'],
    });
  });

  it('with many names is described by the first ones', () => {
    const names = Array.from({ length: 40 }, (_, index) => ({ dns: `n${index}.example` }));
    expect(JSON.stringify(verify(chainFor(...names), undefined, identity))).toContain('n4.example and 35 more');
  });

  it('keeps the name of a chain verdict that has no words here', () => {
    expect(verify(chainFor({ dns: 'example.org' }), 'PATH_LENGTH_EXCEEDED', identity)).toEqual({
      state: 'not-verified',
      why: ['the chain was not accepted (PATH_LENGTH_EXCEEDED)'],
    });
  });

  it('that is missing is not verified', () => {
    expect(verify([], undefined, identity)).toEqual({
      state: 'not-verified',
      why: ['the server sent no certificate'],
    });
  });
});
