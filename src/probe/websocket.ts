import { done, failed, failure, type Failure, type Step } from '../model/failure.js';
import type { XmlElement } from '../xml/element.js';
import { CLOSE, isOpen, readFrame, writeOpen } from '../xmpp/framing.js';
import { readStreamError, streamErrorFailure } from '../xmpp/stream-error.js';
import { readStreamHeader } from '../xmpp/stream-header.js';
import type { Channel } from './http-client.js';
import { movedWithin, statusFailure, type OpenWebStream, type WebStream, type WebStreamRequest } from './web-stream.js';

/** However many frames come, a stream ends after so many times what one answer may take. */
const ANSWERS_PER_STREAM = 3;

/** Opens a stream over WebSocket (RFC 7395): the subprotocol `xmpp`, then `<open/>`; later ended with `<close/>`. */
export const openWebSocket: OpenWebStream = async (request) => {
  const upgraded = await upgrade(request, request.url);
  if (upgraded.state !== 'done') return upgraded;
  const { channel, url } = upgraded.value;
  const opened = await openOn(channel, url, request);
  if (opened.state !== 'done') channel.close();
  return opened;
};

interface Upgraded {
  readonly channel: Channel;
  readonly url: URL;
}

async function upgrade(request: WebStreamRequest, url: URL, mayFollow = true): Promise<Step<Upgraded>> {
  const { session, record } = request;
  record('us', `GET ${url.pathname} Upgrade: websocket, Sec-WebSocket-Protocol: xmpp`);
  const upgraded = await session.upgrade(url);
  if (upgraded.state !== 'done') return upgraded;
  const answer = upgraded.value;
  if (!('status' in answer)) return done({ channel: answer, url });
  record('server', `HTTP ${answer.status} ${answer.body}`);
  const moved = mayFollow ? movedWithin(answer, url) : undefined;
  if (moved !== undefined) return upgrade(request, moved, false);
  // 101 would have been a channel.
  return failed(statusFailure(answer, url, 101) ?? failure('stream.not-xmpp', 'header'));
}

async function openOn(channel: Channel, url: URL, request: WebStreamRequest): Promise<Step<WebStream>> {
  const { to, timeoutMs, clock, record } = request;
  const dueMs = clock.monotonic() + ANSWERS_PER_STREAM * timeoutMs;
  const send = (text: string): void => {
    record('us', text);
    channel.send(text);
  };
  const next = async (patienceMs = timeoutMs): Promise<XmlElement | Failure> => {
    const message = await channel.read(Math.max(0, Math.min(patienceMs, dueMs - clock.monotonic())));
    if (message.kind === 'end') return failure('stream.closed', 'header');
    if (message.kind === 'failed') return failure(message.code, 'header', message.detail);
    record('server', message.text);
    return readFrame(message.text, 'header');
  };

  send(writeOpen(to));
  const opened = await next();
  if ('code' in opened) return failed(opened);
  const error = readStreamError(opened);
  if (error !== undefined) return failed(streamErrorFailure(error, 'header'));
  if (!isOpen(opened)) return failed(failure('stream.not-xmpp', 'header', 'the first frame is no <open/>'));
  return done({
    url,
    header: readStreamHeader({ tag: opened, xmlDeclaration: false }),
    send: (stanzas) => Promise.resolve(stanzas.forEach(send)),
    async next(step, patienceMs) {
      const element = await next(patienceMs);
      return 'code' in element ? { ...element, step } : element;
    },
    end() {
      send(CLOSE);
      channel.close();
      return Promise.resolve();
    },
  });
}
