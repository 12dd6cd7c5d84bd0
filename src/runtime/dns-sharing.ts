import { setMaxListeners } from 'node:events';
import type { DnsAnswer, QuestionType, Resolver } from '../dns/resolver.js';
import type { Clock } from '../model/ports.js';
import { failedAnswer } from './dns-question.js';

/** Asks one question; never rejects, and ends at once when its signal aborts. */
export type Ask = <T extends QuestionType>(name: string, type: T, signal: AbortSignal) => Promise<DnsAnswer<T>>;

/** How long a failure is believed (RFC 9520: at least a second, at most five minutes). */
const FAILURE_MS = 30_000;
/** Beyond this, answers are forgotten that nobody has asked for the longest time. */
const MAX_REMEMBERED = 5_000;

interface Lookup {
  readonly answer: Promise<DnsAnswer>;
  readonly controller: AbortController;
  waiting: number;
  /** On the monotonic clock, in milliseconds. */
  validUntil: number;
}

/**
 * Makes equal questions cost one lookup, at the same time and later: ten thousand domains on one host ask for its
 * addresses once. Answers hold as long as the resolver is kept, which is one run, whatever their TTL: a run sees one DNS.
 */
export function shareLookups(ask: Ask, clock: Pick<Clock, 'monotonic'>): Resolver {
  const lookups = new Map<string, Lookup>();

  function remember(key: string, lookup: Lookup): void {
    // A Map keeps the order of insertion, so the first key is the one least recently asked for.
    lookups.delete(key);
    lookups.set(key, lookup);
    const [first] = lookups.keys();
    if (first !== undefined && lookups.size > MAX_REMEMBERED) lookups.delete(first);
  }

  function start(name: string, type: QuestionType): Lookup {
    const controller = new AbortController();
    const lookup: Lookup = {
      answer: ask(name, type, controller.signal),
      controller,
      waiting: 0,
      validUntil: Infinity,
    };
    void lookup.answer.then(({ state }) => {
      if (state === 'failed') lookup.validUntil = clock.monotonic() + FAILURE_MS;
    });
    return lookup;
  }

  return {
    async resolve<T extends QuestionType>(name: string, type: T, signal: AbortSignal): Promise<DnsAnswer<T>> {
      if (signal.aborted) return failedAnswer('run.deadline', { name, type });
      const key = `${type} ${name.toLowerCase()}`;
      const known = lookups.get(key);
      const lookup = known && clock.monotonic() < known.validUntil ? known : start(name, type);
      remember(key, lookup);
      const forget = (): void => {
        if (lookups.get(key) === lookup) lookups.delete(key);
      };
      const answer = await waitFor(lookup, signal, forget);
      // The key holds the type, so the answer is of this type.
      return (answer as DnsAnswer<T> | undefined) ?? failedAnswer('run.deadline', { name, type });
    },
  };
}

/** The answer, or undefined once the signal aborts; a lookup that nobody waits for any more is stopped and forgotten. */
function waitFor(lookup: Lookup, signal: AbortSignal, forget: () => void): Promise<DnsAnswer | undefined> {
  // One signal ends a whole run, so many questions listen to it; Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  lookup.waiting += 1;
  return new Promise((resolve) => {
    const giveUp = (): void => {
      lookup.waiting -= 1;
      if (lookup.waiting === 0) {
        forget();
        lookup.controller.abort();
      }
      resolve(undefined);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    void lookup.answer.then((answer) => {
      signal.removeEventListener('abort', giveUp);
      lookup.waiting -= 1;
      resolve(answer);
    });
  });
}
