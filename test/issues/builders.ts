import type { Advice } from '../../src/model/remediation.js';
import type { PlanInput } from '../../src/issues/plan.js';
import { done, failed, failure, notReached } from '../../src/model/failure.js';
import type { EndpointObservation, PlaintextObservation, StreamFeatures } from '../../src/model/observation.js';
import type { Remediation, Setting } from '../../src/model/remediation.js';
import type { EndpointReport, TargetReport } from '../../src/model/report.js';
import type { Software } from '../../src/model/software.js';
import { type Service, SERVICES, type Transport } from '../../src/model/target.js';
import {
  type Finding,
  type Outcome,
  type ServiceVerdict,
  SETTING_NAMES,
  type SettingName,
  type VerdictName,
} from '../../src/model/verdict.js';

/** What is worth saying about an endpoint in a test; everything else is made up to fit. */
export interface EndpointSketch {
  readonly service?: Service;
  readonly transport?: Transport;
  readonly host?: string;
  readonly port?: number;
  readonly address?: string;
  readonly verdict?: EndpointReport['verdict'];
  /** What is offered before TLS; by default what fits the verdict. */
  readonly starttls?: StreamFeatures['starttls'];
  /** Remote text that is put wherever the server has a say. */
  readonly hostile?: string;
}

const CHECKS: Readonly<Record<Service, readonly [id: string, title: string, mend: SettingName][]>> = {
  c2s: [
    ['c2s-requires-starttls', 'Client connections must require TLS', 'c2s-required'],
    ['c2s-refuses-plaintext-sasl', 'A login before TLS must be refused', 'c2s-required'],
  ],
  s2s: [['s2s-requires-starttls', 'Connections between servers must require TLS', 's2s-required']],
};

export const advice: Advice = {
  check: (id) => {
    const row = Object.values(CHECKS)
      .flat()
      .find(([name]) => name === id);
    return row && { title: row[1], mend: row[2] };
  },
  remediation: (software) => remediationOf(software),
};

function remediationOf(software: Software): Remediation {
  const setting = (name: string): Setting => ({
    file: `/etc/${software}/${software}.cfg.lua`,
    code: `${name.replaceAll('-', '_')} = true -- # is a comment elsewhere`,
    language: 'lua',
    notes: ['Both services are covered by their own setting.'],
  });
  return {
    software,
    title: software === 'generic' ? 'any server' : software.charAt(0).toUpperCase() + software.slice(1),
    homepage: `https://${software}.example/`,
    traits: [],
    settings: Object.fromEntries(SETTING_NAMES.map((name) => [name, setting(name)])) as Record<SettingName, Setting>,
    rank: 1,
    reload: `${software}ctl reload`,
    reloadNotes: [],
    documentation: `https://${software}.example/doc`,
  };
}

export function aTarget(
  domain: string,
  sketches: readonly EndpointSketch[],
  more: Partial<TargetReport> = {},
): TargetReport {
  const endpoints = sketches.map((sketch) => anEndpoint(domain, sketch));
  const findings = sketches.flatMap((sketch, index) => {
    const endpoint = endpoints[index];
    return endpoint?.verdict === 'plaintext' ? findingsOf(endpoint, sketch) : [];
  });
  const services = servicesOf(endpoints);
  return {
    domain,
    unicodeDomain: domain,
    verdict: worst(Object.values(services).map(({ verdict }) => verdict)),
    waived: false,
    services,
    endpoints,
    findings,
    notes: [],
    server: { software: 'prosody', confidence: 'likely', by: ['stream id is a UUID'] },
    durationMs: 321,
    ...more,
  };
}

export const plaintext = (domain: string): TargetReport => aTarget(domain, [{ verdict: 'plaintext' }]);
export const secure = (domain: string): TargetReport => aTarget(domain, [{ verdict: 'secure' }]);
export const inconclusive = (domain: string): TargetReport => aTarget(domain, [{ verdict: 'inconclusive' }]);

export function targetWith(domain: string, verdict: VerdictName): TargetReport {
  if (verdict !== 'not-offered') return aTarget(domain, [{ verdict }]);
  return aTarget(domain, [], {
    verdict,
    services: { c2s: { verdict, proof: 'none', because: ['the DNS declares it absent'] } },
  });
}

export function anInput(over: Partial<PlanInput> = {}): PlanInput {
  return {
    listed: [],
    comments: new Map(),
    targets: [],
    tracking: { labelPrefix: 'xmpp-tls', labels: [], assignees: [], closeAfter: 2, reopenDays: 90, fullRun: true },
    advice,
    s2sFrom: 'tls-probe.invalid',
    now: '2026-11-22T03:23:00.000Z',
    ...over,
  };
}

/** The instant `days` after the first run of a test. */
export function day(days: number): string {
  return new Date(Date.parse('2026-11-01T03:23:00.000Z') + days * 86_400_000).toISOString();
}

function servicesOf(endpoints: readonly EndpointReport[]): Partial<Record<Service, ServiceVerdict>> {
  const present = SERVICES.filter((service) => endpoints.some((endpoint) => endpoint.service === service));
  return Object.fromEntries(
    present.map((service) => {
      const mine = endpoints.filter((endpoint) => endpoint.service === service);
      const verdict = worst(mine.map((endpoint) => endpoint.verdict));
      const proof = mine.find((endpoint) => endpoint.verdict === verdict)?.proof ?? 'none';
      return [service, { verdict, proof, because: [] }];
    }),
  );
}

function worst(verdicts: readonly VerdictName[]): VerdictName {
  return (
    (['plaintext', 'inconclusive', 'secure'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'not-offered'
  );
}

function anEndpoint(domain: string, sketch: EndpointSketch): EndpointReport {
  const { service = 'c2s', transport = 'starttls', verdict = 'plaintext', hostile = '' } = sketch;
  const { host = `xmpp.${domain}`, port = service === 'c2s' ? 5222 : 5269, address = '192.0.2.1' } = sketch;
  const place = { service, transport, host, port, address };
  return {
    ...place,
    source: 'srv',
    verdict,
    proof: verdict === 'inconclusive' ? 'none' : service === 'c2s' ? 'behaviour' : 'advertised',
    because: verdict === 'inconclusive' ? [`the port did not answer in time${hostile}`] : [],
    checks: CHECKS[service].map(([check]) => ({ check, level: 'fail', outcome: outcomeOf(verdict, hostile) })),
    observation: anObservation(place, verdict, hostile, sketch.starttls),
  };
}

function outcomeOf(verdict: EndpointReport['verdict'], hostile: string): Outcome {
  switch (verdict) {
    case 'plaintext':
      return { outcome: 'fail', proof: 'behaviour', message: 'TLS is offered but not required', evidence: [hostile] };
    case 'secure':
      return { outcome: 'pass', proof: 'behaviour', evidence: [] };
    case 'inconclusive':
    case 'not-offered':
      return { outcome: 'inconclusive', because: 'the port did not answer in time' };
  }
}

function findingsOf(endpoint: EndpointReport, { hostile = '' }: EndpointSketch): Finding[] {
  const family = endpoint.address.includes(':') ? 6 : 4;
  return CHECKS[endpoint.service].map(([check, title]) => ({
    check,
    title,
    level: 'fail',
    group: 'plaintext',
    service: endpoint.service,
    endpoint: { ...endpoint, family },
    proof: endpoint.proof,
    message: check.endsWith('sasl') ? `A login was answered before TLS${hostile}` : 'TLS is offered but not required',
    evidence: [`<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>${hostile}`],
  }));
}

type Place = Pick<EndpointReport, 'service' | 'transport' | 'host' | 'port' | 'address'>;

function anObservation(
  place: Place,
  verdict: EndpointReport['verdict'],
  hostile: string,
  starttls?: StreamFeatures['starttls'],
): EndpointObservation {
  const unreached = notReached('connect');
  const answers = { 'legacy-auth': unreached, registration: unreached, 'dialback-verify': unreached } as const;
  const refused = { kind: 'sasl-failure', condition: 'encryption-required', text: hostile } as const;
  const served = { kind: 'sasl-failure', condition: 'invalid-mechanism', text: hostile } as const;
  const noAnswer = failed(failure('tcp.timeout', 'connect', hostile));
  const reached = <T>(value: T) => (verdict === 'inconclusive' ? noAnswer : done(value));
  const plain: PlaintextObservation = {
    connected: reached('connected' as const),
    header: reached({ from: place.host, version: '1.0', xmlDeclaration: true }),
    features: reached({ ...features(verdict, hostile), ...(starttls === undefined ? {} : { starttls }) }),
    answers: { ...answers, 'sasl-external': reached(verdict === 'secure' ? refused : served) },
    sentinel: reached('proceed' as const),
  };
  return {
    endpoint: { ...place, family: place.address.includes(':') ? 6 : 4, source: 'srv' },
    connected: plain.connected,
    header: plain.header,
    features: plain.features,
    starttls: reached('proceed' as const),
    handshake: notReached('starttls'),
    securedHeader: notReached('handshake'),
    securedFeatures: notReached('handshake'),
    plaintext: plain,
    transcript: [
      { connection: 1, atMs: 0.4, from: 'us', text: "<stream:stream to='example.org'>" },
      { connection: 1, atMs: 12.2, from: 'server', text: `<stream:features><starttls/></stream:features>${hostile}` },
      { connection: 1, atMs: 12.9, from: 'note', text: 'closed' },
    ],
    cost: { connections: 3, bytesSent: 900, bytesReceived: 1200 },
  };
}

function features(verdict: EndpointReport['verdict'], hostile: string): StreamFeatures {
  return {
    all: [],
    starttls: verdict === 'secure' ? 'required' : 'offered',
    mechanisms: verdict === 'secure' ? [] : ['PLAIN', hostile],
    legacyAuth: false,
    registration: false,
    compression: [],
    dialback: false,
  };
}
