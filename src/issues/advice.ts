import { inertCode, inertMarkdown } from '../model/inert.js';
import { changesOf, inForce, settingsFor, type Advice, type Remediation, type Setting } from '../model/remediation.js';
import type { Recognition, TargetReport } from '../model/report.js';
import type { Finding, SettingName } from '../model/verdict.js';

/** By what a server was recognised, the most telling first: more is for the JSON report. */
const SIGNS_SHOWN = 2;

/** What to change, as Markdown: for the server it is, or looks like, or for those it might be. */
export function renderAdvice(
  { domain, server }: Pick<TargetReport, 'domain' | 'server'>,
  findings: readonly Finding[],
  advice: Advice,
): string {
  const names = settingsFor(findings, advice);
  const others = (server.alternatives ?? []).filter((software) => software !== server.software);
  return [
    introduce(server, advice),
    renderSettings(advice.remediation(server.software), names, domain),
    ...(server.confidence === 'configured' ? [] : others).map((software) => {
      const other = advice.remediation(software);
      return folded(`If it is ${inertMarkdown(other.title, 60)}`, renderSettings(other, names, domain));
    }),
  ].join('\n\n');
}

function introduce({ software, confidence, by }: Recognition, advice: Advice): string {
  const { title, homepage } = advice.remediation(software);
  const name = `[${title}](${homepage})`;
  const signs = by.slice(0, SIGNS_SHOWN).map((trait) => inertMarkdown(trait, 80));
  const why = signs.length > 0 ? ` (signs: ${signs.join('; ')})` : '';
  if (software === 'generic' || confidence === 'unknown') return 'We could not tell which server software this is.';
  if (confidence === 'configured') return `For ${name}:`;
  return confidence === 'likely' ? `This looks like ${name}${why}:` : `This may be ${name}${why}:`;
}

function renderSettings(remediation: Remediation, names: readonly SettingName[], domain: string): string {
  const changes = changesOf(remediation, names, domain);
  const [afterwards, ...remarks] = inForce(remediation, changes, (command) => `\`${command}\`.`);
  const more = `More in the [documentation](${remediation.documentation}).`;
  return [
    ...changes.map(renderSetting),
    afterwards === undefined ? more : `${afterwards} ${more}`,
    ...(remarks.length > 0 ? [listed(remarks)] : []),
  ].join('\n\n');
}

function renderSetting({ file, code, language, notes }: Setting): string {
  return [`In ${inertCode(file, 200)}:`, fence(code, language), ...(notes.length > 0 ? [listed(notes)] : [])].join(
    '\n\n',
  );
}

const listed = (notes: readonly string[]): string => notes.map((note) => `- ${note}`).join('\n');

/** A code block of our own text: nothing is escaped, since it is there to be pasted. */
export function fence(code: string, language: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

/** `summary` is HTML, `content` is Markdown. */
export function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
