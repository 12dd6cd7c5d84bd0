import { AUTHENTIC_DATA, encode, RECURSION_DESIRED, type OptAnswer } from 'dns-packet';
import type { DnsAnswer, QuestionType } from '../dns/resolver.js';
import { failure, type FailureCode } from '../model/failure.js';

export interface Question<T extends QuestionType = QuestionType> {
  readonly name: string;
  readonly type: T;
}

/** UDP payload that arrives unfragmented nearly everywhere. */
const UDP_PAYLOAD_BYTES = 1232;
const MAX_NAME_BYTES = 253;
const MAX_LABEL_BYTES = 63;

const EDNS: OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: UDP_PAYLOAD_BYTES,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/** Whether a name fits into a question at all (RFC 1035 section 2.3.4). */
export function canBeAsked(name: string): boolean {
  const fits = (text: string, most: number): boolean => text.length > 0 && Buffer.byteLength(text) <= most;
  return fits(name, MAX_NAME_BYTES) && name.split('.').every((label) => fits(label, MAX_LABEL_BYTES));
}

/**
 * A question for a recursive server. AD asks whether the server validated its answer (RFC 6840 section 5.7); DO is not
 * set, since it brings signatures that nobody here reads.
 */
export function encodeQuestion({ name, type }: Question, id: number, edns: boolean): Buffer {
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ name, type }],
    additionals: edns ? [EDNS] : [],
  });
}

/** A question that brought nothing, in the words of the port; `detail` then begins with the question. */
export function failedAnswer(
  code: FailureCode,
  { name, type }: Question,
  detail = '',
): Extract<DnsAnswer, { state: 'failed' }> {
  const asked = `${type} ${name}`;
  const step = type === 'SRV' ? 'srv' : 'addresses';
  return { state: 'failed', failure: failure(code, step, detail ? `${asked}: ${detail}` : asked) };
}
