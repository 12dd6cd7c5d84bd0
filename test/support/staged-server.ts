import { SUITE_CLASSES, type SuiteClass } from '../../src/model/observation.js';
import { WORTHLESS_SUITES } from '../../src/tls/suites.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from './scripted-peer.js';
import {
  features,
  HEADER,
  PROCEED,
  requiresTls,
  serveSecured,
  STARTTLS,
  STARTTLS_REQUIRED,
} from './scripted-server.js';
import { aCertificate } from './test-certificate.js';

const HEARD = ['</auth>', "jabber:iq:auth'", "jabber:iq:register'", "'EXTERNAL'/>", '</db:verify>'] as const;

/** What is said to each question on one kind of stream; what is not there is dropped in silence. */
export type Replies = Partial<Record<(typeof HEARD)[number] | typeof STARTTLS, string>>;

/** What happens on a connection, in the words of {@link startStaged}. */
export type Happening = 'stream' | 'versionless stream' | 'verify' | 'versionless verify' | 'offer';

export interface Stage {
  readonly modern: Replies;
  readonly versionless: Replies;
  /** Whether a stream without version gets stream features as well. */
  readonly featuresWithoutVersion?: boolean;
  /** Classes of worthless suites that the server takes, best first. */
  readonly takes?: readonly SuiteClass[];
  /** Called when something happens; the answer waits for it. */
  readonly on?: (happening: Happening, times: number) => Promise<void> | void;
}

export interface StagedServer extends ScriptedPeer {
  /** Everything that happened, in order. */
  readonly happened: readonly Happening[];
  /** Classes that were offered, offer by offer. */
  readonly offers: readonly (readonly SuiteClass[])[];
}

const certificate = aCertificate({ names: [{ dns: 'example.org' }] });
const REFUSED = Buffer.from('15030300020228', 'hex');

/** A server whose every answer can be made to wait for something else, so that tests tell what goes on at the same time. */
export async function startStaged(stage: Stage): Promise<StagedServer> {
  const happened: Happening[] = [];
  const offers: (readonly SuiteClass[])[] = [];
  const on = async (happening: Happening): Promise<void> => {
    happened.push(happening);
    await stage.on?.(happening, happened.filter((one) => one === happening).length);
  };
  const answerOffer = async (connection: PeerConnection): Promise<void> => {
    if ((await connection.expect('\x16\x03\x01')) === undefined) return;
    const offered = classesIn(peer.received[connection.index] ?? '');
    offers.push(offered);
    await on('offer');
    const picked = (stage.takes ?? []).find((one) => offered.includes(one));
    await connection.send(picked === undefined ? REFUSED : rawServerHello(WORTHLESS_SUITES[picked][0]?.id ?? 0));
    await connection.hold();
  };
  const peer = await startPeer(async (connection) => {
    if ((await connection.expect("/streams'>")) === undefined) return;
    const isModern = peer.received[connection.index]?.includes(" version='1.0' xml:lang") === true;
    // The first connection is the main one: its handshake is a real one.
    const isMain = connection.index === 0;
    await on(isModern ? 'stream' : 'versionless stream');
    await connection.send(HEADER + (isModern || stage.featuresWithoutVersion ? features(STARTTLS_REQUIRED) : ''));
    const proceeds = await reply(connection, isModern ? stage.modern : stage.versionless, (heard) =>
      heard === '</db:verify>' ? on(isModern ? 'verify' : 'versionless verify') : undefined,
    );
    if (!proceeds) return;
    if (!isMain) return answerOffer(connection);
    if (await connection.startTls(certificate)) await serveSecured(connection, requiresTls(certificate));
  });
  return { ...peer, happened, offers };
}

/** Whether a handshake is next. */
async function reply(
  connection: PeerConnection,
  replies: Replies,
  on: (heard: string) => Promise<void> | undefined,
): Promise<boolean> {
  for (;;) {
    const heard = await connection.expect(...HEARD, STARTTLS, '</stream:stream>');
    if (heard === undefined || heard === '</stream:stream>') {
      connection.end();
      return false;
    }
    await on(heard);
    const said = replies[heard] ?? (heard === STARTTLS ? PROCEED : '');
    await connection.send(said);
    if (heard === STARTTLS && said === PROCEED) return true;
    if (said.endsWith('</stream:stream>')) {
      connection.end();
      return false;
    }
  }
}

/** The classes of the suites in the ClientHello at the end of what came. */
function classesIn(received: string): readonly SuiteClass[] {
  const hello = Buffer.from(received.slice(received.lastIndexOf('\x16\x03\x01')), 'latin1');
  // Record 5, handshake 4, version 2, random 32.
  const suitesAt = 43 + 1 + (hello[43] ?? 0);
  const count = hello.readUInt16BE(suitesAt) / 2;
  const ids = Array.from({ length: count }, (_, i) => hello.readUInt16BE(suitesAt + 2 + 2 * i));
  return SUITE_CLASSES.filter((one) => WORTHLESS_SUITES[one].some(({ id }) => ids.includes(id)));
}

function rawServerHello(suite: number): Uint8Array {
  const body = `0303${'ab'.repeat(32)}00${suite.toString(16).padStart(4, '0')}00`;
  return Buffer.from(`160303002a020000${(body.length / 2).toString(16)}${body}`, 'hex');
}
