import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { streamError } from '../../src/demo/server-dialogue.js';
import type { Answers } from '../../src/demo/xmpp-server.js';
import type { Report } from '../../src/model/report.js';
import { startSite, type Site } from './site.js';

const PASSWORD = 'Zwölf&<Boxkämpfer>';
const FORMS = [PASSWORD, 'Zwölf&amp;&lt;Boxkämpfer&gt;', Buffer.from(PASSWORD).toString('base64').slice(0, 20)];
const ACCOUNT = { 'login-jid': 'tester@leaky.example', 'login-password': PASSWORD };
const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";

/** A server that was told the password on one connection, and repeats it on that one and on all later ones. */
function leaky(offer: string): { readonly answers: Answers; readonly heard: string[] } {
  const heard: string[] = [];
  const echo = (usual: string): string => {
    const [, told] = heard.flatMap((xml) => /^PLAIN (.*)$/su.exec(xml) ?? []);
    const said = told === undefined ? '' : Buffer.from(told, 'base64').toString().split('\0')[2];
    return said === undefined || said === '' ? usual : streamError('not-authorized', `${told} ${said} is wrong`);
  };
  const answers: Answers = {
    features: () => `<stream:features>${offer}</stream:features>`,
    'sasl-external': (usual, { attributes, text }) => {
      heard.push(`${attributes['mechanism']} ${text}`);
      if (attributes['mechanism'] === 'SCRAM-SHA-1')
        return `<challenge ${SASL}>${btoa('r=a,s=QSXCR+Q6sek8bf92,i=1')}</challenge>`;
      return echo(usual);
    },
    registration: echo,
  };
  return { answers, heard };
}

/** Everything a run leaves behind, as one text; the order to the runner to mask the password is taken out. */
async function everythingSaid(site: Site, inputs: Readonly<Record<string, string>>): Promise<string> {
  const all = { hosts: 'leaky.example', 'json-file': 'report.json', ...ACCOUNT, ...inputs };
  const run = await site.run(all);
  const lines = run.stdout.split('\n');
  expect(lines[0]).toBe(`::add-mask::${PASSWORD}`);
  const issues = site.github.issues.map(({ title, body }) => title + body);
  const comments = [...site.github.comments.values()].flat().map(({ body }) => body);
  const outputs = Object.values(run.outputs);
  return [
    ...lines.slice(1),
    run.stderr,
    run.summary,
    site.read('report.json'),
    ...issues,
    ...comments,
    ...outputs,
  ].join('\n');
}

async function onSite(answers: Answers, test: (site: Site) => Promise<void>): Promise<void> {
  const site = await startSite({ 'leaky.example': { c2s: 'optional', answers } });
  try {
    await test(site);
  } finally {
    await site.close();
  }
}

const loginOf = (site: Site) =>
  (JSON.parse(site.read('report.json')) as Report).targets[0]?.endpoints.find(({ observation }) => observation.login)
    ?.observation;

describe('the password of the login test', () => {
  it('is sent to a server that takes nothing else, and appears nowhere although the server repeats it', async () => {
    const { answers, heard } = leaky(`<mechanisms ${SASL}><mechanism>PLAIN</mechanism></mechanisms>`);
    await onSite(answers, async (site) => {
      const said = await everythingSaid(site, { 'login-allow-plain': 'true' });
      expect(heard.filter((text) => text.startsWith('PLAIN '))).toHaveLength(1);
      expect(loginOf(site)?.login?.begun).toMatchObject({
        value: { text: expect.stringContaining('[secret] is wrong') },
      });
      for (const form of FORMS) expect(said).not.toContain(form);
    });
  });

  it('is neither on the wire nor anywhere else where SCRAM is offered', async () => {
    const { answers, heard } = leaky(
      `<mechanisms ${SASL}><mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-1</mechanism></mechanisms>`,
    );
    await onSite(answers, async (site) => {
      const said = await everythingSaid(site, {});
      expect(heard.map((text) => text.split(' ')[0])).toEqual(expect.arrayContaining(['EXTERNAL', 'SCRAM-SHA-1']));
      expect(loginOf(site)?.login?.accepted).toMatchObject({ failure: { code: 'login.unusable-challenge' } });
      for (const form of FORMS) expect(said + heard.join('\n')).not.toContain(form);
    });
  });

  it('is kept where PLAIN is all there is and nobody allowed it', async () => {
    const { answers, heard } = leaky(`<mechanisms ${SASL}><mechanism>PLAIN</mechanism></mechanisms>`);
    await onSite(answers, async (site) => {
      await everythingSaid(site, {});
      expect(heard.filter((text) => !text.startsWith('EXTERNAL'))).toEqual([]);
    });
  });

  it('comes to the command line by its environment, and leaves nothing in its files', async () => {
    const { answers } = leaky(`<mechanisms ${SASL}><mechanism>PLAIN</mechanism></mechanisms>`);
    await onSite(answers, async (site) => {
      const flags = ['--login-jid', 'tester@leaky.example', '--login-allow-plain', '--issues-dir', 'cases', '--debug'];
      const { finished } = site.startBundle(
        'cli/index.js',
        ['leaky.example', ...flags, '--json', 'report.json', ...site.network],
        {
          env: { XMPP_TLS_LOGIN_PASSWORD: PASSWORD },
        },
      );
      const { code, stdout, stderr } = await finished;
      expect(code).toBe(1);
      const files = readdirSync(site.locate('cases')).map((name) => readFileSync(site.locate(`cases/${name}`), 'utf8'));
      const said = [stdout, stderr, site.read('report.json'), ...files].join('\n');
      expect(said).toContain('c2s-refuses-plaintext-login');
      for (const form of FORMS) expect(said).not.toContain(form);
    });
  });
});
