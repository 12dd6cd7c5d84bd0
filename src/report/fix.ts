import type { Remediation, Setting } from '../model/remediation.js';
import type { Recognition, TargetReport } from '../model/report.js';
import type { Software } from '../model/target.js';
import type { Check, SettingName } from '../model/verdict.js';
import { worstFindingsFirst } from './severity.js';

/** What is known about fixing: which setting a check points at, and the settings of each server. */
export interface Advice {
  readonly checks: readonly Pick<Check, 'id' | 'mend'>[];
  readonly remediation: (software: Software) => Remediation;
}

/** What to change in one software so that the findings of a domain go away. */
export interface Fix {
  readonly software: Remediation;
  /** `Prosody`, `this looks like Prosody`, `if it is Prosody`: how sure we are. */
  readonly name: string;
  readonly isCertain: boolean;
  /** One per file to change, the one for the worst finding first. */
  readonly changes: readonly Change[];
}

/** What to write into one file. */
export interface Change {
  readonly file: string;
  readonly language: Setting['language'];
  /** Pieces that do not belong into one block: each is a part of what stands in the file. */
  readonly blocks: readonly string[];
  readonly notes: readonly string[];
}

/** Software that was only guessed comes with others that fit, at most so many in all. */
const GUESSES_SHOWN = 3;

/** The settings to change, for the software that was named or recognised; only a guess is called one. */
export function fixesFor({ findings, server }: Pick<TargetReport, 'findings' | 'server'>, advice: Advice): Fix[] {
  const mends = new Map(advice.checks.map(({ id, mend }) => [id, mend]));
  const names = [...new Set(worstFindingsFirst(findings).flatMap(({ check }) => mends.get(check) ?? []))];
  if (names.length === 0) return [];
  const isCertain = server.confidence === 'configured' || server.confidence === 'likely';
  const others = isCertain ? [] : (server.alternatives ?? []).filter((software) => software !== server.software);
  return [server.software, ...others].slice(0, GUESSES_SHOWN).map((id) => {
    const software = advice.remediation(id);
    const isNamed = isCertain && id !== 'generic';
    return {
      software,
      name: nameWithDoubt(software, server.confidence),
      isCertain: isNamed,
      changes: changesOf(software, names),
    };
  });
}

/** Languages in which every line is a setting of its own, so that the lines of several pieces are one piece. */
const LINE_BY_LINE: readonly Setting['language'][] = ['lua', 'properties'];

function changesOf({ settings }: Remediation, names: readonly SettingName[]): readonly Change[] {
  const all = names.map((name) => settings[name]);
  const files = [...new Set(all.map(({ file }) => file))];
  return files.flatMap((file) => {
    const ofFile = all.filter((one) => one.file === file);
    const [first] = ofFile;
    if (!first) return [];
    const code = ofFile.map((one) => one.code.trimEnd());
    const lines = [...new Set(code.flatMap((piece) => piece.split('\n')))];
    const areLines = ofFile.every(({ language }) => LINE_BY_LINE.includes(language));
    const blocks = areLines ? [lines.join('\n')] : [...new Set(code)];
    return [{ file, language: first.language, blocks, notes: [...new Set(ofFile.flatMap(({ notes }) => notes))] }];
  });
}

function nameWithDoubt({ software, title }: Remediation, confidence: Recognition['confidence']): string {
  if (confidence === 'configured' || software === 'generic') return title;
  return confidence === 'likely' ? `this looks like ${title}` : `if it is ${title}`;
}
