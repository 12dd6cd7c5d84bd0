import type { Report } from '../model/report.js';
import { layOutConsole, renderConsole, renderConsoleQuietly, type ConsoleOptions } from '../report/console.js';
import { ADVICE } from './advice.js';

/** The part of a log that holds rendered text. */
export interface Printer {
  print(text: string): void;
  /** Prints a text below a line at which a reader may fold it away. */
  fold(title: string, text: string): void;
}

export interface PrintOptions extends ConsoleOptions {
  /** Whether details are folded away where there are many: a job log is read from its top. */
  readonly folds?: boolean;
  /** One line per domain and nothing else. */
  readonly isQuiet?: boolean;
}

/** Fewer are read without a click. */
const MOST_UNFOLDED = 3;

/** Details beyond so many domains stand in the summary and in the files only: a log has to stay one that opens. */
const MOST_DETAILED = 200;

/** Prints the report for people. */
export function printReport(report: Report, log: Printer, options: PrintOptions): void {
  if (options.isQuiet === true) return log.print(renderConsoleQuietly(report, options, ADVICE));
  const { head, domains, tail } = layOutConsole(report, options, ADVICE);
  const detailed = domains.filter(({ details }) => details.length > 0);
  if (options.folds !== true || detailed.length <= MOST_UNFOLDED) {
    return log.print(renderConsole(report, options, ADVICE));
  }
  log.print(`${[...head, ''].join('\n')}\n`);
  const folded = new Set(detailed.slice(0, MOST_DETAILED));
  for (const domain of domains) {
    if (folded.has(domain)) log.fold(domain.title.join(' '), domain.details.join('\n'));
    else log.print(domain.title.join('\n'));
  }
  const rest = detailed.length - folded.size;
  const more = rest > 0 ? [`The details of ${rest} more domains stand in the job summary and in json-file.`] : [];
  log.print(`${['', ...more, ...tail].join('\n')}\n`);
}
