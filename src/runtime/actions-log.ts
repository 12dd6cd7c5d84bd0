import * as core from '@actions/core';
import { inertText } from '../model/inert.js';
import { LINE_LIMIT, printableLines, type Printer } from './log.js';

/**
 * The log of a workflow run: warnings and errors become annotations through `@actions/core`, which escapes them. Lines
 * are inert besides, because a runner obeys every line that looks like a command.
 */
export function createActionsLog(debug: boolean): Printer {
  return {
    info: (line) => core.info(inertText(line, LINE_LIMIT)),
    // The runner would hide it; thousands of hidden lines are still a log to be kept.
    debug: (line) => void (debug && core.debug(inertText(line, LINE_LIMIT))),
    notice: (line) => core.notice(inertText(line, LINE_LIMIT)),
    warning: (line) => core.warning(inertText(line, LINE_LIMIT)),
    error: (line) => core.error(inertText(line, LINE_LIMIT)),
    print: (text) => printableLines(text).forEach((line) => core.info(line)),
  };
}

/** Has the runner hide a secret in everything that is printed from now on. */
export function maskSecret(secret: string): void {
  core.setSecret(secret);
}
