import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { TLSSocket, type SecureContext } from 'node:tls';
import type { StreamToken } from '../xml/stream-token.js';
import { createStreamTokenizer } from '../xml/stream-tokenizer.js';
import {
  answerElement,
  answerHeader,
  PROCEED,
  STREAM_END,
  streamError,
  type Answers,
  type StreamState,
} from './server-dialogue.js';

/** What a connection knows of its server, as it was when the connection was accepted. */
export interface ServerSetting extends Omit<StreamState, 'secured'> {
  readonly domains: ReadonlySet<string>;
  readonly context: SecureContext;
  readonly delayMs: number;
  readonly chunkBytes: number;
  readonly answers: Answers;
}

/** Serves one connection to its end. Whatever the client does ends at most this connection. */
export function acceptConnection(socket: Socket, setting: ServerSetting): void {
  // A client may reset the connection at any time; there is nothing left to answer then.
  socket.on('error', () => socket.destroy());
  if (setting.policy === 'tls-only') serveStream(enterTls(socket, setting), setting, true);
  else serveStream(socket, setting, false);
}

/** Answers one stream. After `<proceed/>` it is over, and a new one begins inside TLS (RFC 6120 section 5.4.3.3). */
function serveStream(socket: Socket, setting: ServerSetting, secured: boolean): void {
  const tokenizer = createStreamTokenizer();
  const say = createVoice(socket, setting);

  function hear(bytes: Uint8Array): void {
    tokenizer.push(bytes);
    for (let token = tokenizer.next(); token !== undefined; token = tokenizer.next()) {
      const xml = answerToken(token, { ...setting, secured }, setting);
      const said = say(xml);
      if (xml === PROCEED) {
        socket.off('data', hear).pause();
        void said.then(() => serveStream(enterTls(socket, setting), setting, true));
        return;
      }
      if (xml.endsWith(STREAM_END)) {
        // Still flowing, so that the end of the other side is seen.
        socket.off('data', hear).resume();
        void said.then(() => socket.end());
        return;
      }
    }
  }
  socket.on('data', hear);
}

function answerToken(token: StreamToken, state: StreamState, { domains, answers }: ServerSetting): string {
  switch (token.kind) {
    case 'header':
      return answerHeader(token.tag, randomUUID(), domains, state, answers);
    case 'element':
      return answerElement(token.element, state, answers);
    case 'end':
      return STREAM_END;
    case 'failed':
      return streamError('not-well-formed', token.failure.code);
  }
}

function enterTls(socket: Socket, { context, service, policy }: ServerSetting): TLSSocket {
  // Only direct TLS has a protocol to agree upon (XEP-0368 section 3).
  const alpn = policy === 'tls-only' ? { ALPNProtocols: [service === 'c2s' ? 'xmpp-client' : 'xmpp-server'] } : {};
  const secured = new TLSSocket(socket, { isServer: true, secureContext: context, ...alpn });
  secured.on('error', () => socket.destroy());
  secured.on('close', () => socket.destroy());
  return secured;
}

/** Says one thing after the other, each `delayMs` after it was asked for; resolves when it was handed to the socket. */
function createVoice(socket: Socket, { delayMs, chunkBytes }: ServerSetting): (xml: string) => Promise<void> {
  let last = Promise.resolve();
  return (xml) => {
    const due = delayMs > 0 ? sleep(delayMs) : undefined;
    last = last.then(() => due).then(() => write(socket, Buffer.from(xml), chunkBytes));
    return last;
  };
}

async function write(socket: Socket, bytes: Uint8Array, chunkBytes: number): Promise<void> {
  for (let at = 0; at < bytes.length && socket.writable; at += chunkBytes) {
    if (at > 0) await nextTurn();
    socket.write(bytes.subarray(at, at + chunkBytes));
  }
}
