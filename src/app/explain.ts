import { CHECKS } from '../checks/index.js';
import type { Arguments } from '../config/cli-arguments.js';
import { nearest, quote } from '../config/reading.js';
import { ConfigurationError } from '../model/ports.js';
import { REMEDIATIONS } from '../remediation/index.js';
import type { ConsoleOptions } from '../report/console.js';
import { renderCheckList, renderExplanation } from '../report/explain.js';

/** What `--explain` prints: all about one check, for one server or for all, or the list of checks. */
export function explain(
  { check: id, server }: Extract<Arguments, { command: 'explain' }>,
  page: ConsoleOptions,
): string {
  if (id === undefined) return renderCheckList(CHECKS, page);
  const found = CHECKS.find((candidate) => candidate.id === id);
  if (found) return renderExplanation(found, server ? [REMEDIATIONS[server]] : Object.values(REMEDIATIONS), page);
  const known = CHECKS.map((candidate) => candidate.id);
  const near = nearest(id, known);
  const hint = near === undefined ? ': xmpp-tls --explain lists them' : `; did you mean ${quote(near)}?`;
  throw new ConfigurationError(`--explain: there is no check ${quote(id)}${hint}`);
}
