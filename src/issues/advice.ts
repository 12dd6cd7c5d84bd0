import { inertCode, inertMarkdown } from '../model/inert.js';
import type { Remediation, Setting } from '../model/remediation.js';
import type { Recognition, TargetReport } from '../model/report.js';
import type { Software } from '../model/target.js';
import type { Check, Finding, SettingName } from '../model/verdict.js';

/** What is known about checks and servers, looked up by the texts: `checks/` and `remediation/` by their ids. */
export interface Advice {
  readonly check: (id: string) => Pick<Check, 'title' | 'mend'> | undefined;
  readonly remediation: (software: Software) => Remediation;
}

/** Others that may be meant are shown folded, at most so many. */
const ALTERNATIVES = 3;

/** What to change, as Markdown: for the server it is, or looks like, or for those it might be. */
export function renderAdvice(
  { server }: Pick<TargetReport, 'server'>,
  findings: readonly Finding[],
  advice: Advice,
): string {
  const settings = [...new Set(findings.flatMap(({ check }) => advice.check(check)?.mend ?? []))];
  const others = (server.alternatives ?? []).filter((software) => software !== server.software).slice(0, ALTERNATIVES);
  return [
    introduce(server, advice),
    renderSettings(advice.remediation(server.software), settings),
    ...(server.confidence === 'configured' ? [] : others).map((software) => {
      const other = advice.remediation(software);
      return folded(`If it is ${inertMarkdown(other.title, 60)}`, renderSettings(other, settings));
    }),
  ].join('\n\n');
}

function introduce({ software, confidence, by }: Recognition, advice: Advice): string {
  const { title, homepage } = advice.remediation(software);
  const name = `[${title}](${homepage})`;
  const why = by.length > 0 ? ` (it shows: ${by.map((trait) => inertMarkdown(trait, 80)).join('; ')})` : '';
  if (software === 'generic' || confidence === 'unknown') return 'We could not tell which server software this is.';
  if (confidence === 'configured') return `For ${name}:`;
  return confidence === 'likely' ? `This looks like ${name}${why}:` : `This may be ${name}${why}:`;
}

function renderSettings(remediation: Remediation, names: readonly SettingName[]): string {
  const settings = names.map((name) => remediation.settings[name]);
  const distinct = settings.filter((one, index) => settings.findIndex((other) => sameText(one, other)) === index);
  return [
    ...distinct.map(renderSetting),
    `Afterwards: \`${remediation.reload}\`. More in the [documentation](${remediation.documentation}).`,
  ].join('\n\n');
}

const sameText = (one: Setting, other: Setting): boolean => one.file === other.file && one.code === other.code;

function renderSetting({ file, code, language, notes }: Setting): string {
  const remarks = notes.map((note) => `- ${note}`).join('\n');
  return [`In ${inertCode(file, 200)}:`, fence(code, language), ...(remarks ? [remarks] : [])].join('\n\n');
}

/** A code block of our own text: nothing is escaped, since it is there to be pasted. */
export function fence(code: string, language: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

/** `summary` is HTML, `content` is Markdown. */
export function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
