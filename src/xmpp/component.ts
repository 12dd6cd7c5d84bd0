import { escapeXML } from 'ltx';
import { done, failed, failure, type Step } from '../model/failure.js';
import type { StreamHeader } from '../model/observation.js';
import { type Conversation, read, send } from './conversation.js';
import { NS } from './namespaces.js';
import { streamEnding } from './negotiation.js';
import { readStreamHeader } from './stream-header.js';

/**
 * Opens a stream as an external component would (XEP-0114 section 3), and goes no further than the response stream
 * header: the handshake that comes next holds a hash of the shared secret. Done only where components are answered.
 */
export function* openComponentStream(component: string): Conversation<Step<StreamHeader>> {
  yield* send(
    `<?xml version='1.0'?><stream:stream to='${escapeXML(component)}' xmlns='${NS.component}' xmlns:stream='${NS.stream}'>`,
  );
  for (;;) {
    const event = yield* read();
    if (event.kind === 'header') {
      return event.contentNamespace === NS.component
        ? done(readStreamHeader(event))
        : failed(failure('stream.not-xmpp', 'header', 'the port speaks XMPP, and not with components'));
    }
    const reason = streamEnding(event, 'header');
    if (reason !== undefined) return failed(reason);
  }
}
