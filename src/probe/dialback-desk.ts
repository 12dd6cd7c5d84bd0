import { refusedForLackOfTls } from '../model/answer.js';
import type { Answer } from '../model/observation.js';
import type { Clock, Random } from '../model/ports.js';
import { answerCall, type DialbackRegister } from '../xmpp/dialback.js';
import { converseOver, openLayer } from './layer.js';
import type { CallerStream, Listener } from './listener.js';

/** How long a caller may stay, in times of what one answer may take: its answers to several proofs share one stream. */
const ANSWERS_PER_CALL = 12;
/** Callers at the same time; a run with more targets than this has them wait for the next call of the server. */
const CALLERS = 64;

/** Whom a proof is about, in every spelling. */
export type Domains = readonly string[];

/** One proof under way: our key waits to be verified, then our ping to be answered. */
export interface OpenProof {
  /** The key for our stream (XEP-0220): random, so that only the server we sent it to can know it. */
  readonly key: string;
  /** The id of the ping, random as well. */
  readonly pingId: string;
  /** How the server called to verify the key, once it has. */
  verified(): 'in plaintext' | 'inside TLS' | undefined;
  /** Resolves with what the server said on its own stream: the answer to the ping, or a refusal for lack of TLS. */
  readonly heard: Promise<Answer>;
  close(): void;
}

/** Where other servers are answered that verify our domain; one for all looks of a run. */
export interface DialbackDesk {
  /** Begins a proof for a domain on the stream with this id. */
  open(domains: Domains, streamId: string): OpenProof;
  close(): Promise<void>;
}

interface Entry {
  readonly domains: Domains;
  readonly streamId: string;
  readonly key: string;
  readonly pingId: string;
  verified?: 'in plaintext' | 'inside TLS';
  readonly hear: (answer: Answer) => void;
}

export interface DeskPorts {
  readonly clock: Clock;
  readonly random: Random;
}

/** Takes the calls of a listener. `timeoutMs`: for each answer that is waited for. */
export function openDialbackDesk(listener: Listener, timeoutMs: number, ports: DeskPorts): DialbackDesk {
  const open = new Set<Entry>();
  const find = (matches: (entry: Entry) => boolean): Entry | undefined => [...open].find(matches);
  const register: DialbackRegister = {
    isOurs: (key, streamId) => find((entry) => entry.key === key && entry.streamId === streamId) !== undefined,
    expects: (domain) => find(({ domains }) => domains.includes(domain.toLowerCase())) !== undefined,
    hear: (id, answer) => find(({ pingId }) => pingId === id)?.hear(answer),
  };
  let callers = 0;
  listener.onCall(async (caller) => {
    if (++callers <= CALLERS) await takeCall(caller, register, open, timeoutMs, ports);
    callers--;
    caller.close();
  });
  return {
    open(domains, streamId) {
      let hear: (answer: Answer) => void = () => {};
      const heard = new Promise<Answer>((resolve) => (hear = resolve));
      const { random } = ports;
      const entry: Entry = {
        domains: domains.map((domain) => domain.toLowerCase()),
        streamId,
        key: random.token(40),
        pingId: random.token(20),
        hear,
      };
      open.add(entry);
      const { key, pingId } = entry;
      return { key, pingId, heard, verified: () => entry.verified, close: () => void open.delete(entry) };
    },
    close: () => listener.close(),
  };
}

/** Serves one caller: a stream, TLS when it asks for it, and the stream inside. */
async function takeCall(
  caller: CallerStream,
  register: DialbackRegister,
  open: ReadonlySet<Entry>,
  timeoutMs: number,
  { clock, random }: DeskPorts,
): Promise<void> {
  const deadlineMs = clock.monotonic() + ANSWERS_PER_CALL * timeoutMs;
  const confirmed = new Set<Entry>();
  for (const way of ['in plaintext', 'inside TLS'] as const) {
    const layer = openLayer(caller, () => {}, clock, deadlineMs);
    const onVerified = (key: string): void => {
      for (const entry of open) {
        if (entry.key !== key) continue;
        entry.verified = way;
        confirmed.add(entry);
      }
    };
    const call = { streamId: random.token(20), offersTls: way === 'in plaintext' };
    const end = await converseOver(layer, answerCall(register, call, onVerified), ANSWERS_PER_CALL * timeoutMs);
    if (end.kind === 'over') {
      // Only a caller that knew a key of ours can be the server it was sent to. One that ends its stream for another
      // reason, such as a certificate that it does not trust, may call again and answer the ping then.
      if (end.error !== undefined && refusedForLackOfTls(end.error))
        for (const entry of confirmed) entry.hear(end.error);
      return;
    }
    if (layer.hasUnread() || !(await caller.serveTls(timeoutMs))) return;
  }
}
