import { done, failed, failure, type Step } from '../model/failure.js';
import { awaitHeader } from '../xmpp/negotiation.js';
import { requestStarttlsAnd } from '../xmpp/starttls.js';
import { writeStreamHeader } from '../xmpp/stream-header.js';
import { withConnection } from './connection.js';
import { streamRequest, type Look } from './look.js';
import { openPlaintext } from './plaintext-stream.js';

/** How long a server may take to answer what it was told before TLS. */
const WATCH_MS = 3000;

/**
 * Writes `<starttls/>` and an initial stream header in one go, goes inside TLS and says nothing there. A server must not
 * keep what it read before (RFC 6120 section 5.4.3.3): a response stream header that comes unasked answers the one that
 * was injected, and an attacker on the way could have injected the beginning of somebody's session.
 */
export async function injectBehindStarttls(look: Look, to: string): Promise<Step<'discarded' | 'executed'>> {
  const taken = await withConnection(look, async (connection): Promise<Step<'discarded' | 'executed'>> => {
    const parties = streamRequest(look, to);
    const { header, features } = await openPlaintext(connection, look, to);
    if (header.state !== 'done') return header;
    if (features.state !== 'done') return features;
    const proceed = await connection.converse(requestStarttlsAnd(writeStreamHeader(parties)));
    if (proceed.state !== 'done') return proceed;
    if (connection.hasUnread()) return failed(failure('starttls.injected', 'starttls'));
    const handshake = await connection.startTls();
    if (handshake.state !== 'done') return handshake;
    const unasked = await connection.converse(awaitHeader('secured-features'), WATCH_MS);
    if (unasked.state === 'done') return done('executed');
    // Whatever else it does, and be it nothing at all, the header was not carried out.
    return done('discarded');
  });
  return taken.state === 'done' ? taken.value : taken;
}
