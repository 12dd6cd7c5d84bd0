import { answerable } from './app/instant.js';
import { outputsOfFailure } from './app/outputs.js';
import { EXIT } from './app/result.js';
import { run, type Tracker } from './app/run.js';
import { openTracker } from './app/tracker.js';
import { CHECKS } from './checks/index.js';
import { loadConfig } from './config/load.js';
import type { Config } from './model/config.js';
import { ConfigurationError, type Clock } from './model/ports.js';
import { VERSION } from './model/version.js';
import { today } from './runtime/clock.js';
import { currentEnvironment, mayWriteIssues, refuseUnsafeEvent } from './runtime/environment.js';
import { createFiles } from './runtime/files.js';
import { createActionsLog, maskSecret } from './runtime/actions-log.js';
import { openNetwork, toUnicode } from './runtime/network.js';
import { createActionsOutputs } from './runtime/actions-outputs.js';

const environment = currentEnvironment();
const { 'login-password': password } = environment.inputs;
if (password) maskSecret(password);
const log = createActionsLog(environment.debug);
const outputs = createActionsOutputs(environment);

process.exitCode = await main().catch((error: unknown) => {
  setOutputsOfFailure();
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
    byHand: environment.eventName === 'workflow_dispatch',
    caller: 'action',
  });
  loaded.warnings.forEach((warning) => log.warning(warning));
  const { network: networkOptions, probe, tracking } = loaded.config;
  const network = openNetwork(networkOptions, probe.timeoutMs, files.locate);
  const permission = mayWriteIssues(environment, tracking.manageIssues);
  const whereabouts = { ...environment, permission, locate: files.locate };
  const tracker = openTracker(loaded, whereabouts, { clock: network.clock, log });
  const config = await partToLookAt(loaded.config, tracker, network.clock);
  if (config === undefined) {
    setOutputsOfFailure();
    return EXIT.secure;
  }
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

/** All of it, or, where a comment started this run, the one domain that the comment is about; undefined: nothing. */
async function partToLookAt(config: Config, tracker: Tracker | undefined, clock: Clock): Promise<Config | undefined> {
  const { eventName, comment } = environment;
  if (eventName !== 'issue_comment') return config;
  const isOnForge = tracker !== undefined && comment !== undefined && config.tracking.issuesDir === undefined;
  const part = isOnForge
    ? await answerable(comment, config, tracker.reader, new Date(clock.now()).toISOString())
    : { because: 'it is not about an issue that is kept here' };
  if ('config' in part) return part.config;
  log.info(`The comment that started this run is not answered: ${part.because}.`);
  return undefined;
}

function setOutputsOfFailure(): void {
  for (const [name, value] of Object.entries(outputsOfFailure())) outputs.set(name, value);
}
