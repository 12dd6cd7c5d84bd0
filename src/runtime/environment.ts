import { readFileSync } from 'node:fs';
import type { TrackingOptions } from '../model/config.js';
import { ConfigurationError } from '../model/ports.js';

/** What the surroundings say of this run. Only this file reads `process.env`; absent and empty are the same. */
export interface Environment {
  readonly inActions: boolean;
  /** `owner/name`. */
  readonly repository?: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Address of this workflow run, for links. */
  readonly runUrl?: string;
  readonly eventName?: string;
  readonly ref?: string;
  /** From the event payload; absent where the payload does not say. */
  readonly defaultBranch?: string;
  /** The comment that was just written, where that is the event. */
  readonly comment?: WrittenComment;
  /** Absolute path that relative paths of the user start from. */
  readonly workspace?: string;
  readonly stepSummaryFile?: string;
  /** Whether the runner is one of Forgejo or Gitea, which set every variable of GitHub too. */
  readonly onForgejo: boolean;
  readonly debug: boolean;
  /** See no-color.org. */
  readonly noColour: boolean;
  /** For the command line, whose arguments everybody on the machine can read. Secret. */
  readonly loginPassword?: string;
  /** Inputs of the action by name, lower case: `config-file`. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What the event `issue_comment` says of a new comment; the forge made it, but for the body. */
export interface WrittenComment {
  readonly issue: number;
  readonly onPullRequest: boolean;
  readonly id: number;
  /** Hostile. */
  readonly body: string;
  /** ISO 8601 instant. */
  readonly createdAt: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The environment of this process. */
export function currentEnvironment(): Environment {
  return readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
}

/** Reads the variables a runner sets (GitHub, Forgejo, Gitea); `readFile` is used for the event payload only. */
export function readEnvironment(variables: Variables, readFile: (path: string) => string): Environment {
  const read = (name: string) => variables[name] || undefined;
  const url = (name: string, otherwise: string) => (read(name) ?? otherwise).replace(/\/+$/u, '');
  const repository = read('GITHUB_REPOSITORY');
  const serverUrl = url('GITHUB_SERVER_URL', 'https://github.com');
  const apiUrl = url('GITHUB_API_URL', read('FORGEJO_API_URL') ?? 'https://api.github.com');
  const runId = read('GITHUB_RUN_ID');
  const eventPath = read('GITHUB_EVENT_PATH');
  const event = eventPath ? readEvent(eventPath, readFile) : {};
  return {
    inActions: variables['GITHUB_ACTIONS'] === 'true',
    apiUrl,
    serverUrl,
    onForgejo: ['FORGEJO_ACTIONS', 'FORGEJO_API_URL', 'GITEA_ACTIONS'].some((name) => read(name) !== undefined),
    debug: variables['RUNNER_DEBUG'] === '1',
    noColour: read('NO_COLOR') !== undefined,
    inputs: readInputs(variables),
    ...present({
      repository,
      // Forgejo and Gitea number the pages of their runs differently from `GITHUB_RUN_ID`.
      runUrl:
        repository && runId && !apiUrl.endsWith('/api/v1')
          ? `${serverUrl}/${repository}/actions/runs/${runId}`
          : undefined,
      loginPassword: read('XMPP_TLS_LOGIN_PASSWORD'),
      eventName: read('GITHUB_EVENT_NAME'),
      ref: read('GITHUB_REF'),
      defaultBranch: textOf(mapIn(event, 'repository').default_branch),
      comment: read('GITHUB_EVENT_NAME') === 'issue_comment' ? writtenComment(event) : undefined,
      workspace: read('GITHUB_WORKSPACE'),
      stepSummaryFile: read('GITHUB_STEP_SUMMARY'),
    }),
  };
}

/** A runner hands over the input `config-file` as `INPUT_CONFIG-FILE`. */
function readInputs(variables: Variables): Record<string, string> {
  const inputs = Object.entries(variables).filter(([name]) => name.startsWith('INPUT_'));
  return Object.fromEntries(inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']));
}

type Payload = Readonly<Record<string, unknown>>;

/** The event payload. Where it cannot be read it says nothing, and a push writes nothing. */
function readEvent(eventPath: string, readFile: (path: string) => string): Payload {
  try {
    const event: unknown = JSON.parse(readFile(eventPath));
    return isPayload(event) ? event : {};
  } catch {
    return {};
  }
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapIn(payload: Payload, name: string): Payload {
  const value = payload[name];
  return isPayload(value) ? value : {};
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A comment that was edited or deleted is no new one: nothing that was heard is heard again. */
function writtenComment(event: Payload): WrittenComment | undefined {
  const [issue, comment] = [mapIn(event, 'issue'), mapIn(event, 'comment')];
  const { number } = issue;
  const { id, body, created_at: createdAt } = comment;
  if (event.action !== 'created' || typeof number !== 'number' || typeof id !== 'number') return undefined;
  // GitHub has the key on pull requests only; on Forgejo it is null on issues, and says so a second time.
  const onPullRequest = isPayload(issue.pull_request) || event.is_pull === true;
  return { issue: number, onPullRequest, id, body: textOf(body) ?? '', createdAt: textOf(createdAt) ?? '' };
}

/** Only what is there: absent values become absent keys. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Whether this run may write issues on a forge, and if not, the sentence that says why. */
export type WritePermission = { readonly granted: true } | { readonly granted: false; readonly because: string };

/**
 * Issues are written where the configuration is the one of the default branch: on a schedule, and by hand, on a push or
 * on a comment in an issue there. A pull request never writes, not even with `always`: a stranger chose what it looks at.
 */
export function mayWriteIssues(
  environment: Pick<Environment, 'eventName' | 'ref' | 'defaultBranch' | 'comment'>,
  manageIssues: TrackingOptions['manageIssues'],
): WritePermission {
  const { eventName, ref, defaultBranch } = environment;
  if (manageIssues === 'never') return refused('manage-issues switches them off');
  const obstacle = obstacleIn(environment);
  if (obstacle !== undefined) return refused(obstacle);
  if (manageIssues === 'always' || eventName === 'schedule') return { granted: true };
  if (eventName === undefined || !AUTO_EVENTS.includes(eventName))
    return refused('manage-issues is auto, and the run was not started by a schedule, by hand, a push or a comment');
  // Somebody who may write chose the branch of a manual run; where it cannot be told which is the default, that counts.
  if (defaultBranch === undefined && eventName === 'workflow_dispatch') return { granted: true };
  if (defaultBranch === undefined)
    return refused('manage-issues is auto, and the event does not say which branch is the default');
  if (ref === `refs/heads/${defaultBranch}`) return { granted: true };
  return refused('manage-issues is auto, and this run is not one of the default branch');
}

/** Why an event never writes, whatever manage-issues says. */
function obstacleIn({ eventName, comment }: Pick<Environment, 'eventName' | 'comment'>): string | undefined {
  if (eventName?.startsWith('pull_request')) return 'this run belongs to a pull request';
  if (eventName !== 'issue_comment') return undefined;
  if (comment === undefined) return 'no new comment started this run';
  return comment.onPullRequest ? 'the comment stands in a pull request' : undefined;
}

/** Events besides the schedule on which `auto` writes, on the default branch. */
const AUTO_EVENTS = ['push', 'workflow_dispatch', 'issue_comment'];

function refused(because: string): WritePermission {
  return { granted: false, because };
}

/** Throws where a stranger's pull request would run with the repository's own secrets and write token. */
export function refuseUnsafeEvent({ eventName }: Pick<Environment, 'eventName'>): void {
  if (eventName !== 'pull_request_target') return;
  throw new ConfigurationError(
    'The workflow runs on pull_request_target, which gives a stranger’s pull request the token of this repository: use `on: pull_request` (no issues are written there) or `on: schedule` instead.',
  );
}
