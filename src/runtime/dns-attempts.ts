import type { Agent } from 'node:https';
import type { FailureCode } from '../model/failure.js';
import type { Clock } from '../model/ports.js';
import type { Question } from './dns-question.js';
import { failedReply, type AnsweredReply, type FailedReply, type Reply } from './dns-reply.js';
import type { NameServer } from './dns-servers.js';
import { askHttps, askTcp, askUdp, type Patience } from './dns-transport.js';

/** Whom to ask, and with what. */
export interface Desk {
  readonly servers: readonly NameServer[];
  /** For connections to https servers. */
  readonly agent: Agent;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/** What a question came to in the end. */
export type Settled = AnsweredReply | FailedReply;

/** Times every server is asked in its usual way. */
const ROUNDS = 2;

/** A server's own word tells more than its silence. */
const MOST_TELLING_FIRST: readonly FailureCode[] = [
  'dns.servfail',
  'dns.refused',
  'dns.malformed',
  'dns.timeout',
  'dns.unreachable',
];

/**
 * Asks the servers in turn until one answers: all of them twice, then over TCP those of which nothing could be read. Each
 * attempt gets an equal part of what is left until `deadline` (monotonic milliseconds).
 */
export async function askInTurn(
  question: Question,
  deadline: number,
  signal: AbortSignal,
  { servers, agent, clock }: Desk,
): Promise<Settled> {
  const attempts = [
    ...Array.from({ length: ROUNDS }, () => servers.map((server) => ({ server, overTcp: false }))).flat(),
    ...servers.flatMap((server) => (server.kind === 'plain' ? [{ server, overTcp: true }] : [])),
  ];
  const failures: FailedReply[] = [];
  const spoken = new Set<NameServer>();

  for (const [index, { server, overTcp }] of attempts.entries()) {
    const now = clock.monotonic();
    if (signal.aborted || now >= deadline) break;
    if (overTcp && spoken.has(server)) continue;
    const until = now + (deadline - now) / (attempts.length - index);
    const patience = (): Patience => ({ timeoutMs: Math.max(0, until - clock.monotonic()), signal });

    const reply = await ask(server, question, overTcp, agent, patience);
    if (reply.state === 'answered') return reply;
    failures.push(reply);
    if (reply.code === 'dns.servfail' || reply.code === 'dns.refused') spoken.add(server);
  }
  const byWorth = (a: FailedReply, b: FailedReply): number =>
    MOST_TELLING_FIRST.indexOf(a.code) - MOST_TELLING_FIRST.indexOf(b.code);
  return failures.sort(byWorth)[0] ?? failedReply('dns.unreachable', 'no name server is known');
}

/** One attempt at one server, with the steps that its own answer asks for. */
async function ask(
  server: NameServer,
  question: Question,
  overTcp: boolean,
  agent: Agent,
  patience: () => Patience,
): Promise<Settled> {
  if (server.kind === 'https') return settle(await askHttps(server, question, agent, patience()));
  if (overTcp) return settle(await askTcp(server, question, true, patience()));
  let edns = true;
  let reply = await askUdp(server, question, edns, patience());
  if (reply.state === 'not-understood') {
    edns = false;
    reply = await askUdp(server, question, edns, patience());
  }
  return settle(reply.state === 'truncated' ? await askTcp(server, question, edns, patience()) : reply);
}

function settle(reply: Reply): Settled {
  switch (reply.state) {
    case 'truncated':
      return failedReply('dns.malformed', 'truncated where there is room');
    case 'not-understood':
      return failedReply('dns.refused', reply.detail);
    default:
      return reply;
  }
}
