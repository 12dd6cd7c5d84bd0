import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { promisify } from 'node:util';

/** The files of one certificate, each PEM. */
export interface CertificateFiles {
  /** The authority that signed the leaf: trust this one to verify the server. */
  caFile: string;
  certificateFile: string;
  keyFile: string;
  /** Leaf certificate and key in one file, as jabberd2 and ejabberd want it. */
  bundleFile: string;
}

const run = promisify(execFile);

/** Makes a fresh authority and a leaf for `domain` (DNS-ID in its A-label form) and writes them into `folder`. */
export async function issueCertificate(domain: string, folder: string): Promise<CertificateFiles> {
  const files = {
    caFile: join(folder, 'ca.pem'),
    certificateFile: join(folder, 'certificate.pem'),
    keyFile: join(folder, 'key.pem'),
    bundleFile: join(folder, 'bundle.pem'),
  };
  const caKeyFile = join(folder, 'ca-key.pem');
  const settingsFile = join(folder, 'openssl.cnf');
  writeFileSync(settingsFile, openSslSettings(domainToASCII(domain)));

  const request = (kind: 'authority' | 'leaf', keyFile: string, certificateFile: string): string[] => [
    ...['req', '-x509', '-config', settingsFile, '-extensions', kind, '-subj', `/CN=xmpp-tls test ${kind}`],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
    ...['-keyout', keyFile, '-out', certificateFile],
  ];
  await run('openssl', request('authority', caKeyFile, files.caFile));
  await run('openssl', [
    ...request('leaf', files.keyFile, files.certificateFile),
    ...['-CA', files.caFile, '-CAkey', caKeyFile],
  ]);
  const bundle = readFileSync(files.certificateFile, 'utf8') + readFileSync(files.keyFile, 'utf8');
  writeFileSync(files.bundleFile, bundle, { mode: 0o600 });
  return files;
}

/** The leaf's name stands in the DNS-ID only, since a subject cannot hold every domain (64 characters at most). */
function openSslSettings(name: string): string {
  return `[req]
distinguished_name = subject
[subject]
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
# s2s uses one certificate in both roles.
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:${name}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;
}
