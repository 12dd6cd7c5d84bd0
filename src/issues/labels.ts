import type { CasePhase, CaseState } from '../model/case.js';
import type { LabelDraft } from '../model/plan.js';

type Shown = Pick<CaseState, 'phase' | 'unreachableSince'>;

/** The labels below the managed one, with a colour and what they say. Each phase that is worked on has one. */
const LABELS = {
  plaintext: ['d73a4a', 'Can be used without TLS'],
  acknowledged: ['fbca04', 'Someone is working on it'],
  promised: ['0e8a16', 'A fix is promised'],
  overdue: ['b60205', 'Promised date missed'],
  verifying: ['c2e0c6', 'Looks fixed; being verified'],
  waived: ['cfd3d7', 'Waived until a date'],
  regressed: ['e99695', 'Can be used without TLS again, after a fix'],
  unreachable: ['bfd4f2', 'Could not be reached for a week or longer'],
} as const;
type LabelWord = keyof typeof LABELS;

const OF_PHASE: Readonly<Record<CasePhase, LabelWord | undefined>> = {
  open: 'plaintext',
  acknowledged: 'acknowledged',
  promised: 'promised',
  overdue: 'overdue',
  verifying: 'verifying',
  waived: 'waived',
  regressed: 'regressed',
  fixed: undefined,
  untracked: undefined,
};

function mirror(prefix: string, { phase, unreachableSince }: Shown): string[] {
  const words = [OF_PHASE[phase], unreachableSince === undefined ? undefined : ('unreachable' as const)];
  return words.filter((word) => word !== undefined).map((word) => `${prefix}:${word}`);
}

/** Labels of a new issue: the managed one, those that were asked for, and that of the phase. */
export function newLabels(prefix: string, asked: readonly string[], state: Shown): string[] {
  return [...new Set([prefix, ...asked, ...mirror(prefix, state)])];
}

/** The labels an issue should have, those of people untouched; undefined where it has them already. */
export function labelsFor(current: readonly string[], prefix: string, state: Shown): readonly string[] | undefined {
  const lower = (label: string): string => label.toLowerCase();
  const ours = Object.keys(LABELS).map((word) => lower(`${prefix}:${word}`));
  const wanted = mirror(prefix, state);
  const kept = current.filter((label) => !ours.includes(lower(label)) || wanted.map(lower).includes(lower(label)));
  const missing = wanted.filter((label) => !kept.map(lower).includes(lower(label)));
  return missing.length === 0 && kept.length === current.length ? undefined : [...kept, ...missing];
}

/** What has to exist before issues can carry `names`; labels that are not ours exist or are made by the forge. */
export function labelDrafts(prefix: string, names: readonly string[]): LabelDraft[] {
  const managed = 'An XMPP domain that can be used without TLS; kept by xmpp-tls-compliance';
  const known: LabelDraft[] = [
    { name: prefix, color: '1d76db', description: managed },
    ...Object.entries(LABELS).map(([word, [color, description]]) => ({
      name: `${prefix}:${word}`,
      color,
      description,
    })),
  ];
  return known.filter(({ name }) => names.includes(name));
}
