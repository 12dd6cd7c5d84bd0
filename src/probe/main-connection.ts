import type { Endpoint } from '../model/endpoint.js';
import { notReached } from '../model/failure.js';
import { enterDirectly } from './direct-tls-endpoint.js';
import type { Look } from './look.js';
import { failedWith, type MainSteps } from './main-steps.js';
import { enterByStarttls } from './starttls-endpoint.js';

/** BOSH and WebSocket have a look of their own (web-door.ts). */
const enterOf = ({ transport }: Endpoint) => (transport === 'direct-tls' ? enterDirectly : enterByStarttls);

export interface MainLook {
  readonly steps: MainSteps;
  /** The spelling of the domain that the endpoint knows. */
  readonly to: string;
}

/** Enters an endpoint; where the first try says so, with the other spelling of the domain or by direct TLS. */
export async function lookAtMain(look: Look): Promise<MainLook> {
  const { domain, unicodeDomain } = look.identity;
  const enter = enterOf(look.endpoint);
  const steps = await enter(look, unicodeDomain);
  if (look.connectionsLeft() === 0) return { steps, to: unicodeDomain };
  if (unicodeDomain !== domain && isHostUnknown(steps)) return { steps: await enter(look, domain), to: domain };
  if (look.endpoint.transport === 'starttls' && refusesPlaintext(steps)) {
    return { steps: await tryTlsInstead(look, unicodeDomain, steps), to: unicodeDomain };
  }
  return { steps, to: unicodeDomain };
}

/** A server that keeps an IDN under one of its spellings knows only that one, and most keep the U-label. */
function isHostUnknown({ header, features, securedHeader, securedFeatures }: MainSteps): boolean {
  return [header, features, securedHeader, securedFeatures].some((step) => failedWith(step, 'stream.host-unknown'));
}

/** Whatever the DNS says of it: a port that is TLS from the first byte meets plaintext with an alert or hangs up. */
function refusesPlaintext({ header }: MainSteps): boolean {
  return failedWith(header, 'stream.speaks-tls', 'stream.closed', 'tcp.reset');
}

/** The steps before TLS stay as they were seen; those inside are filled in if there is a handshake. */
async function tryTlsInstead(look: Look, to: string, plain: MainSteps): Promise<MainSteps> {
  const inside = await enterDirectly(look, to);
  if (inside.handshake.state !== 'done') return plain;
  const { connected, header, features } = plain;
  return { ...inside, connected, header, features, starttls: notReached('header') };
}
