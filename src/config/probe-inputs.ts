import { readDomain } from './domain.js';
import type { Input } from './inputs.js';
import { duration, listOf, oneOf, ports, text, wholeNumber, yesOrNo } from './kinds.js';
import { readDnsServer, readListenAddress, readLoginJid, readLoginPassword, readPath } from './readers.js';

const FAMILY_WORDS: Readonly<Record<string, readonly (4 | 6)[]>> = { both: [4, 6], ipv4: [4], ipv6: [6] };

/** Settings about how domains are checked; part of the one table in inputs.ts. */
export const PROBE_INPUTS = {
  timeout: {
    kind: duration('100ms', '2m'),
    description:
      'How long to wait for a connection, and for each answer. Units: ms, s, m, h; a bare number is seconds.',
    default: '10s',
    inFile: true,
    flag: '--timeout TIME',
  },
  'run-timeout': {
    kind: duration('1s', '6h'),
    description: 'How long the whole run may take. Domains not reached by then are inconclusive.',
    default: '15m',
    inFile: true,
    flag: '--run-timeout TIME',
  },
  retries: {
    kind: wholeNumber(0, 5),
    description: 'How often an unreachable endpoint is tried again.',
    default: '1',
    inFile: true,
    flag: '--retries N',
  },
  parallel: {
    kind: wholeNumber(1, 64),
    description: 'Domains checked in parallel.',
    default: '8',
    inFile: true,
    flag: '--parallel N',
  },
  'dns-servers': {
    kind: listOf(readDnsServer, 8),
    description:
      'Name servers to ask, separated by commas or line ends: "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:53" or an https URL (DNS over HTTPS).',
    defaultNote: 'those of the system',
    inFile: true,
    flag: '--dns-servers LIST',
  },
  'ca-file': {
    kind: text(readPath),
    description: 'PEM file of certificate authorities to trust beside the usual ones.',
    inFile: true,
    flag: '--ca-file FILE',
  },
  's2s-from': {
    kind: text(readDomain),
    description:
      'Domain that s2s streams claim to come from. Servers that talk only to known domains need one of yours here.',
    default: 'tls-probe.invalid',
    inFile: true,
    flag: '--s2s-from DOMAIN',
  },
  'active-s2s': {
    kind: yesOrNo(),
    description:
      'Also try dialback before TLS, with a key that nobody vouches for. It makes every server look up s2s-from, and some log a warning.',
    default: 'false',
    inFile: true,
    flag: '--active-s2s',
  },
  's2s-listen': {
    kind: text(readListenAddress),
    description:
      'Address and port to listen on for servers that verify s2s-from, whose SRV record has to lead there: shows by a ping without TLS whether a server serves plaintext. Needs a runner of your own.',
    inFile: false,
    flag: '--s2s-listen ADDRESS',
  },
  's2s-certificate': {
    kind: text(readPath),
    description:
      'PEM file with the certificate chain and private key that s2s-listen shows; without one, a self-signed certificate is made for the run.',
    inFile: false,
    flag: '--s2s-certificate FILE',
  },
  'prove-login-offer': {
    kind: yesOrNo(),
    description:
      'Where clients are offered a SCRAM login without TLS, begin one for a random user, without a password, to see that it is served. It can count as a failed login, towards a ban of the address.',
    default: 'false',
    inFile: true,
    flag: '--prove-login-offer',
  },
  'login-jid': {
    kind: text(readLoginJid),
    description:
      'Throw-away account to log in with where its server lets clients do that without TLS. It sends a message to itself and to nobody else.',
    inFile: false,
    flag: '--login-jid JID',
  },
  'login-password': {
    kind: text(readLoginPassword),
    description:
      'Password of that account, from a secret: it is masked, and never written anywhere. The command line takes it from XMPP_TLS_LOGIN_PASSWORD.',
    inFile: false,
  },
  'login-allow-plain': {
    kind: yesOrNo(),
    description:
      'Whether that password may itself be sent in plaintext, where the server takes no SCRAM: to mechanism PLAIN and to jabber:iq:auth.',
    default: 'false',
    inFile: false,
    flag: '--login-allow-plain',
  },
  'starttls-injection': {
    kind: yesOrNo(),
    description:
      'Send plaintext right behind STARTTLS and see whether the server carries it out inside TLS. One connection more per endpoint.',
    default: 'false',
    inFile: true,
    flag: '--starttls-injection',
  },
  'address-families': {
    kind: oneOf(FAMILY_WORDS),
    description:
      'Addresses to judge: "ipv4", "ipv6" or "both". For runners without IPv6, such as those of GitHub, on which a domain with an IPv6 address stays inconclusive.',
    default: 'both',
    inFile: false,
    flag: '--address-families WORD',
  },
  'allow-private-addresses': {
    kind: yesOrNo(),
    description:
      'Connect to private, loopback and link-local addresses too. Keep it off where others can edit the domains.',
    default: 'false',
    inFile: false,
    flag: '--allow-private-addresses',
  },
  'http-ports': {
    kind: ports,
    description:
      'Ports checked for BOSH and WebSocket without TLS, on the addresses of the domain and of its client hosts; "none" checks only where host-meta points.',
    default: '5280,7070',
    inFile: true,
    flag: '--http-ports LIST',
  },
  'component-ports': {
    kind: ports,
    description:
      'Ports where external components log in with a shared secret and without TLS, such as 5347 and 5275; the s2s hosts are checked for whether they can be reached.',
    default: 'none',
    inFile: true,
    flag: '--component-ports LIST',
  },
} satisfies Record<string, Input<unknown>>;
