import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { FakeGitHub } from './fake-github.js';
import { startNode, type Finished, type RunningProcess } from './node-process.js';
import { USUAL_NODE, type NodeVersion } from './node-versions.js';
import { readCommands, readOutputs, type WorkflowCommand } from './runner-files.js';

/** Inputs of the action, by name: what stands under `with:`. */
export type Inputs = Readonly<Record<string, string>>;

/** What the runner says of the event, and on what it runs the action. */
export interface Circumstances {
  readonly event?: string;
  readonly ref?: string;
  /** What the event says besides the default branch. */
  readonly payload?: object;
  readonly node?: NodeVersion;
}

export interface ActionRun extends Finished {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the runner would have obeyed. */
  readonly commands: readonly WorkflowCommand[];
  /** Requests to the forge that were to change something: `POST /repos/acme/watch/issues`. */
  readonly writes: readonly string[];
}

export interface RunningAction {
  readonly finished: Promise<ActionRun>;
  readonly kill: RunningProcess['kill'];
}

export interface BundleOptions {
  readonly node?: NodeVersion;
  /** Besides PATH and the folder for temporary files. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a runner of GitHub does around the steps of a job, as far as an action can see it. */
export interface ActionsRunner {
  /** Absolute path of the workspace: empty, as without actions/checkout. */
  readonly workspace: string;
  /** Absolute path of the folder for temporary files: what a run leaves there stays on the disk of its user. */
  readonly temporary: string;
  start(inputs: Inputs, circumstances?: Circumstances): RunningAction;
  /** Starts any of the bundles in the workspace without the environment of a runner, by its path below dist/. */
  startBundle(path: string, args: readonly string[], options?: BundleOptions): RunningProcess;
  /** Removes everything from the disk. */
  close(): void;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The only token that the forge of a job accepts. */
export const TOKEN = 'ghs_theTokenOfTheJob';

/**
 * Downloads the action as a runner does: action.yml and dist/ into a folder of their own, with no node_modules near it.
 * dist/ has to be built before (`npm run build`); that it is what src/ builds is for `npm run check` to say.
 */
export function createRunner(github: FakeGitHub): ActionsRunner {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('There is no dist/: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'xmpp-tls-e2e-'));
  const action = join(folder, 'action');
  const workspace = join(folder, 'workspace');
  const temporary = join(folder, 'temporary');
  for (const path of [workspace, temporary]) mkdirSync(path);
  for (const path of ['action.yml', 'dist']) cpSync(join(ROOT, path), join(action, path), { recursive: true });
  const { inputs: declared, runs } = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as ActionMetadata;

  let steps = 0;
  return {
    workspace,
    temporary,
    start(inputs, circumstances = {}) {
      const files = makeStepFiles(join(folder, 'steps', String((steps += 1))), circumstances.payload);
      const env = { ...variablesOf(github, files, workspace, circumstances), ...inputVariables(declared, inputs) };
      const before = github.writes().length;
      const { finished, kill } = startNode(join(action, runs.main), [], { ...circumstances, cwd: workspace, env });
      const read = async (): Promise<ActionRun> => ({
        ...(await finished),
        outputs: readOutputs(readFileSync(files.output, 'utf8')),
        summary: readFileSync(files.summary, 'utf8'),
        commands: readCommands((await finished).stdout),
        writes: github.writes().slice(before),
      });
      return { kill, finished: read() };
    },
    startBundle: (path, args, { node = USUAL_NODE, env = {} } = {}) =>
      startNode(join(action, 'dist', path), args, { cwd: workspace, env: { TMPDIR: temporary, ...env }, node }),
    close: () => rmSync(folder, { recursive: true }),
  };
}

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string };
}

interface StepFiles {
  readonly output: string;
  readonly summary: string;
  readonly event: string;
}

/** A runner makes them anew for every step. */
function makeStepFiles(folder: string, payload: object = {}): StepFiles {
  const files = { output: join(folder, 'output'), summary: join(folder, 'summary'), event: join(folder, 'event.json') };
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.output, '');
  writeFileSync(files.summary, '');
  writeFileSync(files.event, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }));
  return files;
}

function variablesOf(
  github: FakeGitHub,
  files: StepFiles,
  workspace: string,
  { event = 'schedule', ref = 'refs/heads/main' }: Circumstances,
): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKSPACE: workspace,
  };
}

/** What an expression in action.yml comes to in a job without a matrix. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '${{ github.token }}': TOKEN,
  "${{ strategy.job-total > 1 && 'false' || 'true' }}": 'true',
};

/** A runner sets a variable for every input that action.yml declares, empty where there is neither value nor default. */
function inputVariables(declared: ActionMetadata['inputs'], given: Inputs): Record<string, string> {
  const defaults = Object.entries(declared).map(([name, input]): [string, string] => {
    const text = input.default ?? '';
    return [name, EXPRESSIONS[text] ?? text];
  });
  const all = Object.entries({ ...Object.fromEntries(defaults), ...given });
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}
