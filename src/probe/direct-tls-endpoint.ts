import { NO_APPLICATION_PROTOCOL } from '../tls/alerts.js';
import type { Look } from './look.js';
import { goInside, stoppedAfter, takeSteps, type MainSteps } from './main-steps.js';

/** XEP-0368 section 3; one port can serve both by ALPN. */
const ALPN = { c2s: 'xmpp-client', s2s: 'xmpp-server' } as const;

/**
 * TLS from the first byte, then an XMPP stream: without the stream it would pass for XMPP behind any HTTPS server.
 * A server that has ALPN and refuses ours gets a second connection without (XEP-0368 section 3 makes ALPN a SHOULD).
 */
export async function enterDirectly(look: Look, to: string): Promise<MainSteps> {
  const steps = await enter(look, to, ALPN[look.endpoint.service]);
  return refusedAlpn(steps) && look.connectionsLeft() > 0 ? enter(look, to) : steps;
}

function enter(look: Look, to: string, alpn?: string): Promise<MainSteps> {
  return takeSteps(look, async (connection) => stoppedAfter('connect', await goInside(connection, look, to, alpn)));
}

function refusedAlpn({ handshake }: MainSteps): boolean {
  return (
    handshake.state === 'failed' &&
    handshake.failure.code === 'tls.alert' &&
    handshake.failure.detail === NO_APPLICATION_PROTOCOL
  );
}
