/**
 * What went wrong while looking at a remote host. Remote behaviour is data, never an exception.
 * The codes are a closed set: each has a sentence in the user's words, and a test that produces it.
 */
export const FAILURES = {
  'config.address-family': 'all addresses are of a family that address-families leaves out',
  'config.private-address': 'the address is private, loopback or link-local and allow-private-addresses is not set',
  'dns.nxdomain': 'the name does not exist in the DNS',
  'dns.nodata': 'the name has no address record',
  'dns.servfail': 'the name server could not answer (SERVFAIL: a broken zone, DNSSEC, or trouble of its own)',
  'dns.refused': 'the name server refused the question',
  'dns.timeout': 'the name server did not answer in time',
  'dns.malformed': 'the answer of the name server could not be read',
  'dns.unreachable': 'the name server could not be reached',
  'dns.limit': 'the DNS names more servers or addresses than we are willing to follow',
  'tcp.refused': 'the port refused the connection',
  'tcp.timeout': 'the port did not answer in time (filtered by a firewall, or the host is down)',
  'tcp.reset': 'the connection was reset',
  'tcp.failed': 'the connection could not be made',
  'net.no-ipv6-route': 'only reachable over IPv6, which this runner does not have',
  'net.unreachable': 'no route to the host from this runner',
  'stream.closed': 'the server closed the connection before it answered',
  'stream.timeout': 'the server did not answer in time',
  'stream.limit': 'the server sent more than we are willing to read',
  'stream.error': 'the server answered with a stream error',
  'stream.host-unknown': 'the host is not served there',
  'stream.redirected': 'the server sent us to another host',
  'stream.no-features': 'the server has no stream features to go on with (usually a missing certificate)',
  'stream.not-xmpp': 'what answered does not speak XMPP',
  'stream.speaks-tls': 'the port expects TLS from the first byte',
  'xml.not-well-formed': 'the server sent XML that is not well-formed',
  'xml.forbidden': 'the server sent XML that XMPP forbids (a DTD, comment or processing instruction)',
  'http.redirected': 'the web server sent us on to an encrypted address',
  'http.elsewhere': 'the web server sent us to another address, and not to an encrypted one',
  'http.refused': 'the web server does not serve XMPP under this address',
  'http.denied': 'the web server turned us away, which says nothing of what it lets others do',
  'http.error': 'the web server could not answer for the moment (overloaded, or what is behind it is down)',
  'http.not-http': 'what answered does not speak HTTP',
  'http.closed': 'the web server closed the connection before it answered',
  'http.timeout': 'the web server did not answer in time',
  'host-meta.unread': 'the host-meta file of the domain could not be read, so that the doors it names are not known',
  'starttls.failure': 'the server refused STARTTLS',
  'starttls.injected': 'the server sent plaintext after <proceed/>',
  'tls.alert': 'the server ended the TLS handshake with an alert',
  'tls.closed': 'the server closed the connection during the TLS handshake',
  'tls.timeout': 'the TLS handshake did not finish in time',
  'tls.not-tls': 'the server answered the TLS handshake with something that is not TLS',
  'tls.local-refusal': 'our own TLS library refused the handshake, which says nothing about the server',
  'login.unusable-challenge': 'the server answered a login with a challenge that cannot be answered',
  'login.impostor': 'the server accepted a login without showing that it knows the password',
  'login.no-session': 'the server accepted the login and refused what comes after it',
  'probe.connections': 'all connections that one endpoint may cost were used up',
  'run.deadline': 'the whole run ran out of time before this was reached',
  'confirm.differs': 'a second connection was answered differently',
} as const;

export type FailureCode = keyof typeof FAILURES;

/** Whether the reasons of a service (judge/reasons.ts) name nothing but addresses that a runner without IPv6 cannot reach. */
export function isForLackOfIpv6(because: readonly string[]): boolean {
  return because.length > 0 && because.every((reason) => reason.startsWith(FAILURES['net.no-ipv6-route']));
}

/** What the reader can try, where there is something: whoever is told "inconclusive" wants to know what now. */
export const NEXT_STEPS: Partial<Readonly<Record<FailureCode, string>>> = {
  'config.private-address': 'Set allow-private-addresses: true if you mean it.',
  'dns.nxdomain': 'Is the name misspelt?',
  'dns.servfail': 'Ask another name server (dns-servers); if it fails there too, the zone has to be corrected.',
  'dns.timeout': 'Can this runner reach its name server? Name another one with dns-servers.',
  'dns.unreachable': 'Can this runner reach its name server? Name another one with dns-servers.',
  'tcp.refused': 'Nothing listens there: is the SRV record out of date, or the service down?',
  'tcp.timeout': 'A firewall drops it, or this runner may not reach the port: try from another network.',
  'net.no-ipv6-route': 'Use a runner that has IPv6, or judge IPv4 alone (address-families: ipv4).',
  'net.unreachable': 'Is outgoing traffic blocked for this runner?',
  'stream.timeout': 'If the server is only slow, raise timeout.',
  'stream.host-unknown': 'Does the record lead to the right server, and is the domain set up there?',
  'run.deadline': 'Raise run-timeout or parallel, or split the list.',
};

/** The steps of one look at one endpoint, in the order in which they are taken. */
export type StepName =
  | 'srv'
  | 'addresses'
  | 'connect'
  | 'header'
  | 'features'
  | 'starttls'
  | 'handshake'
  | 'secured-features'
  | 'question'
  | 'login'
  | 'bind'
  | 'message'
  | 'confirm';

/** `detail` is remote or platform text: hostile, cut to {@link DETAIL_LIMIT} characters, escaped by every renderer. */
export interface Failure {
  readonly code: FailureCode;
  readonly step: StepName;
  readonly detail?: string;
  /** Stream error or SASL condition, where the code came from one (RFC 6120 sections 4.9.3 and 6.5). */
  readonly condition?: string;
}

/** Longest remote text kept in an observation, in UTF-16 units. */
export const DETAIL_LIMIT = 300;

export function failure(code: FailureCode, step: StepName, detail?: string, condition?: string): Failure {
  return {
    code,
    step,
    ...(detail ? { detail: detail.slice(0, DETAIL_LIMIT) } : {}),
    ...(condition ? { condition: condition.slice(0, DETAIL_LIMIT) } : {}),
  };
}

/** One step: done with a value, failed with a reason, or never reached because an earlier step stopped us. */
export type Step<T> =
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'not-reached'; readonly after: StepName };

export const done = <T>(value: T): Step<T> => ({ state: 'done', value });
export const failed = (reason: Failure): Step<never> => ({ state: 'failed', failure: reason });
export const notReached = (after: StepName): Step<never> => ({ state: 'not-reached', after });

/** The failure in our own words, safe to show: of remote text only a condition that looks like a defined one is kept. */
export function failureInWords({ code, condition }: Failure): string {
  return condition !== undefined && /^[a-z-]{1,40}$/u.test(condition)
    ? `${FAILURES[code]} (${condition})`
    : FAILURES[code];
}
