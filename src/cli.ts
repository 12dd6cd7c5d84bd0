#!/usr/bin/env node
import { exitCodeAfter, leaveAfterBug } from './app/exit.js';
import type { folderTracker } from './app/folder-tracker.js';
import { EXIT } from './app/result.js';
import type { Tracker } from './app/run.js';
import { CHECKS } from './checks/index.js';
import { parseArguments, type Arguments } from './config/cli-arguments.js';
import { loadConfig } from './config/load.js';
import { usage } from './config/usage.js';
import { VERSION } from './model/version.js';
import { today } from './runtime/clock.js';
import { currentEnvironment } from './runtime/environment.js';
import { createFiles } from './runtime/files.js';
import { toUnicode } from './runtime/idn.js';
import { createTerminalLog, openTerminal } from './runtime/log.js';
import { createNoOutputs } from './runtime/outputs.js';
import { onUncaught } from './runtime/uncaught.js';

const { noColour, debug, loginPassword } = currentEnvironment();
const wanted = process.argv.slice(2);
const terminal = openTerminal();
const log = createTerminalLog(terminal, debug || wanted.some((word) => /^--debug(?:=true)?$/u.test(word)));
const page = { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY && !noColour };
const outputs = createNoOutputs();
const door = { log, outputs, wants: { annotations: false, summary: false } };

onUncaught((error) => leaveAfterBug(error, door));
process.exitCode = await exitCodeAfter(main, door);

async function main(): Promise<number> {
  const parsed = parseArguments(wanted);
  switch (parsed.command) {
    case 'help':
      log.print(usage());
      return EXIT.secure;
    case 'version':
      log.print(`xmpp-tls ${VERSION}`);
      return EXIT.secure;
    case 'explain': {
      const { explain } = await import('./app/explain.js');
      log.print(explain(parsed, page));
      return EXIT.secure;
    }
    case 'run':
      return check(parsed);
  }
}

async function check({ inputs }: Extract<Arguments, { command: 'run' }>): Promise<number> {
  const files = createFiles(process.cwd());
  const { config, warnings } = await loadConfig({
    input: (name) => (name === 'login-password' && 'login-jid' in inputs ? loginPassword : inputs[name]),
    readFile: files.read,
    knownChecks: CHECKS.map((candidate) => candidate.id),
    today: today(),
    toUnicode,
    caller: 'command-line',
  });
  warnings.forEach((warning) => log.warning(warning));
  const { openNetwork, run } = await import('./engine.js');
  const network = openNetwork(config.network, config.probe.timeoutMs, files.locate);
  const { issuesDir, dryRun } = config.tracking;
  // What is asked for on stdout is alone there, for whatever reads it.
  const keepsStdout = Object.values(config.output.files).includes('-');
  return run(config, {
    ...network,
    version: VERSION,
    log: keepsStdout ? log.aside : log,
    outputs,
    files,
    writeFile: async (path, text) => {
      if (path !== '-') return files.write(path, text);
      for (const piece of typeof text === 'string' ? [text] : text) terminal.stdout(piece);
    },
    console: { ...page, colour: page.colour && !keepsStdout, isQuiet: inputs['quiet'] === 'true' },
    ...(issuesDir === undefined ? {} : { tracker: await openFolder(files.locate(issuesDir), network.clock, dryRun) }),
  });
}

async function openFolder(...where: Parameters<typeof folderTracker>): Promise<Tracker> {
  return (await import('./app/folder-tracker.js')).folderTracker(...where);
}
