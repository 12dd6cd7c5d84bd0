import { afterEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { once } from 'node:events';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { DialbackObservation, EndpointObservation } from '../../src/model/observation.js';
import { confirmPlaintext } from '../../src/probe/observe.js';
import { openDialbackDesk, type DialbackDesk } from '../../src/probe/dialback-desk.js';
import { createClock, createRandom } from '../../src/runtime/clock.js';
import { listen } from '../../src/runtime/listener.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf } from '../support/loopback-look.js';
import { startPeer, type PeerConnection, type ScriptedPeer } from '../support/scripted-peer.js';
import { features, HEADER, saslFailure, streamError } from '../support/scripted-server.js';
import { freePort } from '../support/servers/ports.js';

const DIALBACK = "<dialback xmlns='urn:xmpp:features:dialback'/>";
const OFFERED = `<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>${DIALBACK}`;
const FROM = 'prober.example';
const TOO_LATE = streamError(
  'policy-violation',
  'Encrypted server-to-server communication is required but was not used',
);
const PONG = (id: string) => `<iq type='result' id='${id}' from='example.org' to='${FROM}'/>`;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What a scripted target does once it was sent a key, with the text that came with it. */
type OnKey = (connection: PeerConnection, sent: { key: string; streamId: string }) => Promise<void>;

/** A target that leaves TLS optional, answers the questions, and goes by `onKey` from there. */
async function startTarget(onKey: OnKey): Promise<ScriptedPeer> {
  const target: ScriptedPeer = await startPeer(async (connection) => {
    const streamId = `stream${connection.index}`;
    if ((await connection.expect("/streams'>")) === undefined) return;
    await connection.send(HEADER.replace("id='1'", `id='${streamId}'`) + features(OFFERED));
    const heard = await connection.expect('</db:result>', "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    if (heard === '</db:result>') {
      const key = />([^<]*)<\/db:result>/.exec(target.received[connection.index] ?? '')?.[1] ?? '';
      await onKey(connection, { key, streamId });
      await connection.expect('</stream:stream>');
    } else if (target.received[connection.index]?.includes('</auth>') === true) {
      await connection.send(
        saslFailure('not-authorized') + "<db:verify type='invalid'/><failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
      );
    }
    connection.end();
  });
  closing.push(() => target.close());
  return target;
}

async function openDesk(): Promise<{ desk: DialbackDesk; port: number }> {
  const port = await freePort();
  const listener = await listen({ address: '127.0.0.1', port, domain: FROM });
  const desk = openDialbackDesk(listener, 1000, { clock: createClock(), random: createRandom() });
  closing.push(() => desk.close());
  return { desk, port };
}

/** A call of the target to our listener, as a text that is said and a text that is waited for. */
async function callListener(port: number, say: readonly (readonly [xml: string, until: string])[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.on('error', () => undefined);
  closing.push(async () => void socket.destroy());
  let received = '';
  socket.on('data', (text: string) => (received += text));
  for (const [xml, until] of say) {
    socket.write(xml);
    while (!received.includes(until) && !socket.destroyed)
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  }
  return received;
}

const OPENING =
  `<?xml version='1.0'?><stream:stream from='example.org' to='${FROM}' version='1.0' xmlns='jabber:server' ` +
  "xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>";
const verify = (id: string, key: string) => `<db:verify from='example.org' to='${FROM}' id='${id}'>${key}</db:verify>`;

function lookS2s(target: ScriptedPeer, desk?: DialbackDesk): Promise<EndpointObservation> {
  return lookAt(target, {
    endpoint: { service: 's2s' },
    settings: desk === undefined ? { activeS2s: true, timeoutMs: 400 } : { s2sFrom: FROM, timeoutMs: 1000 },
    ports: desk === undefined ? {} : { dialbackDesk: desk },
  });
}

function dialbackOf({ plaintext }: EndpointObservation): DialbackObservation {
  if (plaintext.dialback === undefined) throw new Error('dialback was not tried');
  return plaintext.dialback;
}

describe('dialback with a made-up key', () => {
  it('is sent only when asked for, and never to clients', async () => {
    const target = await startTarget(async () => undefined);
    const unasked = await lookAt(target, { endpoint: { service: 's2s' } });
    expect(unasked.plaintext.dialback).toBeUndefined();
    await lookAt(target, { endpoint: { service: 'c2s' }, settings: { activeS2s: true } });
    expect(target.received.join('')).not.toContain('db:result');
  });

  it('tells how the server refused, on a connection of its own, with a version and without', async () => {
    const target = await startTarget((connection) => connection.send(TOO_LATE));
    const observation = await lookS2s(target);
    const { kind, result } = dialbackOf(observation);
    expect({ kind, result }).toMatchObject({ kind: 'probe', result: { value: { condition: 'policy-violation' } } });
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
    const carrying = target.received.filter((text) => text.includes('db:result'));
    expect(carrying.map((text) => text.includes(" version='1.0' xml:lang"))).toEqual([true, false]);
    for (const text of carrying) {
      expect(text).toContain(`from='tls-probe.invalid' to='example.org'>probe</db:result>`);
      expect(text).not.toContain('<auth');
    }
  });

  it('does not wait for ever', async () => {
    const observation = await lookS2s(await startTarget(async () => undefined));
    expect(dialbackOf(observation).result).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout' } });
  });

  it('is repeated before it counts, within six connections', async () => {
    const target = await startTarget((connection) => connection.send("<db:result type='invalid'/>"));
    const observation = await lookS2s(target);
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    const settings = probeSettings({ activeS2s: true, timeoutMs: 400 });
    const confirmed = await confirmPlaintext(observation, SUBJECT, settings, realPorts());
    expect(confirmed.confirmation?.dialback?.result).toEqual(observation.plaintext.dialback?.result);
    expect(judgeEndpoint(confirmed, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(confirmed.cost.connections).toBeLessThanOrEqual(6);
  });
});

describe('the full proof', () => {
  it('is plaintext when the ping is answered on a stream of the server', async () => {
    const { desk, port } = await openDesk();
    const target = await startTarget(async (connection, { key, streamId }) => {
      const answered = await callListener(port, [[OPENING + verify(streamId, key), "type='valid'"]]);
      expect(answered).toContain(`id='${streamId}' type='valid'`);
      await connection.send("<db:result type='valid'/>");
      await connection.expect('</iq>');
      const id = /id='([^']*)'><ping/.exec(target.received[connection.index] ?? '')?.[1] ?? '';
      await callListener(port, [
        [`${OPENING}<db:result from='example.org' to='${FROM}'>key</db:result>`, "type='valid'"],
        [PONG(id), ''],
      ]);
    });
    const observation = await lookS2s(target, desk);
    expect(dialbackOf(observation)).toMatchObject({
      kind: 'proof',
      result: { value: { type: 'valid' } },
      verified: { value: 'in plaintext' },
      ping: { value: { kind: 'iq-result' } },
    });
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(transcriptOf(observation)).toContain('on its own stream to our listener the server said: iq-result');
  });

  it('is a refusal when TLS is asked for after the key was verified', async () => {
    const { desk, port } = await openDesk();
    const target = await startTarget(async (connection, { key, streamId }) => {
      await callListener(port, [[OPENING + verify(streamId, key), "type='valid'"]]);
      await connection.send(TOO_LATE);
    });
    const observation = await lookS2s(target, desk);
    expect(dialbackOf(observation).verified).toEqual({ state: 'done', value: 'in plaintext' });
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
  });

  it('hears the refusal on the stream of the server, too', async () => {
    const { desk, port } = await openDesk();
    const target = await startTarget(async (_connection, { key, streamId }) => {
      await callListener(port, [
        [OPENING + verify(streamId, key), "type='valid'"],
        [TOO_LATE, '</stream:stream>'],
      ]);
    });
    const observation = await lookS2s(target, desk);
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
  });

  it('takes a remark about our certificate for no refusal, and hears the answer on the next call', async () => {
    const { desk, port } = await openDesk();
    const distrust = streamError('policy-violation', `TLS certificate of ${FROM} is not trusted`);
    const target = await startTarget(async (connection, { key, streamId }) => {
      await callListener(port, [
        [OPENING + verify(streamId, key), "type='valid'"],
        [distrust, '</stream:stream>'],
      ]);
      await connection.send("<db:result type='valid'/>");
      await connection.expect('<ping');
      const pingId = /<iq type='get'[^>]* id='([^']*)'/.exec(target.received[connection.index] ?? '')?.[1] ?? '';
      await callListener(port, [[OPENING + PONG(pingId), 'features']]);
    });
    const observation = await lookS2s(target, desk);
    expect(judgeEndpoint(observation, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
  });

  it('is plaintext when the ping is answered on a stream without version, whatever others are told', async () => {
    const { desk, port } = await openDesk();
    const target = await startTarget(async (connection, { key, streamId }) => {
      await callListener(port, [[OPENING + verify(streamId, key), "type='valid'"]]);
      if (target.received[connection.index]?.includes(" version='1.0' xml:lang")) return connection.send(TOO_LATE);
      await connection.send("<db:result type='valid'/>");
      await connection.expect('<ping');
      const pingId = /<iq type='get'[^>]* id='([^']*)'/.exec(target.received[connection.index] ?? '')?.[1] ?? '';
      await callListener(port, [[OPENING + PONG(pingId), 'features']]);
    });
    const observation = await lookS2s(target, desk);
    const verdict = judgeEndpoint(observation, {});
    expect(verdict).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(verdict.findings.map(({ check }) => check)).toContain('s2s-refuses-versionless-dialback');
    const settings = probeSettings({ s2sFrom: FROM, timeoutMs: 1000 });
    const confirmed = await confirmPlaintext(observation, SUBJECT, settings, realPorts({ dialbackDesk: desk }));
    expect(judgeEndpoint(confirmed, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(confirmed.cost.connections).toBeLessThanOrEqual(7);
  });

  it('proves nothing when the server says valid and does not answer', async () => {
    const { desk } = await openDesk();
    const target = await startTarget((connection) => connection.send("<db:result type='valid'/>"));
    const observation = await lookS2s(target, desk);
    expect(dialbackOf(observation).ping).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout' } });
    const { outcomes } = judgeEndpoint(observation, {});
    const outcome = outcomes.find(({ check }) => check === 's2s-refuses-plaintext-dialback');
    expect(outcome).toMatchObject({ outcome: { outcome: 'inconclusive' } });
  });

  it('believes no stranger: neither a guessed key nor a guessed answer nor an error', async () => {
    const { desk, port } = await openDesk();
    const target = await startTarget(async (connection, { streamId }) => {
      const guess = await callListener(port, [[OPENING + verify(streamId, 'guess'), "type='invalid'"]]);
      expect(guess).not.toContain("type='valid'");
      await callListener(port, [[OPENING + PONG('guess') + TOO_LATE, 'features']]);
      await connection.send("<db:result type='invalid'/>");
    });
    const { result, verified, ping } = dialbackOf(await lookS2s(target, desk));
    expect([result.state, verified.state, ping.state]).toEqual(['done', 'not-reached', 'not-reached']);
  });

  it('serves several targets at the same time on one listener', async () => {
    const { desk, port } = await openDesk();
    const answering =
      (answer: string): OnKey =>
      async (connection, { key, streamId }) => {
        await callListener(port, [[OPENING + verify(streamId, key), "type='valid'"]]);
        await connection.send(answer);
      };
    const answers = [TOO_LATE, "<db:result type='invalid'/>", TOO_LATE];
    const targets = await Promise.all(answers.map((answer) => startTarget(answering(answer))));
    const observations = await Promise.all(targets.map((target) => lookS2s(target, desk)));
    expect(observations.map((one) => dialbackOf(one).verified.state)).toEqual(['done', 'done', 'done']);
    expect(observations.map((one) => judgeEndpoint(one, {}).verdict)).toEqual(['secure', 'plaintext', 'secure']);
  });
});
