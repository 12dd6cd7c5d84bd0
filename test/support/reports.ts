import type { Endpoint } from '../../src/model/endpoint.js';
import { done, notReached } from '../../src/model/failure.js';
import type { EndpointObservation, PlaintextObservation, StreamFeatures } from '../../src/model/observation.js';
import type { Remediation, Setting } from '../../src/model/remediation.js';
import type { EndpointReport, Report, TargetReport } from '../../src/model/report.js';
import { SETTING_NAMES, type Finding, type SettingName } from '../../src/model/verdict.js';

/** Builders of reports: everything has a default, a test names only what it is about. */

export function aReport(targets: readonly TargetReport[], overrides: Partial<Report> = {}): Report {
  return {
    schema: 1,
    tool: { name: 'xmpp-tls-compliance', version: '1.2.3' },
    startedAt: '2026-11-22T09:00:00.000Z',
    durationMs: 2143,
    result: targets.some((target) => target.verdict === 'plaintext' && !target.waived) ? 'fail' : 'pass',
    targets,
    ...overrides,
  };
}

export function aTarget(domain: string, overrides: Partial<TargetReport> = {}): TargetReport {
  return {
    domain,
    unicodeDomain: domain,
    verdict: 'secure',
    waived: false,
    services: {
      c2s: { verdict: 'secure', proof: 'behaviour', because: [] },
      s2s: { verdict: 'secure', proof: 'advertised', because: [] },
    },
    endpoints: [],
    findings: [],
    notes: [],
    server: { software: 'generic', confidence: 'unknown', by: [] },
    durationMs: 840,
    ...overrides,
  };
}

export function anEndpoint(overrides: Partial<Endpoint> = {}): Endpoint {
  return {
    service: 'c2s',
    transport: 'starttls',
    host: 'xmpp.example.org',
    port: 5222,
    address: '192.0.2.1',
    family: 4,
    source: 'srv',
    ...overrides,
  };
}

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    check: 'c2s-refuses-legacy-auth',
    title: 'Refuses the old login before TLS',
    level: 'fail',
    group: 'plaintext',
    service: 'c2s',
    endpoint: anEndpoint(),
    proof: 'behaviour',
    message: 'The server asked for a password before TLS',
    evidence: ['jabber:iq:auth answered with the fields username, password'],
    ...overrides,
  };
}

const NO_FEATURES: StreamFeatures = {
  all: [],
  starttls: 'required',
  mechanisms: [],
  legacyAuth: false,
  registration: false,
  compression: [],
  dialback: false,
};

const NOT_ASKED: PlaintextObservation = {
  connected: notReached('connect'),
  header: notReached('connect'),
  features: notReached('connect'),
  answers: {
    'sasl-external': notReached('connect'),
    'legacy-auth': notReached('connect'),
    registration: notReached('connect'),
    'dialback-verify': notReached('connect'),
  },
  sentinel: notReached('connect'),
};

export function anEndpointReport(
  overrides: Partial<EndpointReport> = {},
  observed: Partial<EndpointObservation> = {},
): EndpointReport {
  const endpoint = observed.endpoint ?? anEndpoint();
  const { service, transport, host, port, address, source } = endpoint;
  return {
    ...{ service, transport, host, port, address, source },
    verdict: 'plaintext',
    proof: 'behaviour',
    because: [],
    checks: [],
    observation: {
      endpoint,
      connected: done('connected'),
      header: done({ xmlDeclaration: true, id: '1' }),
      features: done(NO_FEATURES),
      starttls: done('proceed'),
      handshake: notReached('starttls'),
      securedHeader: notReached('starttls'),
      securedFeatures: notReached('starttls'),
      plaintext: NOT_ASKED,
      transcript: [
        { connection: 1, atMs: 0, from: 'note', text: 'connected' },
        { connection: 1, atMs: 12, from: 'us', text: "<iq type='get' id='a1'><query xmlns='jabber:iq:auth'/></iq>" },
        {
          connection: 1,
          atMs: 31,
          from: 'server',
          text: '<iq type="result" id="a1"><query xmlns="jabber:iq:auth"/></iq>',
        },
      ],
      cost: { connections: 2, bytesSent: 400, bytesReceived: 900 },
      ...observed,
    },
    ...overrides,
  };
}

export function aRemediation(overrides: Partial<Remediation> = {}): Remediation {
  const setting = (name: SettingName): Setting => ({
    file: '/etc/prosody/prosody.cfg.lua',
    code: `${name.replaceAll('-', '_')} = true`,
    language: 'lua',
    notes: ['Since 0.12 this is the default.'],
  });
  return {
    software: 'prosody',
    title: 'Prosody',
    homepage: 'https://prosody.im/',
    traits: [],
    settings: Object.fromEntries(SETTING_NAMES.map((name) => [name, setting(name)])) as Record<SettingName, Setting>,
    rank: 1,
    reload: 'systemctl restart prosody',
    reloadNotes: ['A restart is needed.'],
    documentation: 'https://prosody.im/doc/security',
    ...overrides,
  };
}
