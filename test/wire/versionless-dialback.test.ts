import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { ProbeSettings } from '../../src/probe/look.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { lookAt, probeSettings, realPorts, SUBJECT } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  features,
  HEADER,
  PROCEED,
  saslFailure,
  STARTTLS,
  STARTTLS_REQUIRED,
  USE_TLS,
} from '../support/scripted-server.js';

const DIALBACK = "<dialback xmlns='urn:xmpp:features:dialback'/>";
const INVALID = "<db:verify from='example.org' to='tls-probe.invalid' type='invalid'/>";
const UNVERIFIED = "<db:result from='example.org' to='tls-probe.invalid' type='invalid'/>";
const FAILING = 's2s-refuses-versionless-dialback';

/** What a server says to other servers on streams of one kind; what is not there is dropped in silence. */
interface Answers {
  readonly auth?: string;
  readonly verify?: string;
  readonly result?: string;
}

let peer: ScriptedPeer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

/** A server that offers this, and keeps streams with a version apart from those without. */
async function startServer(offered: string, withVersion: Answers, without: Answers): Promise<ScriptedPeer> {
  const started = await startPeer(async (connection) => {
    if ((await connection.expect("/streams'>")) === undefined) return;
    const isModern = started.received[connection.index]?.includes(" version='1.0' xml:lang") === true;
    const header = isModern ? HEADER + features(offered) : HEADER.replace(" version='1.0' xml:lang='en'", '');
    await connection.send(header);
    await answer(connection, isModern ? withVersion : without);
  });
  peer = started;
  return started;
}

async function answer(connection: PeerConnection, { auth, verify, result }: Answers): Promise<void> {
  const said = { '</auth>': auth, '</db:verify>': verify, '</db:result>': result, [STARTTLS]: PROCEED };
  for (;;) {
    const heard = await connection.expect('</auth>', '</db:verify>', '</db:result>', STARTTLS, '</stream:stream>');
    const reply = heard === undefined || heard === '</stream:stream>' ? undefined : (said[heard] ?? '');
    if (reply === undefined) return connection.end();
    await connection.send(reply);
    if (reply.endsWith('</stream:stream>')) return connection.end();
  }
}

/** The judgement, with a second look where the first one accuses. */
async function judge(server: ScriptedPeer, changes: Partial<ProbeSettings> = {}) {
  const settings = { timeoutMs: 300, ...changes };
  const first = await lookAt(server, { endpoint: { service: 's2s' }, settings });
  const isAccused = judgeEndpoint(first, {}).verdict === 'plaintext';
  const observation = isAccused ? await confirmPlaintext(first, SUBJECT, probeSettings(settings), realPorts()) : first;
  const { verdict, proof, findings } = judgeEndpoint(observation, {});
  const failing = findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
  const without = server.received.filter((said) => said !== '' && !said.includes(" version='1.0' xml:lang")).length;
  return { is: `${verdict} ${proof}`, failing, without, connections: observation.cost.connections };
}

const REFUSING = { auth: saslFailure('encryption-required'), verify: USE_TLS, result: USE_TLS };

describe('a stream without version between servers', () => {
  it('is opened to a server that refuses streams with one, and closed changes nothing', async () => {
    const server = await startServer(STARTTLS_REQUIRED, REFUSING, { verify: USE_TLS });
    expect(await judge(server)).toEqual({ is: 'secure behaviour', failing: [], without: 1, connections: 3 });
    // What is refused on one stream need not be compared with another.
    expect(server.received.join('').match(/<db:verify/gu)).toHaveLength(1);
  });

  it('is not opened to a server that refuses nothing for lack of TLS', async () => {
    const prosodyLike = { auth: saslFailure('invalid-mechanism'), verify: INVALID };
    const server = await startServer(STARTTLS_REQUIRED + DIALBACK, prosodyLike, { verify: INVALID });
    expect(await judge(server)).toMatchObject({ is: 'secure advertised', without: 0 });
  });

  it('that leads past the requirement of TLS is found by the difference', async () => {
    const server = await startServer(STARTTLS_REQUIRED, REFUSING, { verify: INVALID });
    const seen = await judge(server);
    expect(seen).toMatchObject({ is: 'plaintext advertised', failing: [FAILING], without: 2 });
    expect(seen.connections).toBeLessThanOrEqual(6);
  });

  it('is found where streams with a version drop everything, as jabberd2 does', async () => {
    const server = await startServer(STARTTLS + DIALBACK, {}, { verify: INVALID });
    expect(await judge(server)).toMatchObject({ is: 'plaintext advertised', failing: [FAILING] });
  });

  it('shows nothing where db:verify is answered on every stream', async () => {
    const server = await startServer(STARTTLS_REQUIRED, { ...REFUSING, verify: INVALID }, { verify: INVALID });
    expect(await judge(server)).toMatchObject({ is: 'secure behaviour', failing: [], connections: 4 });
  });
});

describe('dialback on a stream without version', () => {
  const activeS2s = true;

  it('is tried only when asked for', async () => {
    const server = await startServer(STARTTLS_REQUIRED, REFUSING, { result: UNVERIFIED });
    expect(await judge(server)).toMatchObject({ is: 'secure behaviour' });
    expect(server.received.join('')).not.toContain('db:result');
  });

  it('that is taken up is proof, where it is refused on a stream with a version', async () => {
    const server = await startServer(STARTTLS_REQUIRED, REFUSING, { result: UNVERIFIED });
    const seen = await judge(server, { activeS2s });
    expect(seen).toMatchObject({ is: 'plaintext behaviour', failing: [FAILING] });
    // Dialback is opt-in, and has one connection of its own.
    expect(seen.connections).toBeLessThanOrEqual(7);
  });

  it('is not tried where db:verify was refused there, nor where a made-up key tells nothing', async () => {
    const closed = await startServer(STARTTLS_REQUIRED, REFUSING, { verify: USE_TLS, result: UNVERIFIED });
    expect(await judge(closed, { activeS2s })).toMatchObject({ is: 'secure behaviour', without: 1 });
    await closed.close();
    const verifying = { auth: saslFailure('encryption-required'), result: UNVERIFIED };
    const open = await startServer(STARTTLS_REQUIRED, verifying, { result: UNVERIFIED });
    expect(await judge(open, { activeS2s })).toMatchObject({ is: 'secure behaviour', without: 1 });
  });
});
