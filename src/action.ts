import { outputsOfFailure } from './app/outputs.js';
import { EXIT } from './app/result.js';
import { run, type Tracker } from './app/run.js';
import { CHECKS } from './checks/index.js';
import { loadConfig, type LoadedConfig } from './config/load.js';
import { createFolderReader, createFolderWriter } from './forge/folder.js';
import { detectForge, openForge } from './forge/open.js';
import { ConfigurationError, type Clock } from './model/ports.js';
import { VERSION } from './model/version.js';
import { today } from './runtime/clock.js';
import { currentEnvironment, mayWriteIssues, refuseUnsafeEvent } from './runtime/environment.js';
import { createFiles, type Files } from './runtime/files.js';
import { createActionsLog, maskSecret } from './runtime/actions-log.js';
import { openNetwork, toUnicode } from './runtime/network.js';
import { createActionsOutputs } from './runtime/actions-outputs.js';

const environment = currentEnvironment();
const { 'login-password': password } = environment.inputs;
if (password) maskSecret(password);
const log = createActionsLog(environment.debug);
const outputs = createActionsOutputs(environment);

process.exitCode = await main().catch((error: unknown) => {
  for (const [name, value] of Object.entries(outputsOfFailure())) outputs.set(name, value);
  if (error instanceof ConfigurationError) {
    error.message.split('\n').forEach((line) => log.error(line));
    return EXIT.configuration;
  }
  log.error(
    `Internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.internal;
});

async function main(): Promise<number> {
  refuseUnsafeEvent(environment);
  const files = createFiles(environment.workspace ?? process.cwd());
  const loaded = await loadConfig({
    input: (name) => environment.inputs[name],
    givenInputs: Object.keys(environment.inputs),
    readFile: files.read,
    knownChecks: CHECKS.map((check) => check.id),
    today: today(),
    toUnicode,
    caller: 'action',
  });
  const { config } = loaded;
  loaded.warnings.forEach((warning) => log.warning(warning));
  const network = openNetwork(config.network, config.probe.timeoutMs, files.locate);
  const tracker = chooseTracker(loaded, files, network.clock);
  return run(config, {
    ...network,
    version: VERSION,
    log,
    outputs,
    writeFile: files.write,
    console: { width: 120, colour: false },
    ...(tracker ? { tracker } : {}),
    ...(environment.runUrl === undefined ? {} : { runUrl: environment.runUrl }),
  });
}

/** Where issues are kept: a folder, the forge, or nowhere, with the reason in the log. */
function chooseTracker(
  { config, token, apiUrl, forge }: LoadedConfig,
  files: Files,
  clock: Clock,
): Tracker | undefined {
  const { tracking } = config;
  const permission = mayWriteIssues(environment, tracking.manageIssues);
  if (!permission.granted) {
    log.info(`Issues are left alone: ${permission.because}.`);
    return undefined;
  }
  if (tracking.issuesDir !== undefined) {
    const folder = files.locate(tracking.issuesDir);
    const reader = createFolderReader({ folder });
    return tracking.dryRun ? { reader } : { reader, writer: createFolderWriter({ folder, clock }) };
  }
  const { repository } = environment;
  if (token === undefined || repository === undefined) {
    log.warning(
      'Issues are left alone: there is no token or no repository; set the input token, or manage-issues: false.',
    );
    return undefined;
  }
  const options = { token, repository, apiUrl: apiUrl ?? environment.apiUrl, clock };
  const kind = forge === 'auto' ? detectForge(options.apiUrl, environment.onForgejo) : forge;
  return openForge(kind, options, !tracking.dryRun);
}
