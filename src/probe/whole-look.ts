import type { DialbackObservation, PlaintextObservation, SuiteAnswers } from '../model/observation.js';
import { accusations } from './accusations.js';
import { askFurther, type FurtherAnswers } from './further-questions.js';
import { keeping, type Look } from './look.js';
import { lookAtMain, tryTlsInstead } from './main-connection.js';
import type { MainSteps } from './main-steps.js';
import { mainMayPass, offerMayPass, openingIsUnexplained, openingMayPass, wayMayPass } from './passing-failures.js';
import { mayBeGotAround, triesDialback, tryDialback, untriedDialback } from './plaintext-dialback.js';
import { observationOf } from './plaintext-questions.js';
import { askAndOfferSuites, finishOffers, type QuestionsAndOffer } from './worthless-suites.js';

/** All that was seen of an endpoint. Another try takes it up and adds what a passing failure came in the way of. */
export interface Seen extends QuestionsAndOffer {
  readonly to: string;
  readonly steps: MainSteps;
  readonly suites: SuiteAnswers;
  readonly further: FurtherAnswers;
  readonly dialback?: DialbackObservation;
  readonly versionlessDialback?: DialbackObservation;
}

/**
 * One connection goes through TLS; at the same time another one asks what is possible without, and then, one by one, others
 * ask what its answers call for: worthless suites first, because only a NULL suite that was offered can be found.
 */
export async function lookAround(look: Look, before?: Seen): Promise<Seen> {
  const { domain, unicodeDomain } = look.identity;
  const stands = before !== undefined && !mainMayPass(look.endpoint, before.steps);
  const main = stands ? Promise.resolve(before) : lookAtMain(look);
  // Only the main connection tries both spellings of an IDN; for every other domain nothing is waited for.
  const askedAs = unicodeDomain === domain ? domain : (await main).to;
  const known = before?.to === askedAs ? before : undefined;
  const asking = askAndOfferSuites(look, askedAs, known);
  const entering = Promise.all([main, asking]).then(([entered, { round }]) =>
    tryTlsInstead(look, entered, round.header),
  );
  const [steps, behind] = await Promise.all([entering, followUp(look, askedAs, await asking, entering, known)]);
  return { to: askedAs, steps, ...behind };
}

async function followUp(
  look: Look,
  to: string,
  asked: QuestionsAndOffer,
  entering: Promise<MainSteps>,
  before: Seen | undefined,
): Promise<Omit<Seen, 'to' | 'steps'>> {
  const suites = settledOffers(before) ?? (await finishOffers(look, to, entering, asked));
  const toAsk = keeping(look, isNullPicked(suites) ? 1 : 0);
  const further = await askFurther(toAsk, to, observationOf(asked.round), before?.further ?? {});
  const seen = { ...asked, to, suites, further };
  return { ...asked, suites, further, ...(await tryDialbackOn(toAsk, to, plaintextOf(seen), before)) };
}

/** Connections that a second look at what speaks against the server needs: one to ask, and one to offer NULL suites. */
export function forSecondLook(seen: Seen): number {
  return (accusations(plaintextOf(seen)).length > 0 ? 1 : 0) + (isNullPicked(seen.suites) ? 1 : 0);
}

function isNullPicked({ null: answer }: SuiteAnswers): boolean {
  return answer.state === 'done' && answer.value.kind === 'picked';
}

/** Whether another try may show what a reset, a timeout or a hang-up has hidden. */
export function mayShowMore({ endpoint }: Look, { steps, round, further, suites }: Seen): boolean {
  const answers = Object.entries({ ...round.answers, ...further }) as [keyof typeof round.answers, never][];
  return (
    mainMayPass(endpoint, steps) ||
    openingIsUnexplained(endpoint, round, steps) ||
    answers.some(([question, step]) => wayMayPass(question, step)) ||
    offerMayPass(suites.null)
  );
}

/** What was seen without TLS. */
export function plaintextOf(seen: Omit<Seen, 'steps' | 'suites'>): PlaintextObservation {
  const { round, further, dialback, versionlessDialback } = seen;
  return {
    ...observationOf(round, { ...round.answers, ...further }),
    ...(dialback === undefined ? {} : { dialback }),
    ...(versionlessDialback === undefined ? {} : { versionlessDialback }),
  };
}

/** What became of the suites in an earlier try, unless there is more to be learned. */
function settledOffers(before: Seen | undefined): SuiteAnswers | undefined {
  const { suites } = before ?? {};
  return suites === undefined || suites.null.state === 'not-reached' || offerMayPass(suites.null) ? undefined : suites;
}

/**
 * Dialback where it is wanted and there is a stream to try it on, and once more without a version where that may get around
 * what a stream with one has shown. The second look at an offer of it needs two connections.
 */
async function tryDialbackOn(
  look: Look,
  to: string,
  plaintext: PlaintextObservation,
  before: Pick<Seen, 'dialback' | 'versionlessDialback'> = {},
): Promise<Pick<Seen, 'dialback' | 'versionlessDialback'>> {
  if (!triesDialback(look) || plaintext.features.state !== 'done') return {};
  const kept = accusations(plaintext).length > 0 ? 2 : 0;
  const tryOnce = async (versionless: boolean, earlier?: DialbackObservation): Promise<DialbackObservation> => {
    if (earlier !== undefined && !openingMayPass(earlier)) return earlier;
    if (look.connectionsLeft() <= kept) return earlier ?? untriedDialback(look);
    return tryDialback(look, to, versionless);
  };
  const dialback = await tryOnce(false, before.dialback);
  if (!mayBeGotAround({ ...plaintext, dialback })) return { dialback };
  return { dialback, versionlessDialback: await tryOnce(true, before.versionlessDialback) };
}
