import { z } from 'zod';
import { REPORT_SCHEMA, type Report } from '../model/report.js';
import { SOFTWARE } from '../model/software.js';
import { LANGUAGES, SERVICES, TRANSPORTS } from '../model/target.js';
import { CHECK_LEVELS, PROOFS } from '../model/verdict.js';
import { readDomain } from './domain.js';
import { pathName } from './position.js';
import { quote, type Reading } from './reading.js';

const VERDICTS = ['plaintext', 'secure', 'inconclusive', 'not-offered'] as const;

const service = z.enum(SERVICES);
const endpoint = z.looseObject({
  ...{ service, transport: z.enum(TRANSPORTS), host: z.string(), port: z.int(), address: z.string() },
  url: z.string().exactOptional(),
});
const judged = { verdict: z.enum(VERDICTS), proof: z.enum(PROOFS), because: z.array(z.string()) };

const transcript = z.array(
  z.looseObject({ connection: z.number(), atMs: z.number(), from: z.enum(['us', 'server', 'note']), text: z.string() }),
);

const finding = z.looseObject({
  ...{ check: z.string(), title: z.string(), level: z.enum(CHECK_LEVELS).exclude(['off']) },
  ...{ group: z.enum(['plaintext', 'tls']), service, endpoint, proof: z.enum(PROOFS) },
  ...{ message: z.string(), evidence: z.array(z.string()) },
  waived: z.looseObject({ until: z.string(), reason: z.string() }).exactOptional(),
});

const target = z.looseObject({
  domain: z.string().refine((domain) => {
    const read = readDomain(domain);
    return 'value' in read && read.value === domain;
  }),
  ...{ unicodeDomain: z.string(), verdict: z.enum(VERDICTS), waived: z.boolean(), durationMs: z.number() },
  services: z.partialRecord(service, z.looseObject(judged)),
  endpoints: z.array(
    endpoint.extend({
      ...judged,
      checks: z.array(z.looseObject({})),
      observation: z.looseObject({ endpoint, transcript }),
    }),
  ),
  findings: z.array(finding),
  notes: z.array(z.string()),
  server: z.looseObject({
    software: z.enum(SOFTWARE),
    confidence: z.enum(['configured', 'likely', 'possible', 'unknown']),
    by: z.array(z.string()),
    alternatives: z.array(z.enum(SOFTWARE)).exactOptional(),
  }),
  ...{ contact: z.string().exactOptional(), note: z.string().exactOptional(), promise: z.string().exactOptional() },
  language: z.enum(LANGUAGES).exactOptional(),
  position: z.looseObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }).exactOptional(),
  nextSteps: z.array(z.string()).exactOptional(),
  ...{ unknownName: z.literal(true).exactOptional(), unchanged: z.literal(true).exactOptional() },
});

const report = z.looseObject({
  schema: z.literal(REPORT_SCHEMA),
  tool: z.looseObject({ name: z.literal('xmpp-tls-compliance'), version: z.string() }),
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  result: z.enum(['pass', 'fail', 'inconclusive']),
  targets: z.array(target),
  ofChange: z.literal(true).exactOptional(),
});

/**
 * Reads a JSON report of an earlier run. It comes from a file that may have been anywhere, so all that is rendered is
 * checked; what was observed is taken as it is.
 */
export function readReport(path: string, text: string): Reading<Report> {
  const no = (why: string): Reading<Report> => ({ problem: `${quote(path)} is no JSON report of this tool: ${why}` });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return no('it is not JSON');
  }
  const read = report.safeParse(json);
  if (read.success) return { value: read.data as unknown as Report };
  const [first] = read.error.issues;
  const where = pathName((first?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key)));
  return no(where === '' ? 'it is something else' : `${where} is not what it should be`);
}
