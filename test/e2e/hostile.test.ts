import { escapeXML } from 'ltx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamError } from '../../src/demo/server-dialogue.js';
import type { Answers } from '../../src/demo/xmpp-server.js';
import type { Report } from '../../src/model/report.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { proseOf } from '../support/markdown.js';
import { readCommands } from '../support/runner-files.js';
import { aCertificate } from '../support/test-certificate.js';
import { startSite, type ActionRun, type Site, type SiteDomain } from './site.js';

/** Names in the DNS may hold any byte but a dot, and the zone of the demo no blank. */
const HOSTILE_TARGET = '::error::x.##[add-path]/tmp.@octocat.#1|<b>.example';

/** All that cannot be seen, but the zero-width space: we put it behind every @ and #, so that nobody is called. */
const INVISIBLE = /[^\n\P{C}\u200b]|[\u2028\u2029]/u;

/** Each string is sent by two servers: one says it wherever it can, the other ends every stream with it. */
const TALKERS = Object.values(HOSTILE_STRINGS).map((text, i) => ({ domain: `talks-${i}.example`, text: legal(text) }));
const ENDERS = Object.values(HOSTILE_STRINGS).map((text, i) => ({ domain: `ends-${i}.example`, text }));

const INPUTS = { 'config-file': 'watch.yml', parallel: '64', 'max-issue-opens': '100', 'max-issue-writes': '100' };

let site: Site;
let run: ActionRun;
let report: Report;
let written: readonly { readonly title: string; readonly text: string }[];

beforeAll(async () => {
  const talkers = TALKERS.map(({ domain, text }): [string, SiteDomain] => [domain, talker(text)]);
  const enders = ENDERS.map(({ domain, text }): [string, SiteDomain] => [domain, ender(text)]);
  const target = { '_xmpp-client._tcp.named.example': { SRV: [`5 0 5222 ${HOSTILE_TARGET}`] } };
  site = await startSite(Object.fromEntries([...talkers, ...enders]), target);
  const hosts = [...TALKERS, ...ENDERS, { domain: 'named.example' }].map(({ domain }) => `  - ${domain}`);
  site.write('watch.yml', `hosts:\n${hosts.join('\n')}\n`);
  site.github.failNext(
    { kind: 'status', status: 422, message: HOSTILE_STRINGS['a workflow command behind a bare CR'] ?? '' },
    { method: 'POST', path: /\/issues$/u },
  );
  run = await site.run({ ...INPUTS, 'json-file': 'report.json' });
  report = JSON.parse(site.read('report.json')) as Report;
  const comments = [...site.github.comments.values()].flat().map(({ body }) => ({ title: '', text: body }));
  written = [...site.github.issues.map(({ title, body }) => ({ title, text: body })), ...comments];
});
afterAll(() => site.close());

const pages = () => [run.summary, ...written.map(({ text }) => text)];

describe('what hostile servers say', () => {
  it('arrives: the tests below are about what was really received', () => {
    for (const { domain, text } of TALKERS) {
      const target = report.targets.find((one) => one.domain === domain);
      const offered = target?.endpoints.flatMap(({ observation: { features } }) =>
        features.state === 'done' ? features.value.mechanisms : [],
      );
      expect({ domain, verdict: target?.verdict, offered }).toEqual({
        ...{ domain, verdict: 'plaintext', offered: ['PLAIN', text.trim().slice(0, 300)] },
      });
    }
    expect(site.github.issues).toHaveLength(TALKERS.length - 1);
    expect(run.stdout).toContain('set-output name=result');
    expect(run.outputs['hosts-inconclusive']).toBe(String(ENDERS.length + 1));
  });

  it('is no command to the runner', () => {
    for (const { name, properties } of run.commands) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(properties.file ?? 'watch.yml').toBe('watch.yml');
      expect(['file', 'line', 'col', 'title']).toEqual(expect.arrayContaining(Object.keys(properties)));
    }
    expect(run.stderr).toBe('');
  });

  it('is no command where a later step prints the report or an output', () => {
    for (const text of [site.read('report.json'), ...Object.values(run.outputs)])
      expect(readCommands(text)).toEqual([]);
  });

  it('is no command, and moves no cursor, on the command line', async () => {
    const { code, stdout, stderr } = await site.cli('--config', 'watch.yml', '--parallel', '64', ...site.network);
    expect(code).toBe(1);
    expect(readCommands(`${stdout}\n${stderr}`)).toEqual([]);
    expect(INVISIBLE.exec(stdout + stderr)).toBeNull();
  });

  it('reaches neither log nor files as anything that cannot be seen', () => {
    const texts = [run.stdout, run.summary, site.read('report.json'), ...Object.values(run.outputs)];
    for (const text of [...texts, ...written.flatMap(({ title, text: body }) => [title, body])]) {
      expect(INVISIBLE.exec(text)).toBeNull();
    }
  });

  it('changes no output', () => {
    expect(run.outputs).toMatchObject({ result: 'fail', 'hosts-plaintext': String(TALKERS.length) });
    expect(run.outputs['plaintext-hosts']?.split('\n')).toHaveLength(TALKERS.length);
    expect(JSON.parse(run.outputs.results ?? '')).toHaveLength(report.targets.length);
  });

  it('calls nobody, links nowhere and marks nothing up in summary and issues', () => {
    const links = [
      ...Object.values(REMEDIATIONS).flatMap(({ homepage, documentation }) => [homepage, documentation]),
      ...site.github.issues.map((issue) => issue.html_url),
      'https://github.com/acme/watch/actions/runs/4711',
      'https://xmpp.org/extensions/xep-0157.html#email',
    ];
    for (const text of pages()) {
      const prose = proseOf(text)
        .replace(/\[Open as an e-mail\]\(<mailto:xmpp@[\w.-]+\?subject=[\w%.-]+&body=[\w%.-]+>\)/u, '')
        .replace(/\[([^[\]]+)\]\(([^()\s]+)\)/gu, (link, name: string, url: string) =>
          links.includes(url) ? name : link,
        )
        .replace(/<\/?(?:details|summary|sub|br)>|^<!-- xmpp-tls-compliance [\w= -]+ -->$/gmu, '');
      expect(prose.match(/.{0,40}(?:[<[\]]|:\/\/|www\.).{0,40}/gu)).toBeNull();
      // Replies by mail lose code spans, so nobody may be called from inside of one either; `xmpp@` calls nobody.
      expect(text.match(/.{0,40}(?:(?<!\bxmpp)@[a-z]|(?<![[&])#\d).{0,40}/giu)).toBeNull();
    }
  });

  it('breaks no table', () => {
    const tables = pages().flatMap((page) => page.split('\n\n'));
    for (const table of tables.filter((block) => block.startsWith('| '))) {
      const widths = table.split('\n').map((row) => row.split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('chooses no title and forges no hidden state', () => {
    for (const { title, text } of written) {
      expect(title).toMatch(/^XMPP at talks-\d+\.example must require TLS$/u);
      expect(text.match(/<!--/gu)).toHaveLength(3);
      expect(text.match(/-->/gu)).toHaveLength(3);
    }
  });

  it('does not keep the next run from finding its issues', async () => {
    const next = await site.run(INPUTS);
    expect(next.outputs['issues-opened']).toBe(`[${TALKERS.length}]`);
    expect(next.outputs['issues-updated']).toBe('[]');
  });
});

/** Offers plaintext, and puts the text into every place that a server fills in freely. */
function talker(text: string): SiteDomain {
  const xml = inXml(text);
  const insert = (tag: string, words: string) => (usual: string) => usual.replace(tag, () => words + tag);
  const errorText = insert('</error>', `<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>${xml}</text>`);
  const answers: Answers = {
    header: (usual) => usual.replace(/(?<= id=')[^']*|(?<=xml:lang=')en/gu, () => xml),
    features: (usual) =>
      usual
        .replace(/<mechanism>.*<\/mechanism>/u, () => `<mechanism>PLAIN</mechanism><mechanism>${xml}</mechanism>`)
        .replace('</stream:features>', (end) => `<feature xmlns='${xml}'><part xmlns='${xml}'/></feature>${end}`),
    // A refusal that names TLS is taken for one: not here, where the server is to be accused.
    'sasl-external': insert('</failure>', `<text>${xml.replace(/tls/giu, 't-l-s')}</text>`),
    'legacy-auth': errorText,
    registration: errorText,
  };
  const names = [{ dns: text.replace(/[^!-~]/gu, '-').slice(0, 200) }, { xmpp: text.slice(0, 200) }];
  return { c2s: 'optional', answers, certificate: aCertificate({ subject: text.slice(0, 64), names }) };
}

function ender(text: string): SiteDomain {
  return {
    c2s: 'optional',
    s2s: 'required',
    answers: { header: (usual) => usual + streamError('policy-violation', text) },
  };
}

/** What XML may hold at all (XML 1.0 section 2.2), and fits into stream features that are read to their end. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').slice(0, 4000);
}

/** As references, so that no line end is normalised away on the way. */
function inXml(text: string): string {
  return escapeXML(text).replace(/[\t\n\r]/gu, (blank) => `&#${blank.charCodeAt(0)};`);
}
