import { describe, expect, it } from '@jest/globals';
import { domainToUnicode } from 'node:url';
import { changedDomains } from '../../src/config/changes.js';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';

async function configOf(file: string, inputs: Readonly<Record<string, string>> = {}): Promise<Config> {
  const { config } = await loadConfig({
    input: (name) => inputs[name],
    readFile: async (path) => (path === '.github/xmpp-tls.yml' ? file : undefined),
    knownChecks: ['c2s-requires-starttls'],
    today: '2026-11-22',
    toUnicode: domainToUnicode,
  });
  return config;
}

async function changed(before: string, after: string, inputs?: Readonly<Record<string, string>>): Promise<string[]> {
  return [...changedDomains(await configOf(before, inputs), await configOf(after, inputs))];
}

const TWO = 'hosts:\n  - a.example\n  - b.example\n';

describe('changedDomains', () => {
  it('are those that are added, wherever they stand', async () => {
    expect(await changed(TWO, 'hosts:\n  - c.example\n  - a.example\n  - b.example\n')).toEqual(['c.example']);
    expect(await changed(TWO, 'hosts: [b.example]')).toEqual([]);
  });

  it.each([
    ['services', 'services: [c2s]'],
    ['endpoints', 'endpoints: ["x.example:5222"]'],
    ['check levels', 'checks: { c2s-requires-starttls: warn }'],
    ['a waiver', 'waive: { checks: all, until: 2027-01-01, reason: r }'],
  ])('are those with other %s', async (_, key) => {
    expect(await changed(TWO, `hosts:\n  - a.example\n  - { domain: b.example, ${key} }\n`)).toEqual(['b.example']);
  });

  it('are not those of which only people can tell the difference', async () => {
    const known = 'contact: "mailto:a@b.example", note: n, server: prosody, promise: 2027-01-01, language: de';
    expect(await changed(TWO, `hosts:\n  - a.example\n  - { domain: b.example, ${known} }\n`)).toEqual([]);
  });

  it('are the components that are added to a domain, and not the domain', async () => {
    const after = 'hosts:\n  - a.example\n  - { domain: b.example, components: [chat.b.example] }\n';
    expect(await changed(TWO, after)).toEqual(['chat.b.example']);
  });

  it('are all where what holds for all is changed', async () => {
    const all = ['a.example', 'b.example'];
    expect(await changed(TWO, `checks: { c2s-requires-starttls: warn }\n${TWO}`)).toEqual(all);
    expect(await changed(TWO, `defaults: { services: c2s }\n${TWO}`)).toEqual(all);
    expect(await changed(TWO, `defaults: { active-s2s: true }\n${TWO}`)).toEqual(all);
    expect(await changed(TWO, `defaults: { timeout: 5s, labels: [x] }\n${TWO}`)).toEqual([]);
  });

  it('are those that no file names, because nobody can tell', async () => {
    expect(await changed(TWO, TWO, { hosts: 'b.example\nc.example' })).toEqual(['c.example']);
  });
});
