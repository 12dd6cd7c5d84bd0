import { lookUp, type Zone, type ZoneAnswer, type ZoneRecord } from '../../src/demo/dns-zone.js';
import type { DnsAnswer, QuestionType, RecordOf, Resolver } from '../../src/dns/resolver.js';
import { failure, type FailureCode } from '../../src/model/failure.js';

export type { Zone } from '../../src/demo/dns-zone.js';

/** A resolver over a zone literal: no sockets, no time, and every question is on record as `A xmpp.example.org`. */
export interface ZoneResolver extends Resolver {
  readonly queries: readonly string[];
}

const FAILURE_CODES = {
  SERVFAIL: 'dns.servfail',
  REFUSED: 'dns.refused',
  TIMEOUT: 'dns.timeout',
} as const satisfies Record<string, FailureCode>;

export function zoneResolver(zone: Zone): ZoneResolver {
  const queries: string[] = [];
  return {
    queries,
    resolve: (name, type, signal) => {
      queries.push(`${type} ${name}`);
      const step = type === 'SRV' ? 'srv' : 'addresses';
      if (signal.aborted) return Promise.resolve({ state: 'failed', failure: failure('run.deadline', step) });
      return Promise.resolve(toAnswer(lookUp(zone, name, type), name, type));
    },
  };
}

function toAnswer<T extends QuestionType>(answer: ZoneAnswer, name: string, type: T): DnsAnswer<T> {
  const { rcode, authentic } = answer;
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') {
    const step = type === 'SRV' ? 'srv' : 'addresses';
    return { state: 'failed', failure: failure(FAILURE_CODES[rcode], step, `${type} ${name}`) };
  }
  const records = answer.records.filter((record) => record.type === type);
  const chain = answer.records.flatMap((record) => (record.type === 'CNAME' ? [plain(record.data)] : []));
  const aliases = type === 'CNAME' ? [] : chain;
  if (records.length > 0) return { state: 'records', records: records.map(dataOf<T>), aliases, authentic };
  return { state: rcode === 'NXDOMAIN' ? 'nxdomain' : 'nodata', aliases, authentic };
}

function dataOf<T extends QuestionType>(record: ZoneRecord): RecordOf<T> {
  const data = record.type === 'SRV' ? { ...record.data, target: plain(record.data.target) } : plain(record.data);
  return data as RecordOf<T>;
}

function plain(name: string): string {
  return name === '.' ? name : name.toLowerCase().replace(/\.$/, '');
}
