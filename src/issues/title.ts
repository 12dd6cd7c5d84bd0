const WORDS = { before: 'XMPP at ', after: ' must require TLS' };

/**
 * The title of a new issue: our words and the configured domain (A-label), never a word of the server. It is what has to be
 * done, so that it is as true of the closed issue.
 */
export function issueTitle(domain: string): string {
  return `${WORDS.before}${domain}${WORDS.after}`;
}

/** The domain in a title of ours, where people left it as it was. It may only serve to hold something back. */
export function domainInTitle(title: string): string | undefined {
  const isOurs = title.startsWith(WORDS.before) && title.endsWith(WORDS.after);
  const domain = isOurs ? title.slice(WORDS.before.length, -WORDS.after.length) : '';
  return /^[^\s\p{C}]{1,253}$/u.test(domain) ? domain : undefined;
}
