import { getServers } from 'node:dns';
import { Agent } from 'node:https';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { DnsAnswer, QuestionType, RecordOf, Resolver } from '../dns/resolver.js';
import type { Clock } from '../model/ports.js';
import { askInTurn, type Desk } from './dns-attempts.js';
import { canBeAsked, failedAnswer } from './dns-question.js';
import { parseNameServer } from './dns-servers.js';
import { shareLookups } from './dns-sharing.js';

export interface ResolverSettings {
  /** `ip`, `ip:port`, `[ip6]:port` or an https URL; empty: the system's. */
  readonly servers: readonly string[];
  /** For one question, over all servers, retries and aliases. */
  readonly timeoutMs: number;
  /** PEM certificates trusted for https servers, beside the well-known ones. */
  readonly ca?: readonly string[];
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/** Honest chains have two or three. */
const MAX_ALIASES = 8;
const MAX_HTTPS_CONNECTIONS = 8;

/**
 * The resolver of one run. Throws a ConfigurationError for a server that cannot be one; from then on, trouble is an
 * answer. Nothing needs to be closed: idle connections do not keep the process alive.
 */
export function createResolver(settings: ResolverSettings): Resolver {
  const { servers, timeoutMs, ca, clock = { monotonic: () => performance.now() } } = settings;
  const trust = ca ? { secureContext: createSecureContext({ ca: [...rootCertificates, ...ca] }) } : {};
  const desk: Desk = {
    servers: (servers.length > 0 ? servers : getServers()).map(parseNameServer),
    agent: new Agent({ keepAlive: true, maxSockets: MAX_HTTPS_CONNECTIONS, ...trust }),
    clock,
  };
  return shareLookups((name, type, signal) => lookUp(name, type, timeoutMs, signal, desk), clock);
}

/** Asks until there are records, or none, at the end of the chain of aliases; not every server walks it for us. */
async function lookUp<T extends QuestionType>(
  name: string,
  type: T,
  timeoutMs: number,
  signal: AbortSignal,
  desk: Desk,
): Promise<DnsAnswer<T>> {
  const deadline = desk.clock.monotonic() + timeoutMs;
  const aliases: string[] = [];
  let authentic = true;
  for (let owner = name; canBeAsked(owner) && aliases.length <= MAX_ALIASES;) {
    const reply = await askInTurn({ name: owner, type }, deadline, signal, desk);
    if (reply.state === 'failed') return failedAnswer(reply.code, { name, type }, reply.detail);
    aliases.push(...reply.aliases);
    authentic &&= reply.authentic;
    if (!reply.exists) return { state: 'nxdomain', aliases, authentic };
    const records = reply.records as readonly RecordOf<T>[];
    if (records.length > 0) return { state: 'records', records, aliases, authentic };
    const alias = reply.aliases.at(-1);
    if (alias === undefined) return { state: 'nodata', aliases, authentic };
    owner = alias;
  }
  const why = aliases.length > MAX_ALIASES ? 'too many aliases' : 'no DNS name';
  return failedAnswer('dns.malformed', { name, type }, why);
}
