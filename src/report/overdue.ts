import type { Applied, Plan } from '../model/plan.js';

/** Domains whose promised repair did not come, with their issues: also those that were opened for them in this run. */
export function overdueIn(
  plan: Plan | undefined,
  applied: readonly Applied[] = [],
): readonly { readonly domain: string; readonly issue: number | undefined }[] {
  const openedFor = (domain: string): number | undefined =>
    applied.find(({ action }) => action.kind === 'open' && action.domain === domain)?.issue;
  return (plan?.overdue ?? []).map(({ domain, issue }) => ({ domain, issue: issue ?? openedFor(domain) }));
}
