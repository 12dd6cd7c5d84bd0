import { done, failed, type Failure, failure, notReached, type Step, type StepName } from '../model/failure.js';
import type { StreamFeatures, StreamHeader } from '../model/observation.js';
import { type Conversation, read, send, type StreamEvent } from './conversation.js';
import { NS } from './namespaces.js';
import { readStreamError, streamErrorFailure } from './stream-error.js';
import { readStreamFeatures } from './stream-features.js';
import { readStreamHeader, type StreamParties, writeStreamHeader } from './stream-header.js';

export interface StreamRequest extends StreamParties {
  /** What failures are filed under; `{ header: 'secured-features', features: 'secured-features' }` inside TLS. */
  readonly steps?: { readonly header: StepName; readonly features: StepName };
}

export interface OpenedStream {
  readonly header: Step<StreamHeader>;
  readonly features: Step<StreamFeatures>;
}

const PLAINTEXT_STEPS = { header: 'header', features: 'features' } as const;

/**
 * Sends the initial stream header and reads the response stream header and the stream features (RFC 6120 section 4.3).
 *
 * A response header without `version` announces no features (section 4.7.5), and still they are waited for: a server
 * that only forgot the attribute is thereby not missed, one older than XMPP 1.0 costs one timeout and says why.
 */
export function* openStream({ steps = PLAINTEXT_STEPS, ...parties }: StreamRequest): Conversation<OpenedStream> {
  yield* send(writeStreamHeader(parties));
  let header: StreamHeader | undefined;
  for (;;) {
    const event = yield* read();
    if (event.kind === 'header') header ??= readStreamHeader(event);
    else if (header && isFeatures(event))
      return { header: done(header), features: done(readStreamFeatures(event.element)) };
    const step = header === undefined ? steps.header : steps.features;
    const reason = streamEnding(event, step);
    if (reason === undefined) continue;
    if (header === undefined) return { header: failed(reason), features: notReached(steps.header) };
    return { header: done(header), features: failed(explainSilence(reason, header)) };
  }
}

/**
 * Sends an initial stream header without `version` and waits for the response stream header only: such a stream has no
 * features (RFC 6120 section 4.7.5). Some servers send them all the same; whoever asks next passes them over.
 */
export function* openVersionlessStream(parties: StreamParties): Conversation<Step<StreamHeader>> {
  yield* send(writeStreamHeader({ ...parties, versionless: true }));
  return yield* awaitHeader('header');
}

/** Waits for a response stream header; failures are filed under `step`. */
export function* awaitHeader(step: StepName): Conversation<Step<StreamHeader>> {
  for (;;) {
    const event = yield* read();
    if (event.kind === 'header') return done(readStreamHeader(event));
    const reason = streamEnding(event, step);
    if (reason !== undefined) return failed(reason);
  }
}

/** Why nothing more is to be expected after this event, filed under the step it interrupts; undefined: go on. */
export function streamEnding(event: StreamEvent, step: StepName): Failure | undefined {
  if (event.kind === 'failed') return { ...event.failure, step };
  if (event.kind === 'end' || event.kind === 'closed') return failure('stream.closed', step);
  const error = event.kind === 'element' ? readStreamError(event.element) : undefined;
  return error && streamErrorFailure(error, step);
}

export function isFeatures(event: StreamEvent): event is Extract<StreamEvent, { kind: 'element' }> {
  return event.kind === 'element' && event.element.namespace === NS.stream && event.element.name === 'features';
}

function explainSilence(reason: Failure, header: StreamHeader): Failure {
  if (reason.code !== 'stream.timeout' || header.version !== undefined) return reason;
  return {
    ...reason,
    detail: 'the response stream header has no version: servers older than XMPP 1.0 send no features',
  };
}
