import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/index.js';
import { SOFTWARE } from '../../src/model/software.js';
import { settingsFor } from '../../src/model/remediation.js';
import { SETTING_NAMES } from '../../src/model/verdict.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';

const FOLDER = new URL('../../src/remediation/', import.meta.url);

interface Generator {
  readonly generate: () => Promise<readonly { readonly path: string; readonly content: string }[]>;
}

/** What prettier does not change. */
const words = (text: string): string[] => text.match(/[\w'./{}]+/gu) ?? [];

const ACCUSING = CHECKS.filter(({ group }) => group === 'plaintext').map(({ id }) => ({ check: id }));
const ofCheck = (id: string) => CHECKS.find((check) => check.id === id);

/** Text that Markdown or HTML would swallow: only code spans may hold it. */
function outsideCode(text: string): string {
  return text.replaceAll(/`[^`]*`/gu, '');
}

describe.each(SOFTWARE)('the remediation of %s', (software) => {
  const remediation = REMEDIATIONS[software];

  it('bears its own name and leads to documentation', () => {
    expect(remediation.software).toBe(software);
    expect(remediation.homepage).toMatch(/^https:\/\/\S+$/u);
    expect(remediation.documentation).toMatch(/^https:\/\/\S+$/u);
  });

  it('says how to make a change take effect, in one line where the software is known', () => {
    if (software === 'generic') expect(remediation.reload).toBeUndefined();
    else expect(remediation.reload).toMatch(/^[^\n`]{5,80}$/u);
  });

  it('asks for TLS where plaintext is let in, and closes nothing else: that is up to the operator', () => {
    for (const name of settingsFor(ACCUSING, { check: ofCheck })) {
      expect(remediation.settings[name].code).not.toMatch(
        /allow_registration|inband|ip_access|register-enabled|s2s_secure_auth|switch it off/iu,
      );
    }
  });

  it('warns of what breaks where a certificate is missing', () => {
    for (const name of ['c2s-required', 's2s-required'] as const) {
      expect(remediation.settings[name].cautions).toContainEqual({ name: 'certificate' });
    }
  });

  it.each(SETTING_NAMES)('covers %s with a place and text to paste', (name) => {
    const { file, code, notes } = remediation.settings[name];
    expect(file).toMatch(/^[^\n`]+$/u);
    expect(code.trim()).toBe(code);
    expect(code).not.toContain('```');
    expect(code.length).toBeGreaterThan(10);
    expect(notes.length).toBeGreaterThan(0);
  });

  it('writes its notes as sentences that survive Markdown', () => {
    for (const notes of [...Object.values(remediation.settings).map((one) => one.notes), remediation.reloadNotes]) {
      for (const note of notes) {
        expect(note).toMatch(/^[A-Z`][^\n]*\.$/u);
        expect(outsideCode(note)).not.toMatch(/[<>[\]*@#|]|_\w|\w_/u);
      }
    }
  });

  it('requires TLS, in a word, for clients and for servers', () => {
    const { 'c2s-required': c2s, 's2s-required': s2s } = remediation.settings;
    for (const { code } of [c2s, s2s]) expect(code).toMatch(/require/u);
  });
});

describe('the list of servers', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));

  it('is the folder: a server is one file, and whatever is no server has no place in it', () => {
    expect([...SOFTWARE].sort()).toEqual(files.sort());
    expect(Object.keys(REMEDIATIONS)).toEqual([...SOFTWARE]);
  });

  it('is ordered by how widespread they are, with the general advice last', () => {
    const ranks = SOFTWARE.map((software) => REMEDIATIONS[software].rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(SOFTWARE.at(-1)).toBe('generic');
  });

  it('is generated, from the text of the files alone', async () => {
    const { generate } = (await import('../../scripts/generate/remediation-index.mjs' as string)) as Generator;
    const written = await generate();
    expect(written.map(({ path }) => path)).toEqual(['src/model/software.ts', 'src/remediation/index.ts']);
    for (const { path, content } of written) {
      expect(words(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))).toEqual(words(content));
    }
  });
});

describe('the commands that make a change take effect', () => {
  // Measured: `prosodyctl reload` changes nothing of it, and `ejabberdctl reload-config` can leave the port closed.
  it.each(['prosody', 'ejabberd'] as const)('restart %s, since a reload does not do', (software) => {
    expect(REMEDIATIONS[software].reload).toBe(`systemctl restart ${software}`);
    expect(REMEDIATIONS[software].reloadNotes.join(' ')).toContain('reload');
  });
});

describe('the traits of all servers', () => {
  const traits = Object.values(REMEDIATIONS).flatMap(({ software, traits }) =>
    traits.map((trait) => ({ ...trait, software })),
  );

  it('have a name that is their own within a software, and a weight from 1 to 3', () => {
    for (const software of SOFTWARE) {
      const names = traits.filter((trait) => trait.software === software).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { weight } of traits) expect([1, 2, 3]).toContain(weight);
  });

  it('make every software but the general one recognisable', () => {
    for (const software of SOFTWARE) {
      const weights = traits.filter((trait) => trait.software === software).map(({ weight }) => weight);
      const most = weights.reduce((sum, weight) => sum + weight, 0);
      expect(most >= 3).toBe(software !== 'generic');
    }
  });
});

describe('the settings', () => {
  it('are each named by a check, so that no advice is written for nothing', () => {
    expect([...new Set(CHECKS.map(({ mend }) => mend))].sort()).toEqual([...SETTING_NAMES].sort());
  });
});
