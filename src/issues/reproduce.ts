import { refusedForLackOfTls } from '../model/answer.js';
import type { QuestionName } from '../model/observation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';

/** A line to paste into a shell, and what to look for in its output (Markdown). */
export interface Reproduction {
  readonly command: string;
  readonly lookFor: string;
}

/** Who asks whom: `to` is the domain as the server knows it, `from` our own on s2s. */
interface Names {
  readonly to: string;
  readonly from: string;
}

/**
 * How a person can see the findings of one endpoint: `nc` and a stream header for plaintext, `openssl` where TLS itself
 * fails. Undefined when a name could not stand in a shell line as it is.
 */
export function reproduce(
  target: Pick<TargetReport, 'domain' | 'unicodeDomain'>,
  endpoint: EndpointReport,
  findings: readonly Finding[],
  s2sFrom: string,
): Reproduction | undefined {
  const names = { to: streamDomain(target, endpoint), from: s2sFrom };
  const inShell = [names.to, names.from, endpoint.address, target.domain];
  if (!inShell.every((word) => /^[\p{L}\p{M}\p{N}._:-]+$/u.test(word))) return undefined;
  return findings.some(({ group }) => group === 'plaintext')
    ? speakPlaintext(endpoint, names)
    : startTls(endpoint, target.domain, names);
}

/** Some servers know an IDN by its U-label and some by its A-label (RFC 6120 section 4.7.2): take what they answered to. */
function streamDomain(
  { domain, unicodeDomain }: Pick<TargetReport, 'domain' | 'unicodeDomain'>,
  endpoint: EndpointReport,
) {
  const { header, plaintext } = endpoint.observation;
  const answeredTo = [plaintext.header, header].map((step) => (step.state === 'done' ? step.value.from : undefined));
  return answeredTo.includes(domain) ? domain : unicodeDomain;
}

function speakPlaintext(endpoint: EndpointReport, names: Names): Reproduction {
  const asked = QUESTIONS.filter(({ name }) => isServed(endpoint, name));
  const said = [streamHeader(endpoint, names), ...asked.map(({ stanza }) => stanza(names.to))];
  const script = said.map((xml) => `printf %s "${xml}"`).join('; sleep 1; ');
  const signs = [
    '`<required/>` in `<starttls>`',
    ...(endpoint.service === 'c2s' ? ['no `<mechanisms>`'] : []),
    ...asked.map(({ refusal }) => refusal),
  ];
  return {
    command: `(${script}; sleep 3) | nc -w 9 ${endpoint.address} ${endpoint.port}`,
    lookFor: `Everything it prints was said without TLS. Once TLS is required, expect ${listInWords(signs)}.`,
  };
}

function startTls({ service, transport, address, port }: EndpointReport, domain: string, { to }: Names): Reproduction {
  const where = `-connect ${address.includes(':') ? `[${address}]` : address}:${port} -servername ${domain}`;
  // ALPN names of XEP-0368; without STARTTLS there is no stream header that could tell the services apart.
  const how = {
    starttls: `-starttls ${service === 'c2s' ? 'xmpp' : 'xmpp-server'} -xmpphost ${to}`,
    'direct-tls': `-alpn ${service === 'c2s' ? 'xmpp-client' : 'xmpp-server'}`,
  }[transport];
  return {
    command: `openssl s_client ${where} ${how} </dev/null`,
    lookFor: 'When TLS works, it prints the certificate of the server and a line such as `New, TLSv1.3, Cipher is …`.',
  };
}

/** `a`, `a and b`, `a, b and c`. */
function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function streamHeader({ service }: EndpointReport, { to, from }: Names): string {
  const namespaces = {
    c2s: "xmlns='jabber:client'",
    s2s: `from='${from}' xmlns='jabber:server' xmlns:db='jabber:server:dialback'`,
  }[service];
  return `<?xml version='1.0'?><stream:stream to='${to}' version='1.0' ${namespaces} xmlns:stream='http://etherx.jabber.org/streams'>`;
}

/** The harmless questions of docs/probes.md that a person may want to repeat: none logs in, none changes anything. */
const QUESTIONS: readonly {
  readonly name: QuestionName;
  readonly stanza: (to: string) => string;
  readonly refusal: string;
}[] = [
  {
    name: 'sasl-external',
    stanza: () => "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>",
    refusal: 'a refusal of `<auth>` for lack of encryption',
  },
  {
    name: 'legacy-auth',
    stanza: (to) =>
      `<iq type='get' id='1' to='${to}'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`,
    refusal: 'an error for `jabber:iq:auth`',
  },
  {
    name: 'registration',
    stanza: (to) => `<iq type='get' id='2' to='${to}'><query xmlns='jabber:iq:register'/></iq>`,
    refusal: 'an error for `jabber:iq:register`',
  },
];

/** Whether the server went into the question instead of asking for TLS first. */
function isServed(endpoint: EndpointReport, question: QuestionName): boolean {
  const step = endpoint.observation.plaintext.answers[question];
  if (step.state !== 'done') return false;
  const { kind } = step.value;
  if (kind === 'sasl-failure') return !refusedForLackOfTls(step.value);
  return kind === 'sasl-challenge' || kind === 'sasl-success' || kind === 'iq-result';
}
