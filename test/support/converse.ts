import { failure, type FailureCode } from '../../src/model/failure.js';
import { createStreamTokenizer } from '../../src/xml/stream-tokenizer.js';
import type { Conversation, StreamEvent } from '../../src/xmpp/conversation.js';

/** How the bytes of one reply are cut into chunks. */
export type Cut = (bytes: Uint8Array) => readonly Uint8Array[];

export const uncut: Cut = (bytes) => [bytes];
export const byteByByte: Cut = (bytes) => Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
export const cutAt =
  (offset: number): Cut =>
  (bytes) => [bytes.subarray(0, offset), bytes.subarray(offset)];
export const firstBytes =
  (length: number): Cut =>
  (bytes) => [bytes.subarray(0, length)];

export interface ScriptedPeer {
  /** Runs a conversation on this stream to its end. */
  converse<T>(conversation: Conversation<T>): T;
  readonly sent: readonly string[];
  /** What the peer has said beyond what was read. */
  rest(): string;
}

/**
 * A peer without sockets: it answers the first send with the first reply, and so on. When it has said everything, it
 * closes, or time runs out, or whatever else `ending` names as a failure.
 */
export function scriptPeer(
  replies: readonly string[],
  { cut = uncut, ending = 'closed' }: { cut?: Cut; ending?: 'closed' | FailureCode } = {},
): ScriptedPeer {
  const tokenizer = createStreamTokenizer();
  const sent: string[] = [];
  const chunks: Uint8Array[] = [];

  function nextEvent(): StreamEvent {
    for (;;) {
      const token = tokenizer.next();
      if (token !== undefined) return token;
      const chunk = chunks.shift();
      if (chunk === undefined) {
        return ending === 'closed' ? { kind: 'closed' } : { kind: 'failed', failure: failure(ending, 'header') };
      }
      tokenizer.push(chunk);
    }
  }

  return {
    sent,
    rest: () => {
      for (const chunk of chunks.splice(0)) tokenizer.push(chunk);
      return new TextDecoder().decode(tokenizer.takeRest());
    },
    converse(conversation) {
      let turn = conversation.next();
      while (turn.done !== true) {
        if (turn.value.do === 'send') {
          sent.push(turn.value.xml);
          chunks.push(...cut(new TextEncoder().encode(replies[sent.length - 1] ?? '')));
          turn = conversation.next();
        } else {
          turn = conversation.next(nextEvent());
        }
      }
      return turn.value;
    },
  };
}
