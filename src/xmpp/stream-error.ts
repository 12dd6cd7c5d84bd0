import { type Failure, failure, type FailureCode, type StepName } from '../model/failure.js';
import { cut, textOf, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';

/** A stream error (RFC 6120 section 4.9). Both strings are hostile. */
export interface StreamError {
  readonly condition: string;
  readonly text?: string;
}

/** Reads a stream error; undefined where the element is something else. */
export function readStreamError(element: XmlElement): StreamError | undefined {
  if (element.namespace !== NS.stream || element.name !== 'error') return undefined;
  return readCondition(element, NS.streamErrors, 'undefined-condition');
}

/**
 * Condition and text of an error element: the first child that is not `<text/>`, preferably in the namespace of the
 * defined conditions. The text stands in `<text/>`, for `see-other-host` in the condition, before XMPP 1.0 bare.
 */
export function readCondition(error: XmlElement, namespace: string, otherwise: string): StreamError {
  const conditions = error.children.filter(({ name }) => name !== 'text');
  const condition = conditions.find((c) => c.namespace === namespace) ?? conditions[0];
  const text = textOf(condition) ?? textOf(error.children.find(({ name }) => name === 'text')) ?? textOf(error);
  return { condition: cut(condition?.name ?? otherwise), ...(text === undefined ? {} : { text }) };
}

const CODES: Readonly<Record<string, FailureCode>> = {
  'host-unknown': 'stream.host-unknown',
  'host-gone': 'stream.host-unknown',
  'see-other-host': 'stream.redirected',
};

/** What Prosody says on a port whose certificate is missing, before it hangs up. */
const NO_FEATURES = /no stream features/i;

/** The failure of the step that a stream error ended. */
export function streamErrorFailure({ condition, text }: StreamError, step: StepName): Failure {
  return failure(codeOf(condition, text), step, text, condition);
}

function codeOf(condition: string, text: string | undefined): FailureCode {
  if (condition === 'undefined-condition' && NO_FEATURES.test(text ?? '')) return 'stream.no-features';
  return (Object.hasOwn(CODES, condition) ? CODES[condition] : undefined) ?? 'stream.error';
}
