import { commentMarker, type CaseState } from '../../src/model/case.js';
import { readCase } from '../../src/issues/marker.js';
import type { TrackingOptions } from '../../src/model/config.js';
import type { Plan } from '../../src/model/plan.js';
import type { ListedIssue } from '../../src/forge/forge.js';
import type { TargetReport } from '../../src/model/report.js';
import { type MemoryForge, memoryForge } from '../forge/memory-forge.js';
import { day, targetWith } from './builders.js';
import { planFor, track } from './track.js';

export const DOMAIN = 'example.org';

type Verdict = Parameters<typeof targetWith>[1];

/** One domain, its forge and the days that pass: what a table-driven test tells a story with. */
export interface World {
  readonly forge: MemoryForge;
  tracking: Partial<TrackingOptions>;
  /** What the configuration says about the domain, merged into every report. */
  configured: Partial<TargetReport>;
  /** Days since the first. */
  day: number;
  /** One run with this verdict, and one a day for the following `times`. Gives back the kinds of the last plan. */
  look(verdict: Verdict | 'removed', times?: number): Promise<readonly string[]>;
  /** What a run with this verdict would do on the next day. */
  foresee(verdict: Verdict | 'removed'): Promise<Plan>;
  say(body: string, over?: { readonly mayCommand?: boolean; readonly isBot?: boolean }): void;
  edit(change: Partial<ListedIssue>, number?: number): void;
  close(stateReason?: string): void;
  issue(number?: number): ListedIssue;
  state(number?: number): CaseState;
  /** Kinds of the comments of ours: `promised`, `fixed`. */
  told(number?: number): string[];
  /** Text of the last comment of ours. */
  lastComment(number?: number): string;
}

export function aWorld(): World {
  const forge = memoryForge(day(0));
  const targetsOf = (verdict: Verdict | 'removed'): TargetReport[] =>
    verdict === 'removed' ? [] : [{ ...targetWith(DOMAIN, verdict), ...world.configured }];
  const world: World = {
    forge,
    tracking: {},
    configured: {},
    day: -1,
    async look(verdict, times = 1) {
      let kinds: string[] = [];
      for (let run = 0; run < times; run += 1) {
        world.day += 1;
        forge.now = day(world.day);
        const over = { targets: targetsOf(verdict), now: forge.now, tracking: world.tracking };
        kinds = (await track(forge, over)).actions.map(({ kind }) => kind);
      }
      return kinds;
    },
    foresee: (verdict) =>
      planFor(forge, { targets: targetsOf(verdict), now: day(world.day + 1), tracking: world.tracking }),
    say(body, { mayCommand = true, isBot = false } = {}) {
      const id = forge.said.length + 1;
      const createdAt = new Date(Date.parse(day(world.day)) + id * 60_000).toISOString();
      forge.said.push({ id, issue: 1, body, author: 'ann', isBot, mayCommand, createdAt });
    },
    edit(change, number = 1) {
      forge.issues.set(number, { ...world.issue(number), ...change });
    },
    close: (stateReason = 'completed') =>
      world.edit({
        state: 'closed',
        stateReason,
        closedAt: new Date(Date.parse(day(world.day)) + 60_000).toISOString(),
      }),
    issue(number = 1) {
      const issue = forge.issues.get(number);
      if (issue === undefined) throw new Error(`There is no issue #${number}.`);
      return issue;
    },
    state(number = 1) {
      const reading = readCase(world.issue(number).body);
      if (reading.kind !== 'case') throw new Error(`The issue is ${reading.kind}.`);
      return reading.state;
    },
    told: (number = 1) =>
      (forge.comments.get(number) ?? []).map((body) => /comment=([a-z-]+)-[0-9a-f]{16} /u.exec(body)?.[1] ?? ''),
    lastComment: (number = 1) =>
      forge.comments
        .get(number)
        ?.at(-1)
        ?.replace(/\n\n<!--.*$/u, '') ?? '',
  };
  return world;
}

/** A comment of ours, as the forge lists it when the token belongs to a person. */
export const ours = (body: string): string => `${body}\n\n${commentMarker('promised-0123456789abcdef')}`;
