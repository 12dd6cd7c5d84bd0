import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './process.js';
import { LOOPBACK } from './ports.js';
import { type RealServer, type RealServerOptions, type Recipe, type Site, startServer } from './real-server.js';

/**
 * Starts Prosody. What 0.12.3 answers before TLS, with `registration` and `legacyAuth`, as measured:
 *
 * | asked         | required                                        | optional                                        |
 * | ------------- | ----------------------------------------------- | ----------------------------------------------- |
 * | c2s features  | starttls + required                             | starttls, PLAIN, SCRAM-SHA-1, iq-auth, register |
 * | auth EXTERNAL | failure encryption-required                     | failure invalid-mechanism                       |
 * | iq:auth get   | error not-acceptable "Encryption ... required"  | result                                          |
 * | register get  | error policy-violation "Encryption is required" | result                                          |
 * | starttls      | proceed                                         | proceed                                         |
 * | s2s features  | starttls + required, dialback                   | starttls, dialback                              |
 * | s2s EXTERNAL  | stream error unsupported-stanza-type            | stream error unsupported-stanza-type            |
 * | db:verify     | invalid                                         | invalid                                         |
 *
 * - `none` is like `optional`, less the starttls feature. It answers `<starttls/>` with the stream error
 *   unsupported-stanza-type where both services are `none` (the module is not loaded), and with `<failure/>` where only
 *   one is; on s2s the connection then stays open for some seconds.
 * - Without `legacyAuth`, `optional` offers SCRAM-SHA-1 alone; `none` always offers PLAIN as well.
 * - Without its module, an iq get is answered service-unavailable under every policy.
 * - The order of the features changes from start to start.
 * - For an internationalised domain the direct TLS port knows the U-label only: the A-label as server name gets the
 *   alert unrecognized_name.
 */
export function startProsody(options: RealServerOptions): Promise<RealServer> {
  return startServer(PROSODY, options);
}

const PROSODY: Recipe = {
  software: 'prosody',
  prepare: (site) => [prepareProsody(site)],
  version: (log) => /Prosody version (\S+)/.exec(log)?.[1],
};

function prepareProsody(site: Site): Program {
  const configFile = join(site.folder, 'prosody.cfg.lua');
  mkdirSync(join(site.folder, 'data'));
  // Where Prosody looks for certificates unasked; it reports an error when the folder is not there.
  mkdirSync(join(site.folder, 'certs'));
  writeFileSync(configFile, configuration(site));
  return { name: 'prosody', command: 'prosody', args: ['-F', '--config', configFile] };
}

function configuration({ options, folder, c2sPort, s2sPort, directTlsPort, certificate }: Site): string {
  const modules = ['roster', 'saslauth', 'dialback', 'disco', 'ping'];
  if (options.c2s !== 'none' || options.s2s !== 'none') modules.push('tls');
  if (options.registration === true) modules.push('register_ibr');
  if (options.legacyAuth === true) modules.push('legacyauth');
  // Prosody guards passwords apart from TLS: without this line it offers SCRAM alone in the clear, and no legacy auth.
  const plainPasswords = options.c2s === 'none' || (options.c2s === 'optional' && options.legacyAuth === true);
  return [
    'run_as_root = true',
    `data_path = ${quote(join(folder, 'data'))}`,
    'log = { { levels = { min = "info" }, to = "console", timestamps = true } }',
    `interfaces = { ${quote(LOOPBACK)} }`,
    'use_ipv6 = false',
    `modules_enabled = { ${modules.map(quote).join(', ')} }`,
    `allow_registration = ${options.registration === true}`,
    `c2s_ports = { ${c2sPort} }`,
    `s2s_ports = { ${s2sPort} }`,
    `c2s_direct_tls_ports = { ${directTlsPort ?? ''} }`,
    's2s_direct_tls_ports = {}',
    `c2s_require_encryption = ${options.c2s === 'required'}`,
    `s2s_require_encryption = ${options.s2s === 'required'}`,
    `s2s_allow_encryption = ${options.s2s !== 'none'}`,
    's2s_secure_auth = false',
    `allow_unencrypted_plain_auth = ${plainPasswords}`,
    'authentication = "internal_hashed"',
    'storage = "internal"',
    `ssl = { certificate = ${quote(certificate.certificateFile)}, key = ${quote(certificate.keyFile)} }`,
    `VirtualHost ${quote(options.domain)}`,
    // There is no setting that turns STARTTLS off for clients alone; a host without a usable key does not offer it.
    ...(options.c2s === 'none' ? [`c2s_ssl = { key = ${quote(join(folder, 'no-such-key.pem'))} }`] : []),
    '',
  ].join('\n');
}

/** Our strings hold no control characters, so that JSON's quoting is Lua's. */
function quote(text: string): string {
  return JSON.stringify(text);
}
