import type { TranscriptLine } from './observation.js';

const SPEAKERS: Readonly<Record<TranscriptLine['from'], string>> = { us: 'sent', server: 'recv', note: 'note' };

/** The transcript of one endpoint as plain text, a line per message: `[1]    12 ms  sent  <starttls/>`. Hostile. */
export function renderTranscript(lines: readonly TranscriptLine[]): string {
  return lines
    .map(({ connection, atMs, from, text }) => {
      const time = String(Math.round(atMs)).padStart(5);
      return `[${connection}] ${time} ms  ${SPEAKERS[from]}  ${text.replace(/\s+/gu, ' ')}`;
    })
    .join('\n');
}
