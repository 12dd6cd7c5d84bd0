import { decidingTargets, type Report, type TargetReport } from '../model/report.js';
import { SERVICES, type Service, type Transport } from '../model/target.js';
import type { Proof, ServiceVerdict, VerdictName } from '../model/verdict.js';
import { bystanders, countVerdicts, SEVERITIES, severityOf, type Severity } from './severity.js';

/** The sentences that every report uses, so that one fact reads the same in the log, the summary and an annotation. */

/** Longest remote text shown in one place, in UTF-16 units. */
export const TEXT_LIMIT = 300;

export const PROOF_TITLES: Readonly<Record<Proof, string>> = {
  behaviour: 'proven',
  advertised: 'advertised only',
  none: 'no proof',
};

/** What a service that allows plaintext did, or only offers. */
const PLAINTEXT: Readonly<Record<Service, Readonly<Record<Proof, string>>>> = {
  c2s: {
    behaviour: 'accepted a client connection without TLS',
    advertised: 'offers login without TLS',
    none: 'allows login without TLS',
  },
  s2s: {
    behaviour: 'accepted a server connection without TLS',
    advertised: 'offers server-to-server connections without TLS',
    none: 'allows server-to-server connections without TLS',
  },
};

const SECURE: Readonly<Record<Proof, string>> = {
  behaviour: 'refuses connections without TLS',
  advertised: 'says that TLS is required',
  none: 'offers no connection without TLS',
};

/** What was found of one service or endpoint, without its name: "offers login without TLS". */
export function verdictPhrase(
  service: Service,
  { verdict, proof, because }: Pick<ServiceVerdict, 'verdict' | 'proof' | 'because'>,
): string {
  switch (verdict) {
    case 'plaintext':
      return PLAINTEXT[service][proof];
    case 'secure':
      return SECURE[proof];
    case 'inconclusive':
      return `inconclusive: ${fewOf(because) || 'nothing conclusive was seen'}`;
    case 'not-offered':
      return `not offered (${fewOf(because) || 'the DNS declares it absent'})`;
  }
}

/** What a service is called where there is room: a stranger does not know which is which. */
export const SERVICE_TITLES: Readonly<Record<Service, string>> = { c2s: 'clients (c2s)', s2s: 'servers (s2s)' };

/** {@link verdictPhrase} with its proof, where there is something to prove: "offers login without TLS (advertised only)". */
export function verdictWords(service: Service, verdict: Parameters<typeof verdictPhrase>[1]): string {
  const proven = verdict.proof !== 'none' && (verdict.verdict === 'plaintext' || verdict.verdict === 'secure');
  return verdictPhrase(service, verdict) + (proven ? ` (${PROOF_TITLES[verdict.proof]})` : '');
}

/** The first three of several reasons, and how many more there are. */
function fewOf(reasons: readonly string[]): string {
  const more = reasons.length > 3 ? [`and ${reasons.length - 3} more reasons`] : [];
  return [...reasons.slice(0, 3), ...more].join('; ');
}

export const VERDICT_TITLES: Readonly<Record<VerdictName, string>> = {
  plaintext: 'plaintext',
  secure: 'secure',
  inconclusive: 'inconclusive',
  'not-offered': 'not offered',
};

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  ...VERDICT_TITLES,
  failing: 'failing',
  waived: 'waived',
  warned: 'secure, with remarks',
};

export const TRANSPORT_NAMES: Readonly<Record<Transport, string>> = {
  starttls: 'STARTTLS',
  'direct-tls': 'direct TLS',
  bosh: 'BOSH',
  websocket: 'WebSocket',
  component: 'component port',
};

/** `bücher.example (xn--bcher-kva.example)`: both forms of a name that has two. */
export function domainName({ domain, unicodeDomain }: Pick<TargetReport, 'domain' | 'unicodeDomain'>): string {
  return domain === unicodeDomain ? domain : `${unicodeDomain} (${domain})`;
}

/** The verdicts of a domain in the order of the services. */
export function serviceVerdicts({ services }: Pick<TargetReport, 'services'>): [Service, ServiceVerdict][] {
  return SERVICES.flatMap((service): [Service, ServiceVerdict][] => {
    const verdict = services[service];
    return verdict ? [[service, verdict]] : [];
  });
}

/** What is said of one domain and of several, by severity. */
export const PREDICATES: Readonly<Record<Severity, readonly [one: string, several: string]>> = {
  plaintext: ['allows connections without TLS', 'allow connections without TLS'],
  failing: ['fails a TLS check', 'fail a TLS check'],
  inconclusive: ['is inconclusive', 'are inconclusive'],
  waived: ['allows plaintext under a waiver', 'allow plaintext under a waiver'],
  warned: ['enforces TLS with remarks', 'enforce TLS with remarks'],
  secure: ['enforces TLS', 'enforce TLS'],
  'not-offered': ['does not offer XMPP', 'do not offer XMPP'],
};

/** The report in one sentence: what a reader must know if they read nothing else. Only of the domains that decide. */
export function headline(report: Pick<Report, 'targets'>): string {
  const targets = decidingTargets(report);
  const [first] = targets;
  if (!first) return report.targets.length > 0 ? 'This change touches no domain.' : 'No domain was checked.';
  if (targets.length === 1) return `${domainName(first)} ${PREDICATES[severityOf(first)][0]}.`;
  const kinds = SEVERITIES.map((severity) => ({
    severity,
    count: targets.filter((target) => severityOf(target) === severity).length,
  })).filter(({ count }) => count > 0);
  const all = targets.length === 2 ? 'Both' : `All ${targets.length}`;
  const parts = kinds.map(({ severity, count }, i) => {
    const [one, several] = PREDICATES[severity];
    if (kinds.length === 1) return `${all} domains ${several}`;
    return `${count}${i === 0 ? ` of ${targets.length} domains` : ''} ${count === 1 ? one : several}`;
  });
  return `${parts.join('; ')}.`;
}

/** Of the domains that do not decide: `Not part of this change: 12 domains: 11 plaintext, 1 secure.` */
export function bystandersLine(report: Pick<Report, 'targets'>): string | undefined {
  const targets = bystanders(report);
  return targets.length === 0 ? undefined : `Not part of this change, and not counted: ${countLine({ targets })}.`;
}

/** `1 domain`, `3 domains`. */
export function domains(count: number): string {
  return `${count} ${count === 1 ? 'domain' : 'domains'}`;
}

/** `3 domains: 1 plaintext, 1 inconclusive, 1 secure`: only what occurs. */
export function countLine(report: Pick<Report, 'targets'>): string {
  const { total, plaintext, waived, inconclusive, secure, notOffered } = countVerdicts(report);
  const kinds: readonly [number, string][] = [
    [plaintext, 'plaintext'],
    [waived, 'waived'],
    [inconclusive, 'inconclusive'],
    [secure, 'secure'],
    [notOffered, 'not offered'],
  ];
  const counted = kinds.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  return [domains(total), ...(counted.length > 0 ? [counted.join(', ')] : [])].join(': ');
}

/** The text with a full stop, unless it already ends like a sentence. */
export function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/** `2026-11-22 09:00 UTC`. */
export function moment(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

/** `840 ms`, `2.1 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
