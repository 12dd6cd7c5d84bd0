/**
 * The rooms of src/ and who may import whom: the one table behind the lint rule and docs/architecture.md.
 * A room may import itself, `model`, the rooms in `imports` and the Node built-ins in `builtins` (default none).
 * `ports` are single files whose types other rooms implement.
 */
export const ROOMS = {
  model: { layer: 0, imports: [], about: 'the vocabulary: targets, endpoints, observations, verdicts, cases, plans' },
  xml: { layer: 1, imports: [], about: 'an incremental XML-stream tokenizer over ltx, with limits' },
  dns: { layer: 1, imports: [], about: 'service discovery: SRV names, order, declared absent, fallback, addresses' },
  tls: {
    layer: 1,
    imports: [],
    builtins: ['node:crypto'],
    about: 'certificate facts, reference and presented identifiers',
  },
  checks: { layer: 1, imports: [], about: 'one pure file per requirement' },
  remediation: { layer: 1, imports: [], about: 'one file per server software: how to recognise it, how to fix it' },
  xmpp: { layer: 2, imports: ['xml'], about: 'stream negotiation without sockets' },
  judge: { layer: 2, imports: ['checks'], about: 'observations and checks to verdicts' },
  probe: { layer: 3, imports: ['xml', 'xmpp', 'dns', 'tls'], about: 'the drivers that probe an endpoint' },
  issues: { layer: 3, imports: ['checks', 'remediation'], about: 'the life of a case: state, plan, texts' },
  report: {
    layer: 3,
    imports: ['checks', 'remediation'],
    about: 'pure renderers: console, summary, annotations, JSON, SARIF, badge, page',
  },
  forge: {
    layer: 4,
    imports: [],
    builtins: ['node:fs/promises', 'node:path'],
    about: 'where cases live: GitHub, Forgejo, or a folder',
  },
  config: { layer: 4, imports: ['checks', 'report'], about: 'inputs, flags and the YAML file to one validated Config' },
  runtime: {
    layer: 4,
    imports: ['tls'],
    ports: ['dns/resolver', 'probe/dialer', 'probe/http-client', 'probe/listener', 'xmpp/scram'],
    builtins: 'any',
    about: 'sockets, resolver, clock, log, environment, outputs',
  },
  app: {
    layer: 5,
    imports: [
      'xml',
      'xmpp',
      'dns',
      'tls',
      'checks',
      'remediation',
      'judge',
      'probe',
      'issues',
      'report',
      'forge',
      'config',
    ],
    about: 'the use cases: survey, merge and track',
  },
  demo: {
    layer: 5,
    imports: ['xml', 'xmpp'],
    builtins: 'any',
    about: 'an embedded XMPP and DNS server, and the demonstration',
  },
};
