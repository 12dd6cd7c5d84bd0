import type { EndpointObservation, StreamFeatures } from '../model/observation.js';
import { openStream, type OpenedStream } from '../xmpp/negotiation.js';
import type { Connection } from './connection.js';
import { streamRequest, type Look } from './look.js';

/**
 * Opens a stream without TLS, and keeps what it offers: behind a load balancer any connection may meet another server.
 * Streams without version are not opened here, since those have no features to compare (RFC 6120 section 4.7.5).
 */
export async function openPlaintext(connection: Connection, look: Look, to: string): Promise<OpenedStream> {
  const opened = await connection.converse(openStream(streamRequest(look, to)));
  if (opened.features.state === 'done') look.offers.push({ to, features: opened.features.value });
  return opened;
}

/** The observation with the features of those streams of the look that were offered something else than what it holds. */
export function withOtherFeatures(observation: EndpointObservation, { offers }: Look): EndpointObservation {
  const { to, features, plaintext, otherFeatures = [] } = observation;
  const held = [features, plaintext.features].flatMap((step) => (step.state === 'done' ? [step.value] : []));
  const known = [...held, ...otherFeatures].map(written);
  // A server may well tell a host that it does not know another story.
  const others = offers
    .filter((offer) => offer.to === to)
    .map((offer) => offer.features)
    .filter((one, at, all) => !known.includes(written(one)) && all.findIndex(isSame(one)) === at);
  return others.length === 0 ? observation : { ...observation, otherFeatures: [...otherFeatures, ...others] };
}

const isSame =
  (one: StreamFeatures) =>
  (other: StreamFeatures): boolean =>
    written(other) === written(one);

function written(features: StreamFeatures): string {
  return JSON.stringify(features);
}
