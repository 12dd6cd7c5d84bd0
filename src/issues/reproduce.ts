import { looksUserUp, refusedForLackOfTls } from '../model/answer.js';
import type { QuestionName } from '../model/observation.js';
import type { EndpointReport, TargetReport } from '../model/report.js';
import type { Service } from '../model/target.js';
import { COMMAND } from '../model/tool.js';
import type { Finding } from '../model/verdict.js';
import { reproduceWeb } from './reproduce-web.js';
import { authority, CONTINUED, printed, spoken } from './shell.js';

/** What to paste into a shell, and what to look for in its output (Markdown). */
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
  if (![names.to, names.from, endpoint.address, target.domain].every(isSafeWord)) return undefined;
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
  const { service, address, port } = endpoint;
  const asked = QUESTIONS.filter(({ name }) => isServed(endpoint, name));
  const versionless = asked.some(({ name }) => name.startsWith('versionless'));
  const said = [streamHeader(endpoint, names, versionless), ...asked.map(({ stanza }) => stanza(names))];
  // Without a version there are no features in which a server could say that TLS is required.
  const afterwards = versionless && service === 's2s' ? AFTERWARDS.versionless : AFTERWARDS[service];
  return { command: spoken(said.map(printed), address, port), lookFor: `${UNENCRYPTED} ${afterwards}` };
}

const UNENCRYPTED = 'Everything you see here travelled unencrypted.';

/** What is there today, and what takes its place: servers differ, and some never announce that TLS is required. */
const AFTERWARDS: Readonly<Record<Service | 'versionless', string>> = {
  c2s:
    'Once TLS is required, there is no `<mechanisms>` any more, and no challenge, success or result. Instead expect ' +
    '`<required/>` inside `<starttls>`, an error that names TLS or encryption, a closed stream, or silence.',
  s2s:
    'Once TLS is required, expect `<required/>` inside `<starttls>`, an error that names TLS or encryption, a closed ' +
    'stream, or silence where there was an answer. Some servers, such as jabberd2, never announce `<required/>`.',
  versionless:
    'Once TLS is required of such streams as well, expect an error that names TLS or encryption, a closed stream, or ' +
    'silence where there was an answer.',
};

/** How to see that TLS works at an endpoint; it should do so before and after the repair. */
export function reproduceTls(
  target: Pick<TargetReport, 'domain' | 'unicodeDomain'>,
  endpoint: EndpointReport,
): string | undefined {
  const to = streamDomain(target, endpoint);
  if (endpoint.url !== undefined || ![to, endpoint.address, target.domain].every(isSafeWord)) return undefined;
  return openssl(endpoint, target.domain, to);
}

const isSafeWord = (word: string): boolean => /^[\p{L}\p{M}\p{N}._:-]+$/u.test(word);

function openssl(
  { service, transport, address, port }: EndpointReport,
  domain: string,
  to: string,
  options = '',
): string {
  // ALPN names of XEP-0368; without STARTTLS there is no stream header that could tell the services apart.
  const how =
    transport === 'direct-tls'
      ? `-alpn ${service === 'c2s' ? 'xmpp-client' : 'xmpp-server'}`
      : `-starttls ${service === 'c2s' ? 'xmpp' : 'xmpp-server'} -xmpphost ${to}`;
  const where = `openssl s_client -connect ${authority(address, port)} -servername ${domain}`;
  return `${where}${CONTINUED}${how}${options} </dev/null`;
}

function startTls(endpoint: EndpointReport, domain: string, { to }: Names, ciphers?: string): Reproduction {
  if (ciphers !== undefined) {
    return {
      command: openssl(endpoint, domain, to, ` -tls1_2 -cipher ${ciphers}:@SECLEVEL=0`),
      lookFor:
        'A line such as `New, TLSv1.2, Cipher is …` names the cipher suite that was picked. ' +
        'Once such suites are switched off, expect `Cipher is (NONE)` and an alert.',
    };
  }
  return { command: openssl(endpoint, domain, to), lookFor: TLS_WORKS };
}

/** What `openssl` prints where TLS works (Markdown). */
export const TLS_WORKS =
  'When TLS works, it prints the certificate of the server and a line such as `New, TLSv1.3, Cipher is …`.';

/** Whether a finding comes from dialback that was tried, and not from db:verify alone. */
function restsOnDialback(check: string, { observation: { plaintext } }: EndpointReport): boolean {
  if (check === 's2s-refuses-plaintext-dialback') return true;
  return check === 's2s-refuses-versionless-dialback' && plaintext.versionlessDialback !== undefined;
}

/** Dialback takes a listener and a key, which no line for a shell has: this tool does it again. */
function tryDialback({ observation }: EndpointReport, domain: string, { from }: Names): Reproduction {
  const vouched = observation.plaintext.dialback?.kind === 'proof';
  const how = vouched ? `--s2s-from ${from} --s2s-listen 0.0.0.0:5269` : '--active-s2s';
  const where = vouched ? `, on the machine where the SRV record of ${from} leads` : '';
  return {
    command: `${COMMAND}${CONTINUED}${domain} --services s2s ${how}`,
    lookFor: `It tries dialback without TLS. Once TLS is required, expect a refusal that names it. It needs Node.js 20 or later${where}.`,
  };
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
const QUESTIONS: readonly { readonly name: QuestionName; readonly stanza: (names: Names) => string }[] = [
  {
    name: 'sasl-external',
    stanza: () => "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>",
  },
  { name: 'legacy-auth', stanza: ({ to }) => askForLogin(to, 1) },
  {
    name: 'registration',
    stanza: ({ to }) => `<iq type='get' id='2' to='${to}'><query xmlns='jabber:iq:register'/></iq>`,
  },
  { name: 'sasl2-external', stanza: () => "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'/>" },
  // Only where the same question is not served on a stream with a version: one stream header has to do for all.
  { name: 'versionless-auth', stanza: ({ to }) => askForLogin(to, 3) },
  // Where a server never announces that it requires TLS, only this shows the difference.
  {
    name: 'dialback-verify',
    stanza: askForKey,
  },
  { name: 'versionless-verify', stanza: askForKey },
];

function askForKey({ to, from }: Names): string {
  return `<db:verify from='${from}' to='${to}' id='4'>probe</db:verify>`;
}

function askForLogin(to: string, id: number): string {
  return `<iq type='get' id='${id}' to='${to}'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`;
}

/** Whether the server went into the question instead of asking for TLS first. */
export function isServed(endpoint: EndpointReport, question: QuestionName): boolean {
  if (question === 'versionless-auth' && isServed(endpoint, 'legacy-auth')) return false;
  if (question === 'versionless-verify' && isServed(endpoint, 'dialback-verify')) return false;
  const step = endpoint.observation.plaintext.answers[question];
  if (step?.state !== 'done') return false;
  const { kind } = step.value;
  if (kind === 'sasl-failure' || kind === 'dialback') return !refusedForLackOfTls(step.value);
  return (
    kind === 'sasl-challenge' || kind === 'sasl-success' || kind === 'iq-result' || wasLookedUp(endpoint, question)
  );
}

/** Whether a login was turned away for the user alone: anybody who has an account gets on from there. */
function wasLookedUp({ observation }: EndpointReport, question: QuestionName): boolean {
  const step = observation.plaintext.answers[question];
  return question.endsWith('-auth') && step?.state === 'done' && looksUserUp(step.value);
}
