import type { Annotation } from '../model/annotation.js';
import { inertMarkdown, inertText } from '../model/inert.js';
import type { Problem } from '../model/ports.js';
import { limited, MESSAGE_LIMIT } from './annotations.js';
import { TEXT_LIMIT } from './words.js';

/** How many mistakes the summary lists; the log has all of them. */
const LISTED = 50;

/** Mistakes of the configuration, each at the line of the file that holds it. */
export function annotateMistakes(problems: readonly Problem[]): Annotation[] {
  return limited(
    problems.map(({ message, position }) => ({
      level: 'error',
      title: 'xmpp-tls configuration',
      message: inertText(message, MESSAGE_LIMIT),
      ...(position === undefined ? {} : { position }),
    })),
    'the log has all of them',
  );
}

/** The job summary of a run that could not begin. */
export function summariseMistakes(problems: readonly Problem[]): string {
  const shown = problems.slice(0, LISTED).map(({ message }) => `- ${inertMarkdown(message, 2 * TEXT_LIMIT)}`);
  const more = problems.length > LISTED ? [`- and ${problems.length - LISTED} more`] : [];
  return `## The configuration is wrong; nothing was checked\n\n${[...shown, ...more].join('\n')}\n`;
}
