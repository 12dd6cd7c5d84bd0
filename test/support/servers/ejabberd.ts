import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findLibrary } from './installed.js';
import type { Program } from './process.js';
import { LOOPBACK } from './ports.js';
import {
  type RealServer,
  type RealServerOptions,
  type Recipe,
  type Site,
  startServer,
  type TlsPolicy,
} from './real-server.js';

/**
 * Starts ejabberd. What 23.01 answers before TLS, with `registration` and `legacyAuth`, as measured:
 *
 * | asked         | required                      | optional                                                        |
 * | ------------- | ----------------------------- | --------------------------------------------------------------- |
 * | c2s features  | starttls + required           | starttls, PLAIN, DIGEST-MD5, SCRAM, X-OAUTH2, iq-auth, register |
 * | auth EXTERNAL | failure encryption-required   | failure not-authorized "unsupported_mechanism"                  |
 * | iq:auth get   | stream error policy-violation | result                                                          |
 * | register get  | stream error policy-violation | result                                                          |
 * | starttls      | proceed                       | proceed                                                         |
 * | s2s features  | starttls + required           | starttls, mechanisms (empty), dialback                          |
 * | s2s EXTERNAL  | failure encryption-required   | failure not-authorized "unsupported_mechanism"                  |
 * | db:verify     | stream error policy-violation | invalid                                                         |
 *
 * - `none` is like `optional`, less the starttls feature; it answers `<starttls/>` with `<failure/>` and hangs up.
 * - Every policy-violation says "Use of STARTTLS required" and closes the stream.
 * - Without its module, an iq get is answered with the stream error not-authorized where TLS is not required.
 */
export function startEjabberd(options: RealServerOptions): Promise<RealServer> {
  return startServer(EJABBERD, options);
}

const EJABBERD: Recipe = {
  software: 'ejabberd',
  prepare: (site) => [prepareEjabberd(site)],
  version: (log) => /ejabberd (\d[\d.]*)\S* is started/.exec(log)?.[1],
};

/**
 * Runs Erlang directly: `ejabberdctl` changes to its own user, wants a node name and leaves an `epmd` behind, while a
 * node without a name needs neither and any number of them can run side by side.
 */
function prepareEjabberd(site: Site): Program {
  const configFile = join(site.folder, 'ejabberd.yml');
  const resolverFile = join(site.folder, 'inetrc');
  const spool = join(site.folder, 'spool');
  mkdirSync(spool);
  writeFileSync(configFile, configuration(site));
  writeFileSync(resolverFile, nameService(site));
  const idle = ['+sbwt', 'none', '+sbwtdcpu', 'none', '+sbwtdio', 'none'];
  return {
    name: 'ejabberd',
    command: 'erl',
    args: [...idle, '-noinput', '-mnesia', 'dir', JSON.stringify(spool), '-s', 'ejabberd'],
    env: {
      EJABBERD_CONFIG_PATH: configFile,
      EJABBERD_LOG_PATH: join(site.folder, 'ejabberd.log'),
      ERL_CRASH_DUMP_SECONDS: '0',
      ERL_INETRC: resolverFile,
      ERL_LIBS: erlangLibraries(),
    },
  };
}

/** No name service but our own, if there is one, so that no question leaves the machine. */
function nameService({ nameServer }: Site): string {
  const files = '{lookup, [file]}.\n{host, {127,0,0,1}, ["localhost"]}.\n{resolv_conf, ""}.\n';
  if (nameServer === undefined) return files;
  const address = nameServer.address.replaceAll('.', ',');
  return `${files}{nameserver, {${address}}, ${nameServer.port}}.\n`;
}

/** Debian installs ejabberd's Erlang applications beside the C libraries. */
function erlangLibraries(): string {
  const library = findLibrary('ejabberd-');
  if (library === undefined) throw new Error('ejabberd is not installed');
  return dirname(library);
}

const C2S_LINES: Record<TlsPolicy, string[]> = {
  required: ['    starttls_required: true'],
  optional: ['    starttls: true'],
  none: [],
};

const S2S_VALUE: Record<TlsPolicy, string> = { required: 'required', optional: 'optional', none: 'false' };

function configuration({ options, c2sPort, s2sPort, directTlsPort, httpPort, innerPort, certificate }: Site): string {
  return [
    'loglevel: info',
    'log_rotate_count: 0',
    `hosts: [${JSON.stringify(options.domain)}]`,
    `certfiles: [${JSON.stringify(certificate.bundleFile)}]`,
    `ca_file: ${JSON.stringify(certificate.caFile)}`,
    `s2s_use_starttls: ${S2S_VALUE[options.s2s]}`,
    ...Object.entries(options.ciphers ?? {}).map(([service, list]) => `${service}_ciphers: ${JSON.stringify(list)}`),
    ...(options.anonymous === true
      ? ['auth_method: anonymous', 'anonymous_protocol: sasl_anon']
      : ['auth_method: internal']),
    'listen:',
    ...listener('ejabberd_c2s', c2sPort, C2S_LINES[options.c2s]),
    ...listener('ejabberd_s2s_in', s2sPort, []),
    ...(directTlsPort === undefined ? [] : listener('ejabberd_c2s', directTlsPort, ['    tls: true'])),
    ...(httpPort === undefined ? [] : listener('ejabberd_http', httpPort, httpLines(options.httpBindings))),
    ...(options.externalComponents === true ? listener('ejabberd_service', innerPort, ['    password: "secret"']) : []),
    'modules:',
    '  mod_disco: {}',
    '  mod_ping: {}',
    '  mod_s2s_dialback: {}',
    ...(httpPort === undefined ? [] : ['  mod_bosh: {}']),
    ...(options.fail2ban === true ? ['  mod_fail2ban: {}'] : []),
    ...(options.registration === true ? ['  mod_register: {}'] : []),
    ...(options.legacyAuth === true ? ['  mod_legacy_auth: {}'] : []),
    '',
  ].join('\n');
}

function httpLines(kind: RealServerOptions['httpBindings']): string[] {
  const handlers = ['    request_handlers:', '      /http-bind: mod_bosh', '      /ws: ejabberd_http_ws'];
  return kind === 'tls' ? ['    tls: true', ...handlers] : handlers;
}

function listener(module: string, port: number, lines: readonly string[]): string[] {
  return [`  - port: ${port}`, `    ip: ${JSON.stringify(LOOPBACK)}`, `    module: ${module}`, ...lines];
}
