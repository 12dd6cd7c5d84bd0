import { refusedForLackOfTls, wasDropped } from '../model/answer.js';
import { done, failed, failure, notReached, type Step } from '../model/failure.js';
import type { Answer, DialbackObservation, PlaintextObservation } from '../model/observation.js';
import { offerKey, sendPing, type DialbackParties } from '../xmpp/dialback.js';
import { openVersionlessStream } from '../xmpp/negotiation.js';
import { withConnection, type Connection } from './connection.js';
import type { OpenProof } from './dialback-desk.js';
import { streamRequest, type Look } from './look.js';
import { openPlaintext } from './plaintext-stream.js';

/** What the server may take to look our domain up, connect to it and ask there, in times of one answer. */
const ANSWERS_PER_VERIFICATION = 2;

/** A key that nobody vouches for. */
const MADE_UP_KEY = 'probe';

type Tried = Omit<DialbackObservation, 'kind' | 'connected'>;

/** Whether dialback is tried at this endpoint: opt-in, and between servers only. */
export function triesDialback({ endpoint, settings, ports }: Pick<Look, 'endpoint' | 'settings' | 'ports'>): boolean {
  return endpoint.service === 's2s' && (settings.activeS2s === true || ports.dialbackDesk !== undefined);
}

/**
 * Asks to be believed by dialback on a plaintext stream of its own (XEP-0220). With a desk this is the full proof: the
 * key is vouched for, and the server is pinged over the stream it let in. Without one the key is made up, and nothing
 * more is learned than whether the server goes to verify it. `versionless`: on a stream as before XMPP 1.0.
 */
export async function tryDialback(look: Look, to: string, versionless = false): Promise<DialbackObservation> {
  const step = await withConnection(look, (connection) => tryOn(connection, look, to, versionless));
  if (step.state === 'done') return { kind: kindOf(look), connected: done('connected'), ...step.value };
  return { ...untriedDialback(look), connected: step };
}

/** What there is to say where dialback is wanted and no connection was left for it. */
export function untriedDialback(look: Look): DialbackObservation {
  const connected = failed(failure('probe.connections', 'connect'));
  const never = notReached('connect');
  return { kind: kindOf(look), connected, header: never, features: never, result: never, verified: never, ping: never };
}

function kindOf({ ports }: Look): DialbackObservation['kind'] {
  return ports.dialbackDesk === undefined ? 'probe' : 'proof';
}

/**
 * Whether dialback is worth trying on a stream without version: where it was turned away on one with a version, so that it
 * may be let in there, and db:verify was not turned away without one as well. A made-up key tells something only where the
 * other one was refused for lack of TLS; one that is vouched for has its ping.
 */
export function mayBeGotAround({ answers, dialback }: PlaintextObservation): boolean {
  if (dialback?.connected.state !== 'done' || mayHaveLetUsIn({ answers, dialback })) return false;
  const { 'versionless-verify': verify, 'dialback-verify': otherwise } = answers;
  const isRefused = verify?.state === 'done' && refusedForLackOfTls(verify.value);
  const areDropped = [verify, otherwise].every((step) => step?.state === 'done' && wasDropped(step.value));
  if (isRefused || areDropped) return false;
  return dialback.kind === 'proof' || (dialback.result.state === 'done' && refusedForLackOfTls(dialback.result.value));
}

/** Whether dialback can be what speaks against the server: only then is it worth a connection of the second look. */
export function mayHaveLetUsIn({ answers, dialback }: Pick<PlaintextObservation, 'answers' | 'dialback'>): boolean {
  const external = answers['sasl-external'];
  const servesSasl = external.state === 'done' && external.value.kind === 'sasl-failure';
  return dialback?.ping.state === 'done' || (servesSasl && wasTakenUp(dialback));
}

/** Whether the server said anything of our key but that TLS is missing. */
export function wasTakenUp(dialback: DialbackObservation | undefined): boolean {
  return dialback?.result.state === 'done' && !refusedForLackOfTls(dialback.result.value);
}

async function tryOn(connection: Connection, look: Look, to: string, versionless: boolean): Promise<Tried> {
  const { settings, ports, identity } = look;
  const never = notReached('question');
  const { header, features } = await open(connection, look, to, versionless);
  if (header.state !== 'done' || (features.state !== 'done' && !versionless)) {
    const after = notReached(header.state === 'done' ? 'features' : 'header');
    return { header, features, result: after, verified: after, ping: after };
  }
  const parties: DialbackParties = { from: settings.s2sFrom, to };
  const patienceMs = ANSWERS_PER_VERIFICATION * settings.timeoutMs;
  const { dialbackDesk } = ports;
  if (dialbackDesk === undefined) {
    const result = await connection.converse(offerKey(parties, MADE_UP_KEY), patienceMs);
    connection.endStream();
    return { header, features, result, verified: never, ping: never };
  }
  const proof = dialbackDesk.open([to, identity.domain, identity.unicodeDomain], header.value.id ?? '');
  try {
    return { header, features, ...(await prove(connection, parties, proof, patienceMs)) };
  } finally {
    proof.close();
  }
}

async function open(
  connection: Connection,
  look: Look,
  to: string,
  versionless: boolean,
): Promise<Pick<Tried, 'header' | 'features'>> {
  if (!versionless) return openPlaintext(connection, look, to);
  const opening = openVersionlessStream(streamRequest(look, to));
  return { header: await connection.converse(opening), features: notReached('header') };
}

/**
 * Dialback that succeeds, and a ping over what it opened. That a server calls the key valid proves nothing: jabberd2 says
 * so even for domains it does not serve. Only what it answers to a stanza shows whom it serves.
 */
async function prove(
  connection: Connection,
  parties: DialbackParties,
  proof: OpenProof,
  patienceMs: number,
): Promise<Pick<Tried, 'result' | 'verified' | 'ping'>> {
  const elsewhere = proof.heard.then((answer) => done(answer));
  const result = await Promise.race([connection.converse(offerKey(parties, proof.key), patienceMs), elsewhere]);
  const way = proof.verified();
  const verified = way === undefined ? notReached('question') : done(way);
  connection.note(
    way === undefined ? 'nobody came to verify our key' : `our key was verified, ${way}, by our listener`,
  );
  if (!isValid(result)) return { result, verified, ping: notReached('question') };
  const here = connection.converse(sendPing(parties, proof.pingId), patienceMs);
  const ping = await Promise.race([here, elsewhere.then((answer) => notedOn(connection, answer))]);
  connection.endStream();
  return { result, verified, ping };
}

function isValid(result: Step<Answer>): boolean {
  return result.state === 'done' && result.value.kind === 'dialback' && result.value.type === 'valid';
}

function notedOn(connection: Connection, answer: Step<Answer>): Step<Answer> {
  if (answer.state === 'done') {
    const { kind } = answer.value;
    const what = refusedForLackOfTls(answer.value) ? 'a refusal for lack of TLS' : kind;
    connection.note(`on its own stream to our listener the server said: ${what}`);
  }
  return answer;
}
