import { inForce, type Remediation } from '../model/remediation.js';
import { specificationName, specificationUrl } from '../model/specification.js';
import type { Check } from '../model/verdict.js';
import { createPaint, wrap } from './layout.js';
import type { ConsoleOptions } from './console.js';

/** All about one check, for `--explain`: what it demands, why, how it is found out, and how each server is mended. */
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
    ...paint(['  How to mend it'], 'strong'),
    ...remediations.flatMap((remediation) => renderSetting(check, remediation, paragraph)),
  ];
  return `${lines.join('\n')}\n`;
}

function renderSetting(
  { mend }: Check,
  remediation: Remediation,
  paragraph: (lead: string, text: string) => string[],
): string[] {
  const { title, reloadNotes, settings } = remediation;
  const { file, code, notes } = settings[mend];
  return [
    '',
    ...paragraph('  ', `${title}: ${file}`),
    ...code.split('\n').map((line) => `      ${line}`),
    ...notes.flatMap((note) => paragraph('    - ', note)),
    ...paragraph(
      '    ',
      inForce(remediation, (command) => command),
    ),
    ...reloadNotes.flatMap((note) => paragraph('    - ', note)),
  ];
}
