import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/index.js';
import type { Advice } from '../../src/model/remediation.js';
import { evidenceOf, renderSection } from '../../src/issues/body.js';
import { type Occasion, writeComment } from '../../src/issues/comments.js';
import { MARKER_LIMIT, OWED_LIMIT, encodeCase } from '../../src/issues/marker.js';
import type { SectionContext } from '../../src/issues/sentences.js';
import type { CasePhase } from '../../src/model/case.js';
import type { TargetReport } from '../../src/model/report.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { expectGolden } from '../support/golden.js';
import { HOSTILE_STRINGS } from '../support/hostile-strings.js';
import { type EndpointSketch, aTarget, advice, day, targetWith } from './builders.js';

/** What operators really get to read. */
const realAdvice: Advice = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};

function aContext(target: TargetReport, phase: CasePhase, over: Partial<SectionContext> = {}): SectionContext {
  return {
    state: {
      version: 1,
      domain: target.domain,
      phase,
      firstSeenAt: day(0),
      lastPlaintextAt: day(phase === 'open' ? 12 : 9),
      streak: phase === 'verifying' ? 1 : 0,
      regressions: 0,
      ...(phase === 'verifying' || phase === 'fixed' ? { secureSince: day(10) } : {}),
    },
    target,
    advice: realAdvice,
    closeAfter: 2,
    reopenDays: 90,
    s2sFrom: 'tls-probe.invalid',
    now: day(12),
    runUrl: 'https://github.com/acme/watch/actions/runs/42',
    ...over,
  };
}

const section = (context: SectionContext): string => `${renderSection(context, 60_000)}\n`;

describe('our section of an issue', () => {
  it('tells the operator of a Prosody what was found, and what to change', () => {
    const target = aTarget(
      'example.org',
      [
        { host: 'a.example.org', verdict: 'plaintext' },
        { host: 'b.example.org', address: '2001:db8::2', verdict: 'secure' },
        { service: 's2s', host: 'a.example.org', verdict: 'inconclusive' },
      ],
      { contact: 'admin@example.org', note: 'Answers on Fridays.' },
    );
    expectGolden('issues/open-prosody.md', section(aContext(target, 'open')));
  });

  it('tells the operator of a server that was not recognised', () => {
    const target = aTarget('example.org', [{ service: 's2s', verdict: 'plaintext' }], {
      server: { software: 'generic', confidence: 'unknown', by: [], alternatives: ['ejabberd', 'openfire'] },
    });
    const context = aContext(target, 'open');
    const state = { ...context.state, regressions: 2, continues: 7, lastPlaintextAt: day(0) };
    expectGolden('issues/open-unknown-server.md', section({ ...context, state, now: day(0) }));
  });

  it('tells of a component with a waiver, whose server was configured', () => {
    const target = aTarget('muc.example.org', [{ service: 's2s', verdict: 'plaintext' }], {
      componentOf: 'example.org',
      waived: true,
      server: { software: 'ejabberd', confidence: 'configured', by: [] },
    });
    const waived = { until: '2027-01-31', reason: 'the new server comes in January' };
    const findings = target.findings.map((finding) => ({ ...finding, waived }));
    expectGolden('issues/open-waived-component.md', section(aContext({ ...target, findings }, 'open')));
  });

  it('tells of a direct TLS port on which TLS does not work', () => {
    const target = aTarget('xn--bcher-kva.example', [{ transport: 'direct-tls', port: 5223, address: '2001:db8::1' }], {
      unicodeDomain: 'bücher.example',
      server: { software: 'openfire', confidence: 'possible', by: ['announces stream limits'] },
    });
    const findings = target.findings.map((finding) => ({ ...finding, group: 'tls' as const }));
    expectGolden('issues/open-direct-tls.md', section(aContext({ ...target, findings }, 'open')));
  });

  it('tells that a repair is being verified', () => {
    expectGolden('issues/verifying.md', section(aContext(targetWith('example.org', 'secure'), 'verifying')));
  });

  it('tells that it is repaired', () => {
    expectGolden('issues/fixed.md', section(aContext(targetWith('example.org', 'secure'), 'fixed')));
  });

  it('tells that the service was retired', () => {
    expectGolden('issues/fixed-retired.md', section(aContext(targetWith('example.org', 'not-offered'), 'fixed')));
  });

  it('begins with how things stand where somebody promised something', () => {
    const context = aContext(aTarget('example.org', [{}]), 'overdue');
    const given = { by: 'bob', on: '2026-11-02' };
    const late = { ...context.state, overdueSince: day(11) };
    const shown = (state: Partial<SectionContext['state']>): string =>
      section({ ...context, state: { ...late, ...state } }).split('\n')[0] ?? '';
    const dated = { promise: { ...given, due: '2026-11-10' } };
    expect(shown(dated)).toBe(
      '**Overdue**: the fix was due on **2026-11-10**, promised by `bob` on 2026-11-02. A new date is welcome: comment `/xmpp promise DATE`.',
    );
    const awaited = { promise: { ...given, due: '2027-01-01', event: 'next-maintenance' } } as const;
    expect(shown({ ...awaited, maintenanceAt: day(11) })).toContain('seems to have taken place by 2026-11-12');
    expect(shown(awaited)).toContain('none was noticed until **2027-01-01**');
    expect(shown({ ...dated, phase: 'promised' })).toBe(
      '**Promised**: a fix by **2026-11-10**, by `bob` on 2026-11-02. No reminders until then.',
    );
    expect(shown({ phase: 'promised', promise: { ...awaited.promise, by: 'the configuration' } })).toContain(
      'a fix at the next maintenance, by the configuration on 2026-11-02.',
    );
    expect(shown({ phase: 'waived', waiver: { until: '2027-01-31', reason: 'new machine', by: 'ann' } })).toBe(
      '**Waived until 2027-01-31**: new machine',
    );
    expect(shown({ phase: 'promised', promise: { ...given, on: '@all', due: '#1' } })).not.toMatch(/[@#]/u);
    expectGolden('issues/overdue.md', section({ ...context, state: { ...late, ...dated } }));
  });

  it('puts what fails the run above mere warnings, and no warning beside an accusation that says the same', () => {
    const target = aTarget('example.org', [{}]);
    const [finding] = target.findings;
    if (finding === undefined) throw new Error('There is no finding.');
    const warn = { ...finding, group: 'tls', level: 'warn' } as const;
    const findings = [
      { ...warn, check: 'c2s-completes-starttls', message: 'STARTTLS fails' },
      { ...warn, check: 'c2s-offers-no-sasl-before-tls', message: 'SASL is offered before TLS' },
      { ...finding, check: 'c2s-requires-starttls', message: 'STARTTLS is optional' },
    ];
    const text = section(aContext({ ...target, findings }, 'open'));
    expect(text).toContain('STARTTLS is optional<br>STARTTLS fails');
    expect(text).not.toContain('SASL is offered before TLS');
    const warnings = section(aContext({ ...target, findings: findings.slice(0, 2) }, 'open'));
    expect(warnings).toContain('SASL is offered before TLS');
  });

  it('says what was tried, though nothing more than an offer was shown', () => {
    const text = section(aContext(aTarget('example.org', [{ service: 's2s' }]), 'open'));
    expect(text).toMatch(
      /advertised \| .*Not refused for lack of TLS: `SASL EXTERNAL before TLS: failure invalid-mechanism/u,
    );
  });

  it('shows the one connection that proves it, of several', () => {
    const target = aTarget('example.org', [{}]);
    const line = (connection: number, from: 'us' | 'server', text: string) => ({ connection, atMs: 1, from, text });
    const transcript = [
      line(1, 'us', '<starttls/>'),
      line(1, 'server', 'the first'),
      line(2, 'us', "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>"),
      line(2, 'server', 'the second'),
      line(3, 'us', "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>"),
      line(3, 'server', 'the third'),
    ];
    const endpoints = target.endpoints.map((one) => ({ ...one, observation: { ...one.observation, transcript } }));
    const text = section(aContext({ ...target, endpoints }, 'open'));
    expect(text).toContain('What was said on connection 2 of 3:');
    expect(text).toContain('the second');
    expect(text).not.toMatch(/the first|the third/u);
  });

  it('has examples with dates to come, which are no news tomorrow', () => {
    const context = aContext(aTarget('example.org', [{}]), 'open', { now: '2029-06-01T03:23:00.000Z' });
    expect(section(context)).toContain('`/xmpp promise 2029-07-01`');
    expect(section(context)).toContain('`/xmpp waive until 2029-08-30 because REASON`');
    expect(evidenceOf({ ...context, now: '2029-06-02T03:23:00.000Z', issueUrl: 'https://a.example/issues/1' })).toBe(
      evidenceOf(context),
    );
  });

  it('folds the letter before what is long, since mails of a forge fold nothing', () => {
    const text = section(aContext(aTarget('example.org', [{}]), 'open'));
    expect(text.indexOf('Draft message')).toBeLessThan(text.indexOf('### See it for yourself'));
  });

  it('has no command for a name that could not stand in a shell line', () => {
    const target = aTarget('$(reboot).example', [{ verdict: 'plaintext' }]);
    expect(section(aContext(target, 'open'))).not.toContain('```sh');
  });

  it('drops transcripts first, then evidence, then rows, to fit', () => {
    const many = Array.from({ length: 40 }, (_, index): EndpointSketch => ({ host: `node-${index}.example.org` }));
    const context = aContext(aTarget('example.org', many), 'open');
    const sizes = [renderSection(context, 60_000)];
    for (let step = 0; step < 3; step += 1) {
      sizes.push(renderSection(context, Buffer.byteLength(sizes.at(-1) ?? '') - 1));
    }
    expect(sizes.map((text) => text.includes('recv'))).toEqual([true, false, false, false]);
    expect(sizes.map((text) => text.includes('Evidence:'))).toEqual([true, true, false, false]);
    expect(sizes.map((text) => /and (\d+) more \|/u.exec(text)?.[1])).toEqual([undefined, undefined, '20', '35']);
    expect(sizes[3]).toContain('The other 32 can be seen in the same way.');
  });

  it.each(Object.entries(HOSTILE_STRINGS))('stays small and in one piece when a server says %s', (_, hostile) => {
    const target = aTarget('example.org', [{ hostile }, { hostile, service: 's2s', verdict: 'inconclusive' }], {
      server: { software: 'prosody', confidence: 'likely', by: [hostile] },
      contact: hostile,
      note: hostile,
    });
    const text = section(aContext(target, 'open', { advice }));
    expect(Buffer.byteLength(text)).toBeLessThan(30_000);
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(4);
    expect(text).not.toMatch(/<!--|^\s*::|\r/mu);
    expect(text.match(/^### /gmu)).toHaveLength(3);
    // The evidence and the letter.
    expect(text.match(/<details>/gu)).toHaveLength(2);
  });
});

describe('a comment', () => {
  const context = {
    domain: 'example.org',
    issue: 7,
    now: day(12),
    reopenDays: 90,
    before: 'state',
    closeAfter: 2,
    labelPrefix: 'xmpp-tls',
    assignees: ['ann'],
    advice: realAdvice,
  };
  const key = (check: string, host: string): string => `${check} c2s starttls ${host}:5222 192.0.2.1`;
  const promise = { due: '2026-11-12', by: 'bob', on: '2026-11-03' };
  const occasions = {
    repaired: {
      kind: 'changed',
      changes: { gone: [key('c2s-requires-starttls', 'a.example.org')], fresh: [], standing: [] },
    },
    changed: {
      kind: 'changed',
      changes: {
        gone: [key('c2s-requires-starttls', 'a.example.org')],
        fresh: ['b', 'c', 'd', 'e', 'f'].map((host) => key('c2s-requires-starttls', host)),
        standing: [],
      },
    },
    regressed: { kind: 'regressed', fixedAt: day(5) },
    returned: { kind: 'returned' },
    'returned-from-duplicate': { kind: 'returned', duplicateOf: 3 },
    withdrawn: {
      kind: 'withdrawn',
      endpoints: aTarget('example.org', [{ host: 'a.example.org' }, { host: 'b.example.org' }]).endpoints,
    },
    damaged: { kind: 'damaged' },
    'closed-by-bot': { kind: 'closed-by-bot' },
    'still-fixed': { kind: 'still-fixed', retired: false },
    fixed: {
      kind: 'fixed',
      days: 12,
      streak: 2,
      regressions: 0,
      hasReturned: false,
      promises: 2,
      slips: 1,
      retired: false,
    },
    'fixed-after-regressions': {
      kind: 'fixed',
      days: 0,
      streak: 1,
      regressions: 2,
      hasReturned: false,
      promises: 0,
      slips: 0,
      retired: false,
    },
    retired: {
      kind: 'fixed',
      days: 1,
      streak: 2,
      regressions: 1,
      hasReturned: false,
      promises: 1,
      slips: 0,
      retired: true,
    },
    removed: { kind: 'removed' },
    duplicate: { kind: 'duplicate', of: 3 },
    promised: { kind: 'promised', promise, slips: 0 },
    'promised-maintenance': { kind: 'promised', promise: { ...promise, event: 'next-maintenance' }, slips: 2 },
    maintained: { kind: 'maintained', promise: { ...promise, event: 'next-maintenance' }, sign: 'outage' },
    overdue: { kind: 'overdue', promise },
    reminder: { kind: 'reminder', promise, since: day(5), noticed: false },
    'reminder-maintenance': {
      kind: 'reminder',
      promise: { ...promise, event: 'next-maintenance' },
      since: day(5),
      noticed: true,
    },
    'reminder-unnoticed': {
      kind: 'reminder',
      promise: { ...promise, event: 'next-maintenance' },
      since: day(5),
      noticed: false,
    },
    silence: { kind: 'silence', since: day(0) },
    waived: { kind: 'waived', waiver: { until: '2026-12-31', reason: 'new hardware @ Christmas', by: 'ann' } },
    'waiver-over': { kind: 'waiver-over', until: '2026-11-13' },
    claimed: { kind: 'claimed' },
    unreachable: { kind: 'unreachable', since: day(0) },
    retested: { kind: 'retested', verdict: 'secure', streak: 1, isSoon: false },
    'retested-soon': { kind: 'retested', verdict: 'secure', streak: 1, isSoon: true },
    mistaken: { kind: 'mistaken', problems: ['the promise needs a date in the future'] },
  } satisfies Readonly<Record<string, Occasion>>;

  it.each(Object.entries(occasions))('is written when it is %s', (name, occasion) => {
    expectGolden(`issues/comment-${name}.md`, `${writeComment([occasion], context).body}\n`);
  });

  it('has an id of its own for every issue, occasion and state', () => {
    const contexts = [
      context,
      { ...context, issue: 8 },
      { ...context, before: 'other state' },
      { ...context, domain: 'b.example' },
    ];
    const ids = contexts.flatMap((each) =>
      Object.values(occasions).map((occasion) => writeComment([occasion], each).id),
    );
    expect(writeComment([occasions.damaged], { ...context, now: day(13) }).id).toBe(
      ids.find((id) => id.startsWith('damaged')),
    );
    expect(new Set(ids).size).toBe(contexts.length * new Set(Object.values(occasions).map(({ kind }) => kind)).size);
  });

  it('fits the marker while it is pending, however long the names are', () => {
    const long = Array.from({ length: 60 }, (_, index) => key(`${index}`.repeat(300), '\u{1f512}@#'.repeat(100)));
    const changes = { gone: long, fresh: long, standing: long };
    const pending = writeComment([{ kind: 'changed', changes }], { ...context, domain: 'x'.repeat(253) });
    const state = { ...aContext(targetWith('example.org', 'secure'), 'open').state, evidence: '0123456789abcdef' };
    const [marker = '', owed = ''] = encodeCase({ ...state, domain: 'x'.repeat(253), findings: long, pending });
    expect(marker.length).toBeLessThanOrEqual(MARKER_LIMIT);
    expect(owed).toMatch(/^<!-- xmpp-tls-compliance owed=v1 \w+ -->$/u);
    expect(owed.length).toBeLessThan(OWED_LIMIT);
  });
});
