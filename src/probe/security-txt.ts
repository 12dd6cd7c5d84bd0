import { LANGUAGES, type Language } from '../model/target.js';

/** What a security.txt file (RFC 9116) says about whom to write to. */
export interface SecurityTxt {
  /** `mailto:` with a bare address, or `https:`; made of harmless characters only. */
  readonly contact: string;
  /** The first of its languages in which there are letters. */
  readonly language?: Language;
}

/** The file has a line or two for each field; what comes after so many is not read. */
const MOST_LINES = 400;

/** The RFC limits neither; a letter to a page of advertising helps nobody. */
const LONGEST_CONTACT = 200;

/**
 * Reads a file that was found at one of `locations` (where it was asked for, and where a redirect led). Undefined where it
 * names nobody whom we could write to, or must not be used: no date of expiry or a past one (RFC 9116 section 2.5.5), or
 * `Canonical` lines that name other places only (section 2.5.2). `now`: ISO 8601 instant.
 */
export function readSecurityTxt(text: string, locations: readonly string[], now: string): SecurityTxt | undefined {
  const fields = readFields(text);
  const values = (name: string): readonly string[] => fields.filter((field) => field.name === name).map((f) => f.value);
  const [expires, ...more] = values('expires');
  if (expires === undefined || more.length > 0 || !isAfter(expires, now)) return undefined;
  const canonical = values('canonical');
  if (canonical.length > 0 && !canonical.some((url) => locations.includes(normal(url)))) return undefined;
  const contact = values('contact')
    .map(readContact)
    .find((one) => one !== undefined);
  if (contact === undefined) return undefined;
  const language = languageOf(values('preferred-languages').join(','));
  return language === undefined ? { contact } : { contact, language };
}

const normal = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

/** `Name: value` lines in order, names in lower case; comments, signatures and everything else is passed over. */
function readFields(text: string): readonly { readonly name: string; readonly value: string }[] {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\r\n]/u)
    .slice(0, MOST_LINES);
  const signature = lines.indexOf('-----BEGIN PGP SIGNATURE-----');
  return (signature < 0 ? lines : lines.slice(0, signature)).flatMap((line) => {
    // Cleartext signatures put `- ` before a line that begins with a dash (RFC 9580 section 7.2).
    const [, name, value = ''] = /^(?:- )?([A-Za-z][A-Za-z-]*):\s*(\S.*?)\s*$/u.exec(line) ?? [];
    return name === undefined ? [] : [{ name: name.toLowerCase(), value }];
  });
}

/** An RFC 3339 date and time, and not just any text that a date parser makes something of. */
function isAfter(value: string, now: string): boolean {
  const isTimestamp = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)$/u.test(value);
  return isTimestamp && Date.parse(value) > Date.parse(now);
}

/** A mail address without anything that would fill in a letter, or the address of a web page without user names. */
function readContact(value: string): string | undefined {
  if (value.length > LONGEST_CONTACT) return undefined;
  const [, address] = /^mailto:([\w.+-]+@(?:[a-z0-9-]+\.)+[a-z0-9-]+)(?:\?.*)?$/iu.exec(value) ?? [];
  if (address !== undefined) return `mailto:${address}`;
  return /^https:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?(?:[/?][\w.~%/?=&+,;-]*)?$/iu.test(value)
    ? value
    : undefined;
}

/** RFC 9116 section 2.5.8: tags in no order of preference. */
function languageOf(tags: string): Language | undefined {
  const spoken = tags.split(',').map((tag) => tag.trim().toLowerCase().split('-')[0] ?? '');
  return spoken.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0];
}
