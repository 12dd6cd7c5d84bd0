import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import { SOFTWARE } from '../../src/model/target.js';
import { SETTING_NAMES } from '../../src/model/verdict.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';

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

  it('says how to make a change take effect, in one line', () => {
    expect(remediation.reload).toMatch(/^[^\n`]{5,80}$/u);
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
    for (const { notes } of Object.values(remediation.settings)) {
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
