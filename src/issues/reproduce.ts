import { looksUserUp, refusedForLackOfTls } from '../model/answer.js';
import type { QuestionName } from '../model/observation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import { reproduceWeb } from './reproduce-web.js';

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
  if (endpoint.url !== undefined) return reproduceWeb(endpoint, findings, { to: names.to, domain: target.domain });
  if (findings.some(({ check }) => restsOnDialback(check, endpoint)))
    return tryDialback(endpoint, target.domain, names);
  const ciphers = CIPHERS.find(([check]) => findings.some((finding) => finding.check === check))?.[1];
  const inPlaintext = findings.some(({ check, group }) => group === 'plaintext' && check !== 'tls-encrypts');
  return inPlaintext ? speakPlaintext(endpoint, names) : startTls(endpoint, target.domain, names, ciphers);
}

/** OpenSSL's names for what a client has to offer to be served with worthless suites; it knows no export suites. */
const CIPHERS = [
  ['tls-encrypts', 'eNULL'],
  ['tls-refuses-anonymous-suites', 'aNULL'],
] as const;

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
  const versionless = asked.some(({ name }) => name.startsWith('versionless'));
  const said = [streamHeader(endpoint, names, versionless), ...asked.map(({ stanza }) => stanza(names))];
  const script = said.map((xml) => `printf %s "${xml}"`).join('; sleep 1; ');
  const signs = [
    // A server is asked without a version only where it requires TLS of all others, and sends no features then.
    ...(versionless && endpoint.service === 's2s' ? [] : ['`<required/>` in `<starttls>`']),
    ...(endpoint.service === 'c2s' ? ['no `<mechanisms>`'] : []),
    ...asked.map(({ name, refusal }) =>
      wasLookedUp(endpoint, name) ? `${refusal} other than \`not-authorized\`` : refusal,
    ),
  ];
  return {
    command: `(${script}; sleep 3) | nc -w 9 ${endpoint.address} ${endpoint.port}`,
    lookFor: `Everything it prints was said without TLS. Once TLS is required, expect ${listInWords(signs)}.`,
  };
}

function startTls(
  { service, transport, address, port }: EndpointReport,
  domain: string,
  { to }: Names,
  ciphers?: string,
): Reproduction {
  const where = `-connect ${address.includes(':') ? `[${address}]` : address}:${port} -servername ${domain}`;
  // ALPN names of XEP-0368; without STARTTLS there is no stream header that could tell the services apart.
  const how =
    transport === 'direct-tls'
      ? `-alpn ${service === 'c2s' ? 'xmpp-client' : 'xmpp-server'}`
      : `-starttls ${service === 'c2s' ? 'xmpp' : 'xmpp-server'} -xmpphost ${to}`;
  if (ciphers !== undefined) {
    return {
      command: `openssl s_client ${where} ${how} -tls1_2 -cipher ${ciphers}:@SECLEVEL=0 </dev/null`,
      lookFor:
        'A line such as `New, TLSv1.2, Cipher is …` names the cipher suite that was picked. ' +
        'Once such suites are switched off, expect `Cipher is (NONE)` and an alert.',
    };
  }
  return {
    command: `openssl s_client ${where} ${how} </dev/null`,
    lookFor: 'When TLS works, it prints the certificate of the server and a line such as `New, TLSv1.3, Cipher is …`.',
  };
}

/** Whether a finding comes from dialback that was tried, and not from db:verify alone. */
function restsOnDialback(check: string, { observation: { plaintext } }: EndpointReport): boolean {
  if (check === 's2s-refuses-plaintext-dialback') return true;
  return check === 's2s-refuses-versionless-dialback' && plaintext.versionlessDialback !== undefined;
}

/** Dialback takes a listener and a key, which no line for a shell has: our own command line does it again. */
function tryDialback({ observation }: EndpointReport, domain: string, { from }: Names): Reproduction {
  const vouched = observation.plaintext.dialback?.kind === 'proof';
  const how = vouched ? `--s2s-from ${from} --s2s-listen 0.0.0.0:5269` : '--active-s2s';
  const needs = vouched ? ` It has to run where the SRV record of ${from} leads.` : '';
  return {
    command: `xmpp-tls ${domain} --services s2s ${how}`,
    lookFor: `It tries dialback without TLS. Once TLS is required, expect a refusal that names it.${needs}`,
  };
}

/** `a`, `a and b`, `a, b and c`. */
function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function streamHeader({ service }: EndpointReport, { to, from }: Names, versionless: boolean): string {
  const namespaces = {
    c2s: "xmlns='jabber:client'",
    s2s: `from='${from}' xmlns='jabber:server' xmlns:db='jabber:server:dialback'`,
  }[service];
  const version = versionless ? '' : "version='1.0' ";
  return `<?xml version='1.0'?><stream:stream to='${to}' ${version}${namespaces} xmlns:stream='http://etherx.jabber.org/streams'>`;
}

/** The harmless questions of docs/probes.md that a person may want to repeat: none logs in, none changes anything. */
const QUESTIONS: readonly {
  readonly name: QuestionName;
  readonly stanza: (names: Names) => string;
  readonly refusal: string;
}[] = [
  {
    name: 'sasl-external',
    stanza: () => "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>",
    refusal: 'a refusal of `<auth>` for lack of encryption',
  },
  {
    name: 'legacy-auth',
    stanza: ({ to }) =>
      `<iq type='get' id='1' to='${to}'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`,
    refusal: 'an error for `jabber:iq:auth`',
  },
  {
    name: 'registration',
    stanza: ({ to }) => `<iq type='get' id='2' to='${to}'><query xmlns='jabber:iq:register'/></iq>`,
    refusal: 'an error for `jabber:iq:register`',
  },
  {
    name: 'sasl2-external',
    stanza: () => "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'/>",
    refusal: 'a refusal of `<authenticate>` for lack of encryption, or no answer to it',
  },
  {
    // Only where the same question is not served on a stream with a version: one stream header has to do for all.
    name: 'versionless-auth',
    stanza: ({ to }) =>
      `<iq type='get' id='3' to='${to}'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`,
    refusal: 'an error for `jabber:iq:auth`',
  },
  {
    name: 'versionless-verify',
    stanza: ({ to, from }) => `<db:verify from='${from}' to='${to}' id='4'>probe</db:verify>`,
    refusal: 'a stream error instead of `<db:verify type=...>`',
  },
];

/** Whether the server went into the question instead of asking for TLS first. */
function isServed(endpoint: EndpointReport, question: QuestionName): boolean {
  if (question === 'versionless-auth' && isServed(endpoint, 'legacy-auth')) return false;
  const step = endpoint.observation.plaintext.answers[question];
  if (step?.state !== 'done') return false;
  const { kind } = step.value;
  if (kind === 'sasl-failure') return !refusedForLackOfTls(step.value);
  const answered = ['sasl-challenge', 'sasl-success', 'iq-result', 'dialback'].includes(kind);
  return answered || wasLookedUp(endpoint, question);
}

/** Whether a login was turned away for the user alone: anybody who has an account gets on from there. */
function wasLookedUp({ observation }: EndpointReport, question: QuestionName): boolean {
  const step = observation.plaintext.answers[question];
  return question.endsWith('-auth') && step?.state === 'done' && looksUserUp(step.value);
}
