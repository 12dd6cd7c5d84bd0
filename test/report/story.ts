import type { Applied, Plan } from '../../src/model/plan.js';
import type { Report } from '../../src/model/report.js';
import type { SummaryContext } from '../../src/report/summary.js';
import { aFinding, anEndpoint, anEndpointReport, aRemediation, aReport, aTarget } from '../support/reports.js';

/** One report in which every kind of verdict occurs: what the golden files show. */
const open = aTarget('example.org', {
  verdict: 'plaintext',
  services: {
    c2s: { verdict: 'plaintext', proof: 'behaviour', because: [] },
    s2s: { verdict: 'plaintext', proof: 'advertised', because: [] },
  },
  endpoints: [
    anEndpointReport(),
    anEndpointReport(
      { proof: 'advertised' },
      { endpoint: anEndpoint({ service: 's2s', port: 5269, address: '2001:db8::1', family: 6 }), transcript: [] },
    ),
  ],
  findings: [
    aFinding(),
    aFinding({
      check: 's2s-requires-starttls',
      service: 's2s',
      endpoint: anEndpoint({ service: 's2s', port: 5269, address: '2001:db8::1', family: 6 }),
      proof: 'advertised',
      message: 'Dialback is offered and STARTTLS is not required',
      evidence: ['features: starttls, dialback'],
    }),
  ],
  notes: ['SRV target xmpp.example.org is an alias (RFC 2782 forbids it)'],
  server: { software: 'prosody', confidence: 'likely', by: ['the stream id is a UUID'] },
  position: { file: '.github/xmpp-tls.yml', line: 3, column: 5 },
});

const doubtful = aTarget('example.net', {
  verdict: 'inconclusive',
  services: {
    c2s: { verdict: 'secure', proof: 'behaviour', because: [] },
    s2s: {
      verdict: 'inconclusive',
      proof: 'none',
      because: ['example.net:5269 [2001:db8::2]: no IPv6 on this runner'],
    },
  },
  position: { file: '.github/xmpp-tls.yml', line: 4, column: 5 },
});

const waived = aTarget('legacy.example', {
  verdict: 'plaintext',
  waived: true,
  services: { c2s: { verdict: 'plaintext', proof: 'advertised', because: [] } },
  endpoints: [anEndpointReport({ proof: 'advertised' }, { transcript: [] })],
  findings: [
    aFinding({
      proof: 'advertised',
      message: 'SASL mechanisms are offered before TLS',
      evidence: ['mechanisms: PLAIN, SCRAM-SHA-1'],
      waived: { until: '2027-01-01', reason: 'old embedded devices, replaced in December' },
    }),
  ],
  position: { file: '.github/xmpp-tls.yml', line: 6, column: 5 },
});

const warned = aTarget('xn--bcher-kva.example', {
  server: { software: 'generic', confidence: 'unknown', by: [], alternatives: ['ejabberd'] },
  unicodeDomain: 'bücher.example',
  endpoints: [anEndpointReport({ verdict: 'secure' }, { transcript: [] })],
  findings: [
    aFinding({
      check: 'c2s-completes-starttls',
      level: 'warn',
      group: 'tls',
      proof: 'behaviour',
      message: 'The certificate is not valid for the domain',
      evidence: ['CN=localhost'],
    }),
  ],
  position: { file: '.github/xmpp-tls.yml', line: 9, column: 5 },
});

const absent = aTarget('mail.example', {
  verdict: 'not-offered',
  services: { c2s: { verdict: 'not-offered', proof: 'none', because: [] } },
});

export const STORY: Report = aReport([aTarget('example.com'), absent, doubtful, open, waived, warned]);

export const PLAN: Plan = {
  actions: [
    { kind: 'keep', domain: 'example.net', issue: 7, because: 'the last run was inconclusive' },
    {
      kind: 'open',
      domain: 'example.org',
      because: 'plaintext was found and confirmed',
      draft: { title: 'example.org allows plaintext', body: '', labels: [], assignees: [] },
    },
    {
      kind: 'close',
      domain: 'old.example',
      issue: 4,
      because: 'it left the configuration',
      change: { state: 'closed' },
    },
  ],
  notes: ['Issue 9 was left alone: its marker has an unknown version'],
};

export const APPLIED: readonly Applied[] = PLAN.actions.map((action): Applied =>
  action.kind === 'close'
    ? { action, status: 'failed', issue: 4, error: 'the token lacks issues: write' }
    : { action, status: 'done', issue: 12, url: 'https://github.com/o/r/issues/12' },
);

const CHECKS = [
  { id: 'c2s-refuses-legacy-auth', title: 'Login by iq must be refused before TLS', mend: 'legacy-auth' },
  { id: 's2s-requires-starttls', title: 'Server connections must require TLS', mend: 's2s-required' },
  { id: 'c2s-completes-starttls', title: 'STARTTLS must be completed', mend: 'certificate' },
] as const;

export const CONTEXT: SummaryContext = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) =>
    aRemediation(software === 'prosody' ? {} : { software, title: `The title of ${software}` }),
  plan: PLAN,
  applied: APPLIED,
  runUrl: 'https://github.com/o/r/actions/runs/42',
};
