import { beforeAll, describe, expect, it } from '@jest/globals';
import { reproduce } from '../../src/issues/reproduce.js';
import type { TargetReport } from '../../src/model/report.js';
import { SERVICES, type Service } from '../../src/model/target.js';
import { runPastedCommand } from '../e2e/pasted-command.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startJabberd2 } from '../support/servers/jabberd2.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer, TlsPolicy } from '../support/servers/real-server.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';

const START = { prosody: startProsody, ejabberd: startEjabberd, jabberd2: startJabberd2 } as const;
const DOMAIN = 'paste.example';

const start = (software: keyof typeof START, policy: TlsPolicy): Promise<RealServer> =>
  START[software]({ domain: DOMAIN, c2s: policy, s2s: policy, registration: true, legacyAuth: true });

/** What the issue says that a repaired server shows instead. */
const REQUIRED = /<starttls[^>]*><required/u;
const SIGNS = new RegExp(`${REQUIRED.source}|encrypt|TLS|</stream:stream>`, 'u');

describe.each(Object.keys(START) as (keyof typeof START)[])('the lines to paste for %s', (software) => {
  let before: Readonly<Record<Service, string>>;
  let after: Readonly<Record<Service, string>>;

  /** The command of the issue, once at the server as it was found and once after the repair, at its new port. */
  async function paste(report: TargetReport, service: Service, from: RealServer, to: RealServer): Promise<string> {
    const endpoint = report.endpoints.find((one) => one.service === service && one.verdict === 'plaintext');
    if (endpoint === undefined) throw new Error(`${service} is not plaintext`);
    const findings = report.findings.filter((finding) => finding.service === service);
    const command = reproduce(report, endpoint, findings, 'tls-probe.invalid')?.command ?? '';
    const portOf = ({ c2sPort, s2sPort }: RealServer): number => (service === 'c2s' ? c2sPort : s2sPort);
    return runPastedCommand(command.replace(` ${portOf(from)}`, ` ${portOf(to)}`));
  }

  beforeAll(async () => {
    const open = await start(software, 'optional');
    const repaired = await start(software, 'required');
    try {
      const report = await surveyOnLoopback(zoneOf(DOMAIN, { c2s: open.c2sPort, s2s: open.s2sPort }), {
        domain: DOMAIN,
      });
      const pasteAll = async (to: RealServer) => ({
        c2s: await paste(report, 'c2s', open, to),
        s2s: await paste(report, 's2s', open, to),
      });
      before = await pasteAll(open);
      after = await pasteAll(repaired);
    } finally {
      await open.stop();
      await repaired.stop();
    }
  }, 120_000);

  it('show the hole', () => {
    expect(before.c2s).toMatch(/<mechanisms/u);
    for (const service of SERVICES) expect(before[service]).not.toMatch(REQUIRED);
  });

  it('show that it is mended, in the way the issue says', () => {
    expect(after.c2s).not.toMatch(/<mechanisms|<challenge|<success|type='result'/u);
    expect(after.c2s).toMatch(SIGNS);
    // jabberd2 never announces the requirement to servers: it only stops answering.
    const isSilent = software === 'jabberd2';
    if (isSilent) expect(before.s2s).toContain('db:verify');
    if (isSilent) expect(after.s2s).not.toContain('db:verify');
    else expect(after.s2s).toMatch(SIGNS);
    for (const service of SERVICES) expect(shape(after[service])).not.toEqual(shape(before[service]));
  });
});

/** Without what differs from stream to stream. */
const shape = (xml: string): string => xml.replaceAll(/ id='[^']*'/gu, '').replaceAll(/\d+/gu, '');
