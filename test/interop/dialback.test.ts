import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DialbackObservation } from '../../src/model/observation.js';
import type { EndpointReport, TargetReport } from '../../src/model/report.js';
import { startEjabberd } from '../support/servers/ejabberd.js';
import { startJabberd2 } from '../support/servers/jabberd2.js';
import { freePort } from '../support/servers/ports.js';
import { startProsody } from '../support/servers/prosody.js';
import type { RealServer, RealServerOptions } from '../support/servers/real-server.js';
import { recorded } from '../support/recorded.js';
import { surveyOnLoopback, zoneOf } from '../support/survey.js';
import type { Expected } from './expectations.js';

const START = { prosody: startProsody, ejabberd: startEjabberd, jabberd2: startJabberd2 } as const;
const TARGET = 'target.example';
const PROBER = 'prober.example';

interface Row {
  readonly software: keyof typeof START;
  readonly s2s: RealServerOptions['s2s'];
  readonly s2sAdvertised?: 'required' | 'optional';
  /** The verdict of a run that asks for nothing special, of one with `active-s2s`, and of one with `s2s-listen`. */
  readonly byDefault: Expected;
  readonly active: Expected;
  readonly proven: Expected;
  /** How the full proof went: the answer to the key, and the answer to the ping. */
  readonly went: readonly [result: string, ping: string];
}

/** Measured: Prosody 0.12.3, ejabberd 23.01, jabberd2 2.7.0. */
const ROWS: readonly Row[] = [
  {
    software: 'prosody',
    s2s: 'required',
    byDefault: 'secure advertised',
    active: 'secure advertised',
    proven: 'secure behaviour',
    went: ['stream-error', 'not-reached'],
  },
  {
    software: 'prosody',
    s2s: 'optional',
    byDefault: 'plaintext advertised',
    active: 'plaintext advertised',
    proven: 'plaintext behaviour',
    went: ['dialback', 'iq-result'],
  },
  {
    software: 'prosody',
    s2s: 'optional',
    s2sAdvertised: 'required',
    byDefault: 'secure advertised',
    active: 'secure advertised',
    proven: 'plaintext behaviour',
    went: ['dialback', 'iq-result'],
  },
  {
    software: 'prosody',
    s2s: 'required',
    s2sAdvertised: 'optional',
    byDefault: 'plaintext advertised',
    active: 'plaintext advertised',
    proven: 'secure behaviour',
    went: ['stream-error', 'not-reached'],
  },
  {
    software: 'ejabberd',
    s2s: 'required',
    byDefault: 'secure behaviour',
    active: 'secure behaviour',
    proven: 'secure behaviour',
    went: ['stream-error', 'not-reached'],
  },
  {
    software: 'ejabberd',
    s2s: 'optional',
    byDefault: 'plaintext advertised',
    active: 'plaintext behaviour',
    proven: 'plaintext behaviour',
    went: ['dialback', 'iq-result'],
  },
  {
    software: 'jabberd2',
    s2s: 'required',
    byDefault: 'secure behaviour',
    active: 'secure behaviour',
    proven: 'secure behaviour',
    went: ['stream.timeout', 'not-reached'],
  },
  {
    software: 'jabberd2',
    s2s: 'optional',
    byDefault: 'plaintext advertised',
    active: 'plaintext advertised',
    proven: 'plaintext behaviour',
    went: ['dialback', 'iq-result'],
  },
];

describe.each(ROWS)('dialback with $software, s2s $s2s, advertised $s2sAdvertised', (row) => {
  const { software, s2s, s2sAdvertised } = row;
  const policy = [s2s, ...(s2sAdvertised === undefined ? [] : ['advertised', s2sAdvertised])].join('-');
  let server: RealServer;
  let listenPort: number;
  beforeAll(async () => {
    listenPort = await freePort();
    const neighbour = { domain: PROBER, port: listenPort };
    const advertised = s2sAdvertised === undefined ? {} : { s2sAdvertised };
    server = await START[software]({ domain: TARGET, c2s: 'required', s2s, neighbour, ...advertised });
  }, 60_000);
  afterAll(() => server.stop());

  const survey = (probe: Parameters<typeof surveyOnLoopback>[2]): Promise<TargetReport> =>
    surveyOnLoopback(zoneOf(TARGET, { s2s: server.s2sPort }), { domain: TARGET, services: ['s2s'] }, probe);
  const verdictOf = ({ services }: TargetReport): string => `${services.s2s?.verdict} ${services.s2s?.proof}`;

  it(`is ${row.byDefault} by default, and dialback is not tried`, async () => {
    const report = await survey({ caFile: server.caFile });
    expect(verdictOf(report)).toBe(row.byDefault);
    const { plaintext } = endpointOf(report).observation;
    expect(plaintext.dialback).toBeUndefined();
    // A stream without version is opened where there is a refusal to get around, and none of the three lets itself.
    const versionless = plaintext.answers['versionless-verify'];
    expect(versionless?.state).toBe(row.byDefault === 'secure behaviour' ? 'done' : undefined);
    const failing = report.findings.map(({ check }) => check);
    expect(failing).not.toContain('s2s-refuses-versionless-dialback');
  }, 30_000);

  it(`is ${row.active} with a made-up key`, async () => {
    const seen = await survey({ caFile: server.caFile, timeoutMs: 2000, probe: { activeS2s: true } });
    const report = recorded(`${software}-${policy}-made-up-key`, server, seen);
    expect(verdictOf(report)).toBe(row.active);
    expect(endpointOf(report).observation.cost.connections).toBeLessThanOrEqual(6);
  }, 30_000);

  it(`is ${row.proven} with a key that is vouched for`, async () => {
    const s2sListen = { address: '127.0.0.1', port: listenPort };
    const seen = await survey({ caFile: server.caFile, timeoutMs: 2000, probe: { s2sFrom: PROBER, s2sListen } });
    const report = recorded(`${software}-${policy}-full-proof`, server, seen);
    expect(verdictOf(report)).toBe(row.proven);
    const { dialback } = endpointOf(report).observation.plaintext;
    expect(dialback && [outcomeOf(dialback, 'result'), outcomeOf(dialback, 'ping')]).toEqual(row.went);
    expect(endpointOf(report).observation.cost.connections).toBeLessThanOrEqual(6);
  }, 30_000);
});

function endpointOf({ endpoints }: TargetReport): EndpointReport {
  const [only] = endpoints;
  if (only === undefined) throw new Error('the target has one endpoint');
  return only;
}

function outcomeOf(dialback: DialbackObservation, step: 'result' | 'ping'): string {
  const { [step]: seen } = dialback;
  if (seen.state === 'done') return seen.value.kind;
  return seen.state === 'failed' ? seen.failure.code : seen.state;
}
