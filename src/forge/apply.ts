import { commentMarker, findCaseMarker, type PendingComment } from '../model/case.js';
import type { Action, Applied, IssueDraft, Plan } from '../model/plan.js';
import type { Clock } from '../model/ports.js';
import { type CreatedIssue, describeForgeError, ForgeError, type IssueReader, type IssueWriter } from './forge.js';

export interface ApplyTools {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
  readonly clock: Pick<Clock, 'sleep'>;
  /** The managed label, by which an issue is found again whose creation was never answered. */
  readonly label: string;
}

/** How often a write is tried whose answer was lost, and how long a forge is given to show what it did. */
const ATTEMPTS = 3;
const SETTLE_MS = 2000;

/**
 * Carries a plan out in its order; there is no policy here. A failed action does not hide the others, unless it builds
 * on a failed one or the forge refuses all writes. What is not a {@link ForgeError} is a bug, and propagates.
 */
export async function applyPlan(plan: Plan, tools: ApplyTools): Promise<Applied[]> {
  const applied: Applied[] = [];
  const failures: Failures = { issues: new Map(), label: undefined, all: undefined };
  failures.label = refusalOf(await attempt(() => ensureLabels(plan, tools)), failures);
  for (const action of plan.actions) {
    const outcome = obstacleTo(action, failures) ?? (await attempt(() => applyAction(action, tools)));
    const refusal = refusalOf(outcome, failures);
    if (refusal && action.kind !== 'open' && action.issue !== undefined) failures.issues.set(action.issue, refusal);
    applied.push(report(action, outcome));
  }
  return applied;
}

/** What failed so far, as far as later actions depend on it. */
interface Failures {
  readonly issues: Map<number, ForgeError>;
  label: ForgeError | undefined;
  all: ForgeError | undefined;
}

function refusalOf(outcome: unknown, failures: Failures): ForgeError | undefined {
  if (!(outcome instanceof ForgeError)) return undefined;
  if (outcome.stops) failures.all = outcome;
  return outcome;
}

/** The earlier failure that makes this action pointless. An issue without its label would never be found again. */
function obstacleTo(action: Action, failures: Failures): ForgeError | undefined {
  if (action.kind === 'keep') return undefined;
  return failures.all ?? (action.kind === 'open' ? failures.label : failures.issues.get(action.issue));
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

function report(action: Action, outcome: CreatedIssue | undefined | ForgeError): Applied {
  const issue = 'issue' in action && action.issue !== undefined ? { issue: action.issue } : {};
  if (outcome instanceof ForgeError) return { action, status: 'failed', ...issue, error: describeForgeError(outcome) };
  if (outcome === undefined) return { action, status: 'done', ...issue };
  const { number, url, note } = outcome;
  return { action, status: 'done', issue: number, url, ...(note === undefined ? {} : { note }) };
}

async function ensureLabels({ labels = [] }: Plan, { writer }: ApplyTools): Promise<void> {
  for (const { name, color, description } of labels) await writer.ensureLabel(name, color, description);
}

async function applyAction(action: Action, tools: ApplyTools): Promise<CreatedIssue | undefined> {
  if (action.kind === 'keep') return undefined;
  if (action.kind === 'open') return create(action.draft, tools);
  const { issue, change, comment, settled } = action;
  if (Object.keys(change).length > 0) await tools.writer.change(issue, change);
  if (comment) await post(issue, comment, tools);
  if (settled !== undefined) await tools.writer.change(issue, { body: settled });
  return undefined;
}

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

/** Posts a comment once: when no answer came, it is looked for by its hidden id before it is posted again. */
async function post(issue: number, { id, body }: PendingComment, { reader, writer, clock }: ApplyTools): Promise<void> {
  await onceOnly(
    async () => writer.comment(issue, body),
    async () => (await reader.listComments(issue)).some((comment) => comment.includes(commentMarker(id))) || undefined,
    clock,
  );
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
    await clock.sleep(SETTLE_MS);
    const found = await find();
    if (found !== undefined) return found;
    if (tried === ATTEMPTS) throw outcome;
  }
}
