import { done, failed, failure, type Failure } from '../model/failure.js';
import type { XmlElement } from '../xml/element.js';
import { CLOSE, isOpen, readFrame, writeOpen } from '../xmpp/framing.js';
import { readStreamError, streamErrorFailure } from '../xmpp/stream-error.js';
import { readStreamHeader } from '../xmpp/stream-header.js';
import { statusFailure, type OpenWebStream } from './web-stream.js';

/** Opens a stream over WebSocket (RFC 7395): the subprotocol `xmpp`, then `<open/>`; later ended with `<close/>`. */
export const openWebSocket: OpenWebStream = async ({ session, url, to, timeoutMs, record }) => {
  record('us', `GET ${url.pathname} Upgrade: websocket, Sec-WebSocket-Protocol: xmpp`);
  const upgraded = await session.upgrade(url);
  if (upgraded.state !== 'done') return upgraded;
  const channel = upgraded.value;
  if ('status' in channel) {
    record('server', `HTTP ${channel.status} ${channel.body}`);
    // 101 would have been a channel.
    return failed(statusFailure(channel, 101) ?? failure('stream.not-xmpp', 'header'));
  }
  const send = (text: string): void => {
    record('us', text);
    channel.send(text);
  };
  const next = async (): Promise<XmlElement | Failure> => {
    const message = await channel.read(timeoutMs);
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
    header: readStreamHeader({ tag: opened, xmlDeclaration: false }),
    send: (stanzas) => Promise.resolve(stanzas.forEach(send)),
    async next(step) {
      const element = await next();
      return 'code' in element ? { ...element, step } : element;
    },
    end() {
      send(CLOSE);
      session.close();
      return Promise.resolve();
    },
  });
};
