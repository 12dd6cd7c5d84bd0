import { UNRECOGNIZED_NAME } from '../tls/alerts.js';
import type { Look } from './look.js';
import { failedWith, goInside, stoppedAfter, takeSteps, type MainSteps } from './main-steps.js';

/** XEP-0368 section 3; one port can serve both by ALPN. */
export const ALPN = { c2s: 'xmpp-client', s2s: 'xmpp-server' } as const;

/**
 * TLS from the first byte, then an XMPP stream: without the stream it would pass for XMPP behind any HTTPS server.
 * Where ALPN leads nowhere, a second connection goes without (XEP-0368 section 3 makes ALPN a SHOULD), and is the one
 * that counts if it tells more: that there is XMPP, or something else where ALPN ended the handshake.
 */
export async function enterDirectly(look: Look, to: string): Promise<MainSteps> {
  const steps = await enter(look, to, ALPN[look.endpoint.service]);
  if (!mayBeForAlpn(look, steps) || look.connectionsLeft() <= 0) return steps;
  const without = await enter(look, to);
  if (!tellsMore(without, steps)) return steps;
  return { ...without, withAlpn: { handshake: steps.handshake, securedHeader: steps.securedHeader } };
}

/** Whether a connection came to XMPP, or, where the other one was turned away in the handshake, to what else is there. */
function tellsMore({ securedHeader }: MainSteps, than: MainSteps): boolean {
  if (securedHeader.state === 'done') return true;
  return than.handshake.state !== 'done' && failedWith(securedHeader, 'stream.not-xmpp', 'xml.not-well-formed');
}

function enter(look: Look, to: string, alpn?: string): Promise<MainSteps> {
  return takeSteps(look, async (connection) => stoppedAfter('connect', await goInside(connection, look, to, alpn)));
}

/**
 * Turned away in the handshake, or led to something that is not XMPP; not what is clearly for another reason, nor a
 * hang-up where nobody promised direct TLS.
 */
function mayBeForAlpn({ endpoint }: Look, { handshake, securedHeader }: MainSteps): boolean {
  if (failedWith(securedHeader, 'stream.not-xmpp', 'xml.not-well-formed', 'stream.closed')) return true;
  if (failedWith(handshake, 'tls.closed', 'tcp.reset')) return endpoint.transport === 'direct-tls';
  if (handshake.state !== 'failed' || handshake.failure.code !== 'tls.alert') return false;
  const alert = handshake.failure.detail ?? '';
  return alert !== UNRECOGNIZED_NAME && !alert.includes('certificate');
}
