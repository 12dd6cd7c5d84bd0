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
      defaultBranch: eventPath ? readDefaultBranch(eventPath, readFile) : undefined,
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

/** `repository.default_branch` of the event payload. Where it cannot be read it stays unknown, and a push writes nothing. */
function readDefaultBranch(eventPath: string, readFile: (path: string) => string): string | undefined {
  try {
    const event = JSON.parse(readFile(eventPath)) as {
      readonly repository?: { readonly default_branch?: unknown };
    } | null;
    const branch = event?.repository?.default_branch;
    return typeof branch === 'string' ? branch : undefined;
  } catch {
    return undefined;
  }
}

/** Only what is there: absent values become absent keys. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Whether this run may write issues on a forge, and if not, the sentence that says why. */
export type WritePermission = { readonly granted: true } | { readonly granted: false; readonly because: string };

/**
 * Issues are written where the configuration is the one of the default branch: on a schedule, and by hand or on a push
 * there. A pull request never writes, not even with `always`: a stranger chose what it looks at.
 */
export function mayWriteIssues(
  environment: Pick<Environment, 'eventName' | 'ref' | 'defaultBranch'>,
  manageIssues: TrackingOptions['manageIssues'],
): WritePermission {
  const { eventName, ref, defaultBranch } = environment;
  if (manageIssues === 'never') return refused('manage-issues switches them off');
  if (eventName?.startsWith('pull_request')) return refused('this run belongs to a pull request');
  if (manageIssues === 'always' || eventName === 'schedule') return { granted: true };
  if (eventName !== 'push' && eventName !== 'workflow_dispatch')
    return refused('manage-issues is auto, and the run was not started by a schedule, by hand or by a push');
  // Somebody who may write chose the branch of a manual run; where it cannot be told which is the default, that counts.
  if (defaultBranch === undefined && eventName === 'workflow_dispatch') return { granted: true };
  if (defaultBranch === undefined)
    return refused('manage-issues is auto, and the event does not say which branch is the default');
  if (ref === `refs/heads/${defaultBranch}`) return { granted: true };
  return refused('manage-issues is auto, and this run is not one of the default branch');
}

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
