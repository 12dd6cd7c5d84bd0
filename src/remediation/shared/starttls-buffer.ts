import type { Setting } from '../../model/remediation.js';

/** Plaintext that is carried out inside TLS (CVE-2011-0411 and its kin) is mended by an upgrade, whatever the server. */
export function upgrade(code: string, file = 'the packages of the server'): Setting {
  return {
    file,
    language: 'text',
    code,
    notes: [
      'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
    ],
  };
}
