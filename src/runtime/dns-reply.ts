import { isIPv4, isIPv6 } from 'node:net';
import { decode, type Answer, type DecodedPacket } from 'dns-packet';
import type { QuestionType, SrvRecord } from '../dns/resolver.js';
import type { FailureCode } from '../model/failure.js';
import type { Question } from './dns-question.js';

export interface AnsweredReply {
  readonly state: 'answered';
  /** Whether the last name of the chain exists (RFC 6604). */
  readonly exists: boolean;
  /** Only of the type in question; empty where there are none. */
  readonly records: readonly (string | SrvRecord)[];
  readonly aliases: readonly string[];
  readonly authentic: boolean;
}

export interface FailedReply {
  readonly state: 'failed';
  readonly code: FailureCode;
  /** May be empty. */
  readonly detail: string;
}

/** What one message said, or what came instead of one. */
export type Reply =
  | AnsweredReply
  | FailedReply
  /** Too long for UDP. */
  | { readonly state: 'truncated' }
  /** The server cannot read the question, perhaps for its EDNS part (RFC 6891 section 7). */
  | { readonly state: 'not-understood'; readonly detail: string };

const HEADER_BYTES = 12;
/** Far beyond honest answers; keeps the time for reading a hostile one short. */
const MAX_RECORDS = 256;

/** Response codes (RFC 1035 section 4.1.1, RFC 6891 section 9). */
const RCODE_NAMES: Readonly<Record<number, string>> = {
  0: 'NOERROR',
  1: 'FORMERR',
  2: 'SERVFAIL',
  3: 'NXDOMAIN',
  4: 'NOTIMP',
  5: 'REFUSED',
  16: 'BADVERS',
};

/** Reads a message; undefined when it is not an answer to this question, whoever sent it. Never throws. */
export function readReply(bytes: Buffer, id: number, question: Question): Reply | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id) return undefined;
  const flags = bytes.readUInt16BE(2);
  const isResponse = (flags & 0x8000) !== 0;
  const isTruncated = (flags & 0x0200) !== 0;
  if (!isResponse) return undefined;
  // Read from the header alone, because a truncated message may end in the middle of a record.
  if (isTruncated) return { state: 'truncated' };
  if (countRecords(bytes) > MAX_RECORDS) return malformed('too many records');
  try {
    const packet = decode(bytes);
    return answersTo(packet, question) ? interpret(packet, question) : undefined;
  } catch (error) {
    return malformed(String(error));
  }
}

export function failedReply(code: FailureCode, detail: string): FailedReply {
  return { state: 'failed', code, detail };
}

function malformed(detail: string): FailedReply {
  return failedReply('dns.malformed', detail);
}

function countRecords(bytes: Buffer): number {
  return bytes.readUInt16BE(4) + bytes.readUInt16BE(6) + bytes.readUInt16BE(8) + bytes.readUInt16BE(10);
}

/** Servers that turn a question down may leave it out of their answer. */
function answersTo(packet: DecodedPacket, { name, type }: Question): boolean {
  const [asked, ...more] = packet.questions ?? [];
  if (!asked) return responseCode(packet) !== 0;
  return more.length === 0 && asked.type === type && asked.class === 'IN' && plainName(asked.name) === plainName(name);
}

function interpret(packet: DecodedPacket, question: Question): Reply {
  const rcode = responseCode(packet);
  const rcodeName = RCODE_NAMES[rcode] ?? `response code ${rcode}`;
  switch (rcodeName) {
    case 'NOERROR':
    case 'NXDOMAIN':
      break;
    case 'FORMERR':
    case 'NOTIMP':
    case 'BADVERS':
      return { state: 'not-understood', detail: rcodeName };
    case 'REFUSED':
      return failedReply('dns.refused', rcodeName);
    default:
      return failedReply('dns.servfail', rcodeName);
  }
  const answers = (packet.answers ?? []).filter((record) => !('class' in record) || record.class === 'IN');
  if (rcode === 0 && answers.length === 0 && isReferral(packet)) return failedReply('dns.refused', 'no recursion');

  const aliases = followAliases(plainName(question.name), question.type, answers);
  if (!aliases) return malformed('the aliases go round in a circle');
  const owner = aliases.at(-1) ?? plainName(question.name);
  const records = answers
    .filter((record) => record.type === question.type && plainName(record.name) === owner)
    .map((record) => readRecord(record));
  if (records.includes(undefined)) return malformed('not an address');
  return {
    state: 'answered',
    exists: rcode === 0,
    records: records as (string | SrvRecord)[],
    aliases,
    authentic: packet.flag_ad,
  };
}

/** Four bits in the header, eight more in the EDNS part (RFC 6891 section 6.1.3). */
function responseCode(packet: DecodedPacket): number {
  const edns = packet.additionals?.find((record) => record.type === 'OPT');
  return ((edns?.extendedRcode ?? 0) << 4) | ((packet.flags ?? 0) & 0x000f);
}

/** Whether a server that does not recurse points to others, which is not "no such record" (RFC 2308 section 2.2). */
function isReferral(packet: DecodedPacket): boolean {
  const authorities = (packet.authorities ?? []).map((record) => record.type);
  return !packet.flag_aa && !packet.flag_ra && authorities.includes('NS') && !authorities.includes('SOA');
}

/** The chain of CNAME records in one message; undefined for a circle. */
function followAliases(name: string, type: QuestionType, answers: readonly Answer[]): string[] | undefined {
  if (type === 'CNAME') return [];
  const targets = new Map<string, string>();
  for (const record of answers) {
    if (record.type === 'CNAME') targets.set(plainName(record.name), plainName(record.data));
  }
  const chain: string[] = [];
  for (let next = targets.get(name); next !== undefined; next = targets.get(next)) {
    if (next === name || chain.includes(next)) return undefined;
    chain.push(next);
  }
  return chain;
}

/** The data of a record as the port wants it; undefined for an address that is none. */
function readRecord(record: Answer): string | SrvRecord | undefined {
  switch (record.type) {
    case 'A':
      return isIPv4(record.data) ? record.data : undefined;
    case 'AAAA':
      return isIPv6(record.data) ? record.data : undefined;
    case 'CNAME':
      return plainName(record.data);
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = record.data;
      return { priority, weight, port, target: plainName(target) };
    }
    default:
      return undefined;
  }
}

/** Lower case, no trailing dot; the root stays ".". */
function plainName(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith('.') && lower !== '.' ? lower.slice(0, -1) : lower;
}
