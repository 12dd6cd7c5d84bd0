import type { ListedIssue } from '../model/case.js';
import type { IssueChange } from '../model/plan.js';
import { mergeBody } from '../model/section.js';

/**
 * What to send so that `change`, planned for the issue as it was (`base`), overwrites nothing that somebody else did to
 * it since (`current`): text around our section, labels, title and date of people win. Undefined when our own section
 * or the state is not what the plan was made for; then the next run has to decide anew.
 */
export function mergeChange(base: ListedIssue, current: ListedIssue, change: IssueChange): IssueChange | undefined {
  if (current.state !== base.state) return undefined;
  const body = mergeBody(base.body, current.body, change.body ?? base.body);
  if (body === undefined) return undefined;
  const { title, labels, dueOn, ...rest } = change;
  return {
    ...rest,
    ...(change.body === undefined ? {} : { body }),
    ...(title === undefined || current.title !== base.title ? {} : { title }),
    ...(labels === undefined ? {} : { labels: mergeLabels(base.labels, current.labels, labels) }),
    ...(dueOn === undefined || current.dueOn !== base.dueOn ? {} : { dueOn }),
  };
}

/** The labels there are now, with those added and taken off that the plan adds and takes off. */
function mergeLabels(base: readonly string[], current: readonly string[], wanted: readonly string[]): string[] {
  const isTakenOff = (label: string): boolean => base.includes(label) && !wanted.includes(label);
  return [
    ...new Set([...current.filter((label) => !isTakenOff(label)), ...wanted.filter((label) => !base.includes(label))]),
  ];
}

/** The issue after a change of ours was carried out. */
export function changedIssue(issue: ListedIssue, change: IssueChange): ListedIssue {
  const { title = issue.title, body = issue.body, state = issue.state, labels = issue.labels } = change;
  const { dueOn: oldDate, ...rest } = issue;
  const dueOn = change.dueOn === undefined ? oldDate : change.dueOn;
  return { ...rest, title, body, state, labels, ...(typeof dueOn === 'string' ? { dueOn } : {}) };
}
