import { inertLine, inertText } from '../model/inert.js';
import type { Log } from '../model/ports.js';

/** Longest line of the log, and the longest message a runner shows in an annotation, in UTF-16 units. */
export const LINE_LIMIT = 4000;

/** The one door for output: nothing else in the product prints. Every line that goes through it is inert. */
export interface Printer extends Log {
  /** Prints a rendered text of several lines, layout and colours kept. */
  print(text: string): void;
  /** Prints a rendered text below a line at which a runner folds it away. */
  fold(title: string, text: string): void;
}

/** The log of a terminal. */
export interface TerminalLog extends Printer {
  /** The same, with the rendered texts on stderr too. */
  readonly aside: Printer;
}

/** Where a terminal's lines go; each is called with one whole line, line end included. */
export interface Terminal {
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/** The log of a command line: what was asked for on stdout, everything about the way there on stderr. */
export function createTerminalLog(terminal: Terminal, debug: boolean): TerminalLog {
  const say = (prefix: string) => (line: string) => terminal.stderr(`${prefix}${inertText(line, LINE_LIMIT)}\n`);
  const printTo =
    (out: Terminal['stdout']) =>
    (text: string): void =>
      printableLines(text).forEach((line) => out(`${line}\n`));
  const foldTo =
    (out: Terminal['stdout']) =>
    (title: string, text: string): void =>
      [title, text].forEach(printTo(out));
  const log: Log = {
    info: say(''),
    debug: debug ? say('debug: ') : () => undefined,
    notice: say('note: '),
    warning: say('warning: '),
    error: say('error: '),
  };
  const { stdout, stderr } = terminal;
  return {
    ...log,
    ...{ print: printTo(stdout), fold: foldTo(stdout) },
    aside: { ...log, print: printTo(stderr), fold: foldTo(stderr) },
  };
}

/** The stdout and stderr of this process. A reader that has seen enough (`| head`) ends the output, not the run. */
export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    stdout: (line) => process.stdout.write(line),
    stderr: (line) => process.stderr.write(line),
  };
}

/** Select Graphic Rendition (ECMA-48): colours and weights, the only controls that renderers use. */
const COLOUR = /\u001b\[[0-9;]*m/gu;

/** The lines of a rendered text, none for ''. What was rendered inert keeps its colours; any other line loses them. */
export function printableLines(text: string): string[] {
  if (text === '') return [];
  return text
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => {
      const plain = line.replace(COLOUR, '');
      const inert = inertLine(plain);
      return inert === plain ? line : inert;
    });
}
