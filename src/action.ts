import { exitCodeAfter, leaveAfterBug, leaveInterrupted } from './app/exit.js';
import { outputsOfFailure } from './app/outputs.js';
import { EXIT } from './app/result.js';
import type { Tracker } from './app/run.js';
import { chooseTracker, forgeOptions } from './app/tracker.js';
import { CHECKS } from './checks/index.js';
import { loadConfig } from './config/load.js';
import type { ConfigSources } from './config/sources.js';
import type { Config } from './model/config.js';
import type { Clock } from './model/ports.js';
import { VERSION } from './model/version.js';
import { createActionsLog, maskSecret } from './runtime/actions-log.js';
import { createActionsOutputs } from './runtime/actions-outputs.js';
import { today } from './runtime/clock.js';
import { currentEnvironment, isAboutChange, mayWriteIssues, refuseUnsafeEvent } from './runtime/environment.js';
import { createFiles } from './runtime/files.js';
import { toUnicode } from './runtime/idn.js';
import { onInterrupted, onUncaught } from './runtime/uncaught.js';

const environment = currentEnvironment();
const { inputs, apiUrl, onForgejo, runUrl, workflowFile } = environment;
if (inputs['login-password']) maskSecret(inputs['login-password']);
const log = createActionsLog(environment.debug);
const outputs = createActionsOutputs(environment);
const door = {
  ...{ log, outputs },
  wants: { annotations: inputs['annotations'] !== 'false', summary: inputs['summary'] !== 'false' },
};

onUncaught((error) => leaveAfterBug(error, door));
onInterrupted((signal) => leaveInterrupted(signal, door));
process.exitCode = await exitCodeAfter(main, door);

async function main(): Promise<number> {
  refuseUnsafeEvent(environment);
  const files = createFiles(environment.workspace ?? process.cwd());
  const sources: ConfigSources = {
    input: (name) => inputs[name],
    givenInputs: Object.keys(inputs),
    readFile: files.read,
    knownChecks: CHECKS.map((check) => check.id),
    today: today(),
    toUnicode,
    byHand: environment.eventName === 'workflow_dispatch',
    caller: 'action',
  };
  const loaded = await loadConfig(sources);
  loaded.warnings.forEach((warning) => log.warning(warning));
  const { network: networkOptions, probe, changedOnly, tracking } = loaded.config;
  const { openNetwork, run } = await import('./engine.js');
  const network = openNetwork(networkOptions, probe.timeoutMs, files.locate);
  const forge = forgeOptions(loaded, environment, network.clock);
  const base = environment.baseCommit;
  const gate = isAboutChange(environment, changedOnly)
    ? await (
        await import('./app/gate.js')
      ).openGate(loaded, sources, { base, forge, ownApiUrl: apiUrl, inside: files.inside })
    : undefined;
  if (gate) log.info(gate.because);
  const permission = mayWriteIssues(environment, tracking.manageIssues);
  const { locate } = files;
  const tracker = await chooseTracker(loaded, { permission, forge, onForgejo, locate, clock: network.clock, log });
  const config = await partToLookAt(loaded.config, tracker, network.clock);
  if (config === undefined) {
    for (const [name, value] of Object.entries(outputsOfFailure(EXIT.secure))) outputs.set(name, value);
    return EXIT.secure;
  }
  return run(config, {
    ...network,
    version: VERSION,
    log,
    outputs,
    files,
    writeFile: files.write,
    console: { width: 120, colour: false, folds: true },
    onFailure: log.error,
    ...(gate ? { gate } : {}),
    ...(tracker ? { tracker } : {}),
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(workflowFile === undefined ? {} : { workflowFile }),
  });
}

/** All of it, or, where a comment started this run, the one domain that the comment is about; undefined: nothing. */
async function partToLookAt(config: Config, tracker: Tracker | undefined, clock: Clock): Promise<Config | undefined> {
  const { eventName, comment } = environment;
  if (eventName !== 'issue_comment') return config;
  const { answerable } = await import('./app/instant.js');
  const isOnForge = tracker !== undefined && comment !== undefined && config.tracking.issuesDir === undefined;
  const part = isOnForge
    ? await answerable(comment, config, tracker.reader, new Date(clock.now()).toISOString())
    : { because: 'it is not about an issue that is kept here' };
  if ('config' in part) return part.config;
  log.info(`The comment that started this run is not answered: ${part.because}.`);
  return undefined;
}
