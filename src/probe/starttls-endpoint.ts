import { failed, failure } from '../model/failure.js';
import { requestStarttls } from '../xmpp/starttls.js';
import type { Look } from './look.js';
import { failedWith, goInside, stoppedAfter, takeSteps, type MainSteps } from './main-steps.js';
import { openPlaintext } from './plaintext-stream.js';

/**
 * A plaintext stream, `<starttls/>` whether or not it is offered, the handshake, and the stream inside TLS
 * (RFC 6120 section 5.4).
 */
export function enterByStarttls(look: Look, to: string): Promise<MainSteps> {
  return takeSteps(look, async (connection) => {
    const { header, features } = await openPlaintext(connection, look, to);
    if (features.state !== 'done') {
      return stoppedAfter(header.state === 'done' ? 'features' : 'header', { header, features });
    }
    const starttls = await connection.converse(requestStarttls());
    if (starttls.state !== 'done') return stoppedAfter('starttls', { header, features, starttls });

    // Plaintext after <proceed/> (RFC 6120 section 5.4.3.3) is the same whether it came along with it or, by the chance
    // of segmentation, so late that the TLS library was the one to stumble over it.
    const injected = stoppedAfter('starttls', {
      header,
      features,
      starttls: failed(failure('starttls.injected', 'starttls')),
    });
    if (connection.hasUnread()) return injected;
    const inside = await goInside(connection, look, to);
    if (failedWith(inside.handshake, 'tls.not-tls')) return injected;
    return { ...stoppedAfter('starttls', { header, features, starttls }), ...inside };
  });
}
