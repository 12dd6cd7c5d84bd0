import type { TranscriptLine } from '../model/observation.js';
import type { Clock } from '../model/ports.js';

/** Longest line kept, in UTF-16 units: stream features with everything in them fit. */
const LINE_LIMIT = 2000;

/** What one connection may fill; each line counts a little more than its text, so that empty ones run out too. */
const CONNECTION_LIMIT = 8000;
const LINE_COST = 20;

/** Writes down one connection, with times from its first line. */
export type Recorder = (from: TranscriptLine['from'], text: string) => void;

/** What was said on all connections of one look. Nothing secret is ever sent, so there is nothing to hide in it. */
export interface Transcript {
  /** Gives out the next connection number; it counts from now on, whenever it is made. */
  open(): Recorder;
  /** Connections that were given out. */
  connections(): number;
  /** All lines, one connection after the other. */
  lines(): readonly TranscriptLine[];
}

/** `before`: connections that were already counted in an earlier look. */
export function createTranscript(clock: Clock, before = 0): Transcript {
  const connections: TranscriptLine[][] = [];
  return {
    open() {
      let startedAt: number | undefined;
      const lines: TranscriptLine[] = [];
      const connection = before + connections.push(lines);
      let left = CONNECTION_LIMIT;
      return (from, text) => {
        if (left <= 0) return;
        startedAt ??= clock.monotonic();
        left -= Math.min(text.length, LINE_LIMIT) + LINE_COST;
        const kept = left > 0 ? { from, text: cut(text) } : { from: 'note' as const, text: 'the rest is left out' };
        lines.push({ connection, atMs: Math.round(clock.monotonic() - startedAt), ...kept });
      };
    },
    connections: () => connections.length,
    lines: () => connections.flat(),
  };
}

function cut(text: string): string {
  return text.length > LINE_LIMIT ? `${text.slice(0, LINE_LIMIT - 1)}…` : text;
}
