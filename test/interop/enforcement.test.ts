import { afterEach, describe, expect, it } from '@jest/globals';
import type { TargetReport } from '../../src/model/report.js';
import { failToLogIn } from '../support/failed-login.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startJabberd2 } from '../support/servers/jabberd2.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer, RealServerOptions } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf, type SurveyChanges } from '../support/survey.js';
import { spokenBeforeTls } from '../support/spoken.js';

const DOMAIN = 'doors.example';
const START = { prosody: startProsody, ejabberd: startEjabberd, jabberd2: startJabberd2 } as const;
type Software = keyof typeof START;

let server: RealServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function start(software: Software, options: Partial<RealServerOptions>): Promise<RealServer> {
  server = await START[software]({ domain: DOMAIN, c2s: 'required', s2s: 'required', ...options });
  return server;
}

function look({ c2sPort, caFile }: RealServer, probe: SurveyChanges['probe'] = {}): Promise<TargetReport> {
  const zone = zoneOf(DOMAIN, { c2s: c2sPort });
  return surveyOnLoopback(zone, { domain: DOMAIN, services: ['c2s'] }, { caFile, probe: { httpPorts: [], ...probe } });
}

/** `plaintext behaviour`, and the ids of what fails. */
function digest({ services, findings, endpoints }: TargetReport) {
  return {
    is: `${services.c2s?.verdict} ${services.c2s?.proof}`,
    failing: findings.map(({ check }) => check).sort(),
    connections: Math.max(...endpoints.map(({ observation }) => observation.cost.connections)),
  };
}

describe('every way in of a real server', () => {
  const modules = { registration: true, legacyAuth: true };

  it.each([
    ['prosody', ['c2s-refuses-legacy-auth', 'c2s-refuses-plaintext-registration', 'c2s-refuses-versionless-login']],
    ['ejabberd', ['c2s-refuses-legacy-auth', 'c2s-refuses-plaintext-registration', 'c2s-refuses-versionless-login']],
    // On a stream without version it says to a user who does not exist what it says on any other.
    ['jabberd2', ['c2s-refuses-legacy-auth', 'c2s-refuses-plaintext-registration']],
  ] as const)(
    'is found where it is open: %s',
    async (software, doors) => {
      const running = await start(software, { c2s: 'optional', ...modules });
      const seen = digest(recorded(`${software}-open-modules`, running, await look(running)));
      expect(seen.is).toBe('plaintext behaviour');
      expect(seen.failing).toEqual(expect.arrayContaining([...doors, 'c2s-requires-starttls']));
      expect(seen.connections).toBeLessThanOrEqual(6);
    },
    60_000,
  );

  it.each(['prosody', 'ejabberd', 'jabberd2'] as const)(
    'is silent where it is closed: %s',
    async (software) => {
      const running = await start(software, modules);
      const report = recorded(`${software}-closed-modules`, running, await look(running));
      expect(digest(report)).toMatchObject({ is: 'secure behaviour', failing: [] });
      const [endpoint] = report.endpoints;
      expect(endpoint?.observation.plaintext.answers).toMatchObject({
        'sasl2-external': { state: 'done' },
        'versionless-auth': { state: 'done' },
      });
      expect(endpoint?.observation.cost.connections).toBeLessThanOrEqual(6);
    },
    60_000,
  );

  it.each(['prosody', 'ejabberd'] as const)(
    'for guests without TLS is found, and closed is silent: %s',
    async (software) => {
      const open = digest(await look(await start(software, { c2s: 'optional', anonymous: true })));
      expect(open).toMatchObject({ is: 'plaintext advertised' });
      expect(open.failing).toContain('c2s-requires-starttls');
      await server?.stop();
      const closed = digest(await look(await start(software, { anonymous: true })));
      expect(closed).toMatchObject({ is: 'secure behaviour', failing: [] });
    },
    60_000,
  );

  it('by jabber:iq:auth is found on a jabberd2 that has no other before TLS', async () => {
    const open = digest(await look(await start('jabberd2', { c2s: 'optional', legacyAuth: 'alone' })));
    expect(open).toMatchObject({ is: 'plaintext advertised', failing: ['c2s-refuses-legacy-auth'] });
    await server?.stop();
    const closed = digest(await look(await start('jabberd2', { legacyAuth: 'alone' })));
    expect(closed).toMatchObject({ is: 'secure behaviour', failing: [] });
  }, 60_000);

  it('by compression is seen in what jabberd2 offers, and nowhere else', async () => {
    const offered = digest(await look(await start('jabberd2', { c2s: 'optional', compression: true })));
    expect(offered.failing).toContain('c2s-offers-no-compression-before-tls');
    await server?.stop();
    const without = digest(await look(await start('jabberd2', { c2s: 'optional' })));
    expect(without.failing).not.toContain('c2s-offers-no-compression-before-tls');
  }, 60_000);

  it('by SASL2 that nothing shows is found on a Prosody that requires TLS', async () => {
    const seen = digest(await look(await start('prosody', { hiddenSasl2: true })));
    expect(seen).toMatchObject({ is: 'plaintext behaviour', failing: ['c2s-refuses-plaintext-sasl2'] });
    expect(seen.connections).toBeLessThanOrEqual(6);
  }, 60_000);
});

describe('an offered login that somebody wants proven', () => {
  it.each([
    ['prosody', 'plaintext behaviour'],
    ['ejabberd', 'plaintext behaviour'],
    // It offers no SCRAM, and nothing else can be begun without a password or a challenge that is broken off.
    ['jabberd2', 'plaintext advertised'],
  ] as const)(
    'is, where the server has SCRAM: %s',
    async (software, expected) => {
      const seen = digest(await look(await start(software, { c2s: 'optional' }), { proveLoginOffer: true }));
      expect(seen.is).toBe(expected);
      expect(seen.connections).toBeLessThanOrEqual(6);
    },
    60_000,
  );

  it.each(['prosody', 'ejabberd', 'jabberd2'] as const)(
    'is not begun where TLS is required: %s',
    async (software) => {
      const report = await look(await start(software, {}), { proveLoginOffer: true });
      expect(digest(report)).toMatchObject({ is: 'secure behaviour', failing: [] });
      const said = report.endpoints.flatMap(({ observation }) => spokenBeforeTls(observation));
      expect(said.filter(({ text }) => text.includes('SCRAM'))).toEqual([]);
    },
    60_000,
  );
});

describe('plaintext behind STARTTLS', () => {
  it.each(['prosody', 'ejabberd', 'jabberd2'] as const)(
    'is discarded by %s',
    async (software) => {
      const report = await look(await start(software, {}), { starttlsInjection: true });
      const check = report.endpoints[0]?.checks.find((one) => one.check === 'c2s-discards-plaintext-after-starttls');
      expect(check?.outcome).toMatchObject({ outcome: 'pass' });
    },
    60_000,
  );
});

describe('a server that bans whoever fails to log in', () => {
  const RUNS = 30;
  const BANNED = /too many \(\d+\) failed auth|Flagging connection|banned/iu;

  it.each(['required', 'optional'] as const)(
    'never bans the prober in 30 runs where TLS is %s',
    async (c2s) => {
      const running = await start('ejabberd', { c2s, fail2ban: true });
      const zone = zoneOf(DOMAIN, { c2s: running.c2sPort, s2s: running.s2sPort });
      for (let run = 0; run < RUNS; run += 1) {
        const report = await surveyOnLoopback(zone, { domain: DOMAIN }, { caFile: running.caFile });
        expect(report.services.c2s?.verdict).toBe(c2s === 'required' ? 'secure' : 'plaintext');
        expect(report.services.s2s?.verdict).toBe('secure');
      }
      expect(running.log()).not.toMatch(BANNED);
    },
    120_000,
  );

  it('does ban whoever tries passwords instead, so that this test could tell', async () => {
    const running = await start('ejabberd', { c2s: 'optional', fail2ban: true });
    for (let attempt = 0; attempt < 21; attempt += 1) await failToLogIn(DOMAIN, running.c2sPort);
    const report = await look(running);
    expect(report.services.c2s?.verdict).toBe('inconclusive');
  }, 120_000);
});

describe('what a default run says before TLS', () => {
  it.each(
    (['prosody', 'ejabberd', 'jabberd2'] as const).flatMap((software) =>
      (['required', 'optional', 'none'] as const).map((policy) => [software, policy] as const),
    ),
  )(
    'is on the safe list, every word of it: %s with TLS %s',
    async (software, policy) => {
      const options = { c2s: policy, s2s: policy, registration: true, legacyAuth: true };
      const running = await start(software, options);
      const zone = zoneOf(DOMAIN, { c2s: running.c2sPort, s2s: running.s2sPort });
      const report = await surveyOnLoopback(zone, { domain: DOMAIN }, { caFile: running.caFile });
      const said = report.endpoints.flatMap(({ observation }) => spokenBeforeTls(observation));
      expect(said.length).toBeGreaterThan(10);
      expect(said.filter(({ allowed }) => !allowed)).toEqual([]);
    },
    60_000,
  );
});
