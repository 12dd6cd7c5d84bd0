import type { TransitionNumber } from '../../src/issues/transitions.js';
import type { CasePhase } from '../../src/model/case.js';
import { aTarget } from './builders.js';
import { DOMAIN, type World } from './world.js';

type Verdict = Parameters<World['look']>[0];

export interface Example {
  readonly row: TransitionNumber;
  readonly when: string;
  /** What happened before the run that is looked at. */
  readonly past: (world: World) => Promise<unknown>;
  readonly today: Verdict;
  /** The phase afterwards; `undefined`: there is no issue. */
  readonly phase: CasePhase | undefined;
  readonly issue?: 'open' | 'closed';
  /** Kinds of the comments that this run makes. */
  readonly told?: readonly string[];
  readonly labels?: readonly string[];
}

export const found = (world: World) => world.look('plaintext');
const fixed = async (world: World) => {
  await found(world);
  await world.look('secure', 2);
};
export const promised =
  (what: string) =>
  async (world: World): Promise<unknown> => {
    await found(world);
    world.say(`/xmpp promise ${what}`);
    return world.look('plaintext');
  };
const late = async (world: World) => {
  await promised('2026-11-05')(world);
  await world.look('plaintext', 5);
};
const closedBy =
  (reason: string, past: (world: World) => Promise<unknown> = found) =>
  async (world: World): Promise<unknown> => {
    await past(world);
    return world.close(reason);
  };
const claimed = async (world: World) => {
  await closedBy('completed')(world);
  await world.look('plaintext');
};

export const TRANSITION_EXAMPLES: readonly Example[] = [
  {
    row: 1,
    when: 'plaintext is found',
    past: async () => undefined,
    today: 'plaintext',
    phase: 'open',
    labels: ['xmpp-tls:plaintext'],
  },
  {
    row: 1,
    when: 'plaintext is found where a repair is promised in the configuration',
    past: async (world) => void (world.configured = { promise: '2026-12-01' }),
    today: 'plaintext',
    phase: 'promised',
    labels: ['xmpp-tls:promised'],
  },
  {
    row: 1,
    when: 'plaintext is found where a repair was promised in the configuration for a day that has passed',
    past: async (world) => void (world.configured = { promise: '2026-10-01' }),
    today: 'plaintext',
    phase: 'overdue',
    labels: ['xmpp-tls:overdue'],
  },
  { row: 2, when: 'it could not be told', past: async () => undefined, today: 'inconclusive', phase: undefined },
  { row: 2, when: 'it is secure', past: async () => undefined, today: 'secure', phase: undefined },
  {
    row: 3,
    when: 'somebody says /xmpp ack',
    past: async (world) => {
      await found(world);
      world.say('/xmpp ack');
    },
    today: 'plaintext',
    phase: 'acknowledged',
    labels: ['xmpp-tls:acknowledged'],
  },
  {
    row: 3,
    when: 'somebody sets the label',
    past: async (world) => {
      await found(world);
      world.edit({ labels: ['xmpp-tls', 'XMPP-TLS:acknowledged'] });
    },
    today: 'plaintext',
    phase: 'acknowledged',
  },
  {
    row: 3,
    when: 'the configuration says that the operator was written to',
    past: async (world) => {
      await found(world);
      world.configured = { contacted: '2026-11-01' };
    },
    today: 'plaintext',
    phase: 'acknowledged',
  },
  {
    row: 4,
    when: 'somebody promises a date',
    past: async (world) => {
      await found(world);
      world.say('/xmpp promise 2026-12-01');
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
    labels: ['xmpp-tls:promised'],
  },
  {
    row: 4,
    when: 'somebody moves a date that has not passed',
    past: async (world) => {
      await promised('2026-11-20')(world);
      world.say('/xmpp promise 2026-11-25');
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
  },
  {
    row: 4,
    when: 'somebody sets the due date',
    past: async (world) => {
      world.forge.capabilities = { ...world.forge.capabilities, dueDates: true };
      await found(world);
      world.edit({ dueOn: '2026-12-24' });
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
  },
  {
    row: 4,
    when: 'the configuration promises a date',
    past: async (world) => {
      await found(world);
      world.configured = { promise: '2026-12-24' };
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
  },
  {
    row: 5,
    when: 'somebody promises the next maintenance',
    past: async (world) => {
      await found(world);
      world.say('/xmpp promise next-maintenance');
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
  },
  {
    row: 6,
    when: 'the service was away and is back',
    past: async (world) => {
      await promised('next-maintenance')(world);
      await world.look('inconclusive');
    },
    today: 'plaintext',
    phase: 'overdue',
    told: ['maintained'],
    labels: ['xmpp-tls:overdue'],
  },
  {
    row: 7,
    when: 'the promised date and a day of grace have passed',
    past: async (world) => {
      await promised('2026-11-05')(world);
      await world.look('plaintext', 4);
    },
    today: 'plaintext',
    phase: 'overdue',
    told: ['overdue'],
  },
  {
    row: 7,
    when: 'no maintenance was noticed for 60 days',
    past: async (world) => {
      await promised('next-maintenance')(world);
      await world.look('plaintext', 60);
    },
    today: 'plaintext',
    phase: 'overdue',
    told: ['overdue'],
  },
  {
    row: 7,
    when: 'the configuration names a date that has passed',
    past: async (world) => {
      await found(world);
      world.configured = { promise: '2026-10-31' };
    },
    today: 'plaintext',
    phase: 'overdue',
    told: ['overdue'],
  },
  {
    row: 8,
    when: 'it has been quiet for a week',
    past: async (world) => {
      await late(world);
      await world.look('plaintext', 6);
    },
    today: 'plaintext',
    phase: 'overdue',
    told: ['reminder'],
  },
  {
    row: 9,
    when: 'somebody promises again',
    past: async (world) => {
      await late(world);
      world.say('/xmpp promise 2026-12-01');
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['promised'],
  },
  {
    row: 10,
    when: 'nobody has answered for as long as the user set',
    past: async (world) => {
      world.tracking = { ...world.tracking, silenceDays: 30 };
      await world.look('plaintext', 30);
    },
    today: 'plaintext',
    phase: 'open',
    told: ['silence'],
  },
  {
    row: 10,
    when: 'nobody has answered since the operator was written to',
    past: async (world) => {
      world.tracking = { ...world.tracking, silenceDays: 30 };
      await found(world);
      world.configured = { contacted: '2026-11-02' };
      await world.look('plaintext', 30);
    },
    today: 'plaintext',
    phase: 'acknowledged',
    told: ['silence'],
  },
  {
    row: 11,
    when: 'it is secure for the first time',
    past: found,
    today: 'secure',
    phase: 'verifying',
    labels: ['xmpp-tls:verifying'],
  },
  {
    row: 11,
    when: 'a person closed it as not planned, and it is secure',
    past: closedBy('not_planned'),
    today: 'secure',
    phase: 'verifying',
    issue: 'closed',
  },
  { row: 11, when: 'it was promised and is secure', past: promised('2026-12-01'), today: 'secure', phase: 'verifying' },
  {
    row: 12,
    when: 'it is secure for the second time',
    past: async (world) => {
      await found(world);
      await world.look('secure');
    },
    today: 'secure',
    phase: 'fixed',
    issue: 'closed',
    told: ['fixed'],
    labels: [],
  },
  {
    row: 12,
    when: 'it is secure for the second time while it is left alone',
    past: async (world) => {
      await closedBy('not_planned')(world);
      await world.look('plaintext');
      await world.look('secure');
    },
    today: 'secure',
    phase: 'fixed',
    issue: 'closed',
    told: ['fixed'],
    labels: [],
  },
  {
    row: 13,
    when: 'plaintext is found again in a closed issue that is left alone',
    past: async (world) => {
      await closedBy('not_planned')(world);
      await world.look('plaintext');
      await world.look('secure');
    },
    today: 'plaintext',
    phase: 'waived',
    issue: 'closed',
    labels: ['xmpp-tls:waived'],
  },
  {
    row: 13,
    when: 'plaintext is found while a repair is verified',
    past: async (world) => {
      await promised('2026-12-01')(world);
      await world.look('secure');
    },
    today: 'plaintext',
    phase: 'promised',
  },
  {
    row: 14,
    when: 'nothing was reached for a week for certain',
    past: async (world) => {
      await found(world);
      await world.look('inconclusive', 13);
    },
    today: 'inconclusive',
    phase: 'open',
    labels: ['xmpp-tls:plaintext', 'xmpp-tls:unreachable'],
  },
  {
    row: 14,
    when: 'nothing was reached for two months for certain',
    past: async (world) => {
      await found(world);
      await world.look('inconclusive', 66);
    },
    today: 'inconclusive',
    phase: 'open',
    told: ['unreachable'],
  },
  {
    row: 15,
    when: 'plaintext is back',
    past: fixed,
    today: 'plaintext',
    phase: 'regressed',
    told: ['regressed'],
    labels: ['xmpp-tls:regressed'],
  },
  {
    row: 15,
    when: 'a person reopened it with a promise',
    past: async (world) => {
      await fixed(world);
      world.edit({ state: 'open' });
      world.say('It is back.\n\n/xmpp promise 2026-12-01');
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['regressed'],
    labels: ['xmpp-tls:promised'],
  },
  {
    row: 16,
    when: 'plaintext is back after a long time',
    past: async (world) => {
      await fixed(world);
      world.day += 100;
    },
    today: 'plaintext',
    phase: 'open',
  },
  {
    row: 17,
    when: 'a person closed it as completed',
    past: closedBy('completed'),
    today: 'plaintext',
    phase: 'open',
    issue: 'closed',
  },
  {
    row: 17,
    when: 'it was looked at once more after that',
    past: claimed,
    today: 'plaintext',
    phase: 'open',
    told: ['claimed'],
  },
  {
    row: 17,
    when: 'a person closed it once more after that',
    past: async (world) => {
      await claimed(world);
      await world.look('plaintext');
      world.close('completed');
    },
    today: 'plaintext',
    phase: 'waived',
    issue: 'closed',
    told: ['waived'],
  },
  {
    row: 18,
    when: 'somebody waives it',
    past: async (world) => {
      await found(world);
      world.say('/xmpp waive until 2027-01-31 because the new server comes then');
    },
    today: 'plaintext',
    phase: 'waived',
    told: ['waived'],
    labels: ['xmpp-tls:waived'],
  },
  {
    row: 18,
    when: 'somebody sets the label',
    past: async (world) => {
      await found(world);
      world.edit({ labels: ['xmpp-tls', 'xmpp-tls:waived'] });
    },
    today: 'inconclusive',
    phase: 'waived',
    told: ['waived'],
  },
  {
    row: 18,
    when: 'a person closes it as not planned',
    past: closedBy('not_planned'),
    today: 'plaintext',
    phase: 'waived',
    issue: 'closed',
    told: ['waived'],
  },
  {
    row: 19,
    when: 'the waiver of an open issue ends',
    past: async (world) => {
      await found(world);
      world.say('/xmpp waive until 2026-11-05 because we wait for a part');
      await world.look('plaintext', 3);
    },
    today: 'plaintext',
    phase: 'open',
    told: ['waiver-over'],
  },
  {
    row: 19,
    when: 'the waiver of a closed issue ends',
    past: async (world) => {
      await closedBy('not_planned', promised('2026-12-01'))(world);
      await world.look('plaintext', 90);
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['waiver-over'],
  },
  {
    row: 19,
    when: 'somebody ends the waiver of a closed issue',
    past: async (world) => {
      await closedBy('not_planned')(world);
      await world.look('plaintext');
      world.say('/xmpp unwaive');
    },
    today: 'plaintext',
    phase: 'open',
    told: ['waiver-over'],
  },
  {
    row: 20,
    when: 'a person closed it as a duplicate',
    past: closedBy('duplicate'),
    today: 'plaintext',
    phase: 'open',
    issue: 'closed',
  },
  {
    row: 21,
    when: 'it left the configuration',
    past: found,
    today: 'removed',
    phase: 'untracked',
    issue: 'closed',
    told: ['removed'],
  },
  {
    row: 24,
    when: 'something else is found for the second time',
    past: async (world) => {
      await found(world);
      world.configured = aTarget(DOMAIN, [{}, { service: 's2s' }]);
      await world.look('plaintext');
    },
    today: 'plaintext',
    phase: 'open',
    told: ['changed'],
  },
  {
    row: 25,
    when: 'STARTTLS is not offered any more',
    past: async (world) => {
      await found(world);
      world.configured = aTarget(DOMAIN, [{ starttls: 'absent' }]);
    },
    today: 'plaintext',
    phase: 'open',
    told: ['withdrawn'],
  },
  {
    row: 26,
    when: 'the configuration takes its promise back',
    past: async (world) => {
      world.configured = { promise: '2026-12-01' };
      await found(world);
      world.configured = {};
    },
    today: 'plaintext',
    phase: 'open',
    labels: ['xmpp-tls:plaintext'],
  },
  {
    row: 26,
    when: 'the configuration takes back that the operator was written to',
    past: async (world) => {
      world.configured = { contacted: '2026-11-01' };
      await found(world);
      world.configured = {};
    },
    today: 'plaintext',
    phase: 'open',
  },
  {
    row: 27,
    when: 'it falls back while it is still waived',
    past: async (world) => {
      await found(world);
      world.say('/xmpp waive until 2027-06-01 because of the old machine');
      await world.look('plaintext');
      await world.look('secure', 2);
    },
    today: 'plaintext',
    phase: 'waived',
    issue: 'closed',
    labels: ['xmpp-tls:waived'],
  },
  {
    row: 29,
    when: 'a stale bot closed it',
    past: async (world) => {
      await closedBy('not_planned', promised('2026-12-01'))(world);
      world.edit({ closedByBot: true });
    },
    today: 'plaintext',
    phase: 'promised',
    told: ['closed-by-bot'],
    labels: ['xmpp-tls:promised'],
  },
  {
    row: 30,
    when: 'a person reopened it and asks for another look',
    past: async (world) => {
      await fixed(world);
      world.edit({ state: 'open', stateReason: 'reopened' });
      world.say('Still plaintext here!\n\n/xmpp retest');
    },
    today: 'secure',
    phase: 'fixed',
    issue: 'closed',
    told: ['still-fixed'],
    labels: [],
  },
  {
    row: 28,
    when: 'its hidden line was broken',
    past: async (world) => {
      await promised('2026-12-01')(world);
      world.edit({ body: world.issue().body.replace(/case=v1 .{20}/u, '$& ') });
    },
    today: 'plaintext',
    phase: 'open',
    told: ['damaged'],
  },
];
