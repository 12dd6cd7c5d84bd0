import { exitCodeAfter, leaveAfterBug } from './app/exit.js';
import { openGate } from './app/gate.js';
import { run } from './app/run.js';
import { chooseTracker, forgeOptions } from './app/tracker.js';
import { CHECKS } from './checks/index.js';
import { loadConfig } from './config/load.js';
import type { ConfigSources } from './config/sources.js';
import { VERSION } from './model/version.js';
import { createActionsLog, maskSecret } from './runtime/actions-log.js';
import { createActionsOutputs } from './runtime/actions-outputs.js';
import { today } from './runtime/clock.js';
import { currentEnvironment, isAboutChange, mayWriteIssues, refuseUnsafeEvent } from './runtime/environment.js';
import { createFiles } from './runtime/files.js';
import { openNetwork, toUnicode } from './runtime/network.js';
import { onUncaught } from './runtime/uncaught.js';

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
    caller: 'action',
  };
  const loaded = await loadConfig(sources);
  const { config } = loaded;
  loaded.warnings.forEach((warning) => log.warning(warning));
  const network = openNetwork(config.network, config.probe.timeoutMs, files.locate);
  const forge = forgeOptions(loaded, environment, network.clock);
  const base = environment.baseCommit;
  const gate = isAboutChange(environment, config.changedOnly)
    ? await openGate(loaded, sources, { base, forge, ownApiUrl: apiUrl, inside: files.inside })
    : undefined;
  if (gate) log.info(gate.because);
  const permission = mayWriteIssues(environment, config.tracking.manageIssues);
  const { locate } = files;
  const tracker = chooseTracker(loaded, { permission, forge, onForgejo, locate, clock: network.clock, log });
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
