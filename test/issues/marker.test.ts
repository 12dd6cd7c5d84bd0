import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeCase, readCase, replaceState, writeCase } from '../../src/issues/marker.js';
import { CASE_PHASES, type CaseState, findCaseMarker } from '../../src/model/case.js';

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const date = instant.map((text) => text.slice(0, 10));

const caseState: fc.Arbitrary<CaseState> = fc.record(
  {
    version: fc.constant(1 as const),
    domain: fc.domain(),
    phase: fc.constantFrom(...CASE_PHASES),
    firstSeenAt: instant,
    lastPlaintextAt: instant,
    streak: fc.nat(),
    regressions: fc.nat(),
    evidence: fc.stringMatching(/^[0-9a-f]{16}$/u),
    findings: fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 8 }),
    secureAt: instant,
    fixedAt: instant,
    promise: fc.record({ due: date, event: fc.constant('next-maintenance' as const), by: fc.string(), on: date }),
    waiver: fc.record({ until: date, reason: fc.string({ unit: 'binary', maxLength: 50 }), by: fc.string() }),
    promises: fc.nat(),
    overdueSince: instant,
    heard: fc.nat(),
    fingerprint: fc.array(fc.stringMatching(/^[0-9a-f]{16}$/u), { maxLength: 4 }),
    history: fc.array(fc.record({ on: date, what: fc.string({ maxLength: 40 }) }), { maxLength: 3 }),
    continues: fc.nat(),
    pending: fc.record({
      id: fc.stringMatching(/^[a-z0-9-]{1,20}$/u),
      body: fc.string({ unit: 'binary', maxLength: 100 }),
    }),
  },
  {
    requiredKeys: ['version', 'domain', 'phase', 'firstSeenAt', 'lastPlaintextAt', 'streak', 'regressions', 'evidence'],
  },
);

const aState: CaseState = {
  version: 1,
  domain: 'example.org',
  phase: 'open',
  firstSeenAt: '2026-11-01T03:23:00.000Z',
  lastPlaintextAt: '2026-11-02T03:23:00.000Z',
  streak: 0,
  regressions: 0,
  evidence: '0123456789abcdef',
};

const markerOf = (version: string, value: unknown): string =>
  `<!-- xmpp-tls-compliance case=${version} ${Buffer.from(JSON.stringify(value)).toString('base64url')} -->`;

const bodyWith = (marker: string): string =>
  ['<!-- xmpp-tls-compliance begin -->', 'text', marker, '<!-- xmpp-tls-compliance end -->'].join('\n');

describe('the marker', () => {
  it('gives back every state it was given', () => {
    fc.assert(
      fc.property(caseState, fc.string({ unit: 'binary' }), (state, section) => {
        fc.pre(!section.includes('xmpp-tls-compliance'));
        expect(readCase(writeCase(undefined, section, state))).toEqual({ kind: 'case', state });
      }),
    );
  });

  it('holds nothing that ends an HTML comment or a line', () => {
    fc.assert(
      fc.property(caseState, (state) => {
        const [marker = '', ...owed] = encodeCase(state);
        expect(marker).toMatch(/^<!-- xmpp-tls-compliance case=v1 \w+ -->$/u);
        expect(owed.join()).toMatch(/^(?:<!-- xmpp-tls-compliance owed=v1 \w+ -->)?$/u);
        expect(findCaseMarker(`before\n${marker}\nafter`)).toBe(marker);
      }),
    );
  });

  it('never makes a case of text that only looks like one', () => {
    const word = fc.constantFrom(
      'case=v1 ',
      '<!-- ',
      ' -->',
      'xmpp-tls-compliance ',
      'begin',
      'end',
      '\n',
      'eyJ2IjoxfQ',
    );
    const hostile = fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(hostile, (text) => expect(readCase(text).kind).not.toBe('case')));
  });

  it('does not believe a state in which one character was changed', () => {
    fc.assert(
      fc.property(caseState, fc.nat(), fc.constantFrom('A', 'z', '0', '_', '-'), (state, at, character) => {
        const [marker = ''] = encodeCase(state);
        const payload = marker.indexOf('v1 ') + 3;
        const index = payload + (at % (marker.length - payload - 4));
        fc.pre(marker[index] !== character);
        const changed = marker.slice(0, index) + character + marker.slice(index + 1);
        const reading = readCase(bodyWith(changed));
        // Letters inside a text still make a well-formed state; what is read is then exactly what stands there.
        if (reading.kind === 'case') expect(encodeCase(reading.state)).toEqual([changed]);
      }),
    );
  });

  it.each([
    ['a field of the wrong type', { ...aState, streak: '1' }],
    ['a negative streak', { ...aState, streak: -1 }],
    ['an unknown phase', { ...aState, phase: 'hopeful' }],
    ['a date that does not exist', { ...aState, firstSeenAt: '2026-13-01T00:00:00.000Z' }],
    ['a missing field', { ...aState, evidence: undefined }],
    ['a promise without a date', { ...aState, promise: { due: 'soon', by: 'ann', on: '2026-11-01' } }],
    [
      'a promise of something else',
      { ...aState, promise: { due: '2026-11-30', event: 'x', by: 'a', on: '2026-11-01' } },
    ],
    ['a promise given on no day', { ...aState, promise: { due: '2026-11-30', by: 'a', on: '@everyone' } }],
    ['a story without a day', { ...aState, history: [{ on: '<b>', what: 'x' }] }],
    ['a waiver without a reason', { ...aState, waiver: { until: '2026-11-30', by: 'ann' } }],
    ['a story of something else', { ...aState, history: [{ on: '2026-11-01', what: 'x', who: 'y' }] }],
    ['a list', [aState]],
    ['null', null],
  ])('is damaged by %s', (_, value) => {
    const { domain } = (value ?? {}) as { domain?: string };
    expect(readCase(bodyWith(markerOf('v1', value)))).toEqual({ kind: 'damaged', ...(domain ? { domain } : {}) });
  });

  it('is damaged when it is longer than the limit', () => {
    const value = { ...aState, history: [{ on: '2026-11-01', what: 'x'.repeat(7000) }] };
    expect(readCase(bodyWith(markerOf('v1', value))).kind).toBe('damaged');
  });

  it('is damaged when there are two, or none, between the section marks', () => {
    const [marker = ''] = encodeCase(aState);
    const { domain } = aState;
    expect(readCase(bodyWith(`${marker}\n${marker}`))).toEqual({ kind: 'damaged', domain });
    expect(readCase(bodyWith(''))).toEqual({ kind: 'damaged' });
    expect(readCase(`${marker}\n`)).toEqual({ kind: 'damaged', domain });
  });

  it('still names its domain when it was cut or broken, as far as that is there', () => {
    const [marker = ''] = encodeCase(aState);
    const broken = [marker.slice(0, 120), marker.replace(/(case=v1 .{20})/u, '$1 '), marker.replace(' -->', '')];
    for (const line of broken) expect(readCase(bodyWith(line))).toEqual({ kind: 'damaged', domain: aState.domain });
    expect(readCase(bodyWith(marker.slice(0, 50)))).toEqual({ kind: 'damaged' });
  });

  it('is newer when its version or a field is not known, and names the domain if it can', () => {
    expect(readCase(bodyWith(markerOf('v2', { domain: 'example.org', anything: 1 })))).toEqual({
      kind: 'newer',
      domain: 'example.org',
    });
    expect(readCase(bodyWith(markerOf('v2', 'opaque')))).toEqual({ kind: 'newer' });
    expect(readCase(bodyWith(markerOf('v1', { ...aState, mood: 'hopeful' })))).toEqual({
      kind: 'newer',
      domain: 'example.org',
    });
  });

  it('is foreign where nobody wrote one', () => {
    expect(readCase('The server at example.org is slow.')).toEqual({ kind: 'foreign' });
  });

  it('is the same with and without a comment that waits, whose line may be damaged or gone', () => {
    const pending = { id: 'fixed-1', body: 'x'.repeat(2500) };
    const body = writeCase(undefined, 'text', { ...aState, pending, relabel: true });
    expect(findCaseMarker(body)).toBe(encodeCase(aState)[0]);
    expect(readCase(body)).toEqual({ kind: 'case', state: { ...aState, pending, relabel: true } });
    const damages = ['owed=v1 x', 'owed=v2 ', 'gone='];
    for (const damage of damages)
      expect(readCase(body.replace('owed=v1 ', damage))).toEqual({ kind: 'case', state: aState });
  });

  it('leaves findings out before the story of people, and the older half of that before all of it', () => {
    const findings = Array.from(
      { length: 90 },
      (_, index) => `c2s-requires-starttls c2s starttls node-${index}.example`,
    );
    const event = (length: number) => (_: unknown, index: number) => ({
      on: '2026-11-01',
      what: `${index} ${'x'.repeat(length)}`,
    });
    const read = (state: CaseState) => {
      const reading = readCase(writeCase(undefined, 'text', state));
      return reading.kind === 'case' ? reading.state : undefined;
    };
    const short = Array.from({ length: 12 }, event(80));
    expect(read({ ...aState, findings, history: short })).toEqual({ ...aState, history: short });
    const long = Array.from({ length: 12 }, event(600));
    expect(read({ ...aState, findings, history: long })).toEqual({ ...aState, history: long.slice(6) });
  });

  it('leaves the findings out when they do not fit', () => {
    const findings = Array.from({ length: 400 }, (_, index) => `c2s-requires-starttls c2s host-${index}`);
    const reading = readCase(writeCase(undefined, 'text', { ...aState, findings }));
    expect(reading).toEqual({ kind: 'case', state: aState });
  });
});

describe('an issue body', () => {
  const written = writeCase(undefined, 'what we found', aState);

  it('keeps what people wrote around our section', () => {
    const edited = `I called the admin.\r\n${written.replaceAll('\n', '\r\n')}\r\nShe will fix it.`;
    const updated = writeCase(edited, 'something else', { ...aState, streak: 1 });
    expect(updated).toContain('I called the admin.');
    expect(updated).toContain('She will fix it.');
    expect(updated).not.toContain('what we found');
    expect(readCase(updated)).toEqual({ kind: 'case', state: { ...aState, streak: 1 } });
  });

  it('keeps what people see when only the state is replaced', () => {
    const quoted = `> ${encodeCase(aState).join('')}\n${written}`;
    const updated = replaceState(quoted, { ...aState, phase: 'untracked' });
    expect(updated).toContain('what we found');
    expect(updated.startsWith(`> ${encodeCase(aState).join('')}`)).toBe(true);
    expect(readCase(updated)).toEqual({ kind: 'case', state: { ...aState, phase: 'untracked' } });
  });

  it('keeps everything where the lines around our section are gone', () => {
    const torn = written.replace('<!-- xmpp-tls-compliance begin -->\n', 'Somebody tidied up.\n');
    const updated = writeCase(torn, 'something else', aState);
    expect(updated).toContain('Somebody tidied up.\nwhat we found\n<!-- xmpp-tls-compliance begin -->\nsomething else');
    expect(readCase(updated)).toEqual({ kind: 'case', state: aState });
  });
});
