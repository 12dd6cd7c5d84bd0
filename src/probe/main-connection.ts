import type { Endpoint } from '../model/endpoint.js';
import { notReached, type Step } from '../model/failure.js';
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

/** Enters an endpoint; where the first try says so, with the other spelling of the domain. */
export async function lookAtMain(look: Look): Promise<MainLook> {
  const { domain, unicodeDomain } = look.identity;
  const enter = enterOf(look.endpoint);
  const steps = await enter(look, unicodeDomain);
  if (unicodeDomain === domain || !isHostUnknown(steps) || look.connectionsLeft() <= 0) {
    return { steps, to: unicodeDomain };
  }
  return { steps: await enter(look, domain), to: domain };
}

/** A server that keeps an IDN under one of its spellings knows only that one, and most keep the U-label. */
function isHostUnknown({ header, features, securedHeader, securedFeatures }: MainSteps): boolean {
  return [header, features, securedHeader, securedFeatures].some((step) => failedWith(step, 'stream.host-unknown'));
}

/**
 * Whatever the DNS says of it: a port that is TLS from the first byte meets plaintext with an alert or hangs up, and so
 * TLS is tried there. Where another connection was answered in plaintext it was chance.
 */
export async function tryTlsInstead(
  look: Look,
  { steps, to }: MainLook,
  plaintextHeader: Step<unknown>,
): Promise<MainSteps> {
  const turnsPlaintextAway = failedWith(steps.header, 'stream.speaks-tls', 'stream.closed', 'tcp.reset');
  const isTried = look.endpoint.transport === 'starttls' && turnsPlaintextAway && steps.handshake.state !== 'done';
  if (!isTried || plaintextHeader.state === 'done' || look.connectionsLeft() <= 0) return steps;
  const inside = await enterDirectly(look, to);
  if (inside.handshake.state !== 'done') return steps;
  // The steps before TLS stay as they were seen; those inside are filled in if there is a handshake.
  const { connected, header, features } = steps;
  return { ...inside, connected, header, features, starttls: notReached('header') };
}
