import { applyPlan } from '../../src/forge/apply.js';
import type { IssueReader, IssueWriter } from '../../src/forge/forge.js';
import { type PlanInput, issuesWithPendingComment, listenSince, planIssues } from '../../src/issues/plan.js';
import { mayHoldCommand } from '../../src/issues/words.js';
import type { Plan } from '../../src/model/plan.js';
import { anInput } from './builders.js';

export interface Forge {
  readonly reader: IssueReader;
  readonly writer: IssueWriter;
}

/** Reads a forge and plans, as `app/` does. */
export async function planFor({ reader }: Pick<Forge, 'reader'>, over: Partial<PlanInput>): Promise<Plan> {
  const listed = await reader.listManaged('xmpp-tls');
  const comments = new Map<number, readonly string[]>();
  for (const issue of issuesWithPendingComment(listed)) comments.set(issue, await reader.listComments(issue));
  const since = listenSince(listed);
  const heard = since === undefined ? [] : await reader.listCommentsSince(since, mayHoldCommand);
  return planIssues(anInput({ ...over, listed, comments, heard, ...reader.capabilities }));
}

/** One whole run: plans and applies. Gives back the plan. */
export async function track(forge: Forge, over: Partial<PlanInput>): Promise<Plan> {
  const listed = await forge.reader.listManaged('xmpp-tls');
  const plan = await planFor(forge, over);
  const applied = await applyPlan(plan, {
    ...forge,
    clock: { sleep: async () => undefined },
    listed,
    label: 'xmpp-tls',
  });
  const failure = applied.find(({ status }) => status === 'failed');
  if (failure) throw new Error(failure.error);
  return plan;
}
