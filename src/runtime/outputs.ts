import type { Annotation } from '../model/annotation.js';

/** What a run leaves behind for the workflow around it, besides its log and exit code. */
export interface Outputs {
  set(name: string, value: string): void;
  /** Appends Markdown to the job summary; answers with the sentence that says why not, when it could not. */
  summarise(markdown: string): Promise<string | undefined>;
  annotate(annotations: readonly Annotation[]): void;
}

/** A command line has no workflow around it. */
export function createNoOutputs(): Outputs {
  return { set: () => undefined, summarise: async () => undefined, annotate: () => undefined };
}
