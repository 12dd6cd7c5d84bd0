#!/usr/bin/env node
import { EXIT } from './app/result.js';
import { run, type Tracker } from './app/run.js';
import { CHECKS } from './checks/index.js';
import { parseArguments, usage, type Arguments } from './config/cli-arguments.js';
import { loadConfig } from './config/load.js';
import { suggestion } from './config/reading.js';
import { createFolderReader, createFolderWriter } from './forge/folder.js';
import { ConfigurationError } from './model/ports.js';
import { VERSION } from './model/version.js';
import { REMEDIATIONS } from './remediation/index.js';
import { renderExplanation } from './report/explain.js';
import { today } from './runtime/clock.js';
import { currentEnvironment } from './runtime/environment.js';
import { createFiles } from './runtime/files.js';
import { createTerminalLog, openTerminal } from './runtime/log.js';
import { openNetwork, toUnicode } from './runtime/network.js';
import { createNoOutputs } from './runtime/outputs.js';

const { noColour, debug, loginPassword } = currentEnvironment();
const wanted = process.argv.slice(2);
const log = createTerminalLog(openTerminal(), debug || wanted.some((word) => /^--debug(?:=true)?$/u.test(word)));
const page = { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY && !noColour };

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof ConfigurationError) {
    error.message.split('\n').forEach((line) => log.error(line));
    return EXIT.configuration;
  }
  log.error(
    `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.internal;
});

async function main(): Promise<number> {
  const parsed = parseArguments(wanted);
  switch (parsed.command) {
    case 'help':
      log.print(usage());
      return EXIT.secure;
    case 'version':
      log.print(`xmpp-tls ${VERSION}`);
      return EXIT.secure;
    case 'explain':
      explain(parsed.check);
      return EXIT.secure;
    case 'run':
      return look(parsed);
  }
}

function explain(id: string): void {
  const check = CHECKS.find((candidate) => candidate.id === id);
  const known = CHECKS.map((candidate) => candidate.id);
  if (!check) throw new ConfigurationError(`--explain: there is no check "${id}"${suggestion(id, known)}`);
  log.print(renderExplanation(check, Object.values(REMEDIATIONS), page));
}

async function look({ inputs }: Extract<Arguments, { command: 'run' }>): Promise<number> {
  const files = createFiles(process.cwd());
  const { config, warnings } = await loadConfig({
    input: (name) => (name === 'login-password' && 'login-jid' in inputs ? loginPassword : inputs[name]),
    readFile: files.read,
    knownChecks: CHECKS.map((check) => check.id),
    today: today(),
    toUnicode,
    caller: 'command-line',
  });
  warnings.forEach((warning) => log.warning(warning));
  const network = openNetwork(config.network, config.probe.timeoutMs, files.locate);
  const { issuesDir, dryRun } = config.tracking;
  const folder = issuesDir === undefined ? undefined : files.locate(issuesDir);
  const tracker: Tracker | undefined = folder === undefined ? undefined : { reader: createFolderReader({ folder }) };
  const writer = folder === undefined || dryRun ? {} : { writer: createFolderWriter({ folder, clock: network.clock }) };
  return run(config, {
    ...network,
    version: VERSION,
    log,
    outputs: createNoOutputs(),
    writeFile: files.write,
    console: page,
    ...(tracker ? { tracker: { ...tracker, ...writer } } : {}),
  });
}
