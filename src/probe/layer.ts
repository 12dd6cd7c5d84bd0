import { FAILURES, failure, type Failure } from '../model/failure.js';
import type { Clock } from '../model/ports.js';
import { createStreamTokenizer } from '../xml/stream-tokenizer.js';
import type { Conversation, StreamEvent } from '../xmpp/conversation.js';
import type { ByteStream } from './dialer.js';
import type { Recorder } from './transcript.js';

/** The XML streams of one connection on one side of the TLS handshake: bytes in, events out, everything written down. */
export interface Layer {
  send(xml: string): void;
  /** The next event, whole, within `timeoutMs`: bytes that trickle in do not prolong it. */
  next(timeoutMs: number): Promise<StreamEvent>;
  /** Whether the server has sent more than was asked for by `next`. */
  hasUnread(): boolean;
}

/** `deadlineMs`: on the monotonic clock, when the connection has taken long enough. */
export function openLayer(
  stream: Pick<ByteStream, 'read' | 'write'>,
  record: Recorder,
  clock: Clock,
  deadlineMs: number,
): Layer {
  const tokenizer = createStreamTokenizer();
  const decoder = new TextDecoder();
  let unrecorded = '';
  let last: StreamEvent | undefined;

  const tell = (event: StreamEvent): StreamEvent => {
    if (unrecorded !== '') record('server', unrecorded);
    unrecorded = '';
    if (event.kind === 'closed') record('note', 'the server closed the connection');
    if (event.kind === 'failed') record('note', inWords(event.failure));
    if (event.kind === 'end' || event.kind === 'closed' || event.kind === 'failed') last = event;
    return event;
  };
  /** The conversation knows at which step it was waiting and files the failure there. */
  const tellFailed = (code: Failure['code'], detail?: string): StreamEvent =>
    tell({ kind: 'failed', failure: failure(code, 'header', detail) });

  return {
    send(xml) {
      record('us', xml);
      stream.write(xml);
    },
    async next(timeoutMs) {
      const dueMs = Math.min(clock.monotonic() + timeoutMs, deadlineMs);
      while (last === undefined) {
        const token = tokenizer.next();
        if (token !== undefined) return tell(token);
        const leftMs = dueMs - clock.monotonic();
        if (leftMs <= 0) return tellFailed('stream.timeout');
        const received = await stream.read(leftMs);
        if (received.kind === 'end') return tell({ kind: 'closed' });
        if (received.kind === 'failed') return tellFailed(received.code, received.detail);
        unrecorded += decoder.decode(received.bytes, { stream: true });
        tokenizer.push(received.bytes);
      }
      return last;
    },
    hasUnread: () => tokenizer.takeRest().length > 0,
  };
}

/** Runs a conversation to its end. Each event it waits for may take `timeoutMs`. */
export async function converseOver<T>(layer: Layer, conversation: Conversation<T>, timeoutMs: number): Promise<T> {
  let turn = conversation.next();
  while (!turn.done) {
    if (turn.value.do === 'send') {
      layer.send(turn.value.xml);
      turn = conversation.next();
    } else {
      turn = conversation.next(await layer.next(timeoutMs));
    }
  }
  return turn.value;
}

/** A failure as a transcript note. */
export function inWords({ code, detail }: Failure): string {
  return detail === undefined ? FAILURES[code] : `${FAILURES[code]} (${detail})`;
}
