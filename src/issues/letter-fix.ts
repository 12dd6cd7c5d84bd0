import {
  changesOf,
  needsRestart,
  settingsFor,
  type Advice,
  type Caution,
  type Remediation,
  type Setting,
} from '../model/remediation.js';
import type { Recognition, TargetReport } from '../model/report.js';
import { checkPage } from '../model/tool.js';
import type { Finding, SettingName } from '../model/verdict.js';
import { fill } from './letter-evidence.js';
import { GENERAL_SETTINGS, type GeneralSetting, type LetterTexts } from './letters/letter.js';

/** The exact settings as plain text, in paragraphs: what to change, what to mind, how it takes effect. */
export function fixInWords(
  { domain, server }: Pick<TargetReport, 'domain' | 'server'>,
  findings: readonly Finding[],
  advice: Advice,
  texts: LetterTexts,
): readonly string[] {
  const remediation = advice.remediation(server.software);
  const names = settingsFor(findings, advice);
  const inWords = names.filter((name) => remediation.settings[name].language === 'text');
  const changes = changesOf(
    remediation,
    names.filter((name) => !inWords.includes(name)),
    domain,
  );
  const general = inWords.filter(isGeneral).map((name) => `- ${texts.general[name]}`);
  const cautions = [...changes, ...inWords.map((name) => remediation.settings[name])].flatMap(cautionsOf);
  if (changes.length + general.length === 0) return [];
  return [
    fill(texts.settings[certainty(server)], { server: remediation.title }),
    ...changes.map(({ file, code }) => `${fill(texts.inFile, { file })}\n\n${code.trimEnd()}`),
    ...(general.length > 0 ? [general.join('\n')] : []),
    ...cautionsInWords(cautions, texts),
    ...(needsRestart([...changes, ...inWords.map((name) => remediation.settings[name])])
      ? [afterwards(remediation, texts)]
      : []),
    ...(certainty(server) === 'unknown' ? [otherServers(findings, texts)] : []),
  ];
}

function afterwards({ reload }: Remediation, { afterwards: ways }: LetterTexts): string {
  return reload === undefined ? ways.restart : fill(ways.command, { reload });
}

const isGeneral = (name: SettingName): name is GeneralSetting => GENERAL_SETTINGS.some((known) => known === name);

const cautionsOf = ({ cautions = [] }: Setting): readonly Caution[] => cautions;

function certainty({ software, confidence }: Recognition): keyof LetterTexts['settings'] {
  return software === 'generic' ? 'unknown' : confidence;
}

function cautionsInWords(cautions: readonly Caution[], { cautions: texts }: LetterTexts): string[] {
  const lines = new Set(cautions.map(({ name, version }) => `- ${fill(texts[name], { version })}`));
  return lines.size === 0 ? [] : [[texts.heading, ...lines].join('\n')];
}

/** Where nobody knows the server, a page that has the lines of all of them, or the list of those pages. */
function otherServers(findings: readonly Finding[], { allServers }: LetterTexts): string {
  const [check = '', ...others] = new Set(findings.map((finding) => finding.check));
  return fill(allServers, { url: checkPage(others.length === 0 ? check : 'README') });
}
