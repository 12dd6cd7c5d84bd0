import type { Step } from '../model/failure.js';
import type { DialbackObservation, PlaintextObservation, SuiteAnswer, SuiteAnswers } from '../model/observation.js';
import { accusations } from './accusations.js';
import { askFurther, compareVerify, isUncompared, openQuestions, type FurtherAnswers } from './further-questions.js';
import { keeping, type Look } from './look.js';
import { lookAtMain, tryTlsInstead } from './main-connection.js';
import type { MainSteps } from './main-steps.js';
import { mainMayPass, offerMayPass, openingIsUnexplained, openingMayPass, wayMayPass } from './passing-failures.js';
import { mayBeGotAround, triesDialback, tryDialback, untriedDialback } from './plaintext-dialback.js';
import { askRound, observationOf, type Round } from './plaintext-questions.js';
import { finishOffers, openOffer, type FirstOffer } from './worthless-suites.js';

/** Connections to find a NULL suite behind another one that is picked: one to offer it, and one to offer it again. */
const FOR_NULL_SUITES = 2;

/** All that was seen of an endpoint. Another try takes it up and adds what a passing failure came in the way of. */
export interface Seen {
  readonly to: string;
  readonly steps: MainSteps;
  readonly round: Round;
  /** What became of the first offer of worthless suites where it was made behind a `<proceed/>`. */
  readonly offered: Step<SuiteAnswer> | undefined;
  readonly suites: SuiteAnswers;
  readonly further: FurtherAnswers;
  readonly dialback?: DialbackObservation;
  readonly versionlessDialback?: DialbackObservation;
}

/**
 * One connection goes through TLS; at the same time another one asks what is possible without, and then others ask what its
 * answers call for.
 */
export async function lookAround(look: Look, before?: Seen): Promise<Seen> {
  const { domain, unicodeDomain } = look.identity;
  const stands = before !== undefined && !mainMayPass(look.endpoint, before.steps);
  const main = stands ? Promise.resolve(before) : lookAtMain(look);
  // Only the main connection tries both spellings of an IDN; for every other domain nothing is waited for.
  const askedAs = unicodeDomain === domain ? domain : (await main).to;
  const known = before?.to === askedAs ? before : undefined;
  const offer = openOffer(look, known?.offered);
  const asking = askRound(look, askedAs, known?.round, offer.makeBehindProceed);
  const entering = Promise.all([main, asking]).then(([entered, round]) => tryTlsInstead(look, entered, round.header));
  const [steps, behind] = await Promise.all([entering, followUp(look, askedAs, await asking, offer, entering, known)]);
  return { to: askedAs, steps, ...behind };
}

/**
 * Asks what the first answers call for, and finishes the offers of worthless suites. Where there are connections enough for
 * everything, the questions do not wait for the offers, and one of them may have the `<proceed/>` for the first offer;
 * elsewhere the offers come first, because only a NULL suite that was offered can be found.
 */
async function followUp(
  look: Look,
  to: string,
  round: Round,
  offer: FirstOffer,
  entering: Promise<MainSteps>,
  before: Seen | undefined,
): Promise<Omit<Seen, 'to' | 'steps'>> {
  const plaintext = observationOf(round);
  const known = before?.further ?? {};
  const settled = settledOffers(before);
  const forOffers = (offer.made() === undefined ? 1 : 0) + FOR_NULL_SUITES;
  const goFirst = settled === undefined && areEnough(look, plaintext, known, forOffers);
  const first = goFirst ? await askFurther(keeping(look, forOffers), to, plaintext, known, offer) : known;
  const sofar = { ...plaintext, answers: { ...plaintext.answers, ...first } };
  const suites = settled ?? (await finishOffers(look, to, entering, offer, sofar, goFirst));
  const toAsk = keeping(look, isNullPicked(suites) ? 1 : 0);
  const asked = goFirst ? first : await askFurther(toAsk, to, plaintext, known);
  const further = await compareVerify(toAsk, to, plaintext, asked);
  const seen = { round, offered: await offer.made(), suites, further };
  return { ...seen, ...(await tryDialbackOn(toAsk, to, plaintextOf({ ...seen, to }), before)) };
}

/** Whether there are connections for all further questions and a second look at their answers, beside those for the offers. */
function areEnough(look: Look, plaintext: PlaintextObservation, known: FurtherAnswers, forOffers: number): boolean {
  const open = openQuestions(look, plaintext, known).length;
  // The last question may be answered against the server as well, but nothing has to be left then to ask another one.
  const mayAccuse = accusations(plaintext).length > 0 || open > 1;
  return open > 0 && look.connectionsLeft() >= forOffers + open + (mayAccuse ? 1 : 0);
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
    isUncompared(observationOf(round), further) ||
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
