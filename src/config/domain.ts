import ipaddr from 'ipaddr.js';
import { quote, type Reading } from './reading.js';

/** Longest text looked at: a domain has at most 253 characters, and the rest is not worth reading. */
const TEXT_LIMIT = 1000;

/**
 * What people write where a domain belongs: the pattern recognises it and finds the domain inside, the first match
 * counts. RFC 5122 for XMPP URIs, RFC 7622 section 3.1 for JIDs.
 */
const MISTAKES: readonly { readonly pattern: RegExp; readonly is: string; readonly also?: string }[] = [
  { pattern: /^(?<quote>["'`])(?<domain>.*)\k<quote>$/u, is: 'stands in quotes' },
  { pattern: /^- +(?<domain>.*)$/u, is: 'begins like an item of a YAML list' },
  { pattern: /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#]*@)?(?<domain>[^/?#:]*)/iu, is: 'is a URL' },
  { pattern: /^xmpp:(?:[^@/?#]*@)?(?<domain>[^/?#]*)/iu, is: 'is an XMPP URI' },
  { pattern: /^[^@/]*@(?<domain>[^/]*)/u, is: 'is a JID' },
  { pattern: /^(?<domain>[^/]*)\//u, is: 'has a resource or a path behind it' },
  {
    pattern: /^(?<domain>[^:]*):\d*$/u,
    is: 'names a port',
    also: ', and name the port under "endpoints" in the configuration file',
  },
  { pattern: /^_[a-z-]+\._(?:tcp|udp)\.(?<domain>.+)$/iu, is: 'is the name of an SRV record' },
  { pattern: /^\*\.?(?<domain>.*)$/u, is: 'is a wildcard', also: ', and every other domain on a line of its own' },
];

const IS_ADDRESS =
  'is an IP address: write the XMPP domain that is served there, and name the address under "endpoints" in the configuration file where the DNS does not';

/**
 * One XMPP domain as people write it (upper case, IDN, trailing dot) to its A-label form in lower case (RFC 5890), which
 * is what the DNS and SNI want. Whatever is not a domain gets a sentence that says what to write.
 */
export function readDomain(text: string): Reading<string> {
  const written = text.trim();
  const mistake = mistakeIn(written);
  if (mistake !== undefined) return { problem: `${quote(written)} ${mistake}` };
  const domain = toAscii(written).replace(/\.$/u, '');
  const flaw = flawIn(domain);
  return flaw === undefined ? { value: domain } : { problem: `${quote(written)} ${flaw}` };
}

/** The host of an endpoint: a domain, or a literal IP address in brackets or not. */
export function readHost(text: string): Reading<string> {
  const bare = text.trim().replace(/^\[(.*)\]$/u, '$1');
  return isLiteralAddress(bare) ? { value: bare.toLowerCase() } : readDomain(text);
}

/** Four decimal numbers, or IPv6 without a zone: what can be connected to without asking anybody. */
export function isLiteralAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes('%'));
}

function mistakeIn(written: string): string | undefined {
  if (written === '') return 'is no domain: write one such as "example.org"';
  if (written.length > TEXT_LIMIT) return 'is too long for a domain';
  if (isAddress(written)) return IS_ADDRESS;
  for (const { pattern, is, also = '' } of MISTAKES) {
    const found = pattern.exec(written);
    if (!found) continue;
    const inside = readDomain(found.groups?.domain ?? '');
    return `${is}: write only the domain, ${'value' in inside ? quote(inside.value) : 'such as "example.org"'}${also}`;
  }
  if (/[,;]/u.test(written)) return 'holds more than one domain: write one domain per line';
  // URL would decode `%61`, turn `\` into `/` and stop at `#`: of ASCII only what a name is made of gets that far.
  const bad = [...written].find((character) => character <= '\x7f' && !/[\w.-]/u.test(character));
  return bad === undefined ? undefined : `contains ${quote(bad)}, which no domain does`;
}

/** Also in brackets, with a port, and in the short forms that resolvers take (`127.1`). */
function isAddress(text: string): boolean {
  return ipaddr.isValid(/^\[([^\]]*)\](?::\d+)?$/u.exec(text)?.[1] ?? text.replace(/^([^:]+):\d+$/u, '$1'));
}

/** The URL parser of the platform does IDNA (UTS #46). Empty when IDNA refuses the name. */
function toAscii(name: string): string {
  const url = `http://${name}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** RFC 1035 section 2.3.4 for the lengths. Underscores pass: such domains exist. */
function flawIn(domain: string): string | undefined {
  const labels = domain.split('.');
  // IDNA also maps characters to ASCII ones that no name has, such as the vertical form of a semicolon (U+FE14).
  if (!/^[\w.-]+$/u.test(domain)) return 'is not a valid domain name';
  if (isAddress(domain)) return IS_ADDRESS;
  if (labels.includes('')) return 'has an empty label: two dots in a row, or one at the start';
  if (labels.some((label) => label.length > 63)) return 'has a label of more than 63 characters';
  if (domain.length > 253) return 'has more than 253 characters';
  if (labels.some((label) => /^-|-$/u.test(label))) return 'has a label that begins or ends with a hyphen';
  return undefined;
}
