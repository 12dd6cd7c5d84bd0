import { byteLength, inertCode } from '../model/inert.js';
import type { TargetReport } from '../model/report.js';
import { folded } from './advice.js';
import type { OperatorLetter } from './operator-letter.js';

/** Some mail programs cut longer links, and some do not open them at all. */
const LINK_BYTES = 1900;

type Addressee = Pick<TargetReport, 'domain' | 'contact' | 'foundContact'>;

/** The letter as Markdown: folded, with whom it goes to, where that is known from, and links that open it. */
export function renderLetter(letter: OperatorLetter | undefined, addressee: Addressee): string {
  if (letter === undefined) return '';
  const text = `${letter.subject}\n\n${letter.body}`;
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/gu) ?? []).map((run) => run.length + 1)));
  const what = letter.kind === 'thanks' ? 'Draft of a thank-you' : 'Draft message';
  const summary = `${what} to the operator (${letter.language}). It is never sent automatically.`;
  return folded(summary, [renderAddressee(letter, addressee), `${fence}text\n${text}\n${fence}`].join('\n\n'));
}

function renderAddressee(letter: OperatorLetter, { domain, contact, foundContact }: Addressee): string {
  if (contact !== undefined) return `${named(contact)}, from the configuration.${opened(contact, letter)}`;
  if (foundContact !== undefined) {
    const { uri, url } = foundContact;
    return `${named(uri)}, from the [security.txt](https://www.rfc-editor.org/rfc/rfc9116) at ${inertCode(url, 200)}.${opened(uri, letter)}`;
  }
  // XEP-0157 section 2.
  const mailbox = `mailto:xmpp@${domain}`;
  return `No contact is known. By convention ([XEP-0157](https://xmpp.org/extensions/xep-0157.html#email)), the operators of a service read ${named(mailbox, '')}.${opened(mailbox, letter)}`;
}

/** A plain address stays as it is, so that it can be copied; `@` after a letter mentions nobody. */
function named(uri: string, lead = 'Contact: '): string {
  const address = uri.replace(/^mailto:/iu, '');
  return lead + (/^(?:xmpp:)?[\w.+-]+@[\w.-]+$/iu.test(address) ? `\`${address}\`` : inertCode(uri, 200));
}

function opened(uri: string, letter: OperatorLetter): string {
  const link = linkTo(uri, letter);
  if (link === undefined) return '';
  const [name, url] = link;
  return ` [${name}](<${url}>), with a short version; please read it before sending.`;
}

/** A `mailto:` (RFC 6068) or `xmpp:` (RFC 5122) link; a contact that is a web page stays what it is. */
function linkTo(contact: string, { subject, brief }: OperatorLetter): readonly [name: string, url: string] | undefined {
  const [, scheme = '', address = ''] = /^(mailto|xmpp):([^?#]+)/iu.exec(contact) ?? [];
  if (address === '') return undefined;
  const isMail = scheme.toLowerCase() === 'mailto';
  const [question, separator] = isMail ? ['?', '&'] : ['?message;', ';'];
  const to = address.split('@').map(encode).join('@');
  const start = `${scheme.toLowerCase()}:${to}${question}subject=${encode(subject)}`;
  const bodies = brief.map((body) => `${start}${separator}body=${encode(body.replaceAll('\n', '\r\n'))}`);
  const url = bodies.find((whole) => byteLength(whole) <= LINK_BYTES) ?? start;
  return [isMail ? 'Open as an e-mail' : 'Open as an XMPP message', url];
}

/** Percent-encoded until nothing is left that means something in a URI or in Markdown. */
function encode(text: string): string {
  const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*_~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
