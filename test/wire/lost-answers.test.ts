import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { Service } from '../../src/model/target.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { createClock } from '../../src/runtime/clock.js';
import { lookAt, probeSettings, realPorts, SUBJECT } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import {
  features,
  HEADER,
  iqError,
  PROCEED,
  requiresTls,
  saslFailure,
  serveSecured,
  STARTTLS,
  STARTTLS_REQUIRED,
  streamError,
  USE_TLS,
} from '../support/scripted-server.js';
import { aCertificate } from '../support/test-certificate.js';

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });

const DIALBACK = "<dialback xmlns='urn:xmpp:features:dialback'/>";
const INVALID = "<db:verify from='example.org' to='tls-probe.invalid' type='invalid'/>";
const LOGIN = "<iq type='result'><query xmlns='jabber:iq:auth'><username/><password/><digest/><resource/></query></iq>";
const VERSIONLESS_CHECK = 's2s-refuses-versionless-dialback';

const HEARD = ['</auth>', "jabber:iq:auth'", "jabber:iq:register'", "'EXTERNAL'/>", '</db:verify>'] as const;
type Replies = Partial<Record<(typeof HEARD)[number], string>>;

/** How a connection ends, beside a stream error: politely, or not. */
const HANG_UP = 'hang up';
const RESET = 'reset';

interface Stage {
  readonly service: Service;
  readonly modern: Replies;
  readonly versionless: Replies;
  readonly offered?: string;
  readonly featuresWithoutVersion?: boolean;
  /** What a connection meets before anything else; `open` counts it as well. */
  readonly atAccept?: (index: number, open: number) => string | undefined;
  /** What the stream header meets; `time` counts streams of this kind from 1. */
  readonly atHeader?: (isModern: boolean, time: number) => string | undefined;
  /** What the question behind the header meets instead of an answer. */
  readonly atQuestion?: (isModern: boolean, time: number, heard: string) => string | undefined;
  /** What happens on a stream that was opened, while nothing is asked there yet. */
  readonly idle?: (connection: PeerConnection) => Promise<string | undefined> | undefined;
  /** How long the server thinks before the first handshake, that of the main connection. */
  readonly slowTlsMs?: number;
  /** What an answer to db:verify on a stream without version waits for. */
  readonly until?: Promise<void>;
}

let peer: ScriptedPeer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function start(stage: Stage): Promise<ScriptedPeer> {
  const streams = { modern: 0, versionless: 0 };
  let open = 0;
  const started = await startPeer(async (connection) => {
    open++;
    try {
      await converse(connection);
    } finally {
      open--;
    }
  });
  const converse = async (connection: PeerConnection): Promise<void> => {
    if (meet(connection, stage.atAccept?.(connection.index, open))) return;
    if ((await connection.expect("/streams'>")) === undefined) return;
    const isModern = started.received[connection.index]?.includes(" version='1.0' xml:lang") === true;
    const time = ++streams[isModern ? 'modern' : 'versionless'];
    const met = stage.atHeader?.(isModern, time);
    if (met !== undefined) {
      // A stream error has a header of its own.
      if (met !== HANG_UP && met !== RESET) await connection.send(OLD_HEADER);
      meet(connection, met);
      return;
    }
    const shown = isModern || stage.featuresWithoutVersion ? features(stage.offered ?? STARTTLS_REQUIRED) : '';
    await connection.send((isModern ? HEADER : OLD_HEADER) + shown);
    if (isModern && meet(connection, await stage.idle?.(connection))) return;
    for (;;) {
      const heard = await connection.expect(...HEARD, STARTTLS, '</stream:stream>');
      if (heard === undefined || heard === '</stream:stream>') return connection.end();
      if (heard !== STARTTLS && meet(connection, stage.atQuestion?.(isModern, time, heard))) return;
      if (!isModern && heard === '</db:verify>') await stage.until;
      if (heard === STARTTLS) {
        await connection.send(PROCEED);
        if (connection.index === 0 && stage.slowTlsMs !== undefined) await sleep(stage.slowTlsMs);
        if (await connection.startTls(certificate)) await serveSecured(connection, requiresTls(certificate));
        return;
      }
      const reply = (isModern ? stage.modern : stage.versionless)[heard] ?? '';
      await connection.send(reply);
      if (reply.endsWith('</stream:stream>')) return connection.end();
    }
  };
  peer = started;
  return started;
}

const OLD_HEADER = HEADER.replace(" version='1.0' xml:lang='en'", '');

/** Whether the connection was ended by it. */
function meet(connection: PeerConnection, met: string | undefined): boolean {
  if (met === undefined) return false;
  if (met === RESET) connection.reset();
  else if (met === HANG_UP) connection.end();
  else void connection.send(met).then(() => connection.end());
  return true;
}

/** The judgement, with a second look where the first one accuses. */
async function judge(stage: Stage, retries = 1) {
  const server = await start(stage);
  const clock = createClock();
  const hasty = {
    ...clock,
    sleep: (ms: number, signal: AbortSignal) => clock.sleep(Math.min(ms, 50), signal),
  } as typeof clock;
  const settings = { timeoutMs: 300, retries };
  const first = await lookAt(server, { endpoint: { service: stage.service }, settings, ports: { clock: hasty } });
  const isAccused = judgeEndpoint(first, {}).verdict === 'plaintext';
  const seen = isAccused ? await confirmPlaintext(first, SUBJECT, probeSettings(settings), realPorts()) : first;
  const { verdict, proof, because, outcomes } = judgeEndpoint(seen, {});
  expect(seen.cost.connections).toBeLessThanOrEqual(6);
  return { is: `${verdict} ${proof}`, because: because.join('\n'), outcomes, seen, received: server.received };
}

const VERIFYING: Stage = {
  service: 's2s',
  offered: STARTTLS_REQUIRED + DIALBACK,
  modern: { '</auth>': saslFailure('encryption-required'), '</db:verify>': USE_TLS },
  versionless: { '</db:verify>': INVALID },
};
const VERIFYING_EVERYWHERE: Stage = { ...VERIFYING, modern: { ...VERIFYING.modern, '</db:verify>': INVALID } };

/** Ends of a connection that may be about us, by name. */
const LOST: Readonly<Record<string, string>> = {
  'a hang-up': HANG_UP,
  'a reset': RESET,
  'a lack of resources': streamError('resource-constraint'),
  'a policy without a word of TLS': streamError('policy-violation'),
  'too many connections': streamError('policy-violation', 'Too many connections from your address'),
  'a shutdown': streamError('system-shutdown'),
  'trouble of the server': streamError('internal-server-error'),
  'a timeout of the server': streamError('connection-timeout'),
};

describe('a db:verify that was answered on a stream without version', () => {
  const early = { featuresWithoutVersion: true };
  const atFirst = (lost: string) => (index: number) => (index === 3 ? lost : undefined);
  const ofCheck = ({ outcomes }: Awaited<ReturnType<typeof judge>>) =>
    outcomes.find(({ check }) => check === VERSIONLESS_CHECK)?.outcome;

  it.each(Object.entries(LOST).flatMap(([name, lost]) => [[name, {}, lost] as const, [name, early, lost] as const]))(
    'acquits nobody where every further connection meets %s, %j',
    async (_, changes, lost) => {
      const seen = await judge({ ...VERIFYING, ...changes, atAccept: (index) => (index >= 3 ? lost : undefined) });
      expect(seen.is).toBe('inconclusive none');
      expect(seen.because).toContain('db:verify');
      expect(ofCheck(seen)).toMatchObject({ because: expect.not.stringContaining('every stream') });
    },
  );

  it.each(Object.entries({ ...LOST, 'a lack of authorization': streamError('not-authorized') }))(
    'acquits nobody where the same meets %s on streams with a version',
    async (_, met) => {
      const atQuestion = (isModern: boolean, __: number, heard: string): string | undefined =>
        isModern && heard === '</db:verify>' ? met : undefined;
      const seen = await judge({ ...VERIFYING, ...early, atQuestion });
      expect(seen.is).toBe('inconclusive none');
      expect(ofCheck(seen)).toMatchObject({ because: expect.not.stringContaining('every stream') });
    },
  );

  it.each(Object.entries(LOST))('is compared once more where the first stream for that meets %s', async (_, lost) => {
    const found = await judge({ ...VERIFYING, ...early, atAccept: atFirst(lost) });
    expect(found).toMatchObject({ is: 'plaintext advertised' });
    await peer?.close();
    const everywhere = await judge({ ...VERIFYING_EVERYWHERE, ...early, atAccept: atFirst(lost) });
    expect(everywhere).toMatchObject({ is: 'secure behaviour' });
    expect(ofCheck(everywhere)).toMatchObject({ because: expect.stringContaining('on every stream') });
  });

  it('is compared after a pause where no stream without version has features', async () => {
    const seen = await judge({ ...VERIFYING_EVERYWHERE, atAccept: atFirst(RESET) });
    expect(seen).toMatchObject({ is: 'secure behaviour' });
  });

  it('is compared once more where the question was read and the stream ended', async () => {
    let times = 0;
    const atQuestion = (isModern: boolean, _: number, heard: string): string | undefined =>
      isModern && heard === '</db:verify>' && ++times === 1 ? HANG_UP : undefined;
    expect(await judge({ ...VERIFYING, ...early, atQuestion })).toMatchObject({ is: 'plaintext advertised' });
  });
});

const CLIENTS: Stage = {
  service: 'c2s',
  modern: {
    '</auth>': saslFailure('encryption-required'),
    "jabber:iq:auth'": iqError('jabber:iq:auth', 'not-acceptable'),
    "jabber:iq:register'": iqError('jabber:iq:register', 'not-allowed'),
  },
  versionless: { "jabber:iq:auth'": LOGIN },
};
const OPEN = { c2s: [CLIENTS, 'plaintext behaviour'], s2s: [VERIFYING, 'plaintext advertised'] } as const;
const STRICT = {
  c2s: { ...CLIENTS, versionless: CLIENTS.modern },
  s2s: { ...VERIFYING, versionless: VERIFYING.modern },
};
const SERVICES = ['c2s', 's2s'] as const;

/** Meets this on streams without version, on the first ones or on every one. */
const onOld =
  (met: string, times = Infinity) =>
  (isModern: boolean, time: number): string | undefined =>
    !isModern && time <= times ? met : undefined;
const EVERYWHERE = SERVICES.flatMap((service) =>
  (['atHeader', 'atQuestion'] as const).flatMap((at) =>
    Object.entries(LOST).map(([name, lost]) => [service, at, name, lost] as const),
  ),
);

describe('a stream without version that meets what may be about us', () => {
  it.each(EVERYWHERE)('is tried once more, and leads where it leads: %s, %s, %s', async (service, at, _, lost) => {
    const [stage, found] = OPEN[service];
    expect(await judge({ ...stage, [at]: onOld(lost, 1) })).toMatchObject({ is: found });
    await peer?.close();
    expect(await judge({ ...STRICT[service], [at]: onOld(lost, 1) })).toMatchObject({ is: 'secure behaviour' });
  });

  it.each(EVERYWHERE)('acquits nobody where there is no other try: %s, %s, %s', async (service, at, _, lost) => {
    const { is, because } = await judge({ ...OPEN[service][0], [at]: onOld(lost) }, 0);
    expect(is).toBe('inconclusive none');
    expect(because).toMatch(/on a stream without version before TLS was left open: the (?:server|connection)/u);
  });

  it.each(EVERYWHERE.filter(([, at, name]) => at === 'atHeader' || !['a hang-up', 'a reset'].includes(name)))(
    'acquits nobody where the other try meets the same: %s, %s, %s',
    async (service, at, _, lost) => {
      const { is, received } = await judge({ ...OPEN[service][0], [at]: onOld(lost) });
      expect(is).toBe('inconclusive none');
      expect(received.filter((said) => said !== '' && !said.includes(" version='1.0' xml:lang"))).toHaveLength(2);
    },
  );

  it.each(SERVICES)('counts as closed where it hangs up on the question, and once more: %s', async (service) => {
    expect(await judge({ ...STRICT[service], atQuestion: onOld(HANG_UP) })).toMatchObject({ is: 'secure behaviour' });
  });

  it.each(SERVICES.flatMap((service) => Object.keys(LOST).map((name) => [service, name] as const)))(
    'is opened again alone where no more than two connections are let in at once: %s, %s',
    async (service, name) => {
      const [stage, found] = OPEN[service];
      const lost = LOST[name];
      // TLS takes its time, so that the main connection is there when the stream without version comes.
      const atAccept = (_: number, open: number): string | undefined => (open > 2 ? lost : undefined);
      expect(await judge({ ...stage, atAccept, slowTlsMs: 150 })).toMatchObject({ is: found });
    },
  );
});

describe('a stream without version that is refused', () => {
  const REFUSALS = {
    'for its version': streamError('unsupported-version'),
    'for its format': streamError('bad-format'),
    'for lack of TLS': USE_TLS,
    'for lack of TLS, as Openfire does': streamError('not-authorized', 'TLS is mandatory, but was not established'),
  };

  it.each(
    SERVICES.flatMap((service) =>
      (['atHeader', 'atQuestion'] as const).flatMap((at) =>
        Object.entries(REFUSALS).map(([name, refusal]) => [service, at, name, refusal] as const),
      ),
    ),
  )('is asked once, and acquits: %s, %s, %s', async (service, at, _, refusal) => {
    const { is, received } = await judge({ ...STRICT[service], [at]: onOld(refusal) });
    expect(is).toBe('secure behaviour');
    expect(received.filter((said) => said !== '' && !said.includes(" version='1.0' xml:lang"))).toHaveLength(1);
  });
});
