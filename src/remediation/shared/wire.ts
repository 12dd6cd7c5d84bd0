import type { Step } from '../../model/failure.js';
import type { Answer, EndpointObservation, StreamFeature, StreamHeader } from '../../model/observation.js';

/** Random UUID in lower case: Prosody and its forks, and Tigase. */
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** Every response stream header that was seen. */
export function headers({ header, securedHeader, plaintext }: EndpointObservation): readonly StreamHeader[] {
  return values([header, securedHeader, plaintext.header]);
}

/** Whether stream ids were seen and all of them look like this. */
export function everyStreamId(observation: EndpointObservation, pattern: RegExp): boolean {
  const ids = headers(observation).flatMap(({ id }) => (id === undefined ? [] : [id]));
  return ids.length > 0 && ids.every((id) => pattern.test(id));
}

/** Every feature shown before TLS, known or not. */
function plaintextFeatures({ features, plaintext }: EndpointObservation): readonly StreamFeature[] {
  return values([features, plaintext.features]).flatMap(({ all }) => all);
}

/** Whether a feature was shown before TLS: by namespace and, where given, with a child of that name. */
export function showsFeature(observation: EndpointObservation, namespace: string, child?: string): boolean {
  return plaintextFeatures(observation).some(
    (feature) => feature.namespace === namespace && (child === undefined || feature.children.includes(child)),
  );
}

export function answers({ plaintext }: EndpointObservation): readonly Answer[] {
  return values(Object.values(plaintext.answers));
}

/** Whether the server said this anywhere: in an answer, or in what ended a step. */
export function said(observation: EndpointObservation, pattern: RegExp): boolean {
  const { header, features, starttls, securedHeader, securedFeatures, plaintext } = observation;
  const steps = [header, features, starttls, securedHeader, securedFeatures, plaintext.header, plaintext.features];
  const details = steps.map((step) => (step.state === 'failed' ? step.failure.detail : undefined));
  const texts = answers(observation).map((answer) => ('text' in answer ? answer.text : undefined));
  return [...details, ...texts].some((text) => text !== undefined && pattern.test(text));
}

function values<T>(steps: readonly Step<T>[]): readonly T[] {
  return steps.flatMap((step) => (step.state === 'done' ? [step.value] : []));
}
