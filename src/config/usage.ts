import { FLAG_GROUPS, FLAGS, type Flag } from './flags.js';

const WIDTH = 100;

const BEFORE_FLAGS = `Usage: xmpp-tls [flags] [domain ...]
       xmpp-tls merge [flags] report.json ...

Proves whether XMPP servers enforce TLS, by behaviour and not only by what they advertise.
Without domains, those in the configuration file are checked. "merge" puts the JSON reports of
several runs together, and judges them as one.

Examples:
  xmpp-tls example.org
  xmpp-tls --services c2s --json report.json example.org example.net
  xmpp-tls --config xmpp-tls.yml --issues-dir cases
  xmpp-tls merge part-1.json part-2.json --json all.json

A switch also takes =true and =false. "--json -" writes to stdout, and the report for people to
stderr.`;

const AFTER_FLAGS = `Exit codes:
  0  every domain requires TLS
  1  a domain accepts or offers connections without TLS
  2  the configuration or the command line is wrong
  3  internal error
  4  inconclusive: a domain could not be checked (with --fail-on plaintext: none could)
With --fail-on never, 0 also stands for 1 and 4.
`;

/** The text of `--help`. */
export function usage(): string {
  const indent = Math.max(...FLAGS.map((flag) => left(flag).length)) + 2;
  const groups = FLAG_GROUPS.map(({ title, flags }) =>
    [`${title}:`, ...flags.flatMap((flag) => describe(flag, indent))].join('\n'),
  );
  return [BEFORE_FLAGS, ...groups, AFTER_FLAGS].join('\n\n');
}

function left({ name, value, isOptional }: Flag): string {
  const shown = isOptional === true ? `[${value}]` : value;
  return `  ${name}${shown === undefined ? '' : ` ${shown}`}`;
}

function describe(flag: Flag, indent: number): string[] {
  return wrap(flag.about, WIDTH - indent).map((line, n) => (n === 0 ? left(flag) : '').padEnd(indent) + line);
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
