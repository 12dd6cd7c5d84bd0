import { z } from 'zod';
import { SOFTWARE } from '../model/software.js';
import { LANGUAGES, SERVICES, TRANSPORTS, type ConfiguredEndpoint } from '../model/target.js';
import { CHECK_LEVELS, type CheckLevel } from '../model/verdict.js';
import { readDomain, readHost } from './domain.js';
import { INPUTS, type Given, type Input } from './inputs.js';
import { reading, type SchemaLibrary } from './kinds.js';
import { quote, type Reading } from './reading.js';
import { isPort, readContact } from './readers.js';

const LIBRARY: SchemaLibrary = {
  ...{ array: z.array, boolean: z.boolean, enum: z.enum, int: z.int },
  ...{ literal: z.literal, number: z.number, string: z.string, union: z.union },
};

/** Ports that say by themselves what is behind them: RFC 6120 section 14.7, and custom for direct TLS (XEP-0368). */
const WELL_KNOWN: Readonly<Record<string, Pick<ConfiguredEndpoint, 'service' | 'transport'>>> = {
  5222: { service: 'c2s', transport: 'starttls' },
  5269: { service: 's2s', transport: 'starttls' },
  5223: { service: 'c2s', transport: 'direct-tls' },
  5270: { service: 's2s', transport: 'direct-tls' },
};

/** `xmpp.example.org:5222`, where the port says the rest. */
function readEndpoint(text: string): Reading<ConfiguredEndpoint> {
  const [, host = '', port = ''] = /^(.*):([^:\]]*)$/u.exec(text.trim()) ?? [];
  const rest = WELL_KNOWN[port];
  if (!isPort(port)) return { problem: `${quote(text)} is not an endpoint: write one such as "xmpp.example.org:5222"` };
  if (!rest) return { problem: `port ${port} does not tell what is behind it: name service, transport, host and port` };
  const read = readHost(host);
  return 'problem' in read ? read : { value: { ...rest, host: read.value, port: Number(port) } };
}

/** For editors: what certainly is no domain. The reader knows more, and says it better. */
const domainText = z.string().meta({ pattern: '^[^\\s/@:,;*]+$' });

const endpoint = z.union([
  z.string().transform(reading(readEndpoint)),
  z.strictObject({
    service: z.enum(SERVICES).describe('Who connects there.'),
    transport: z.enum(TRANSPORTS).exclude(['component']).default('starttls').describe('How TLS begins there.'),
    host: z.string().transform(reading(readHost)).describe('Host name or IP address.'),
    port: z.int().min(1).max(65535).describe('TCP port.'),
    path: z
      .string()
      .regex(/^\/[\x21-\x7e]*$/u, 'a path begins with / and has no blanks')
      .exactOptional()
      .describe('Path of BOSH or WebSocket, which are tried without TLS; if it is missing, the common ones are.'),
  }),
]);

function checkLevels(knownChecks: readonly string[]) {
  const levels = z.partialRecord(z.enum(knownChecks), z.enum(CHECK_LEVELS));
  return levels.transform((some) => some as Readonly<Record<string, CheckLevel>>);
}

function waiver(knownChecks: readonly string[]) {
  return z
    .strictObject({
      checks: z
        .union([z.literal('all'), z.array(z.enum(knownChecks)).min(1)])
        .describe('Ids of the checks that may fail, or "all".'),
      until: z.iso.date().describe('First day on which it counts again, as in 2027-01-31.'),
      reason: z.string().trim().min(1).max(500).describe('Why; shown wherever the waiver is.'),
    })
    .describe('A dated exception: what it covers is reported, and does not fail the run.');
}

/** What is known about the people behind a domain. */
const operator = {
  contact: z
    .string()
    .transform(reading(readContact))
    .exactOptional()
    .describe(
      'Where to reach the operator: a mailto:, xmpp: or https: address. Absent: the security.txt of the domain is asked, where plaintext is found.',
    ),
  language: z
    .enum(LANGUAGES)
    .exactOptional()
    .describe(
      'Language of the letters to the operator. Absent: that of the run, or else one that security.txt prefers.',
    ),
  contacted: z.iso
    .date()
    .exactOptional()
    .describe('Day on which the operator was written to: counts as acknowledged, and a silence is counted from it.'),
  promise: z
    .union([z.iso.date(), z.literal('next-maintenance')])
    .exactOptional()
    .describe('What the operator promised: a date such as 2026-12-01, or "next-maintenance".'),
};

function host(knownChecks: readonly string[]) {
  const one = waiver(knownChecks);
  return z
    .strictObject({
      domain: domainText.transform(reading(readDomain)).describe('The XMPP domain: what stands behind the @ of a JID.'),
      services: INPUTS.services.kind
        .yaml(LIBRARY)
        .exactOptional()
        .describe('Services to check, instead of the general ones.'),
      endpoints: z
        .array(endpoint)
        .min(1)
        .exactOptional()
        .describe('Endpoints to check for the services they name, instead of those in the DNS.'),
      components: z
        .array(domainText.transform(reading(readDomain)))
        .exactOptional()
        .describe(
          'Domains of components, such as a chat service. Each is checked for s2s and has an issue of its own.',
        ),
      server: z.enum(SOFTWARE).exactOptional().describe('Software of the server, where it is not recognised.'),
      note: z.string().trim().min(1).max(500).exactOptional().describe('Shown with the results.'),
      ...operator,
      checks: checkLevels(knownChecks).exactOptional().describe('Levels of checks for this domain, by check id.'),
      waive: z
        .union([one.transform((single) => [single]), z.array(one)])
        .exactOptional()
        .describe('One waiver, or a list of them.'),
    })
    .superRefine(({ services, endpoints = [] }, context) => {
      const refuse = (index: number, message: string) =>
        context.addIssue({ code: 'custom', path: ['endpoints', index], message });
      for (const [index, one] of endpoints.entries()) {
        if (services && !services.includes(one.service)) {
          refuse(index, `is for ${one.service}, which "services" of this domain leaves out`);
        }
        const isWeb = one.transport === 'bosh' || one.transport === 'websocket';
        if (isWeb && one.service !== 'c2s')
          refuse(index, `is for ${one.service}, and ${one.transport} is for c2s only`);
        if (one.path !== undefined && !isWeb) refuse(index, 'has a path, which only bosh and websocket have');
        const isRepeated = endpoints.slice(0, index).some((other) => isSameEndpoint(one, other));
        if (isRepeated) refuse(index, 'is listed twice: keep one');
      }
    });
}

function isSameEndpoint(a: ConfiguredEndpoint, b: ConfiguredEndpoint): boolean {
  return a.service === b.service && a.transport === b.transport && a.host === b.host && a.port === b.port;
}

/** Settings of the whole run: the inputs that may stand in a file. */
function defaults() {
  const named = Object.entries<Input<unknown>>(INPUTS).filter(([, input]) => input.inFile);
  const shape = named.map(
    ([name, { kind, description }]) => [name, kind.yaml(LIBRARY).exactOptional().describe(description)] as const,
  );
  return z.strictObject(Object.fromEntries(shape)).transform((values) => values as Given);
}

/** The configuration file. Check ids are a parameter because they are the file names of another room. */
export function fileSchema(knownChecks: readonly string[]) {
  const detailed = host(knownChecks);
  const bare = domainText.transform((text, context): FileHost => ({ domain: reading(readDomain)(text, context) }));
  return z.strictObject({
    defaults: defaults().exactOptional().describe('Settings of the whole run. An input of the Action wins over them.'),
    checks: checkLevels(knownChecks).exactOptional().describe('How a failing check counts, by check id.'),
    hosts: z
      .array(z.union([bare, detailed]))
      .exactOptional()
      .describe('The domains to check: a name, or a name with more about it.'),
  });
}

export type FileContent = z.output<ReturnType<typeof fileSchema>>;
export type FileHost = z.output<ReturnType<typeof host>>;

/** The published JSON Schema, which editors use to help and to warn. Draft 7, because that is what they all read. */
export function jsonSchema(knownChecks: readonly string[]): Record<string, unknown> {
  return z.toJSONSchema(fileSchema(knownChecks), { io: 'input', target: 'draft-7' });
}
