import { done, notReached, type Failure, type Step, type StepName } from '../model/failure.js';
import type { EndpointObservation } from '../model/observation.js';
import { openStream } from '../xmpp/negotiation.js';
import { withConnection, type Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';

/** What the main connection to an endpoint showed. */
export type MainSteps = Pick<
  EndpointObservation,
  'connected' | 'header' | 'features' | 'starttls' | 'handshake' | 'securedHeader' | 'securedFeatures' | 'withAlpn'
>;

/** The steps from the handshake on. */
export type InnerSteps = Pick<MainSteps, 'handshake' | 'securedHeader' | 'securedFeatures'>;

/** What was seen, with every other step not reached because of `after`. */
export function stoppedAfter(after: StepName, seen: Partial<MainSteps>): MainSteps {
  const never = notReached(after);
  return {
    connected: never,
    header: never,
    features: never,
    starttls: never,
    handshake: never,
    securedHeader: never,
    securedFeatures: never,
    ...seen,
  };
}

/** Makes the main connection and takes the steps on it. */
export async function takeSteps(look: Look, steps: (connection: Connection) => Promise<MainSteps>): Promise<MainSteps> {
  const taken = await withConnection(look, steps);
  return taken.state === 'done'
    ? { ...taken.value, connected: done('connected') }
    : stoppedAfter('connect', { connected: taken });
}

/** The TLS handshake and the stream inside TLS: the same for STARTTLS and for direct TLS. */
export async function goInside(connection: Connection, look: Look, to: string, alpn?: string): Promise<InnerSteps> {
  const handshake = await connection.startTls(alpn);
  if (handshake.state !== 'done') {
    return { handshake, securedHeader: notReached('handshake'), securedFeatures: notReached('handshake') };
  }
  const steps = { header: 'secured-features', features: 'secured-features' } as const;
  const inside = await connection.converse(openStream({ ...streamRequest(look, to), steps }));
  if (inside.features.state === 'done') connection.endStream();
  return { handshake, securedHeader: inside.header, securedFeatures: inside.features };
}

/** Whether a step failed with one of these codes. */
export function failedWith(step: Step<unknown>, ...codes: readonly Failure['code'][]): boolean {
  return step.state === 'failed' && codes.includes(step.failure.code);
}
