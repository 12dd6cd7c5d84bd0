/**
 * How long a night is planned: 300 open cases and 1,000 comments of people, of which every tenth is a command.
 * Prints the median of some runs; part of `npm run bench`.
 */
import { CHECKS } from '../../lib/checks/index.js';
import { planIssues } from '../../lib/issues/plan.js';
import { REMEDIATIONS } from '../../lib/remediation/index.js';

const CASES = 300;
const COMMENTS = 1000;
const RUNS = 9;

const advice = {
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};
const tracking = { labelPrefix: 'xmpp-tls', labels: [], assignees: [], closeAfter: 2, reopenDays: 90, fullRun: true };
const targets = Array.from({ length: CASES }, (_, index) => targetOf(`d${index}.example`));
const plan = (over) =>
  planIssues({ listed: [], comments: new Map(), targets, tracking, advice, s2sFrom: 'tls-probe.invalid', ...over });

const opened = plan({ now: '2026-11-01T03:23:00.000Z' }).actions;
const listed = opened.map(({ draft }, index) => ({
  number: index + 1,
  title: draft.title,
  body: draft.body,
  labels: draft.labels,
  state: 'open',
  locked: false,
  url: '',
  trusted: true,
}));
const heard = Array.from({ length: COMMENTS }, (_, index) => ({
  id: index + 1,
  issue: (index % CASES) + 1,
  body: index % 10 === 0 ? '/xmpp promise 2026-12-01' : `I wrote to them again.\n\n> quoted\n\n${'words '.repeat(100)}`,
  author: 'ann',
  isBot: false,
  mayCommand: true,
  createdAt: '2026-11-01T12:00:00.000Z',
}));

const times = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  const { actions } = plan({ listed, heard, now: '2026-11-02T03:23:00.000Z' });
  const took = performance.now() - start;
  const updates = actions.filter(({ kind }) => kind === 'update').length;
  if (updates === 0 || actions.length !== CASES) throw new Error('this is not the night that was meant');
  return { took, updates };
}).sort((a, b) => a.took - b.took);
const { took, updates } = times[Math.floor(RUNS / 2)];
console.log(`${CASES} cases, ${COMMENTS} comments: planned in ${took.toFixed(0)} ms, ${updates} of them written to`);

function targetOf(domain) {
  const place = { service: 'c2s', transport: 'starttls', host: `xmpp.${domain}`, port: 5222, address: '192.0.2.1' };
  const check = 'c2s-requires-starttls';
  const done = (value) => ({ state: 'done', value });
  const unreached = { state: 'not-reached', after: 'connect' };
  const header = done({ from: domain, version: '1.0', xmlDeclaration: true });
  const lists = { all: [], mechanisms: ['PLAIN'], compression: [] };
  const features = done({ ...lists, starttls: 'offered', legacyAuth: false, registration: false, dialback: false });
  const seen = { connected: done('connected'), header, features };
  const answers = {
    'sasl-external': unreached,
    'legacy-auth': unreached,
    registration: unreached,
    'dialback-verify': unreached,
  };
  const transcript = Array.from({ length: 40 }, (_, index) => ({
    connection: 1,
    atMs: index,
    from: 'server',
    text: 'x'.repeat(120),
  }));
  const observation = {
    endpoint: { ...place, family: 4, source: 'srv' },
    ...seen,
    starttls: done('proceed'),
    handshake: unreached,
    securedHeader: unreached,
    securedFeatures: unreached,
    plaintext: { ...seen, answers, sentinel: done('proceed') },
    transcript,
    cost: { connections: 2, bytesSent: 1, bytesReceived: 1 },
  };
  const message = 'TLS is offered but not required';
  const outcome = { outcome: 'fail', proof: 'advertised', message, evidence: [] };
  const endpoint = { ...place, source: 'srv', verdict: 'plaintext', proof: 'advertised', because: [], observation };
  return {
    domain,
    unicodeDomain: domain,
    verdict: 'plaintext',
    waived: false,
    services: { c2s: { verdict: 'plaintext', proof: 'advertised', because: [] } },
    endpoints: [{ ...endpoint, checks: [{ check, level: 'fail', outcome }] }],
    findings: [
      {
        check,
        title: check,
        level: 'fail',
        group: 'plaintext',
        service: 'c2s',
        endpoint: { ...place, family: 4 },
        proof: 'advertised',
        message,
        evidence: ['<starttls/>'],
      },
    ],
    notes: [],
    server: { software: 'prosody', confidence: 'likely', by: [] },
    durationMs: 1,
  };
}
