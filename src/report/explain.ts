import { inForce, type Remediation } from '../model/remediation.js';
import { specificationName, specificationUrl } from '../model/specification.js';
import type { Check } from '../model/verdict.js';
import { createPaint, wrap } from './layout.js';
import type { ConsoleOptions } from './console.js';

/** All about one check, for `--explain`: what it demands, why, how it is found out, and how each server is fixed. */
export function renderExplanation(
  check: Check,
  remediations: readonly Remediation[],
  { width, colour }: ConsoleOptions,
): string {
  const paint = createPaint(colour);
  const paragraph = (lead: string, text: string): string[] => wrap(lead, text, width);
  const effect = check.group === 'plaintext' ? 'decides whether a domain counts as plaintext' : 'is about TLS itself';
  const lines = [
    ...paint([check.id], 'strong'),
    ...paragraph('  ', `${check.title}.`),
    '',
    ...paragraph('  Level   ', `${check.level} by default; it ${effect}.`),
    ...paragraph('  Why     ', check.why),
    ...paragraph('  How     ', check.how),
    ...check.specifications.map(
      (one, i) => `  ${i === 0 ? 'Rules' : '     '}   ${specificationName(one)}: ${specificationUrl(one)}`,
    ),
    '',
    ...paint(['  Fix'], 'strong'),
    ...remediations.flatMap((remediation) => renderSetting(check, remediation, paragraph)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Every check with what it demands, for `--explain` without a check. */
export function renderCheckList(checks: readonly Pick<Check, 'id' | 'title'>[], { width }: ConsoleOptions): string {
  const indent = Math.max(...checks.map(({ id }) => id.length)) + 4;
  const lines = checks.flatMap(({ id, title }) =>
    width - indent < 40 ? [`  ${id}`, ...wrap('      ', title, width)] : wrap(`  ${id}`.padEnd(indent), title, width),
  );
  return `${['Checks; xmpp-tls --explain CHECK says more:', ...lines].join('\n')}\n`;
}

function renderSetting(
  { mend }: Check,
  remediation: Remediation,
  paragraph: (lead: string, text: string) => string[],
): string[] {
  const { title, settings } = remediation;
  const { file, code, notes } = settings[mend];
  const [afterwards, ...remarks] = inForce(remediation, [settings[mend]], (command) => command);
  return [
    '',
    ...paragraph('  ', `${title}: ${file}`),
    ...code.split('\n').map((line) => `      ${line}`),
    ...notes.flatMap((note) => paragraph('    - ', note)),
    ...(afterwards === undefined ? [] : paragraph('    ', afterwards)),
    ...remarks.flatMap((note) => paragraph('    - ', note)),
  ];
}
