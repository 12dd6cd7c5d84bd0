import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openNeighbourhood, type Neighbourhood } from './neighbourhood.js';

/** The command line beside this bundle: the demo runs what users run. */
const CLI = join(dirname(process.argv[1] ?? ''), '..', 'cli', 'index.js');
/** What the job ends with as long as one domain is plaintext. */
const PLAINTEXT = 1;

// A reader that has seen enough (`| head`) ends the output, and not the demonstration, which has a folder to remove.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** With arguments `npm start` is the command line itself. */
process.exitCode = process.argv.length > 2 ? await runCli(process.argv.slice(2), '') : await demonstrate();

async function demonstrate(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'xmpp-tls-demo-'));
  const neighbourhood = await openNeighbourhood();
  try {
    return await tellStory(neighbourhood, folder);
  } finally {
    await neighbourhood.close();
    await rm(folder, { recursive: true });
  }
}

/** Three nights: found and opened, repaired and verified, proven and closed. */
async function tellStory(neighbourhood: Neighbourhood, folder: string): Promise<number> {
  const caFile = join(folder, 'ca.pem');
  const issues = join(folder, 'issues');
  await writeFile(caFile, neighbourhood.ca);
  const night = async (): Promise<number> =>
    runCli(
      [
        ...neighbourhood.domains,
        ...['--dns-servers', neighbourhood.dnsServer, '--allow-private-addresses', '--ca-file', caFile],
        ...['--issues-dir', issues, '--full-run', '--close-after', '2', '--timeout', '2s'],
        // What else may listen on this machine is none of our business.
        ...['--http-ports', 'none'],
      ],
      '  ',
    );

  say(`Three XMPP domains, embedded in this process: ${neighbourhood.domains.join(', ')}.`);
  say('Each night the real job looks at them, and keeps its issues in a folder.');

  say('', '== First night: who can still talk without TLS? ==');
  const first = await night();
  if (first !== PLAINTEXT) return notAsTold(first);
  await showIssues(issues);

  say('', `The operator of ${neighbourhood.repaired} makes TLS mandatory.`);
  neighbourhood.repair();

  say('', '== Second night: is it fixed? Seen once; an issue is closed after two nights in a row. ==');
  const second = await night();
  await showIssues(issues);

  say('', '== Third night: it is. ==');
  const third = await night();
  await showIssues(issues);
  await showThanks(issues, neighbourhood.repaired);

  const strange = [second, third].find((code) => code !== PLAINTEXT);
  if (strange !== undefined) return notAsTold(strange);
  say('', 'Found, opened, fixed, closed with thanks.');
  say(`The exit code stayed 1 (plaintext), because ${neighbourhood.pretender} says that TLS is required and does not`);
  say('enforce it: only behaviour shows that.');
  return 0;
}

function notAsTold(code: number): number {
  say('', `This did not go as it should have: the job ended with ${code} instead of ${PLAINTEXT}.`);
  say('Does 127.0.0.1 answer on this machine? The embedded servers listen there.');
  return 1;
}

async function showIssues(folder: string): Promise<void> {
  say('', 'The issues now:');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    const field = (key: string): string => new RegExp(`^${key}: (.*)$`, 'mu').exec(text)?.[1] ?? '';
    say(`  ${name}  ${field('state')}  ${field('title')}`);
  }
}

/** The last words in the issue of a domain: its final comment. */
async function showThanks(folder: string, domain: string): Promise<void> {
  const name = (await readdir(folder)).find((file) => file.includes(domain));
  if (name === undefined) return;
  const text = await readFile(join(folder, name), 'utf8');
  const [, comment = ''] = /^[^]*\n<!-- xmpp-tls-compliance comment of \S+ below -->\n([^]*)$/u.exec(text) ?? [];
  say('', `The last comment in ${name}:`);
  for (const line of comment.split('\n').filter((words) => words !== '' && !words.startsWith('<!--')))
    say(`  | ${line}`);
}

/** Runs the command line as a process of its own, its lines indented; resolves with its exit code. */
async function runCli(args: readonly string[], indent: string): Promise<number> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: indent === '' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) say(line === '' ? '' : indent + line);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 3));
  });
}

function say(...lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
