import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDnsServer, type DnsServer, type Zone } from '../../../src/demo/dns-server.js';
import { type CertificateFiles, issueCertificate } from './certificate.js';
import { freePort, LOOPBACK } from './ports.js';
import { launch, type Program, type RunningProgram } from './process.js';
import { accepts, answers, until } from './readiness.js';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.js';

/** `required`: nothing but STARTTLS before TLS. `optional`: STARTTLS is offered. `none`: STARTTLS is not offered. */
export type TlsPolicy = 'required' | 'optional' | 'none';

export type Software = 'prosody' | 'ejabberd' | 'jabberd2';

export interface RealServerOptions {
  domain: string;
  c2s: TlsPolicy;
  s2s: TlsPolicy;
  /** In-band registration (XEP-0077). */
  registration?: boolean;
  /** Authentication by `jabber:iq:auth` (XEP-0078); `alone`, before TLS, without SASL beside it, on jabberd2 only. */
  legacyAuth?: boolean | 'alone';
  /** A host for guests: SASL ANONYMOUS is the only mechanism. Prosody and ejabberd only. */
  anonymous?: boolean;
  /** A module that serves SASL2 (XEP-0388), before TLS as well, and shows nothing of it. Prosody only. */
  hiddenSasl2?: boolean;
  /** Stream compression (XEP-0138). jabberd2 only. */
  compression?: boolean;
  /** Bans addresses after 20 failed logins. ejabberd only. */
  fail2ban?: boolean;
  /** A chat service beside the domain, on Prosody only. */
  component?: string;
  /** External components (XEP-0114) may log in; jabberd2 lets them wherever its own parts meet. */
  externalComponents?: boolean;
  /** Prosody advertises the s2s policy of a host and enforces that of the whole server: here they can differ. */
  s2sAdvertised?: 'required' | 'optional';
  /** The one other domain there is for this server, and where its server listens on loopback. No name but its own is known. */
  neighbour?: { domain: string; port: number };
  /** Cipher suites of TLS 1.2 and older, as OpenSSL names them, where not the server's own choice; Prosody and ejabberd. */
  ciphers?: Partial<Record<'c2s' | 's2s', string>>;
  /** One more client port, which speaks TLS from the first byte (XEP-0368). */
  directTls?: boolean;
  /**
   * BOSH and WebSocket on one more port: `plain` without TLS, `tls` with it, `proxied` without TLS and told to trust
   * that a proxy has seen to it (Prosody's `consider_*_secure`; the same as `plain` elsewhere).
   */
  httpBindings?: 'plain' | 'tls' | 'proxied';
}

export interface RealServer {
  software: Software;
  version: string;
  domain: string;
  c2sPort: number;
  s2sPort: number;
  directTlsPort?: number;
  httpPort?: number;
  /** Where external components log in, if they may. */
  componentPort: number;
  /** PEM file of the authority that signed the server's certificate; it goes when the server is stopped. */
  caFile: string;
  /** Everything the server has written so far; still there after `stop()`. */
  log(): string;
  /** Kills every process of the server, waits for their end and removes its files; may be called again. */
  stop(): Promise<void>;
}

/** What a server's configuration is written from. */
export interface Site {
  options: RealServerOptions;
  folder: string;
  c2sPort: number;
  s2sPort: number;
  directTlsPort: number | undefined;
  httpPort: number | undefined;
  /** A port for the server's own use: external components and the parts of jabberd2 meet there. */
  innerPort: number;
  certificate: CertificateFiles;
  /** Name server that knows the neighbour, for servers that can be pointed at one. */
  nameServer?: { address: string; port: number };
}

/** All that differs between one server software and the next. */
export interface Recipe {
  software: Software;
  /** Writes the configuration into the site's folder and names the programs to start, in order. */
  prepare(site: Site): Program[];
  /** Reads the version from the server's log; undefined while the log does not say that all of it is up. */
  version(log: string): string | undefined;
}

const START_WITHIN_MS = 40_000;
const START_TRIES = 3;
const LOG_TAIL_LINES = 40;
/** What goes into Lua, YAML and XML unescaped: letters, digits, dots and hyphens only. */
const PLAIN_DOMAIN = /^[\p{L}\p{N}.-]+$/u;
const PORT_TAKEN = /address (?:is )?already in use|eaddrinuse/i;

/** What must be gone when a server is stopped. */
interface Instance {
  folder: TemporaryFolder;
  programs: RunningProgram[];
  nameServer?: DnsServer;
}

/** Starts a server by its recipe; rejects with the end of the server's log when it is not up within 40 seconds. */
export async function startServer(recipe: Recipe, options: RealServerOptions): Promise<RealServer> {
  if (!PLAIN_DOMAIN.test(options.domain)) throw new Error(`not a domain this harness can configure: ${options.domain}`);
  const deadline = Date.now() + START_WITHIN_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(recipe, options, deadline);
    } catch (error) {
      // Another test process may take a port between our finding it free and the server's binding it.
      if (tries === START_TRIES || !(error instanceof PortTakenError)) throw error;
    }
  }
}

class PortTakenError extends Error {}

async function startOnce(recipe: Recipe, options: RealServerOptions, deadline: number): Promise<RealServer> {
  const instance: Instance = { folder: makeTemporaryFolder(`xmpp-tls-${recipe.software}-`), programs: [] };
  try {
    const { neighbour } = options;
    if (neighbour !== undefined) instance.nameServer = await startDnsServer(zoneOf(neighbour));
    const site = await layOut(instance.folder.path, options, instance.nameServer);
    const version = await bringUp(recipe, site, instance, deadline);
    return describeServer(recipe.software, version, site, instance);
  } catch (error) {
    const log = readLogs(instance.folder.path);
    await dispose(instance);
    const tail = log.split('\n').slice(-LOG_TAIL_LINES).join('\n');
    const message = `${recipe.software} did not start: ${String(error)}\n${tail}`;
    throw PORT_TAKEN.test(log) ? new PortTakenError(message) : new Error(message, { cause: error });
  }
}

/** ejabberd leaves addresses to the C library, which knows no name on loopback but this one. */
function zoneOf({ domain, port }: { domain: string; port: number }): Zone {
  return { [`_xmpp-server._tcp.${domain}`]: { SRV: [`5 0 ${port} localhost`] }, localhost: { A: [LOOPBACK] } };
}

async function layOut(folder: string, options: RealServerOptions, nameServer?: DnsServer): Promise<Site> {
  mkdirSync(logFolder(folder));
  const [address = '', port = ''] = nameServer?.address.split(':') ?? [];
  return {
    options,
    folder,
    c2sPort: await freePort(),
    s2sPort: await freePort(),
    directTlsPort: options.directTls === true ? await freePort() : undefined,
    httpPort: options.httpBindings === undefined ? undefined : await freePort(),
    innerPort: await freePort(),
    certificate: await issueCertificate(options.domain, folder),
    ...(nameServer === undefined ? {} : { nameServer: { address, port: Number(port) } }),
  };
}

async function bringUp(recipe: Recipe, site: Site, instance: Instance, deadline: number): Promise<string> {
  const wait = <T>(ask: () => T | Promise<T>): Promise<Exclude<T, false | undefined>> =>
    until(ask, deadline, () => throwIfHopeless(instance));
  for (const program of recipe.prepare(site)) {
    instance.programs.push(launch(program, site.folder, join(logFolder(site.folder), `${program.name}.log`)));
    const { listensOn } = program;
    if (listensOn !== undefined) await wait(() => accepts(listensOn));
  }
  const { options, c2sPort, s2sPort, directTlsPort, httpPort } = site;
  await wait(() => answers('c2s', c2sPort, options.domain));
  await wait(() => answers('s2s', s2sPort, options.domain));
  if (directTlsPort !== undefined) await wait(() => accepts(directTlsPort));
  if (httpPort !== undefined) await wait(() => accepts(httpPort));
  if (options.externalComponents === true) await wait(() => accepts(site.innerPort));
  return wait(() => recipe.version(readLogs(site.folder)));
}

function throwIfHopeless({ folder, programs }: Instance): void {
  for (const program of programs) {
    const ending = program.ending();
    if (ending !== undefined) throw new Error(`${program.name} ${ending}`);
  }
  // A server that could not bind one of its ports may well run on without it.
  if (PORT_TAKEN.test(readLogs(folder.path))) throw new Error('one of its ports was taken');
}

function describeServer(software: Software, version: string, site: Site, instance: Instance): RealServer {
  let lastLog: string | undefined;
  const log = (): string => lastLog ?? readLogs(site.folder);
  return {
    software,
    version,
    domain: site.options.domain,
    c2sPort: site.c2sPort,
    s2sPort: site.s2sPort,
    ...(site.directTlsPort === undefined ? {} : { directTlsPort: site.directTlsPort }),
    ...(site.httpPort === undefined ? {} : { httpPort: site.httpPort }),
    componentPort: site.innerPort,
    caFile: site.certificate.caFile,
    log,
    stop: async () => {
      lastLog = log();
      await dispose(instance);
    },
  };
}

async function dispose(instance: Instance): Promise<void> {
  await Promise.all(instance.programs.map((program) => program.kill()));
  await instance.nameServer?.stop();
  delete instance.nameServer;
  instance.folder.remove();
}

function logFolder(folder: string): string {
  return join(folder, 'log');
}

function readLogs(folder: string): string {
  return readdirSync(logFolder(folder))
    .sort()
    .map((name) => readFileSync(join(logFolder(folder), name), 'utf8'))
    .join('');
}
