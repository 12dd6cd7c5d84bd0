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
  mkdirSync(join(site.folder, 'modules'));
  if (site.options.hiddenSasl2 === true) {
    writeFileSync(join(site.folder, 'modules', 'mod_hidden_sasl2.lua'), HIDDEN_SASL2);
  }
  if (site.options.neighbour !== undefined) {
    writeFileSync(join(site.folder, 'modules', 'mod_neighbour.lua'), nameServiceModule(site.options.neighbour));
  }
  return { name: 'prosody', command: 'prosody', args: ['-F', '--config', configFile] };
}

function configuration(site: Site): string {
  const { options, folder, c2sPort, s2sPort, directTlsPort, certificate } = site;
  const modules = ['roster', 'saslauth', 'dialback', 'disco', 'ping'];
  if (options.c2s !== 'none' || options.s2s !== 'none') modules.push('tls');
  if (options.registration === true) modules.push('register_ibr');
  if (options.legacyAuth === true) modules.push('legacyauth');
  if (site.httpPort !== undefined) modules.push('bosh', 'websocket');
  if (options.neighbour !== undefined) modules.push('neighbour');
  if (options.hiddenSasl2 === true) modules.push('hidden_sasl2');
  // Prosody guards passwords apart from TLS: without this line it offers SCRAM alone in the clear, and no legacy auth.
  const plainPasswords = options.c2s === 'none' || (options.c2s === 'optional' && options.legacyAuth === true);
  return [
    'run_as_root = true',
    `data_path = ${quote(join(folder, 'data'))}`,
    `plugin_paths = { ${quote(join(folder, 'modules'))} }`,
    'log = { { levels = { min = "info" }, to = "console", timestamps = true } }',
    `interfaces = { ${quote(LOOPBACK)} }`,
    'use_ipv6 = false',
    `component_ports = { ${site.innerPort} }`,
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
    `authentication = ${quote(options.anonymous === true ? 'anonymous' : 'internal_hashed')}`,
    'storage = "internal"',
    `ssl = { certificate = ${quote(certificate.certificateFile)}, key = ${quote(certificate.keyFile)} }`,
    ...ciphersOf(options),
    ...httpBindings(site),
    `VirtualHost ${quote(options.domain)}`,
    ...(options.s2sAdvertised === undefined
      ? []
      : [`s2s_require_encryption = ${options.s2sAdvertised === 'required'}`]),
    // There is no setting that turns STARTTLS off for clients alone; a host without a usable key does not offer it.
    ...(options.c2s === 'none' ? [`c2s_ssl = { key = ${quote(join(folder, 'no-such-key.pem'))} }`] : []),
    ...(options.externalComponents === true
      ? [`Component ${quote(`gateway.${options.domain}`)}`, 'component_secret = "secret"']
      : []),
    ...(options.component === undefined ? [] : [`Component ${quote(options.component)} "muc"`]),
    '',
  ].join('\n');
}

function ciphersOf({ ciphers = {} }: RealServerOptions): string[] {
  return Object.entries(ciphers).map(([service, list]) => `${service}_ssl = { ciphers = ${quote(list)} }`);
}

function httpBindings({ options: { httpBindings: kind }, httpPort, certificate }: Site): string[] {
  if (httpPort === undefined) return [];
  const tls = `{ certificate = ${quote(certificate.certificateFile)}, key = ${quote(certificate.keyFile)} }`;
  return [
    `http_ports = { ${kind === 'tls' ? '' : httpPort} }`,
    `https_ports = { ${kind === 'tls' ? httpPort : ''} }`,
    `https_ssl = ${tls}`,
    `consider_bosh_secure = ${kind === 'proxied'}`,
    `consider_websocket_secure = ${kind === 'proxied'}`,
  ];
}

/** Prosody asks name servers on port 53 only; this module answers in their place, for one neighbour. */
function nameServiceModule({ domain, port }: { domain: string; port: number }): string {
  const records: [string, string][] = [
    [
      `_xmpp-server._tcp.${domain} SRV`,
      `{ srv = { priority = 5, weight = 0, port = ${port}, target = ${quote(`xmpp.${domain}`)} } }`,
    ],
    [`xmpp.${domain} A`, `{ a = ${quote(LOOPBACK)} }`],
  ];
  return [
    'module:set_global();',
    `local records = { ${records.map(([question, record]) => `[${quote(question)}] = { ${record} }`).join(', ')} };`,
    'require "net.adns".resolver = function ()',
    '  return { lookup = function (_, answer, name, kind) answer(records[name .. " " .. kind]); end };',
    'end',
    '',
  ].join('\n');
}

/** Begins logins by SASL2 without a look at TLS, as a module with settings of its own may do. */
const HIDDEN_SASL2 = `
local st = require "util.stanza";
local base64 = require "util.encodings".base64;
local get_sasl_handler = require "core.usermanager".get_sasl_handler;
local sasl2, sasl = "urn:xmpp:sasl:2", "urn:ietf:params:xml:ns:xmpp-sasl";
module:hook("stanza/" .. sasl2 .. ":authenticate", function (event)
  local session, handler = event.origin, get_sasl_handler(module.host, event.origin);
  local function fail(condition)
    session.send(st.stanza("failure", { xmlns = sasl2 }):tag(condition, { xmlns = sasl }));
    return true;
  end
  if not handler:select(event.stanza.attr.mechanism) then return fail("invalid-mechanism"); end
  local status, reply = handler:process(base64.decode(event.stanza:get_child_text("initial-response")));
  if status ~= "challenge" then return fail(reply or "not-authorized"); end
  session.send(st.stanza("challenge", { xmlns = sasl2 }):text(base64.encode(reply)));
  return true;
end);
`;

/** Our strings hold no control characters, so that JSON's quoting is Lua's. */
function quote(text: string): string {
  return JSON.stringify(text);
}
