import { done, failed, failure, type Step } from '../model/failure.js';
import { type Conversation, read, send, type StreamEvent } from './conversation.js';
import { NS } from './namespaces.js';
import { streamEnding } from './negotiation.js';

export const STARTTLS = `<starttls xmlns='${NS.tls}'/>`;

/**
 * Asks for TLS (RFC 6120 section 5.4.2). Sent even where it is not offered, because an attacker or a proxy may have
 * stripped the offer (RFC 7590 section 3.1). After `proceed` no plaintext may follow: the driver looks at what is left.
 */
export function* requestStarttls(): Conversation<Step<'proceed'>> {
  return yield* requestStarttlsAnd('');
}

/** The same, with `behind` in one write behind `<starttls/>`, where nothing may stand. */
export function* requestStarttlsAnd(behind: string): Conversation<Step<'proceed'>> {
  yield* send(STARTTLS + behind);
  for (;;) {
    const event = yield* read();
    const answer = readStarttlsAnswer(event);
    if (answer === 'proceed') return done(answer);
    if (answer === 'failure') return failed(failure('starttls.failure', 'starttls'));
    const reason = streamEnding(event, 'starttls');
    if (reason !== undefined) return failed(reason);
  }
}

/** `<proceed/>` or `<failure/>` in the namespace of STARTTLS; undefined for everything else. */
export function readStarttlsAnswer(event: StreamEvent): 'proceed' | 'failure' | undefined {
  if (event.kind !== 'element' || event.element.namespace !== NS.tls) return undefined;
  const { name } = event.element;
  return name === 'proceed' || name === 'failure' ? name : undefined;
}
