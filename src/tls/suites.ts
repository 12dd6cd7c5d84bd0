import type { SuiteClass } from '../model/observation.js';

/** A cipher suite by its number and name in the IANA registry "TLS Cipher Suites". */
export interface Suite {
  readonly id: number;
  readonly name: string;
}

/**
 * Suites of TLS 1.2 and older that no server may negotiate (RFC 9325 section 4.1), each in one class: NULL before
 * anonymous before export. Suites that need a pre-shared key or Kerberos are left out, because no XMPP client has such
 * a secret in common with its server; TLS 1.3 has none of these.
 */
export const WORTHLESS_SUITES: Readonly<Record<SuiteClass, readonly Suite[]>> = {
  null: suites({
    0xc010: 'TLS_ECDHE_RSA_WITH_NULL_SHA',
    0xc006: 'TLS_ECDHE_ECDSA_WITH_NULL_SHA',
    0x003b: 'TLS_RSA_WITH_NULL_SHA256',
    0x0002: 'TLS_RSA_WITH_NULL_SHA',
    0x0001: 'TLS_RSA_WITH_NULL_MD5',
    0xc00b: 'TLS_ECDH_RSA_WITH_NULL_SHA',
    0xc001: 'TLS_ECDH_ECDSA_WITH_NULL_SHA',
    0xc015: 'TLS_ECDH_anon_WITH_NULL_SHA',
  }),
  anonymous: suites({
    0xc019: 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA',
    0xc018: 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA',
    0xc017: 'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA',
    0xc016: 'TLS_ECDH_anon_WITH_RC4_128_SHA',
    0x00a7: 'TLS_DH_anon_WITH_AES_256_GCM_SHA384',
    0x00a6: 'TLS_DH_anon_WITH_AES_128_GCM_SHA256',
    0x006d: 'TLS_DH_anon_WITH_AES_256_CBC_SHA256',
    0x006c: 'TLS_DH_anon_WITH_AES_128_CBC_SHA256',
    0x003a: 'TLS_DH_anon_WITH_AES_256_CBC_SHA',
    0x0034: 'TLS_DH_anon_WITH_AES_128_CBC_SHA',
    0x00c5: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256',
    0x00bf: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256',
    0x0089: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA',
    0x0046: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA',
    0xc085: 'TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384',
    0xc084: 'TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256',
    0xc05b: 'TLS_DH_anon_WITH_ARIA_256_GCM_SHA384',
    0xc05a: 'TLS_DH_anon_WITH_ARIA_128_GCM_SHA256',
    0xc047: 'TLS_DH_anon_WITH_ARIA_256_CBC_SHA384',
    0xc046: 'TLS_DH_anon_WITH_ARIA_128_CBC_SHA256',
    0x009b: 'TLS_DH_anon_WITH_SEED_CBC_SHA',
    0x001b: 'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA',
    0x001a: 'TLS_DH_anon_WITH_DES_CBC_SHA',
    0x0018: 'TLS_DH_anon_WITH_RC4_128_MD5',
    0x0019: 'TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA',
    0x0017: 'TLS_DH_anon_EXPORT_WITH_RC4_40_MD5',
  }),
  export: suites({
    0x0014: 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA',
    0x0011: 'TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA',
    0x000e: 'TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA',
    0x000b: 'TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA',
    0x0008: 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA',
    0x0006: 'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5',
    0x0003: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5',
  }),
};

function suites(names: Readonly<Record<number, string>>): readonly Suite[] {
  return Object.entries(names).map(([id, name]) => ({ id: Number(id), name }));
}
