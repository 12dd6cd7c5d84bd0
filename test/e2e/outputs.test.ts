import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { TOKEN } from '../support/actions-runner.js';
import { startSite, type ActionRun, type Circumstances, type Inputs, type Site } from './site.js';

const ACTION = parse(readFileSync('action.yml', 'utf8')) as { readonly outputs: Record<string, unknown> };

const CONFIG = `# Domains we watch
checks:
  c2s-offers-no-sasl-before-tls: note
hosts:
  - secure.example
  - domain: plaintext.example
    contact: xmpp:admin@plaintext.example
`;

let site: Site;
beforeAll(async () => {
  site = await startSite(
    { 'secure.example': 'required', 'plaintext.example': 'optional', 'pretender.example': 'advertised-only' },
    { '_xmpp-client._tcp.broken.example': 'SERVFAIL', '_xmpp-server._tcp.broken.example': 'SERVFAIL' },
  );
  site.write('watch.yml', CONFIG);
  site.write('folder/in-the-way', '');
});
afterAll(() => site.close());

describe('the outputs', () => {
  const nothing = {
    result: 'inconclusive',
    'exit-code': '2',
    'hosts-total': '0',
    results: '[]',
    'plaintext-hosts': '',
  };
  const ends: readonly (readonly [string, number, Inputs, Circumstances, object])[] = [
    ['a pass', 0, { hosts: 'secure.example' }, {}, { result: 'pass', 'hosts-secure': '1' }],
    [
      'plaintext',
      1,
      { hosts: 'plaintext.example' },
      {},
      { result: 'fail', 'hosts-plaintext': '1', 'exit-code': '1', 'results-complete': 'true' },
    ],
    ['one of two inconclusive', 0, { hosts: 'broken.example\nsecure.example' }, {}, { 'hosts-inconclusive': '1' }],
    ['a run that sees nothing', 4, { hosts: 'broken.example' }, {}, { result: 'inconclusive', 'exit-code': '4' }],
    ['one that may be blind', 0, { hosts: 'broken.example', 'fail-on': 'never' }, {}, { result: 'inconclusive' }],
    ['one that must not be', 4, { hosts: 'broken.example', 'fail-on': 'inconclusive' }, {}, { result: 'inconclusive' }],
    ['plaintext that may be', 0, { hosts: 'plaintext.example', 'fail-on': 'never' }, {}, { result: 'fail' }],
    ['no hosts', 2, {}, {}, nothing],
    ['an input that is wrong', 2, { hosts: 'secure.example', 'fail-on': 'allways' }, {}, nothing],
    ['a configuration file that is missing', 2, { 'config-file': 'none.yml' }, {}, nothing],
    ['an event that is refused', 2, { hosts: 'secure.example' }, { event: 'pull_request_target' }, nothing],
    ['a CA file that is missing', 2, { hosts: 'secure.example', 'ca-file': 'none.pem' }, {}, nothing],
  ];
  it.concurrent.each(ends)('are all there after %s', async (_, code, inputs, circumstances, expected) => {
    const run = await site.run(inputs, circumstances);
    expect(run.code).toBe(code);
    expect(run.outputs).toMatchObject(expected);
    expect(Object.keys(run.outputs).sort()).toEqual(Object.keys(ACTION.outputs).sort());
  });

  it.each([
    ['plaintext', 1],
    ['secure', 2],
  ])('tell the verdict of a %s domain although its report could not be written', async (verdict, code) => {
    const run = await site.run({ hosts: `${verdict}.example`, 'json-file': 'folder' });
    expect({ code: run.code, ...run.outputs }).toMatchObject({ code, [`hosts-${verdict}`]: '1', 'json-file': '' });
    expect(run.summary).toContain(`${verdict}.example`);
    expect(run.commands.map(({ name, message }) => `${name} ${message}`)).toEqual([
      'error json-file was not written: "folder" cannot be written (EISDIR): name a file in a folder that can be written to',
      ...(verdict === 'plaintext' ? [expect.stringContaining('c2s-requires-starttls')] : []),
      expect.stringMatching(
        verdict === 'plaintext'
          ? /^error plaintext\.example allows connections without TLS\. .*the job summary and issue #\d+\.$/u
          : /^error The verdicts stand, but a file that was asked for could not be written\./u,
      ),
    ]);
  });

  it('count every domain once', async () => {
    const hosts = ['secure', 'plaintext', 'pretender', 'broken'].map((name) => `${name}.example`);
    const { outputs } = await site.run({ hosts: hosts.join('\n') });
    expect(outputs).toMatchObject({
      'hosts-total': '4',
      'hosts-secure': '1',
      'hosts-plaintext': '2',
      'hosts-inconclusive': '1',
      'hosts-not-offered': '0',
      'plaintext-hosts': 'plaintext.example\npretender.example',
    });
    const results = JSON.parse(outputs.results ?? '') as { domain: string; verdict: string }[];
    expect(results.map(({ domain, verdict }) => `${domain} ${verdict}`)).toEqual([
      'plaintext.example plaintext',
      'pretender.example plaintext',
      'broken.example inconclusive',
      'secure.example secure',
    ]);
  });
});

describe('a run with a configuration file', () => {
  let run: ActionRun;
  beforeAll(async () => {
    run = await site.run({ 'config-file': 'watch.yml', 'json-file': 'reports/xmpp.json' });
  });

  it('marks the findings at the lines that name the domains', () => {
    expect(run.commands.map(({ name, properties }) => [name, properties])).toEqual([
      ['error', placed('plaintext.example: plaintext')],
      ['error', {}],
    ]);
    expect(run.commands[0]?.message).toMatch(
      /c2s-requires-starttls.*s2s-requires-starttls.*s2s-offers-no-plaintext-auth.*c2s-offers-no-sasl-before-tls/u,
    );
  });

  it('ends with the reason for which it fails, and where to read on', () => {
    expect(run.commands.at(-1)).toMatchObject({
      name: 'error',
      message: expect.stringMatching(
        /^1 of 2 domains allows connections without TLS: plaintext\.example\. Details and fixes: the job summary and issue #\d+\.$/u,
      ),
    });
  });

  it('writes a summary with the worst first', () => {
    expect(run.summary).toMatch(/^## 1 of 2 domains allows connections without TLS; 1 enforces TLS\.\n/u);
    const rows = run.summary.split('\n').filter((line) => /^\| \w+\.example \|/u.test(line));
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '| plaintext.example ❌&nbsp;plaintext',
      '| secure.example ✅&nbsp;secure',
    ]);
  });

  it('writes the report as JSON', () => {
    expect(run.outputs['json-file']).toBe('reports/xmpp.json');
    const report: unknown = JSON.parse(site.read('reports/xmpp.json'));
    const service = { verdict: 'plaintext', proof: expect.stringMatching(/^(?:behaviour|advertised)$/u) };
    expect(report).toMatchObject({
      schema: 1,
      targets: [
        { domain: 'secure.example', verdict: 'secure', findings: [] },
        {
          domain: 'plaintext.example',
          verdict: 'plaintext',
          services: { c2s: service, s2s: service },
          durationMs: expect.any(Number),
          endpoints: ['c2s', 's2s'].map((name) => ({
            ...{ service: name, transport: 'starttls', host: 'xmpp.plaintext.example', address: '127.0.0.1' },
            ...{ port: expect.any(Number), verdict: 'plaintext' },
          })),
          findings: expect.arrayContaining([
            expect.objectContaining({
              ...{ check: 'c2s-requires-starttls', level: 'fail', service: 'c2s', message: expect.any(String) },
            }),
          ]),
        },
      ],
    });
  });

  it('shows the token nowhere', () => {
    const everything = [
      run.stdout,
      run.stderr,
      run.summary,
      JSON.stringify(run.outputs),
      site.read('reports/xmpp.json'),
    ];
    expect(everything.filter((text) => text.includes(TOKEN))).toEqual([]);
    expect(JSON.stringify(site.github.issues)).not.toContain(TOKEN);
  });
});

describe('a mistake of the user', () => {
  const mistakes: readonly (readonly [string, Inputs, RegExp])[] = [
    ['no domain at all', {}, /there are no domains to check: list them in the input "hosts"/u],
    ['a key that is not known', { 'config-file': 'mistyped.yml' }, /^mistyped\.yml:3:5: .*contakt.*"contact"/u],
    ['a value that is not known', { hosts: 'a.example', 'fail-on': 'plain' }, /^fail-on: .*"plain".*"plaintext"/u],
    ['a JID for a domain', { hosts: 'admin@a.example' }, /^hosts, line 1.*"admin@a\.example".*a\.example/u],
  ];
  it.concurrent.each(mistakes)(
    'is one sentence that says where and what was meant: %s',
    async (_, inputs, sentence) => {
      site.write('mistyped.yml', 'hosts:\n  - domain: a.example\n    contakt: me\n');
      const { code, commands, summary } = await site.run(inputs);
      expect(code).toBe(2);
      expect(summary).toMatch(/^## The configuration is wrong; nothing was checked\n\n- .+\n$/u);
      expect(commands).toEqual([
        {
          name: 'error',
          properties: {
            title: 'xmpp-tls configuration',
            ...('config-file' in inputs ? { file: 'mistyped.yml', line: '3', col: '5' } : {}),
          },
          message: expect.stringMatching(sentence),
        },
      ]);
    },
  );
});

const placed = (title: string) => ({ file: 'watch.yml', line: '6', col: expect.stringMatching(/^\d+$/u), title });
