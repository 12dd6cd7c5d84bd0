import { byteLength, escapeInvisible } from '../model/inert.js';
import type { Format } from './format.js';
import { REPORT_SCHEMA, type Report, type TargetReport } from '../model/report.js';
import { worstFirst } from './severity.js';
import { serviceVerdicts } from './words.js';

/**
 * The report as indented JSON with a line end, keys in a fixed order. Safe to print in a workflow: what could start a
 * command, end a line or mislead a reader stands as a `\u` escape inside the strings, so that no value is changed.
 */
export function renderJson(report: Report): string {
  return [...piecesOfJson(report)].join('');
}

/** The same, domain by domain: everything that was said of thousands of them is much to hold at once. */
function* piecesOfJson({ targets, ...report }: Report): Generator<string> {
  const [before = '', after = ''] = indentedJson({ ...report, targets: [] }).split('"targets": []');
  yield `${before}"targets": [`;
  for (const [index, target] of targets.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${indentedJson(target).replaceAll('\n', '\n    ')}`;
  }
  yield `${targets.length === 0 ? '' : '\n  '}]${after}\n`;
}

const indentedJson = (value: object): string => inertJson(JSON.stringify(ordered(value), null, 2));

export const JSON_FORMAT: Format = {
  description: 'Write the full report as JSON to this file, with everything that was said.',
  flag: '--json FILE',
  example: 'xmpp-tls.json',
  render: renderJson,
  pieces: piecesOfJson,
};

/** Largest value of an output that is a list: with its name it must fit one environment variable of Linux (128 KiB). */
const LIST_LIMIT_BYTES = 100_000;

/**
 * The `results` output: a compact JSON array with one entry per domain, worst first. Domains that would not fit in
 * `maxBytes` are left out from the end; the JSON report file has all of them.
 */
export function compactResults(report: Report, maxBytes = LIST_LIMIT_BYTES): string {
  const entries = worstFirst(report.targets).map((target) => inertJson(JSON.stringify(compactTarget(target))));
  return `[${fitting(entries, maxBytes - 1).join(',')}]`;
}

/** The `plaintext-hosts` output: a domain per line, cut like {@link compactResults}. */
export function plaintextHosts({ targets }: Report, maxBytes = LIST_LIMIT_BYTES): string {
  const open = targets.filter(({ verdict, waived }) => verdict === 'plaintext' && !waived);
  return fitting(
    open.map(({ domain }) => domain),
    maxBytes + 1,
  ).join('\n');
}

/** Whether neither list had to be cut. */
export function areComplete(report: Report, maxBytes = LIST_LIMIT_BYTES): boolean {
  return (
    compactResults(report, maxBytes) === compactResults(report, Infinity) &&
    plaintextHosts(report, maxBytes) === plaintextHosts(report, Infinity)
  );
}

/** The first entries, as many as fit with one byte behind each. */
function fitting(entries: readonly string[], maxBytes: number): readonly string[] {
  let bytes = 0;
  const end = entries.findIndex((entry) => (bytes += byteLength(entry) + 1) > maxBytes);
  return end === -1 ? entries : entries.slice(0, end);
}

function compactTarget(target: TargetReport) {
  return {
    schema: REPORT_SCHEMA,
    domain: target.domain,
    verdict: target.verdict,
    waived: target.waived,
    services: Object.fromEntries(
      serviceVerdicts(target).map(([service, { verdict, proof }]) => [service, { verdict, proof }]),
    ),
    failing: [...new Set(target.findings.map((finding) => finding.check))],
  };
}

/** Keys that come before all others, in this order; the rest follows by name. */
const FIRST_KEYS = [
  ...['schema', 'tool', 'startedAt', 'result', 'domain', 'unicodeDomain', 'check', 'title', 'level', 'group'],
  ...['service', 'transport', 'host', 'port', 'address', 'family', 'source', 'state', 'kind', 'outcome', 'verdict'],
  ...['proof', 'message', 'because', 'evidence', 'waived', 'services', 'c2s', 's2s', 'durationMs', 'targets'],
  ...['connection', 'atMs', 'from', 'text', 'endpoint', 'connected', 'header', 'features', 'starttls', 'handshake'],
  ...['securedHeader', 'securedFeatures', 'plaintext', 'confirmation', 'endpoints', 'findings'],
];

const KEY_RANKS: ReadonlyMap<string, number> = new Map(FIRST_KEYS.map((key, rank) => [key, rank]));

/** The same value with its keys in a fixed order, however it was put together. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string) => KEY_RANKS.get(key) ?? KEY_RANKS.size;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

/** JSON text in which invisible characters and `##[` stand as escapes; both can only occur inside strings. */
export function inertJson(json: string): string {
  return escapeInvisible(json, (c) => (c === '\n' ? c : utf16Escape(c))).replaceAll('##[', '##\\u005b');
}

function utf16Escape(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
