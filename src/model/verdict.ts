import type { Endpoint } from './endpoint.js';
import type { Failure } from './failure.js';
import type { EndpointObservation } from './observation.js';
import type { Service, Transport } from './target.js';

/** How a failing check counts: not at all, as a remark, as a warning, or as a failed run. */
export const CHECK_LEVELS = ['off', 'note', 'warn', 'fail'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** How a verdict was reached: the server was seen to act so, it only says so, or neither. */
export const PROOFS = ['none', 'advertised', 'behaviour'] as const;
export type Proof = (typeof PROOFS)[number];

/** `plaintext` checks decide whether a domain is accused; `tls` checks say whether TLS works. */
export type CheckGroup = 'plaintext' | 'tls';

/** What a check says of one endpoint. Messages are English sentences made by us; hostile words stand only in `evidence`. */
export type Outcome =
  | { readonly outcome: 'pass'; readonly proof: Proof; readonly evidence: readonly string[] }
  | { readonly outcome: 'fail'; readonly proof: Proof; readonly message: string; readonly evidence: readonly string[] }
  | { readonly outcome: 'inconclusive'; readonly because: string }
  | { readonly outcome: 'not-applicable'; readonly because: string };

/** A specification clause; the link is derived from it, never typed. */
export interface Specification {
  readonly document: `RFC ${number}` | `XEP-${string}`;
  readonly section?: string;
}

/** One requirement on one endpoint, in one file of `checks/` named like its id. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly group: CheckGroup;
  /** Level when neither `checks:` nor the target says otherwise. */
  readonly level: Exclude<CheckLevel, 'off'>;
  readonly services: readonly Service[];
  readonly transports: readonly Transport[];
  /** What must have been seen; `defineCheck` answers `inconclusive` where it was not, so no check handles errors. */
  readonly needs: readonly string[];
  readonly specifications: readonly [Specification, ...Specification[]];
  /** Two or three sentences for the docs page: why it matters to a user. */
  readonly why: string;
  /** What is asked, what proves, what proves nothing. */
  readonly how: string;
  /** Which settings of a server mend it: a key of `Remediation.settings`. */
  readonly mend: SettingName;
  readonly evaluate: (observation: EndpointObservation) => Outcome;
}

/** The places in a server's configuration that our advice names. */
export const SETTING_NAMES = [
  'c2s-required',
  's2s-required',
  'legacy-auth',
  'registration',
  'certificate',
  'cipher-suites',
  'direct-tls',
  'compression',
  'starttls-buffer',
  'srv-records',
  'bosh',
  'websocket',
  'host-meta',
  'component-port',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export type VerdictName = 'plaintext' | 'secure' | 'inconclusive' | 'not-offered';

/** A failing check on one endpoint: a reason to act. */
export interface Finding {
  readonly check: string;
  readonly title: string;
  readonly level: Exclude<CheckLevel, 'off'>;
  readonly group: CheckGroup;
  readonly service: Service;
  readonly endpoint: Endpoint;
  readonly proof: Proof;
  readonly message: string;
  readonly evidence: readonly string[];
  /** Set when a waiver covers it: it is reported, and does not count. */
  readonly waived?: { readonly until: string; readonly reason: string };
}

/** The judgement of one endpoint. `because` says why it is not conclusive, in the user's words. */
export interface EndpointVerdict {
  readonly endpoint: Endpoint;
  /** `not-offered`: a port that serves neither clients nor other servers. */
  readonly verdict: VerdictName;
  readonly proof: Proof;
  readonly because: readonly string[];
  /** What a secure endpoint was not asked, and why: sentences of our own. */
  readonly remarks?: readonly string[];
  /** What kept us out, where an inconclusive endpoint could not be looked at. */
  readonly obstacle?: Failure;
  /** Where the server sent us instead. */
  readonly redirectedTo?: readonly Endpoint[];
  readonly outcomes: readonly { readonly check: string; readonly outcome: Outcome }[];
  readonly findings: readonly Finding[];
}

export interface ServiceVerdict {
  readonly verdict: VerdictName;
  /** Weakest proof among the endpoints that decided the verdict. */
  readonly proof: Proof;
  readonly because: readonly string[];
}

/** The judgement of one domain. */
export interface DomainVerdict {
  readonly verdict: VerdictName;
  readonly services: Readonly<Partial<Record<Service, ServiceVerdict>>>;
  readonly endpoints: readonly EndpointVerdict[];
  readonly findings: readonly Finding[];
  /** True when plaintext was found and every plaintext finding is waived: reported, not failed. */
  readonly waived: boolean;
  /** Remarks of the judge, such as an endpoint that was left out of the count and why. */
  readonly notes?: readonly string[];
}
