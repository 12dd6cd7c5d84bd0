import { done, failed, notReached, type Step } from '../model/failure.js';
import type { LoginObservation } from '../model/observation.js';
import { bindResource, chooseMeans, logIn, type LoggedIn, messageOneself } from '../xmpp/login.js';
import { openStream } from '../xmpp/negotiation.js';
import { withConnection, type Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';
import { openPlaintext } from './plaintext-stream.js';

type Tried = Omit<LoginObservation, 'connected'>;

/** Whether a login is tried at this endpoint: opt-in, and with an account of the very domain that is asked for. */
export function triesLogin({
  endpoint,
  identity,
  settings,
}: Pick<Look, 'endpoint' | 'identity' | 'settings'>): boolean {
  return endpoint.service === 'c2s' && settings.login?.domain === identity.domain;
}

/**
 * Does what a client does that was told never to encrypt: it passes over `<required/>`, logs in by what is offered, and
 * writes to itself. It stops at the first thing that is refused.
 */
export async function tryLogin(look: Look, to: string): Promise<LoginObservation> {
  const step = await withConnection(look, (connection) => tryOn(connection, look, to), withoutContent);
  if (step.state === 'done') return { connected: done('connected'), ...step.value };
  return { connected: step, ...stoppedBefore({ header: notReached('connect'), features: notReached('connect') }) };
}

async function tryOn(connection: Connection, look: Look, to: string): Promise<Tried> {
  const { settings, ports } = look;
  const { login: account } = settings;
  if (account === undefined || ports.scram === undefined) throw new Error('a login cannot be tried without an account');
  const parties = streamRequest(look, to);
  const opened = await openPlaintext(connection, look, to);
  if (opened.features.state !== 'done' || opened.header.state !== 'done') return stoppedBefore(opened);
  const means = chooseMeans(opened.features.value, account.allowPlain);
  if (means === undefined) return stoppedBefore(opened);

  const token = ports.random.token(16);
  const streamId = opened.header.value.id ?? '';
  const said = await connection.converse(logIn(means, { account, crypto: ports.scram, to, token, streamId }));
  const tried = { ...opened, means: done(means), begun: said.begun, accepted: said.accepted };
  const jid = await enterSession(connection, said, parties, token);
  if (jid.state !== 'done') return { ...tried, bound: jid, delivered: notReached('bind') };
  const delivered = await connection.converse(messageOneself(jid.value, token));
  connection.endStream();
  return { ...tried, bound: done('bound'), delivered };
}

/** Our full JID, once the login was accepted. */
async function enterSession(
  connection: Connection,
  { accepted, jid }: LoggedIn,
  parties: ReturnType<typeof streamRequest>,
  token: string,
): Promise<Step<string>> {
  if (accepted.state !== 'done') return notReached('login');
  if (accepted.value.kind === 'iq-result' && jid !== undefined) return done(jid);
  if (accepted.value.kind !== 'sasl-success') return notReached('login');
  connection.restartStream();
  const steps = { header: 'bind', features: 'bind' } as const;
  const { header, features } = await connection.converse(openStream({ ...parties, steps }));
  if (features.state !== 'done') return header.state === 'failed' ? failed(header.failure) : features;
  return connection.converse(bindResource(features.value, token));
}

function stoppedBefore(opened: Pick<Tried, 'header' | 'features'>): Tried {
  const after = opened.features.state === 'done' ? 'features' : opened.header.state === 'done' ? 'features' : 'header';
  const never = notReached(after);
  return { ...opened, means: never, begun: never, accepted: never, bound: never, delivered: never };
}

/** Only tags are written down: what stands between them could be guessed from, or be the password itself. */
function withoutContent(said: string): string {
  return said.replace(/(^|>)[^<>]+/gu, (_, before: string) => `${before}…`);
}
