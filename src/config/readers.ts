import { SHORTEST_SECRET } from '../model/secret.js';
import { isLiteralAddress, readDomain } from './domain.js';
import { quote, type Reading } from './reading.js';

/** Control characters and line ends; no setting of one line has them. */
const CONTROL = /\p{Cc}/u;

/** A name server: `ip`, `ip:port`, `[ip6]:port`, or the https URL of a DNS-over-HTTPS service (RFC 8484). */
export function readDnsServer(text: string): Reading<string> {
  if (/^[a-z]+:\/\//iu.test(text)) return readDohUrl(text);
  if (isLiteralAddress(text)) return { value: text };
  const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/u.exec(text) ?? [];
  if (!isLiteralAddress(bracketed ?? plain)) {
    return { problem: `${quote(text)} is not an IP address: write one, with ":53" behind it or not, or an https URL` };
  }
  return port === undefined || isPort(port)
    ? { value: text }
    : { problem: `${quote(text)} has no port from 1 to 65535` };
}

function readDohUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return { value: url.href };
  return { problem: `${quote(text)} is not an https URL: write one such as "https://dns.example/dns-query"` };
}

/** Where to listen on this machine: `192.0.2.1:5269`, `[2001:db8::1]:5269`. */
export function readListenAddress(text: string): Reading<{ readonly address: string; readonly port: number }> {
  const [, bracketed, plain = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*)):(\d*)$/u.exec(text) ?? [];
  const address = bracketed ?? plain;
  if (isLiteralAddress(address) && isPort(port)) return { value: { address, port: Number(port) } };
  return { problem: `${quote(text)} is not an address and a port: write them like "0.0.0.0:5269" or "[::]:5269"` };
}

/** One of several equal parts: `2/5`. */
export function readShard(text: string): Reading<{ readonly part: number; readonly of: number }> {
  const [, part = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? [];
  if (Number(part) >= 1 && Number(part) <= Number(of)) return { value: { part: Number(part), of: Number(of) } };
  return { problem: `${quote(text)} is not a part: write the number of this one and of all, such as 2/5` };
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

/** Address of a forge's API, without a slash at the end. Forges on a plain network may have only http. */
export function readApiUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/u.test(url.protocol) && url.username === '') return { value: text.replace(/\/+$/u, '') };
  return { problem: `${quote(text)} is not a URL: write one such as "https://forge.example/api/v3"` };
}

/** A path, relative to the workspace or absolute. */
export function readPath(text: string): Reading<string> {
  return CONTROL.test(text) ? { problem: `${quote(text)} is not a path` } : { value: text };
}

/** Never repeats the token: error messages are public. */
export function readToken(text: string): Reading<string> {
  if (/^[\x21-\x7e]+$/u.test(text)) return { value: text };
  return { problem: 'it holds characters that no token has: look for line breaks or spaces in the secret' };
}

/** A bare JID with a localpart (RFC 7622 section 3.1). */
export function readLoginJid(text: string): Reading<{ readonly user: string; readonly domain: string }> {
  const [, user, rest = ''] = /^([^@/\s"&':<>]{1,255})@([^@/\s]+)$/u.exec(text) ?? [];
  const domain = readDomain(rest);
  if (user === undefined || 'problem' in domain) {
    return { problem: `${quote(text)} is not an account: write it like "tester@example.org", without a resource` };
  }
  return { value: { user, domain: domain.value } };
}

/** Never repeats the password: error messages are public. */
export function readLoginPassword(text: string): Reading<string> {
  if (CONTROL.test(text)) return { problem: 'it holds control characters: look for line breaks in the secret' };
  return text.length >= SHORTEST_SECRET
    ? { value: text }
    : {
        problem: `it is too short to be kept out of every log: give the account one of ${SHORTEST_SECRET} characters or more`,
      };
}

/** A label of at most 50 characters, which is what GitHub takes. Lists of issues are asked for by label, so no commas. */
export function readLabel(text: string): Reading<string> {
  if (text.length <= 50 && !CONTROL.test(text) && !text.includes(',')) return { value: text };
  return { problem: `${quote(text)} is not a label: write at most 50 characters, no comma among them` };
}

/** Short, because other labels are made by appending words to it. */
export function readLabelPrefix(text: string): Reading<string> {
  return text.length <= 30
    ? readLabel(text)
    : { problem: `${quote(text)} is too long for a label prefix: write at most 30 characters` };
}

export function readAssignee(text: string): Reading<string> {
  if (/^[A-Za-z0-9][\w.-]{0,99}$/u.test(text)) return { value: text };
  const bare = text.replace(/^@/u, '');
  const hint = bare === text ? 'write the name as the forge shows it' : `write it without the @, ${quote(bare)}`;
  return { problem: `${quote(text)} is not a user name: ${hint}` };
}

/** Where the people behind a domain can be reached: a mailto, xmpp or https URI. */
export function readContact(text: string): Reading<string> {
  if (/^(?:(?:mailto|xmpp):[^\s@/]+@[^\s@]+|https:\/\/[^\s/]\S*)$/iu.test(text)) return { value: text };
  const hint = /^[^\s@:]+@[^\s@:]+$/u.test(text) ? `"mailto:" in front of it` : 'a mailto:, xmpp: or https: address';
  return { problem: `${quote(text)} is not a contact: write ${hint}` };
}
