import { beforeAll, describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { domainToUnicode } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { actionPage, actionYml } from '../../scripts/generate/action.mjs';
import { configPage, schemaFile, schemaUrl } from '../../scripts/generate/config.mjs';
import { CHECKS } from '../../src/checks/index.js';
import { FLAGS } from '../../src/config/flags.js';
import * as inputs from '../../src/config/inputs.js';
import { readConfigFile } from '../../src/config/file.js';
import { loadConfig } from '../../src/config/load.js';
import { jsonSchema } from '../../src/config/schema.js';

const { INPUT_NAMES, INPUTS, OUTPUTS } = inputs;
const EXAMPLE = '.github/xmpp-tls.example.yml';
const CHECK_IDS = CHECKS.map(({ id }) => id);

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

async function formatted({ path, content }: { path: string; content: string }): Promise<string> {
  return format(content, { ...(await resolveConfig(path)), filepath: path });
}

describe('every input', () => {
  it.each(INPUT_NAMES)('%s is in kebab-case and explained in one or two sentences', (name) => {
    const { description }: inputs.Input<unknown> = INPUTS[name];
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(description).toMatch(/^[A-Z].*\.$/u);
    expect(description.length).toBeLessThan(200);
  });

  it.each(
    Object.entries<inputs.Input<unknown>>(INPUTS).flatMap(([name, { default: text }]) => (text ? [[name, text]] : [])),
  )('%s can be given its own default, %s, and nothing changes', async (name, text) => {
    const load = (given: Readonly<Record<string, string>>) =>
      loadConfig({
        input: (key) => ({ hosts: 'example.org', ...given })[key],
        readFile: () => Promise.resolve(undefined),
        knownChecks: CHECK_IDS,
        today: '2026-11-22',
        toUnicode: domainToUnicode,
      });
    expect(await load({ [name ?? '']: text ?? '' })).toEqual(await load({}));
  });

  it('is read, and no other', async () => {
    const asked = new Set<string>();
    const input = (name: string) => {
      asked.add(name);
      return name === 'hosts' ? 'example.org' : undefined;
    };
    const readFile = () => Promise.resolve(undefined);
    await loadConfig({ input, readFile, knownChecks: [], today: '2026-11-22', toUnicode: domainToUnicode });
    expect([...asked].sort()).toEqual([...INPUT_NAMES].sort());
  });

  it('has a flag of its own, or none', () => {
    const flags = FLAGS.map(({ name }) => name);
    expect(new Set(flags).size).toBe(flags.length);
  });
});

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    readonly description: string;
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required: boolean }>>;
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
    readonly runs: { readonly using: string; readonly main: string };
  };

  it('has exactly our inputs and outputs', () => {
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS));
  });

  it('has no default that would hide what the configuration file says', () => {
    const defaulted = Object.entries(action.inputs).filter(([, { default: text }]) => text !== undefined);
    expect(defaulted.map(([name]) => name)).toEqual(['token', 'full-run']);
    expect(INPUTS.token.inFile || INPUTS['full-run'].inFile).toBe(false);
  });

  it('runs the bundle on Node 24, and fits the lists of the marketplace', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(action.description.length).toBeLessThanOrEqual(125);
  });

  it('is what the table of inputs says', async () => {
    expect(read('action.yml')).toBe(await formatted(actionYml(inputs)));
  });
});

describe('the documentation', () => {
  it('of the Action is what the table of inputs says', async () => {
    expect(read('docs/action.md')).toBe(await formatted(actionPage(inputs, read('docs/action.md'))));
  });

  it('of the file is what the schema says', async () => {
    const page = configPage(jsonSchema(CHECK_IDS), INPUTS, read('docs/config.md'));
    expect(read('docs/config.md')).toBe(await formatted(page));
  });
});

describe('the JSON Schema', () => {
  let conforms: (content: unknown) => boolean;

  beforeAll(() => {
    const validator = new Ajv({ schemaId: 'auto' }).compile(JSON.parse(read('schema/xmpp-tls.schema.json')) as object);
    conforms = (content) => validator(content) === true;
  });

  it('is the one that files are read by', async () => {
    expect(read('schema/xmpp-tls.schema.json')).toBe(await formatted(schemaFile(jsonSchema(CHECK_IDS))));
  });

  it('explains every key', () => {
    const unexplained: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (path.endsWith('/properties') && !(value as { description?: string }).description)
          unexplained.push(`${path}/${key}`);
        visit(value, `${path}/${key}`);
      }
    };
    visit(jsonSchema(CHECK_IDS), '');
    expect(unexplained).toEqual([]);
  });

  it('accepts the example, which is found by the address in its first line', () => {
    const text = read(EXAMPLE);
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schemaUrl()}`);
    expect((JSON.parse(read('schema/xmpp-tls.schema.json')) as { $id: string }).$id).toBe(schemaUrl());
    expect(conforms(parse(text))).toBe(true);
    expect(readConfigFile(EXAMPLE, text, CHECK_IDS)).not.toHaveProperty('problems');
  });

  it.each([
    'host: []',
    'hosts: example.org',
    'hosts: [https://example.org/]',
    'hosts: [juliet@example.org]',
    'hosts: ["example.org:5222"]',
    'hosts: [{ services: [c2s] }]',
    'hosts: [{ domain: a.b, servces: [c2s] }]',
    'hosts: [{ domain: a.b, services: [c2x] }]',
    'hosts: [{ domain: a.b, endpoints: [{ service: c2s, host: x.y }] }]',
    'hosts: [{ domain: a.b, endpoints: [{ service: c2s, host: x.y, port: 0 }] }]',
    'hosts: [{ domain: a.b, server: prosodi }]',
    'hosts: [{ domain: a.b, waive: { checks: all, until: 2027-01-31 } }]',
    'hosts: [{ domain: a.b, waive: { checks: all, until: 2027-02-30, reason: r } }]',
    'hosts: [{ domain: a.b, waive: { checks: [no-such-check], until: 2027-01-31, reason: r } }]',
    'checks: { no-such-check: warn }',
    'checks: { c2s-requires-starttls: error }',
    'defaults: { retries: 9 }',
    'defaults: { dry-run: true }',
    'defaults: { fail-on: allways }',
  ])('refuses %s, as does the reader', (text) => {
    expect(conforms(parse(text))).toBe(false);
    expect(readConfigFile('f', text, CHECK_IDS)).toHaveProperty('problems');
  });
});
