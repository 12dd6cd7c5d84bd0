import type { EndpointObservation } from './observation.js';
import type { Software } from './software.js';
import type { Finding, SettingName } from './verdict.js';

/**
 * What breaks where somebody changes a setting without knowing it. Letters have a sentence for each in every language, so
 * that they can be sent without the notes of a setting, which are English.
 */
export const CAUTION_NAMES = [
  'certificate',
  'each-host',
  'existing-listener',
  'default-since',
  'renamed-after',
  'registration-module',
  'federation',
  'web-clients',
  'dormant',
] as const;
export type CautionName = (typeof CAUTION_NAMES)[number];

export interface Caution {
  readonly name: CautionName;
  /** Of `default-since` and `renamed-after`. */
  readonly version?: string;
}

/** One change in one file, exact enough to paste. */
export interface Setting {
  /** Where: a path, or the place in an admin console. */
  readonly file: string;
  /**
   * What to write there, as a code block. In `lua` and `properties` every line stands for itself; elsewhere an empty line
   * ends what stands for itself. `example.org` is the domain.
   */
  readonly code: string;
  /** Language of the code block; `text` is advice in words. */
  readonly language: 'lua' | 'yaml' | 'toml' | 'xml' | 'groovy' | 'properties' | 'text';
  /** Version differences and side effects, one sentence each. */
  readonly notes: readonly string[];
  readonly cautions?: readonly Caution[];
  /** The XMPP server does not read it, so that nothing has to be restarted for it. */
  readonly isElsewhere?: true;
}

/** One server software: how to recognise it from the wire, and how to mend it. One file each in `remediation/`. */
export interface Remediation {
  readonly software: Software;
  readonly title: string;
  readonly homepage: string;
  /** Place in every list: the more widespread, the lower. */
  readonly rank: number;
  /** Traits of the wire that speak for this software; a weight of 3 or more makes it likely. */
  readonly traits: readonly {
    readonly name: string;
    readonly weight: number;
    readonly seen: (o: EndpointObservation) => boolean;
  }[];
  readonly settings: Readonly<Record<SettingName, Setting>>;
  /** Command that makes a change take effect; absent where it depends on the software. */
  readonly reload?: string;
  /** What to know before it, or why nothing less will do; one sentence each. */
  readonly reloadNotes: readonly string[];
  readonly documentation: string;
}

/** What is known about checks and servers, looked up by every text that gives advice. */
export interface Advice {
  readonly check: (id: string) => { readonly title: string; readonly mend: SettingName } | undefined;
  readonly remediation: (software: Software) => Remediation;
}

/** The settings that mend the findings, each once, in the order of the findings. */
export function settingsFor(
  findings: readonly Pick<Finding, 'check'>[],
  { check }: Pick<Advice, 'check'>,
): readonly SettingName[] {
  return [...new Set(findings.flatMap((finding) => check(finding.check)?.mend ?? []))];
}

/** What to change in each file, so that it is opened once: no line stands there twice. */
export function changesOf(
  { settings }: Pick<Remediation, 'settings'>,
  names: readonly SettingName[],
  domain: string,
): readonly Setting[] {
  const byFile = new Map<string, Setting>();
  for (const setting of names.map((name) => settings[name])) {
    const key = `${setting.language} ${setting.file}`;
    const before = byFile.get(key);
    byFile.set(key, before === undefined ? setting : joined(before, setting));
  }
  return [...byFile.values()].map((setting) => filledIn(setting, domain));
}

/**
 * How changes take effect, in sentences, none where they do so by themselves; `code` marks a command, and ends its
 * sentence where one goes on behind it.
 */
export function inForce(
  { reload, reloadNotes }: Pick<Remediation, 'reload' | 'reloadNotes'>,
  changes: readonly Pick<Setting, 'isElsewhere'>[],
  code: (command: string) => string,
): readonly string[] {
  if (!needsRestart(changes)) return [];
  return [reload === undefined ? 'Then restart the server.' : `Then run: ${code(reload)}`, ...reloadNotes];
}

/** Whether the XMPP server has to hear of a change. */
export function needsRestart(changes: readonly Pick<Setting, 'isElsewhere'>[]): boolean {
  return changes.some(({ isElsewhere }) => isElsewhere !== true);
}

function joined(a: Setting, b: Setting): Setting {
  const [between, end] = LINEWISE.includes(a.language) ? ['\n', /\n/u] : ['\n\n', /\n{2,}/u];
  const pieces = [a, b].flatMap(({ code }) => code.trimEnd().split(end));
  const cautions = [...(a.cautions ?? []), ...(b.cautions ?? [])];
  const isFirst = ({ name, version }: Caution, index: number): boolean =>
    cautions.findIndex((other) => other.name === name && other.version === version) === index;
  return {
    ...a,
    code: [...new Set(pieces)].join(between),
    notes: [...new Set([...a.notes, ...b.notes])],
    cautions: cautions.filter(isFirst),
  };
}

const LINEWISE: readonly Setting['language'][] = ['lua', 'properties'];

/** A name that could end a string of the configuration stays out of it. */
function filledIn(setting: Setting, domain: string): Setting {
  if (!/^[a-z0-9.-]+$/u.test(domain)) return setting;
  return { ...setting, code: setting.code.replaceAll('example.org', domain) };
}
