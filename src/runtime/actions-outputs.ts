import * as core from '@actions/core';
import { appendFile, stat } from 'node:fs/promises';
import type { Annotation } from '../model/annotation.js';
import { byteLength } from '../model/inert.js';
import type { Environment } from './environment.js';
import type { Outputs } from './outputs.js';

/** A runner drops the whole summary of a step above this size. */
const STEP_SUMMARY_LIMIT_BYTES = 1024 * 1024;

/** Outputs of a workflow step, through `@actions/core` and the summary file that the runner made, where it made one. */
export function createActionsOutputs({ stepSummaryFile }: Pick<Environment, 'stepSummaryFile'>): Outputs {
  return {
    set: (name, value) => core.setOutput(name, value),
    summarise: (markdown) =>
      stepSummaryFile === undefined ? Promise.resolve(undefined) : appendSummary(stepSummaryFile, markdown),
    annotate: (annotations) => annotations.forEach(annotate),
  };
}

async function appendSummary(path: string, markdown: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size + byteLength(markdown) > STEP_SUMMARY_LIMIT_BYTES) {
      return 'The job summary was not written: with what this step wrote before, it would exceed the 1 MiB a runner accepts.';
    }
    await appendFile(path, markdown);
    return undefined;
  } catch (error) {
    // The verdicts stand, and the log has them too.
    return `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function annotate({ level, title, message, position }: Annotation): void {
  const place = position && { file: position.file, startLine: position.line, startColumn: position.column };
  core[level](message, { title, ...place });
}
