import { ConfigurationError, type Log, type Problem } from '../model/ports.js';
import { annotateMistakes, summariseMistakes } from '../report/mistakes.js';
import { outputsOfFailure } from './outputs.js';
import { EXIT } from './result.js';
import type { RunPorts } from './run.js';

export interface ExitPorts {
  readonly log: Pick<Log, 'error'>;
  readonly outputs: RunPorts['outputs'];
  /** What is wanted, as far as that can be told where the configuration cannot be read. */
  readonly wants: { readonly annotations: boolean; readonly summary: boolean };
}

/** Runs to an exit code, whatever happens on the way: mistakes of the user are told as such, and bugs with their stack. */
export async function exitCodeAfter(main: () => Promise<number>, ports: ExitPorts): Promise<number> {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) return leaveAfterBug(error, ports);
    setOutputs(EXIT.configuration, ports);
    await tellMistakes(error.problems, ports);
    return EXIT.configuration;
  }
}

/** Tells a bug, and answers its exit code. */
export function leaveAfterBug(error: unknown, ports: Pick<ExitPorts, 'log' | 'outputs'>): number {
  setOutputs(EXIT.internal, ports);
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  ports.log.error(`Internal error, please report it: ${what}`);
  return EXIT.internal;
}

async function tellMistakes(problems: readonly Problem[], { log, outputs, wants }: ExitPorts): Promise<void> {
  if (wants.annotations) outputs.annotate(annotateMistakes(problems));
  else problems.forEach(({ message }) => log.error(message));
  if (wants.summary) await outputs.summarise(summariseMistakes(problems));
}

/** Tells that a run was broken off, by whoever cancelled the job, and answers its exit code. */
export function leaveInterrupted(signal: string, ports: Pick<ExitPorts, 'log' | 'outputs'>): number {
  setOutputs(EXIT.inconclusive, ports);
  ports.log.error(`The run was broken off (${signal}): nothing is known of the domains.`);
  return EXIT.inconclusive;
}

function setOutputs(code: number, { log, outputs }: Pick<ExitPorts, 'log' | 'outputs'>): void {
  try {
    for (const [name, value] of Object.entries(outputsOfFailure(code))) outputs.set(name, value);
  } catch (error) {
    log.error(`The outputs could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
