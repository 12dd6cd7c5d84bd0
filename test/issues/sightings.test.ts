import { describe, expect, it } from '@jest/globals';
import { findingKeys } from '../../src/issues/findings.js';
import type { NextState } from '../../src/issues/phases.js';
import { firstSeenOn, withSightings } from '../../src/issues/sightings.js';
import type { TargetReport } from '../../src/model/report.js';
import { aTarget, day } from './builders.js';
import { aWorld, DOMAIN } from './world.js';

const BLANK = { version: 1, domain: DOMAIN, phase: 'open', streak: 0, regressions: 0 } as const;

const stateWith = (target: TargetReport, over: Partial<NextState> = {}): NextState => ({
  ...BLANK,
  firstSeenAt: day(0),
  lastPlaintextAt: day(0),
  findings: findingKeys(target),
  ...over,
});

const one = aTarget(DOMAIN, [{ host: 'a.example.org' }]);
const two = aTarget(DOMAIN, [{ host: 'a.example.org' }, { host: 'b.example.org', address: '2001:db8::2' }]);
const dates = (target: TargetReport, state: NextState): string[] =>
  target.endpoints.map((endpoint) => firstSeenOn(endpoint, state));

describe('when plaintext was first seen at an endpoint', () => {
  it('is the first day of the issue, and of the endpoint where that is later', () => {
    const first = stateWith(one);
    const later = withSightings(first, stateWith(two, { lastPlaintextAt: day(5) }), day(5));
    expect(dates(two, later)).toEqual(['2026-11-01', '2026-11-06']);
    const week = withSightings(later, { ...later, lastPlaintextAt: day(12) }, day(12));
    expect(dates(two, week)).toEqual(['2026-11-01', '2026-11-06']);
  });

  it('is forgotten once it was fixed there', () => {
    const both = withSightings(stateWith(one), stateWith(two), day(5));
    const fixed = withSightings(both, { ...both, findings: findingKeys(one) }, day(6));
    expect(fixed).not.toHaveProperty('sightings');
    expect(dates(two, withSightings(fixed, stateWith(two), day(8)))[1]).toBe('2026-11-09');
  });

  it('begins anew for all with a new episode', () => {
    const both = withSightings(stateWith(one), stateWith(two), day(5));
    const relapse = withSightings(both, { ...both, regressedAt: day(30) }, day(30));
    expect(dates(two, relapse)).toEqual(['2026-12-01', '2026-12-01']);
  });

  it('is not guessed where it was not remembered what had been found', () => {
    const forgetful = stateWith(one);
    delete (forgetful as { findings?: readonly string[] }).findings;
    expect(withSightings(forgetful, stateWith(two), day(5))).not.toHaveProperty('sightings');
  });

  it('stands in the issue, beside when it was last seen', async () => {
    const world = aWorld();
    await world.look('plaintext');
    const { endpoints, findings, services } = aTarget(DOMAIN, [{}, { service: 's2s' }]);
    world.configured = { endpoints, findings, services };
    await world.look('plaintext', 2);
    const said = [...world.issue().body.matchAll(/First seen on (\S+), last on (\S+) /gu)].map((match) =>
      match.slice(1),
    );
    expect(said).toEqual([
      ['2026-11-01', '2026-11-03'],
      ['2026-11-02', '2026-11-03'],
    ]);
    expect(world.state().sightings).toHaveLength(1);
  });
});
