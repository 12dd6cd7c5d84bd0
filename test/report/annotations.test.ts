import { describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import { annotate } from '../../src/report/annotations.js';
import { aFinding, aReport, aTarget } from '../support/reports.js';

const position = (line: number) => ({ file: '.github/xmpp-tls.yml', line, column: 5 });

const plaintext = (domain: string, line: number, overrides: Partial<TargetReport> = {}): TargetReport =>
  aTarget(domain, {
    verdict: 'plaintext',
    services: { c2s: { verdict: 'plaintext', proof: 'behaviour', because: [] } },
    findings: [
      aFinding({ check: 'c2s-offers-no-sasl-before-tls', level: 'warn', group: 'tls', message: 'PLAIN is offered' }),
      aFinding({ check: 'c2s-requires-starttls', message: 'STARTTLS is optional' }),
    ],
    position: position(line),
    ...overrides,
  });

const inconclusive = (domain: string, line: number, overrides: Partial<TargetReport> = {}): TargetReport =>
  aTarget(domain, {
    verdict: 'inconclusive',
    services: { c2s: { verdict: 'inconclusive', proof: 'none', because: ['the port refused the connection: x:5222'] } },
    nextSteps: ['Is the service down?'],
    position: position(line),
    ...overrides,
  });

/** A file that already lists twelve plaintext domains, none of which the change touches. */
const others = Array.from({ length: 12 }, (_, i) => plaintext(`old${i}.example`, i + 2, { unchanged: true }));

describe('annotate', () => {
  it('says everything about a domain once, the worst first, with the page of each check', () => {
    const annotations = annotate(aReport([plaintext('a.example', 2)]));
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ level: 'error', title: 'a.example: plaintext', position: position(2) });
    expect(annotations[0]?.message).toMatch(
      /^STARTTLS is optional\. Seen at .*c2s-requires-starttls\.md\) PLAIN is offered\. .*c2s-offers-no-sasl-before-tls\.md\)$/u,
    );
  });

  it('marks the domain that a change adds, however many stood there before', () => {
    const annotations = annotate(aReport([...others, plaintext('zebra.example', 14)], { ofChange: true }));
    expect(annotations.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ title: 'zebra.example: plaintext', position: position(14) }),
    ]);
    const notices = annotations.filter(({ level }) => level === 'notice');
    expect(notices).toHaveLength(9);
    expect(notices[0]?.title).toBe('old0.example: plaintext, not part of this change');
    expect(notices.at(-1)?.title).toBe('and 4 more');
  });

  it('says on the line of a passing domain that it passes, before anything about others', () => {
    const good = aTarget('zgood.example', { position: position(14) });
    expect(annotate(aReport([...others, good], { ofChange: true }))[0]).toEqual({
      level: 'notice',
      title: 'zgood.example: secure',
      message: 'TLS is enforced.',
      position: position(14),
    });
    expect(annotate(aReport([good]))).toEqual([]);
  });

  it('calls a name that does not exist a mistake where a change adds it, and a doubt elsewhere', () => {
    const mistyped = inconclusive('goood.example', 3, { unknownName: true, nextSteps: ['Is the name misspelt?'] });
    expect(annotate(aReport([mistyped], { ofChange: true }))).toEqual([
      {
        level: 'error',
        title: 'goood.example: inconclusive',
        message: 'The name does not exist in the DNS; is it misspelt?',
        position: position(3),
      },
    ]);
    expect(annotate(aReport([mistyped]))[0]?.level).toBe('warning');
  });

  it('says of an inconclusive domain what can be tried', () => {
    expect(annotate(aReport([inconclusive('a.example', 2)]))[0]).toMatchObject({
      level: 'warning',
      message: 'clients (c2s) inconclusive: the port refused the connection: x:5222. Is the service down?',
    });
  });

  it('tells of domains that no file names too, beside no line', () => {
    const { findings, services } = plaintext('a.example', 1);
    const [annotation] = annotate(aReport([aTarget('a.example', { verdict: 'plaintext', findings, services })]));
    expect(annotation).toMatchObject({ level: 'error', title: 'a.example: plaintext' });
    expect(annotation).not.toHaveProperty('position');
  });
});
