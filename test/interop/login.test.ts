import { afterEach, describe, expect, it } from '@jest/globals';
import type { LoginAccount } from '../../src/model/config.js';
import type { TargetReport } from '../../src/model/report.js';
import { register } from '../support/servers/account.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startJabberd2 } from '../support/servers/jabberd2.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer, RealServerOptions } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

const DOMAIN = 'login.example';
const ACCOUNT = { user: 'tester', password: 'correct-horse-battery' };
const START = { prosody: startProsody, ejabberd: startEjabberd, jabberd2: startJabberd2 } as const;
type Software = keyof typeof START;

let server: RealServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** Logs in, as far as that goes, at a server that knows the account. */
async function logIn(
  software: Software,
  options: Partial<RealServerOptions>,
  account: Partial<LoginAccount> = {},
): Promise<{ readonly report: TargetReport; readonly steps: readonly string[]; readonly outcome: string | undefined }> {
  server = await START[software]({ domain: DOMAIN, c2s: 'optional', s2s: 'required', registration: true, ...options });
  await register(server, ACCOUNT);
  const login = { ...ACCOUNT, domain: DOMAIN, allowPlain: false, ...account };
  const report = await surveyOnLoopback(
    zoneOf(DOMAIN, { c2s: server.c2sPort }),
    { domain: DOMAIN, services: ['c2s'] },
    { caFile: server.caFile, probe: { httpPorts: [], login } },
  );
  const [endpoint] = report.endpoints;
  const tried = endpoint?.observation.login;
  const steps = Object.entries(tried ?? {}).flatMap(([name, step]) => (step.state === 'done' ? [name] : []));
  const { outcome } = endpoint?.checks.find(({ check }) => check === 'c2s-refuses-plaintext-login') ?? {};
  return { report, steps, outcome: outcome?.outcome };
}

const EVERY_STEP = ['connected', 'header', 'features', 'means', 'begun', 'accepted', 'bound', 'delivered'];

describe('a login without TLS at a real server', () => {
  it.each(['prosody', 'ejabberd'] as const)(
    'goes as far as a message to oneself where TLS is optional: %s',
    async (software) => {
      const { report, steps, outcome } = await logIn(software, {});
      if (server) recorded(`${software}-login`, server, report);
      expect({ steps, outcome }).toEqual({ steps: EVERY_STEP, outcome: 'fail' });
      expect(report).toMatchObject({ verdict: 'plaintext', services: { c2s: { proof: 'behaviour' } } });
      expect(JSON.stringify(report)).not.toContain(ACCOUNT.password);
    },
    60_000,
  );

  it('needs leave to send the password in the clear at jabberd2, which has no SCRAM', async () => {
    const kept = await logIn('jabberd2', {});
    expect(kept).toMatchObject({ steps: ['connected', 'header', 'features'], outcome: 'inconclusive' });
    await server?.stop();
    const sent = await logIn('jabberd2', {}, { allowPlain: true });
    expect(sent).toMatchObject({ steps: EVERY_STEP, outcome: 'fail' });
    expect(JSON.stringify(sent.report)).not.toContain(ACCOUNT.password);
  }, 60_000);

  it.each(['prosody', 'ejabberd', 'jabberd2'] as const)(
    'is refused where TLS is required, and nothing of the password is sent: %s',
    async (software) => {
      const { report, steps, outcome } = await logIn(software, { c2s: 'required' }, { allowPlain: true });
      expect(outcome).toBe('pass');
      expect(steps).not.toContain('accepted');
      expect(report).toMatchObject({ verdict: 'secure', services: { c2s: { proof: 'behaviour' } } });
    },
    60_000,
  );

  it.each(['prosody', 'ejabberd'] as const)(
    'with a wrong password shows that logins are served all the same: %s',
    async (software) => {
      const { steps, outcome } = await logIn(software, {}, { password: 'not the password' });
      expect({ steps, outcome }).toEqual({ steps: EVERY_STEP.slice(0, 6), outcome: 'fail' });
    },
    60_000,
  );
});
