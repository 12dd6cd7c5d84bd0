import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import { FLAGS } from '../../src/config/flags.js';
import type { Report } from '../../src/model/report.js';
import { startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite(
    {
      'secure.example': 'required',
      'plaintext.example': 'optional',
      'half.example': { c2s: 'required', s2s: 'none' },
      'silent.example': { c2s: 'required', answers: { header: () => '', features: () => '' } },
    },
    {
      '_xmpp-client._tcp.absent.example': { SRV: ['0 0 0 .'] },
      '_xmpp-server._tcp.absent.example': { SRV: ['0 0 0 .'] },
      '_xmpp-client._tcp.broken.example': 'SERVFAIL',
      '_xmpp-server._tcp.broken.example': 'SERVFAIL',
      'broken.example': { A: ['127.0.0.1'] },
    },
  );
});
afterAll(() => site.close());

const look = (...args: readonly string[]) => site.cli(...args, ...site.network);
const reportOf = async (...args: readonly string[]): Promise<Report['targets'][number]> => {
  await look(...args, '--json', 'report.json');
  const [target] = (JSON.parse(site.read('report.json')) as Report).targets;
  if (!target) throw new Error('the report has no target');
  return target;
};

describe('the exit code', () => {
  it.concurrent.each([
    [0, 'secure', ['secure.example']],
    [0, 'not offered', ['absent.example']],
    [1, 'plaintext', ['plaintext.example']],
    [1, 'plaintext on one of two services', ['half.example']],
    [1, 'one of several domains', ['secure.example', 'plaintext.example', 'broken.example']],
    [0, 'plaintext, which may be', ['plaintext.example', '--fail-on', 'never']],
    [0, 'the service that is in order', ['half.example', '--services', 'c2s']],
    [4, 'what could not be told', ['broken.example']],
    [0, 'what could not be told, which may be', ['broken.example', '--fail-on', 'plaintext']],
    [1, 'plaintext, whatever else could not be told', ['plaintext.example', 'broken.example']],
  ])('is %d for %s', async (code, _, args) => {
    expect((await look(...args)).code).toBe(code);
  });

  it.concurrent.each([
    ['no domain', [], /there are no domains to look at: name them, as in "xmpp-tls example\.org"/u],
    [
      'a flag that does not exist',
      ['--service', 'c2s', 'a.example'],
      /"--service" is not a flag; did you mean --services\?/u,
    ],
    ['a flag without its value', ['a.example', '--json'], /--json needs a value/u],
    ['a URL for a domain', ['https://a.example/chat'], /a\.example/u],
    ['a value out of range', ['a.example', '--parallel', '1000'], /parallel.*1000/u],
    ['a file that is missing', ['--hosts-file', 'none.txt'], /--hosts-file: "none\.txt" does not exist/u],
    ['a check that does not exist', ['--explain', 'c2s-require-starttls'], /did you mean "c2s-requires-starttls"\?/u],
  ])('is 2 for %s, with a sentence that says how to mend it', async (_, args, sentence) => {
    const { code, stdout, stderr } = await site.cli(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the command line', () => {
  it('explains every flag, and ends', async () => {
    const { code, stdout, stderr } = await site.cli('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of FLAGS) expect(stdout).toContain(`  ${name}`);
  });

  it('says its version, and ends', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await site.cli('--version')).toMatchObject({ code: 0, stdout: `xmpp-tls ${version}\n`, stderr: '' });
  });

  it('explains a check with its reason and the setting of every server, and ends', async () => {
    const [check] = CHECKS;
    const { code, stdout } = await site.cli('--explain', check?.id ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain(check?.title);
    for (const server of ['Prosody', 'ejabberd', 'Openfire']) expect(stdout).toContain(server);
  });

  it('prints the result to stdout and the way there to stderr', async () => {
    const { stdout, stderr } = await look('secure.example', 'plaintext.example');
    expect(stdout).toMatch(/^1 of 2 domains allows connections without TLS/u);
    expect(stdout).toContain('PLAINTEXT  plaintext.example');
    expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringMatching(/^\[1\/2\] \w+\.example/u),
      expect.stringMatching(/^\[2\/2\] \w+\.example/u),
    ]);
  });

  it('looks at the domains of a file, of a configuration, and of its arguments', async () => {
    site.write('hosts.txt', '# ours\nsecure.example  # the old one\nabsent.example service=s2s\n');
    site.write('watch.yml', 'hosts: [broken.example]\n');
    await look('--hosts-file', 'hosts.txt', '--config', 'watch.yml', 'half.example', '--json', 'all.json');
    const { targets } = JSON.parse(site.read('all.json')) as Report;
    expect(targets.map(({ domain, services }) => [domain, ...Object.keys(services)])).toEqual(
      expect.arrayContaining([
        ['broken.example', 'c2s', 's2s'],
        ['half.example', 'c2s', 's2s'],
        ['secure.example', 'c2s', 's2s'],
        ['absent.example', 's2s'],
      ]),
    );
  });

  it('goes on to its end when nobody reads what it prints', async () => {
    const files = ['--issues-dir', 'unheard', '--json', 'unheard.json'];
    const run = site.startBundle('cli/index.js', ['plaintext.example', ...files, ...site.network]);
    run.stopReading();
    const { code, stderr } = await run.finished;
    expect(code).toBe(1);
    expect(stderr).not.toContain('EPIPE');
    expect(site.read('unheard/0001-plaintext.example.md')).toContain('state: open');
    expect(site.read('unheard.json')).toContain('"result": "fail"');
  });

  it('says what keeps it from its issues, and the verdict stands', async () => {
    const { code, stderr } = await look('plaintext.example', '--issues-dir', 'ca.pem');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^warning: The issues in .*ca\.pem cannot be used .* The check itself is not affected\.$/mu);
  });

  it('keeps cases as files through their life', async () => {
    const night = (...flags: readonly string[]) =>
      look('plaintext.example', '--issues-dir', 'cases', '--close-after', '1', '--full-run', ...flags);
    const files = () => readdirSync(site.locate('.')).filter((name) => name === 'cases');

    expect((await night('--dry-run')).stdout).toMatch(/open +plaintext\.example: plaintext was found and confirmed/u);
    expect(files()).toEqual([]);
    expect((await night()).code).toBe(1);
    const opened = site.read('cases/0001-plaintext.example.md');
    expect(opened).toContain('state: open');
    await night();
    expect(site.read('cases/0001-plaintext.example.md')).toBe(opened);
    site.setPolicy('plaintext.example', 'required');
    expect((await night()).code).toBe(0);
    expect(site.read('cases/0001-plaintext.example.md')).toMatch(/state: closed[^]*Thank you!/u);
    site.setPolicy('plaintext.example', 'optional');
    expect((await night()).stdout).toMatch(/reopen +plaintext\.example/u);
    expect(readdirSync(site.locate('cases'))).toEqual(['0001-plaintext.example.md']);
  });
});

describe('what is not there to be seen', () => {
  it('is not offered where the DNS declares it absent', async () => {
    const target = await reportOf('absent.example');
    expect(target).toMatchObject({ verdict: 'not-offered', endpoints: [] });
  });

  it('is inconclusive where the DNS fails, and no port is guessed', async () => {
    const target = await reportOf('broken.example', '--services', 'c2s');
    expect(target).toMatchObject({ verdict: 'inconclusive', endpoints: [] });
    expect(target.services.c2s?.because.join()).toContain('SERVFAIL');
  });

  it('is inconclusive when the whole run runs out of time, and the run ends in time', async () => {
    const { code, stdout, durationMs } = await look('silent.example', '--timeout', '1s', '--run-timeout', '1s');
    expect(code).toBe(4);
    expect(stdout.replace(/\s+/gu, ' ')).toContain('the whole run ran out of time before this was reached');
    expect(durationMs).toBeLessThan(15_000);
  });

  it('is not connected to at a private address unless that is allowed', async () => {
    const { code, stdout } = await site.cli('plaintext.example', '--dns-servers', site.dns.address);
    expect(code).toBe(4);
    expect(stdout.replace(/\s+/gu, ' ')).toContain('allow-private-addresses is not set');
  });

  it('shows with --debug what was asked and said, on stderr and inert', async () => {
    const { stdout, stderr } = await site.cli('plaintext.example', '--debug=true', ...site.network);
    expect(stderr).toMatch(
      /^debug: DNS SRV _xmpp-client\._tcp\.plaintext\.example: 5 0 \d+ xmpp\.plaintext\.example$/mu,
    );
    expect(stderr).toMatch(/^debug: c2s starttls xmpp\.plaintext\.example:\d+ \[127\.0\.0\.1\] is plaintext/mu);
    expect(stderr).toMatch(/^debug: \[1\] \d+ ms recv .*<mechanism>PLAIN<\/mechanism>/mu);
    expect(stdout).not.toContain('debug:');
    expect((await site.cli('plaintext.example', ...site.network)).stderr).not.toContain('debug:');
  });
});
