import type { SourcePosition } from './target.js';

/** A remark shown beside the line of the configuration it is about. Texts may hold remote words, already inert. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Absent where no file names what it is about, and for the closing "and N more". */
  readonly position?: SourcePosition;
}
