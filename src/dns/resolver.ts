import type { Failure } from '../model/failure.js';

/** The question types of service discovery. */
export type QuestionType = 'SRV' | 'A' | 'AAAA' | 'CNAME';

/** Data of an SRV record (RFC 2782). `target` as in {@link DnsAnswer}; `.` or empty where the service is declared absent. */
export interface SrvRecord {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

/** Addresses are literals, names are lower case without a trailing dot. */
export type RecordOf<T extends QuestionType> = T extends 'SRV' ? SrvRecord : string;

interface Answered {
  /** The CNAME chain that was followed from the name in question, in order, without that name; usually empty. */
  readonly aliases: readonly string[];
  /** The AD bit of every message that made the answer (RFC 4035 section 3.2.3): worth what the path to the server is. */
  readonly authentic: boolean;
}

/**
 * What the DNS says to one question. `nodata`: the name exists and has no record of this type (RFC 2308 section 2.2).
 * Names in an answer are remote text: any characters, at most 255 bytes of them.
 */
export type DnsAnswer<T extends QuestionType = QuestionType> =
  | (Answered & { readonly state: 'records'; readonly records: readonly RecordOf<T>[] })
  | (Answered & { readonly state: 'nxdomain' | 'nodata' })
  | { readonly state: 'failed'; readonly failure: Failure };

/** The one way to the DNS; implemented in `runtime/resolver.ts`, and over a zone literal for tests. */
export interface Resolver {
  /**
   * Asks one question, following aliases. Never rejects: trouble is `failed` with a `dns.*` code, or `run.deadline`
   * once the signal aborts. Equal questions at the same time cost one lookup.
   */
  resolve<T extends QuestionType>(name: string, type: T, signal: AbortSignal): Promise<DnsAnswer<T>>;
}

/** What every lookup needs: whom to ask, and when to stop. */
export interface LookupPorts {
  readonly resolver: Resolver;
  readonly signal: AbortSignal;
}
