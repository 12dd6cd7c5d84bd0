import type { StreamToken } from '../xml/stream-token.js';

/**
 * What a stream brings, in order: the tokens of `xml/`, and from the driver `closed` when the byte stream ended and
 * `failed` when time ran out or the connection broke. After `end`, `closed` or `failed` nothing more comes.
 */
export type StreamEvent = StreamToken | { readonly kind: 'closed' };

/** What a conversation asks of its driver: to send text, or to hand in the next event. */
export type Effect = { readonly do: 'send'; readonly xml: string } | { readonly do: 'read' };

/**
 * A part of stream negotiation without sockets, clocks or buffers: it yields effects and is resumed with events
 * (a `send` is resumed with undefined). Written as straight-line code, driven by `probe/`, tested by hand-made events.
 */
export type Conversation<T> = Generator<Effect, T, StreamEvent | undefined>;

/** Sends text. */
export function* send(xml: string): Conversation<void> {
  yield { do: 'send', xml };
}

/** Waits for the next event. */
export function* read(): Conversation<StreamEvent> {
  const event = yield { do: 'read' };
  if (event === undefined) throw new Error('a read must be resumed with an event');
  return event;
}
