import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { CHECKS } from '../../src/checks/index.js';
import { specificationName, specificationUrl } from '../../src/model/specification.js';
import { SERVICES, TRANSPORTS } from '../../src/model/target.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { EXAMPLES } from '../checks/examples.js';

/** Faults of TLS by which whoever stands in between can speak for the server: they fail a run and are not plaintext. */
const FAILING_TLS = ['-discards-plaintext-after-starttls', '-refuses-anonymous-suites', '-refuses-export-suites'];

const root = new URL('../../', import.meta.url);

interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
interface ChecksIndex {
  readonly checkIds: () => string[];
  readonly generate: () => Promise<GeneratedFile[]>;
}
interface CheckPages {
  readonly checkPages: (checks: unknown, remediations: unknown, cite: unknown) => GeneratedFile[];
}

/** The generators are plain JavaScript without types. */
async function generator<T>(name: string): Promise<T> {
  return (await import(new URL(`scripts/generate/${name}.mjs`, root).href)) as T;
}

async function formatted({ path, content }: GeneratedFile): Promise<string> {
  const file = new URL(path, root).pathname;
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

const readFile = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('the set of checks', () => {
  it('holds every file of the folder, sorted by id', async () => {
    const { checkIds } = await generator<ChecksIndex>('checks-index');
    expect(CHECKS.map(({ id }) => id)).toEqual(checkIds());
  });

  it('has an index that is up to date', async () => {
    const files = await (await generator<ChecksIndex>('checks-index')).generate();
    for (const file of files) expect(readFile(file.path)).toBe(await formatted(file));
  });

  it('has a page for every check and no other, up to date', async () => {
    const { checkPages } = await generator<CheckPages>('check-pages');
    const pages = checkPages(CHECKS, Object.values(REMEDIATIONS), { specificationName, specificationUrl });
    expect(readdirSync(new URL('docs/checks/', root)).map((name) => `docs/checks/${name}`)).toEqual(
      pages.map(({ path }) => path).sort(),
    );
    for (const page of pages) expect(readFile(page.path)).toBe(await formatted(page));
  });

  it('can decide every service on every transport', () => {
    for (const service of SERVICES) {
      const carriers = TRANSPORTS.filter(
        (one) => one !== 'component' && (service === 'c2s' || (one !== 'bosh' && one !== 'websocket')),
      );
      for (const transport of carriers) {
        const deciding = CHECKS.filter(
          ({ group, level, services, transports }) =>
            group === 'plaintext' && level === 'fail' && services.includes(service) && transports.includes(transport),
        );
        expect(deciding.length).toBeGreaterThan(1);
      }
    }
  });

  it('has examples for its checks and for nothing else', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(CHECKS.map(({ id }) => id));
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('is named for its file and, where it is for one service, begins with it', async () => {
    const { default: inFile } = (await import(`../../src/checks/${id}.js`)) as { default: unknown };
    expect(inFile).toBe(check);
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/u);
    if (check.services.length === 1) expect(id.startsWith(`${check.services[0]}-`)).toBe(true);
  });

  it('has a title that reads as a requirement', () => {
    expect(check.title).toMatch(/^[A-Z].*\bmust\b.*[^.]$/u);
    expect(check.title.length).toBeLessThan(100);
  });

  it('explains itself in whole sentences that survive Markdown', () => {
    for (const text of [check.why, check.how]) {
      expect(text).toMatch(/^[A-Zj`][^\n]*\.$/u);
      expect(text.split(/\. (?=[A-Z`])/u).length).toBeGreaterThanOrEqual(2);
      expect(text.replaceAll(/`[^`]*`/gu, '')).not.toMatch(/[<>*|#@]/u);
    }
  });

  it('cites clauses whose links can be derived', () => {
    for (const specification of check.specifications) {
      expect(specification.document).toMatch(/^(?:RFC [1-9]\d{3}|XEP-\d{4})$/u);
      expect(specification.section ?? '1').toMatch(/^\d+(?:\.\d+)*$/u);
      expect(specificationUrl(specification)).toMatch(
        /^https:\/\/(?:www\.rfc-editor\.org\/rfc\/rfc\d{4}(?:#section-[\d.]+)?|xmpp\.org\/extensions\/xep-\d{4}\.html)$/u,
      );
    }
  });

  it('has the level of its group', () => {
    const fails = check.group === 'plaintext' || FAILING_TLS.some((name) => id.endsWith(name));
    expect(check.level).toBe(fails ? 'fail' : 'warn');
  });

  it.each(['pass', 'fail', 'inconclusive'])('has an example that says %s', (outcome) => {
    expect(EXAMPLES[id]?.map((example) => example.outcome[0])).toContain(outcome);
  });

  it('gives evidence for what it finds, in sentences of its own', () => {
    for (const { observation } of EXAMPLES[id] ?? []) {
      const outcome = check.evaluate(observation);
      if (outcome.outcome === 'fail') {
        expect(outcome.message).toMatch(/^(?:[A-Z]|STARTTLS).*\.$/u);
        expect(outcome.evidence.length).toBeGreaterThan(0);
      }
      if (outcome.outcome === 'inconclusive') expect(outcome.because).toMatch(/^[^.\n]+$/u);
    }
  });
});
