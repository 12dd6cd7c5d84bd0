import { commentMarker, findCaseMarker, type ListedIssue, type PendingComment } from '../model/case.js';
import type { Action, Applied, IssueChange, IssueDraft, Plan } from '../model/plan.js';
import type { Clock } from '../model/ports.js';
import { type CreatedIssue, describeForgeError, ForgeError, type IssueReader, type IssueWriter } from './forge.js';
import { changedIssue, mergeChange } from './merge.js';
import { mergeBody } from '../model/section.js';

export interface ApplyTools {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  readonly clock: Pick<Clock, 'sleep'>;
  /** The issues as the plan was made for them, so that what people did since is seen and kept. */
  readonly listed: readonly ListedIssue[];
  /** The managed label, by which an issue is found again whose creation was never answered. */
  readonly label: string;
}

/**
 * How often a write is tried whose answer was lost, and how long a forge is given to show what it did: longest after the
 * first time, because a list may lag, and what is written twice is read twice.
 */
const ATTEMPTS = 3;
const FIRST_SETTLE_MS = [2000, 4000, 8000];
const SETTLE_MS = [2000];

/**
 * Carries a plan out in its order; there is no policy here. A failed action does not hide the others, unless it builds
 * on a failed one or the forge refuses all writes. An issue that somebody changed since it was read is skipped where
 * the plan would overwrite that. What is not a {@link ForgeError} is a bug, and propagates.
 */
export async function applyPlan(plan: Plan, tools: ApplyTools): Promise<Applied[]> {
  const applied: Applied[] = [];
  const run: Run = {
    ...tools,
    known: new Map(tools.listed.map((issue) => [issue.number, issue])),
    obstacles: new Map(),
    labelFailure: undefined,
    allFailure: undefined,
  };
  run.labelFailure = noteRefusal(await attempt(() => ensureLabels(plan, tools)), run);
  for (const action of plan.actions) {
    const outcome = obstacleTo(action, run) ?? (await attempt(() => applyAction(action, run)));
    noteRefusal(outcome, run);
    const isObstacle = outcome instanceof ForgeError || outcome?.skipped !== undefined;
    if (isObstacle && 'issue' in action && action.issue !== undefined) run.obstacles.set(action.issue, outcome);
    applied.push(report(action, outcome));
  }
  return applied;
}

/** What an action came to when it was not refused: what was created, why nothing was done, what to tell people. */
interface Outcome extends Partial<CreatedIssue> {
  readonly skipped?: string;
}

/** One run of a plan: what the issues are by now, and what failed so far as far as later actions depend on it. */
interface Run extends ApplyTools {
  readonly known: Map<number, ListedIssue>;
  readonly obstacles: Map<number, ForgeError | Outcome>;
  labelFailure: ForgeError | undefined;
  allFailure: ForgeError | undefined;
}

function noteRefusal(outcome: unknown, run: Run): ForgeError | undefined {
  if (!(outcome instanceof ForgeError)) return undefined;
  if (outcome.stops) run.allFailure = outcome;
  return outcome;
}

/** The earlier failure that makes this action pointless. An issue without its label would never be found again. */
function obstacleTo(action: Action, run: Run): ForgeError | Outcome | undefined {
  if (action.kind === 'keep') return undefined;
  if (run.allFailure !== undefined) return run.allFailure;
  if (action.kind === 'open') return run.labelFailure;
  const { issue, after } = action;
  return run.obstacles.get(issue) ?? (after === undefined ? undefined : run.obstacles.get(after));
}

/** The distinct sentences about what was refused or done otherwise than asked, for warnings. */
export function warningsOf(applied: readonly Applied[]): string[] {
  return [...new Set(applied.flatMap(({ error, note }) => [error, note]).filter((text) => text !== undefined))];
}

async function attempt<T>(write: () => Promise<T>): Promise<T | ForgeError> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ForgeError) return error;
    throw error;
  }
}

function report(action: Action, outcome: Outcome | ForgeError): Applied {
  const issue = 'issue' in action && action.issue !== undefined ? { issue: action.issue } : {};
  if (outcome instanceof ForgeError) return { action, status: 'failed', ...issue, error: describeForgeError(outcome) };
  const { number, url, note, skipped } = outcome;
  if (skipped !== undefined) return { action, status: 'skipped', ...issue, note: skipped };
  return {
    action,
    status: 'done',
    ...(number === undefined ? issue : { issue: number }),
    ...(url === undefined ? {} : { url }),
    ...(note === undefined ? {} : { note }),
  };
}

async function ensureLabels({ labels = [] }: Plan, { writer }: ApplyTools): Promise<void> {
  for (const { name, color, description } of labels) await writer.ensureLabel(name, color, description);
}

async function applyAction(action: Action, run: Run): Promise<Outcome> {
  if (action.kind === 'keep') return {};
  if (action.kind === 'open') return create(action.draft, run);
  const { issue, change, comment, settled, receipts = [], subIssues = [] } = action;
  // The change remembers what was put below: only what was done may be remembered, or refused for good.
  const below = await asCourtesy(subIssues, (child) => run.writer.addSubIssue(issue, child), isPassing);
  const skipped = await changeUnlessOvertaken(issue, change, run);
  if (skipped !== undefined) return { skipped };
  const notes = [...below, ...(await asCourtesy(receipts, (id) => run.writer.react(id)))];
  if (comment) {
    if (!(await isStillOurs(issue, run)))
      return { note: `#${issue} was changed by another run at the same time, which goes on with it.` };
    await post(issue, comment, run);
  }
  // Where somebody wrote to it in between, the comment stays noted as pending, and the next run finds it there.
  if (settled !== undefined) notes.push(await changeUnlessOvertaken(issue, { body: settled }, run));
  const note = notes.filter((text) => text !== undefined).join(' ');
  return note === '' ? {} : { note };
}

/** Changes an issue as it is now, or says why it is left alone: people may have written to it since it was listed. */
async function changeUnlessOvertaken(issue: number, change: IssueChange, run: Run): Promise<string | undefined> {
  const current = await run.reader.readIssue(issue);
  if (current === undefined) return `#${issue} is not there any more: it was deleted or moved.`;
  const merged = mergeChange(run.known.get(issue) ?? current, current, change);
  if (merged === undefined)
    return `#${issue} was changed by somebody else during this run, so it is left as it is; the next run goes on from there.`;
  if (Object.keys(merged).length > 0) await run.writer.change(issue, merged);
  run.known.set(issue, changedIssue(current, merged));
  return undefined;
}

/** Of two runs that both changed an issue the last one goes on; the other finds its section replaced. */
async function isStillOurs(issue: number, { reader, known }: Run): Promise<boolean> {
  const [ours, current] = [known.get(issue), await reader.readIssue(issue)];
  return ours === undefined || (current !== undefined && mergeBody(ours.body, current.body, ours.body) !== undefined);
}

/** Receipts and sub-issues are courtesies: where one is refused, it is told, and what counts was done all the same. */
async function asCourtesy(
  ids: readonly number[],
  write: (id: number) => Promise<void>,
  isFailure: (error: ForgeError) => boolean = () => false,
): Promise<(string | undefined)[]> {
  const notes = new Set<string>();
  for (const id of ids) {
    const outcome = await attempt(() => write(id));
    if (!(outcome instanceof ForgeError)) continue;
    if (isFailure(outcome)) throw outcome;
    notes.add(describeForgeError(outcome));
  }
  return [...notes];
}

/** Whether the same may well succeed in the next run. */
const isPassing = ({ outcome, stops, status }: ForgeError): boolean =>
  outcome === 'lost' || stops || status === undefined || status >= 500;

/** Creates an issue once: when no answer came, it is looked for by its hidden state before another is created. */
async function create(draft: IssueDraft, { reader, writer, clock, label }: ApplyTools): Promise<CreatedIssue> {
  const marker = findCaseMarker(draft.body);
  return onceOnly(
    () => writer.create(draft),
    async () => {
      const listed = await reader.listManaged(label);
      return listed.find(({ trusted, body }) => trusted && marker !== undefined && body.includes(marker));
    },
    clock,
  );
}

/**
 * Posts a comment once: it is looked for by its hidden id before, since another run may have decided the same at the
 * same time, and again when no answer came.
 */
async function post(issue: number, { id, body }: PendingComment, { reader, writer, clock }: ApplyTools): Promise<void> {
  const find = async (): Promise<true | undefined> =>
    (await reader.listComments(issue)).some((comment) => comment.includes(commentMarker(id))) || undefined;
  if ((await find()) === undefined) await onceOnly(async () => writer.comment(issue, body), find, clock);
}

async function onceOnly<Written, Found>(
  write: () => Promise<Written>,
  find: () => Promise<Found | undefined>,
  clock: Pick<Clock, 'sleep'>,
): Promise<Written | Found> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await attempt(write);
    if (!(outcome instanceof ForgeError)) return outcome;
    if (outcome.outcome === 'refused') throw outcome;
    for (const wait of tried === 1 ? FIRST_SETTLE_MS : SETTLE_MS) {
      await clock.sleep(wait);
      const found = await find();
      if (found !== undefined) return found;
    }
    if (tried === ATTEMPTS) throw outcome;
  }
}
