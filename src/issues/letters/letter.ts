import type { CautionName } from '../../model/remediation.js';
import type { Language, Service } from '../../model/target.js';
import type { Proof, SettingName } from '../../model/verdict.js';

/**
 * What there is to write about: first notice; after we wrote on a known day; after somebody acknowledged it; a promise for
 * a date, or for the next maintenance; after a date that was missed, a maintenance that changed nothing, or one that was
 * never noticed; after a relapse; when it looks repaired; when it is.
 */
export const LETTER_KINDS = [
  'notice',
  'contacted',
  'followup',
  'promised',
  'awaited',
  'reminder',
  'maintenance',
  'unnoticed',
  'regressed',
  'verifying',
  'thanks',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Settings that mend plaintext, which is all that letters are about. */
export const GENERAL_SETTINGS = [
  'c2s-required',
  's2s-required',
  'legacy-auth',
  'registration',
  'cipher-suites',
  'bosh',
  'websocket',
] as const satisfies readonly SettingName[];
export type GeneralSetting = (typeof GENERAL_SETTINGS)[number];

/** One of the two services, or both at once. */
export type Affected = Service | 'both';

/** What was seen of an endpoint, each as part of a list: no capital, no full stop. */
export interface EvidenceTexts {
  readonly offered: string;
  readonly absent: string;
  /** Announced, and not enforced. */
  readonly required: string;
  /** `{mechanisms}` */
  readonly mechanisms: string;
  readonly dialback: string;
  /** `{answer}` */
  readonly external: string;
  /** `{answer}` */
  readonly scram: string;
  readonly legacyAuth: string;
  readonly registration: string;
  readonly login: string;
  /** A server was let in by dialback. */
  readonly server: string;
  /** `{transport}` */
  readonly web: string;
  /** `{suite}` */
  readonly nullSuite: string;
}

/**
 * The words of the letters in one language. `{domain}` and dates are filled in; dates are written as the language writes
 * them. Whatever follows the greeting begins with a capital letter where the language wants it.
 */
export interface LetterTexts {
  readonly language: Language;
  readonly subject: Readonly<Record<LetterKind, string>>;
  readonly greeting: string;
  /**
   * `{claim}`, `{first}` day of this episode, `{last}` day it was seen, `{due}` day that was promised, `{contacted}`,
   * `{secured}` first secure run. `once`: a first notice of what was seen in one run only.
   */
  readonly opening: Readonly<Record<LetterKind | 'once', string>>;
  /** What the service does, to go into `{claim}`: seen by trying, or only offered. */
  readonly claim: Readonly<Record<Affected, Readonly<Record<Exclude<Proof, 'none'>, string>>>>;
  /** Between two claims. */
  readonly and: string;
  readonly stake: Readonly<Record<Affected, string>>;
  /** Introduces the evidence; `{last}`. */
  readonly seen: string;
  /** `{place}` */
  readonly place: Readonly<Record<Service, string>>;
  readonly evidence: EvidenceTexts;
  /** Introduces the command. */
  readonly reproduce: string;
  /** Introduces the settings; `{server}`. */
  readonly settings: Readonly<Record<'configured' | 'likely' | 'possible' | 'unknown', string>>;
  /** `{file}` */
  readonly inFile: string;
  /** Advice in words, for servers that nobody recognised or that have no such line. */
  readonly general: Readonly<Record<GeneralSetting, string>>;
  /** `{url}` of a page with the settings of every server. */
  readonly allServers: string;
  /** Introduces the cautions; `{version}` in two of them. */
  readonly cautions: { readonly heading: string } & Readonly<Record<CautionName, string>>;
  /** `{reload}`, or without a command. */
  readonly afterwards: { readonly command: string; readonly restart: string };
  readonly links: string;
  /** `{url}` */
  readonly details: string;
  /** First question, question for a new date, offer of help. */
  readonly request: { readonly date: string; readonly newDate: string; readonly help: string };
  /** `{days}` from the first report to the repair. */
  readonly took: { readonly one: string; readonly other: string };
  /** The end of a thank-you. */
  readonly safer: string;
  /** In a letter that has to be short: `{url}`, or where there is none. */
  readonly brief: { readonly link: string; readonly offer: string };
  /** Who checks, and how to make it end; `{repository}`, or where it is not known. */
  readonly imprint: { readonly known: string; readonly unknown: string };
  /** With a place for the name of the sender. */
  readonly closing: string;
}
