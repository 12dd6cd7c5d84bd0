import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { domainToUnicode } from 'node:url';
import { loadConfig, type LoadedConfig } from '../../src/config/load.js';
import type { ConfigSources } from '../../src/config/sources.js';
import { ConfigurationError } from '../../src/model/ports.js';

type Texts = Readonly<Record<string, string>>;

const FILE = '.github/xmpp-tls.yml';

function load(inputs: Texts, files: Texts = {}, caller: ConfigSources['caller'] = 'action'): Promise<LoadedConfig> {
  return loadConfig({
    input: (name) => inputs[name],
    ...(caller === 'action' ? { givenInputs: Object.keys(inputs) } : {}),
    readFile: (path) => Promise.resolve(files[path]),
    knownChecks: ['c2s-requires-starttls', 's2s-requires-starttls'],
    today: '2026-11-22',
    toUnicode: domainToUnicode,
    caller,
  });
}

/** The lines of the one ConfigurationError that loading ends with. */
async function problemsOf(inputs: Texts, files: Texts = {}, caller?: ConfigSources['caller']): Promise<string[]> {
  const error: unknown = await load(inputs, files, caller).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigurationError)) throw new Error(`no ConfigurationError, but ${String(error)}`);
  return error.message.split('\n');
}

describe('loadConfig', () => {
  it('needs nothing but a domain', async () => {
    expect(await load({ hosts: 'example.org' })).toEqual({
      config: {
        targets: [
          {
            domain: 'example.org',
            unicodeDomain: 'example.org',
            services: ['c2s', 's2s'],
            endpoints: [],
            checks: {},
            waivers: [],
          },
        ],
        checks: {},
        services: ['c2s', 's2s'],
        failOn: 'plaintext',
        changedOnly: 'auto',
        probe: {
          timeoutMs: 10_000,
          runTimeoutMs: 900_000,
          parallel: 8,
          retries: 1,
          s2sFrom: 'tls-probe.invalid',
          activeS2s: false,
          proveLoginOffer: false,
          starttlsInjection: false,
          httpPorts: [5280, 7070],
          componentPorts: [],
        },
        network: { dnsServers: [], allowPrivateAddresses: false, families: [4, 6] },
        tracking: {
          manageIssues: 'auto',
          dryRun: false,
          labelPrefix: 'xmpp-tls',
          labels: [],
          assignees: [],
          openAfter: 1,
          closeAfter: 2,
          closeAfterHours: 1,
          reopenDays: 90,
          graceDays: 1,
          remindDays: [7, 14, 28, 30],
          silenceDays: 0,
          refreshDays: 0,
          skipWeekends: false,
          maxIssueWrites: 40,
          maxIssueOpens: 40,
          maxInconclusive: 50,
          campaign: false,
          fullRun: true,
        },
        output: { summary: true, annotations: true, files: {} },
      },
      forge: 'auto',
      warnings: [],
    });
  });

  it('takes an input before the file, and the file before the default', async () => {
    const file = 'defaults: { timeout: 20s, retries: 3 }\nhosts: [example.org]';
    const { probe } = (await load({ timeout: '5', parallel: ' ' }, { [FILE]: file })).config;
    expect(probe).toMatchObject({ timeoutMs: 5000, retries: 3, parallel: 8 });
  });

  it('reads every input', async () => {
    const { config, token, apiUrl } = await load({
      hosts: 'example.org',
      services: 's2s',
      'fail-on': 'inconclusive',
      'manage-issues': 'true',
      'dry-run': 'true',
      token: 'ghs_x',
      'label-prefix': 'tls',
      labels: 'a, b',
      assignees: 'one\ntwo',
      'close-after': '3',
      'reopen-days': '0',
      'full-run': 'false',
      'issues-dir': 'cases',
      timeout: '1.5s',
      'run-timeout': '1h',
      retries: '0',
      parallel: '64',
      'dns-servers': '192.0.2.53:5353',
      'ca-file': '/etc/ssl/ours.pem',
      's2s-from': 'Probe.example.com.',
      'allow-private-addresses': 'true',
      summary: 'false',
      annotations: 'false',
      'json-file': 'out/report.json',
      'api-url': 'https://forge.example/api/v1/',
    });
    expect({ token, apiUrl }).toEqual({ token: 'ghs_x', apiUrl: 'https://forge.example/api/v1' });
    expect(config).toMatchObject({
      services: ['s2s'],
      failOn: 'inconclusive',
      changedOnly: 'auto',
      probe: { timeoutMs: 1500, runTimeoutMs: 3_600_000, parallel: 64, retries: 0, s2sFrom: 'probe.example.com' },
      network: { dnsServers: ['192.0.2.53:5353'], allowPrivateAddresses: true, caFile: '/etc/ssl/ours.pem' },
      tracking: {
        manageIssues: 'always',
        dryRun: true,
        labelPrefix: 'tls',
        labels: ['a', 'b'],
        assignees: ['one', 'two'],
        closeAfter: 3,
        reopenDays: 0,
        maxIssueWrites: 40,
        maxIssueOpens: 40,
        maxInconclusive: 50,
        campaign: false,
        fullRun: false,
        issuesDir: 'cases',
      },
      output: { summary: false, annotations: false, files: { 'json-file': 'out/report.json' } },
    });
  });

  it('reports the mistakes of all inputs at once', async () => {
    const problems = await problemsOf({
      hosts: 'example.org\n\nhttps://example.net/',
      timeout: '5x',
      'fail-on': 'plain',
      'dry-run': 'yes',
      'reopen-days': '-1',
    });
    expect(problems).toEqual([
      'fail-on: unknown value "plain"; did you mean "plaintext"?',
      'dry-run: "yes" is neither true nor false',
      'reopen-days: "-1" is not a whole number from 0 to 3650',
      'timeout: "5x" is not a length of time: write it like 10s, 500ms or 2m',
      'hosts, line 3: "https://example.net/" is a URL: write only the domain, "example.net"',
    ]);
  });

  it('counts the problems that are too many to show', async () => {
    const problems = await problemsOf({ hosts: 'a@b\n'.repeat(60) });
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('and 10 more');
  });

  it('finds a mistyped input by the names that were given', async () => {
    const givenMistyped = { hosts: 'example.org', 'close-afetr': '1', INPUT: 'x' };
    expect(await problemsOf(givenMistyped)).toEqual(['"close-afetr" is not an input; did you mean "close-after"?']);
    expect(await problemsOf({ host: 'example.org' })).toEqual(['"host" is not an input; did you mean "hosts"?']);
  });

  it('leaves names alone that resemble an input that was given too', async () => {
    expect((await load({ hosts: 'example.org', host: 'runner.example' })).config.targets).toHaveLength(1);
  });
});

describe('the configuration file', () => {
  it.each(['.github', '.forgejo', '.gitea'].flatMap((folder) => [`${folder}/xmpp-tls.yml`, `${folder}/xmpp-tls.yaml`]))(
    'is found as %s',
    async (path) => {
      const { config } = await load({}, { [path]: 'hosts: [example.org]' });
      expect(config.file).toBe(path);
      expect(config.targets[0]?.position).toEqual({ file: path, line: 1, column: 9 });
    },
  );

  it('is the one that was named, and no other', async () => {
    const files = { [FILE]: 'hosts: [example.org]', 'ours.yml': 'hosts: [example.net]' };
    const { config } = await load({ 'config-file': './ours.yml' }, { ...files, './ours.yml': files['ours.yml'] });
    expect(config.targets.map(({ domain }) => domain)).toEqual(['example.net']);
    expect(config.file).toBe('ours.yml');
  });

  it('has to be there when it was named', async () => {
    expect(await problemsOf({ 'config-file': 'ours.yml', hosts: 'example.org' })).toEqual([
      'config-file: "ours.yml" does not exist: check the repository out (actions/checkout) before this step',
    ]);
    expect(await problemsOf({ 'config-file': 'ours.yml' }, {}, 'command-line')).toEqual([
      '--config: "ours.yml" does not exist',
    ]);
  });

  it('has to be readable', async () => {
    const unreadable = loadConfig({
      input: () => undefined,
      readFile: () => Promise.reject(new Error('EISDIR: illegal operation on a directory')),
      knownChecks: [],
      today: '2026-11-22',
      toUnicode: domainToUnicode,
    });
    await expect(unreadable).rejects.toThrow(
      `config-file: "${FILE}" cannot be read: EISDIR: illegal operation on a directory`,
    );
  });

  it('adds its mistakes to those of the inputs', async () => {
    expect(await problemsOf({ retries: 'x' }, { [FILE]: 'host: []' })).toEqual([
      'retries: "x" is not a whole number from 0 to 5',
      `${FILE}:1:1: host: unknown key; did you mean "hosts"?`,
    ]);
  });

  it('sets the levels of checks for all domains and for one', async () => {
    const file =
      'checks: { s2s-requires-starttls: warn }\nhosts: [{ domain: a.b, checks: { c2s-requires-starttls: off } }]';
    const { config } = await load({}, { [FILE]: file });
    expect(config.checks).toEqual({ 's2s-requires-starttls': 'warn' });
    expect(config.targets[0]?.checks).toEqual({ 'c2s-requires-starttls': 'off' });
  });
});

describe('the targets', () => {
  it('are a mistake when there are none, never a pass', async () => {
    expect(await problemsOf({})).toEqual([
      `there are no domains to check: list them in the input "hosts", one per line, or under "hosts:" in ${FILE}, which needs actions/checkout before this step`,
    ]);
    expect(await problemsOf({ hosts: '# none yet' }, { '.gitea/xmpp-tls.yml': 'hosts: []' })).toEqual([
      expect.stringContaining('under "hosts:" in .gitea/xmpp-tls.yml'),
    ]);
    expect(await problemsOf({}, {}, 'command-line')).toEqual([
      `there are no domains to check: name them, as in "xmpp-tls example.org", or list them under "hosts:" in ${FILE}`,
    ]);
  });

  it('are those of the input and of the file, which knows more about a domain but for what the input says', async () => {
    const file = 'hosts: [{ domain: example.org, note: ours }, { domain: example.net, services: [s2s] }]';
    const hosts = 'example.com\nexample.org service=c2s\nexample.net service=c2s';
    const { targets } = (await load({ hosts }, { [FILE]: file })).config;
    expect(targets).toEqual([
      expect.objectContaining({ domain: 'example.com', services: ['c2s', 's2s'] }),
      expect.objectContaining({ domain: 'example.org', services: ['c2s'], note: 'ours' }),
      expect.objectContaining({ domain: 'example.net', services: ['c2s'] }),
    ]);
    expect(targets.map(({ position }) => position?.column)).toEqual([undefined, 9, 46]);
  });

  it('have the services of the input before their own, and their own before the general ones', async () => {
    const hosts = 'hosts: [a.b, { domain: c.d, services: [s2s], components: [e.c.d] }]';
    const servicesOf = async (inputs: Texts) =>
      (await load(inputs, { [FILE]: `defaults: { services: c2s }\n${hosts}` })).config.targets.map(
        (one) => one.services,
      );
    expect(await servicesOf({})).toEqual([['c2s'], ['s2s'], ['s2s']]);
    expect(await servicesOf({ services: 'c2s' })).toEqual([['c2s'], ['c2s'], ['s2s']]);
    expect(await servicesOf({ services: 'c2s', hosts: 'c.d service=s2s' })).toEqual([['s2s'], ['c2s'], ['s2s']]);
  });

  it('carry their U-label form', async () => {
    const { targets } = (await load({ hosts: 'xn--bcher-kva.example' })).config;
    expect(targets[0]).toMatchObject({ domain: 'xn--bcher-kva.example', unicodeDomain: 'bücher.example' });
  });

  it('include components, which share operator, server, levels and waivers of their domain', async () => {
    const file = `
hosts:
  - domain: example.org
    services: [c2s]
    endpoints: ["x.example:5222"]
    contact: mailto:a@b.c
    server: ejabberd
    note: main
    checks: { s2s-requires-starttls: warn }
    waive: { checks: all, until: 2027-01-31, reason: r }
    components: [chat.example.org]
`;
    const { targets } = (await load({}, { [FILE]: file })).config;
    expect(targets[1]).toEqual({
      domain: 'chat.example.org',
      unicodeDomain: 'chat.example.org',
      services: ['s2s'],
      endpoints: [],
      checks: { 's2s-requires-starttls': 'warn' },
      waivers: [{ checks: 'all', until: '2027-01-31', reason: 'r' }],
      contact: 'mailto:a@b.c',
      server: 'ejabberd',
      componentOf: 'example.org',
      position: { file: FILE, line: 11, column: 18 },
    });
  });

  it('count once when they are listed twice and say the same', async () => {
    const { targets } = (
      await load({ hosts: 'example.org\nEXAMPLE.org.' }, { [FILE]: 'hosts: [example.net, example.net]' })
    ).config;
    expect(targets.map(({ domain }) => domain)).toEqual(['example.org', 'example.net']);
  });

  it('are refused when they are listed twice and say different things', async () => {
    const file = 'hosts:\n  - example.net\n  - { domain: example.org, components: [example.net] }';
    expect(await problemsOf({ hosts: 'a.b service=c2s\n\na.b' }, { [FILE]: file })).toEqual([
      `${FILE}:3:41: "example.net" is already listed at ${FILE}:2:5, with other options: keep one`,
      'hosts, line 3: "a.b" is already listed at hosts, line 1, with other options: keep one',
    ]);
  });
});

describe('contradictions', () => {
  it('are named together, each with both sides', async () => {
    const problems = await problemsOf({
      hosts: 'example.org',
      timeout: '2m',
      'run-timeout': '1m',
      'manage-issues': 'true',
      's2s-from': 'Example.org',
    });
    expect(problems).toEqual([
      'timeout (120s) is longer than run-timeout (60s): a single answer may not take longer than the run',
      'manage-issues is true, but there is neither a token nor an issues-dir to keep issues with',
      's2s-from is "example.org", which is also one of the hosts: name a domain that is not checked',
    ]);
  });

  it('is told in the words of the command line where it was given there', async () => {
    const told = async (inputs: Texts) => problemsOf({ hosts: 'a.b', ...inputs }, {}, 'command-line');
    expect(await told({ only: 'c.d' })).toEqual(['--only: "c.d" is not one of the domains of this run']);
    expect(await told({ 'json-file': 'x', 'sarif-file': 'x' })).toEqual([
      '--json and --sarif are both "x": give each a file of its own',
    ]);
    const { warnings } = await load({ hosts: 'a.b', 'login-allow-plain': 'true' }, {}, 'command-line');
    expect(warnings).toEqual(['--login-allow-plain is for --login-jid, which is not given: no login is tried']);
  });

  it.each(['../report.json', '/tmp/report.json', 'a/../../b', 'C:\\report.json', '..\\b', '.'])(
    'refuse a JSON file outside of the workspace: %s',
    async (path) => {
      expect(await problemsOf({ hosts: 'a.b', 'json-file': path })).toEqual([
        `json-file: ${JSON.stringify(path)} leaves the workspace: write a path below it, such as "xmpp-tls.json"`,
      ]);
    },
  );

  it('leave it to the user of a command line where the JSON file goes, but not to the file', async () => {
    const { output } = (await load({ hosts: 'a.b', 'json-file': '/tmp/x.json' }, {}, 'command-line')).config;
    expect(output.files).toEqual({ 'json-file': '/tmp/x.json' });
    const file = 'defaults: { json-file: /tmp/x.json }\nhosts: [a.b]';
    expect(await problemsOf({}, { [FILE]: file }, 'command-line')).toHaveLength(1);
  });
});

describe('the account of the login test', () => {
  const account = { hosts: 'example.org', 'login-jid': 'Tester@Example.Org', 'login-password': 'correct-horse' };

  it('is read, and never by its password in the clear unless somebody says so', async () => {
    const { config, warnings } = await load(account);
    const expected = { user: 'Tester', domain: 'example.org', password: 'correct-horse', allowPlain: false };
    expect({ login: config.probe.login, warnings }).toEqual({ login: expected, warnings: [] });
  });

  it('is left out with a remark where the password is missing, as in a pull request from a fork', async () => {
    const { config, warnings } = await load({ ...account, 'login-password': '' });
    expect(config.probe.login).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^no login is tried, because login-jid has no login-password: /u)]);
  });

  it.each([
    ['is not looked at', { hosts: 'example.net' }],
    ['is not looked at for clients', { services: 's2s' }],
  ])('is remarked upon where its domain %s', async (_, over) => {
    const { warnings } = await load({ ...account, ...over });
    expect(warnings).toEqual([expect.stringMatching(/^no login is tried, because the domain of login-jid, /u)]);
  });

  it.each([
    ['login-jid', 'example.org', /^login-jid: "example.org" is not an account: write it like /u],
    ['login-jid', 'a@b.example/phone', /^login-jid: "a@b.example\/phone" is not an account: /u],
    ['login-password', 'short', /^login-password: it is too short to be kept out of every log: /u],
    ['login-password', 'secret\nsecret', /^login-password: it holds control characters: /u],
    ['login-jid', '', /^login-password is for login-jid, which is not given: /u],
  ])('is refused where it cannot be used: %s %j', async (name, value, problem) => {
    const problems = await problemsOf({ ...account, [name]: value });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems.join()).not.toContain(account['login-password']);
  });
});

describe('waivers', () => {
  const withWaiver = (until: string) =>
    load(
      {},
      { [FILE]: `hosts: [{ domain: a.b, components: [c.d], waive: { checks: all, until: ${until}, reason: r } }]` },
    );

  it('are remarked upon when they have ended or will not end within a year', async () => {
    expect((await withWaiver('2026-11-22')).warnings).toEqual([
      'the waiver of "a.b" ended on 2026-11-22 and no longer counts',
    ]);
    expect((await withWaiver('2027-11-23')).warnings).toEqual([
      'the waiver of "a.b" runs until 2027-11-23, more than a year from today',
    ]);
    expect((await withWaiver('2027-11-22')).warnings).toEqual([]);
    expect((await withWaiver('2026-11-23')).warnings).toEqual([]);
  });
});

describe('what is known of the operator', () => {
  const withHost = (facts: string) => ({ [FILE]: `hosts: [{ domain: a.b, components: [c.d], ${facts} }]` });

  it('is remarked upon where a promise has passed, or is too far ahead to be one', async () => {
    const warningsOf = async (promise: string) => (await load({}, withHost(`promise: ${promise}`))).warnings;
    expect(await warningsOf('2026-11-21')).toEqual([
      'the promise of "a.b", 2026-11-21, has passed: unless it is repaired, it is overdue',
    ]);
    expect(await warningsOf('2027-12-28')).toEqual([
      'the promise of "a.b", 2027-12-28, is more than 400 days ahead and is not taken over',
    ]);
    for (const fine of ['2026-11-22', '2027-12-27', 'next-maintenance']) expect(await warningsOf(fine)).toEqual([]);
  });

  it('is a mistake where somebody is said to have been written to in the future', async () => {
    expect(await problemsOf({}, withHost('contacted: 2099-01-01'))).toEqual([
      `${FILE}:1:9: contacted is 2099-01-01 for "a.b", which is in the future: write the day on which it was`,
    ]);
    // It may be tomorrow already where the user is.
    await expect(load({}, withHost('contacted: 2026-11-23'))).resolves.toBeDefined();
  });
});

describe('a run that does not have all domains', () => {
  const files = { [FILE]: 'hosts: [{ domain: a.b, contact: "mailto:x@a.b" }, c.d]' };
  const part = async (inputs: Texts, byHand = false) => {
    const { config } = await loadConfig({
      input: (name) => inputs[name],
      readFile: (path) => Promise.resolve(files[path as keyof typeof files]),
      knownChecks: [],
      today: '2026-11-22',
      toUnicode: domainToUnicode,
      byHand,
    });
    return { domains: config.targets.map(({ domain }) => domain), fullRun: config.tracking.fullRun, config };
  };

  it('looks at those only that it names, with all that is said of them', async () => {
    const { domains, fullRun, config } = await part({ only: 'A.b', 'full-run': 'true' });
    expect({ domains, fullRun }).toEqual({ domains: ['a.b'], fullRun: false });
    expect(config.targets[0]?.contact).toBe('mailto:x@a.b');
    expect(await part({ only: '' })).toMatchObject({ domains: ['a.b', 'c.d'], fullRun: true });
  });

  it('does not take a domain that is not among them', async () => {
    await expect(part({ only: 'x.y, a.b' })).rejects.toThrow('only: "x.y" is not one of the domains of this run');
  });

  it('is one by hand that names hosts, also beside a file, and no other', async () => {
    expect(await part({ hosts: 'e.f' }, true)).toMatchObject({ domains: ['e.f', 'a.b', 'c.d'], fullRun: false });
    expect(await part({}, true)).toMatchObject({ fullRun: true });
    expect(await part({ hosts: 'e.f' })).toMatchObject({ fullRun: true });
  });
});

describe('the command line', () => {
  it('counts secure runs however soon they come, as a person at a terminal expects', async () => {
    const hoursOf = async (caller: ConfigSources['caller']) =>
      (await load({ hosts: 'a.b' }, {}, caller)).config.tracking.closeAfterHours;
    expect([await hoursOf('command-line'), await hoursOf('action')]).toEqual([0, 1]);
  });

  const files = { [FILE]: 'hosts: [example.net]', 'list.txt': '# ours\nexample.org service=c2s\n  a@b.example\n' };

  it('looks for a configuration file only when no domains are given', async () => {
    const domainsOf = async (inputs: Texts) =>
      (await load(inputs, files, 'command-line')).config.targets.map(({ domain }) => domain);
    expect(await domainsOf({})).toEqual(['example.net']);
    expect(await domainsOf({ hosts: 'example.org' })).toEqual(['example.org']);
    expect(await domainsOf({ hosts: 'example.org', 'config-file': FILE })).toEqual(['example.org', 'example.net']);
  });

  it('reads a hosts file, and points at its lines', async () => {
    expect(await problemsOf({ 'hosts-file': 'list.txt', hosts: 'x.y:1' }, files, 'command-line')).toEqual([
      expect.stringMatching(/^domain 1: "x.y:1" names a port/u),
      'list.txt:3:3: "a@b.example" is a JID: write only the domain, "b.example"',
    ]);
    expect(await problemsOf({ 'hosts-file': 'none.txt' }, files, 'command-line')).toEqual([
      '--hosts-file: "none.txt" does not exist',
    ]);
    const { targets } = (await load({ 'hosts-file': 'list.txt' }, { 'list.txt': 'a.b' }, 'command-line')).config;
    expect(targets[0]?.position).toEqual({ file: 'list.txt', line: 1, column: 1 });
  });

  it('is alone in having a hosts file', async () => {
    const { targets } = (await load({ hosts: 'x.y', 'hosts-file': 'list.txt' }, files)).config;
    expect(targets.map(({ domain }) => domain)).toEqual(['x.y', 'example.net']);
  });

  it('speaks of flags', async () => {
    const problems = await problemsOf({ hosts: 'a.b', timeout: 'x', 'json-file': '\u0000' }, {}, 'command-line');
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['--timeout', '--json']);
  });
});

describe('hostile configuration', () => {
  it('ends in a Config or in a ConfigurationError, whatever the bytes', async () => {
    const bytes = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (hosts, file, other) => {
        const outcome = await load({ hosts, labels: other, 's2s-from': other }, { [FILE]: file }).catch(
          (e: unknown) => e,
        );
        expect(outcome instanceof ConfigurationError || (outcome as LoadedConfig).config.targets.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('shows no control character in its messages', async () => {
    const problems = await problemsOf(
      { hosts: 'a\u001b[31mb\nc\u0007', 'fail-on': '\u0000::error::' },
      { [FILE]: '"a\\u001b\\n": 1' },
    );
    expect(problems.join('')).not.toMatch(/\p{Cc}/u);
    expect(problems).toHaveLength(4);
  });
});

describe('a part of the domains', () => {
  const hosts = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example`);
  const partOf = async (shard: string) =>
    (await load({ hosts: hosts.join('\n'), shard })).config.targets.map(({ domain }) => domain);

  it('has no domain in common with another, and all parts together have every domain', async () => {
    const parts = await Promise.all([1, 2, 3].map((part) => partOf(`${part}/3`)));
    expect(parts).toEqual([['a.example', 'd.example'], ['b.example', 'e.example'], ['c.example']]);
  });

  it('may be empty where there are more parts than domains, but the whole may not', async () => {
    expect(await partOf('6/6')).toEqual([]);
    expect(await problemsOf({ shard: '1/2' })).toEqual([expect.stringMatching(/^there are no domains to check/u)]);
  });

  it.each(['0/3', '4/3', '1', '1/', 'a/b', '1/2/3'])('is not %j', async (shard) => {
    expect(await problemsOf({ hosts: 'a.b', shard })).toEqual([
      `shard: ${JSON.stringify(shard)} is not a part: write the number of this one and of all, such as 2/5`,
    ]);
  });
});

describe('reports to merge', () => {
  it('need no domains, and on the command line no configuration file is looked for', async () => {
    const file = 'hosts: [a.example]';
    expect((await load({ merge: 'a.json\nreports, old' })).config).toMatchObject({
      merge: ['a.json', 'reports, old'],
      targets: [],
    });
    expect((await load({ merge: 'a.json' }, { [FILE]: file })).config.targets).toHaveLength(1);
    expect((await load({ merge: 'a.json' }, { [FILE]: file }, 'command-line')).config.targets).toEqual([]);
  });
});

describe('names that are hardly meant', () => {
  it('are remarked upon where they have no dot, unless the endpoints are known', async () => {
    expect((await load({ hosts: 'yes' })).warnings).toEqual(['"yes" has no dot: is it a domain? It is checked as one']);
    const known = 'hosts: [{ domain: localhost, endpoints: ["127.0.0.1:5222"] }]';
    expect((await load({}, { [FILE]: known })).warnings).toEqual([]);
  });
});

describe('files to write', () => {
  it('leave stdout to the command line', async () => {
    expect((await load({ hosts: 'a.b', 'json-file': '-' }, {}, 'command-line')).config.output.files).toEqual({
      'json-file': '-',
    });
    expect(await problemsOf({ hosts: 'a.b', 'json-file': '-' })).toEqual([expect.stringMatching(/^json-file: "-" /u)]);
  });
});
