const WORDS = ' can be used without TLS';

/** The title of a new issue: our words and the configured domain (A-label), never a word of the server. */
export function issueTitle(domain: string): string {
  return `${domain}${WORDS}`;
}

/** The domain in a title of ours, where people left it as it was. It may only serve to hold something back. */
export function domainInTitle(title: string): string | undefined {
  const domain = title.endsWith(WORDS) ? title.slice(0, -WORDS.length) : '';
  return /^[^\s\p{C}]{1,253}$/u.test(domain) ? domain : undefined;
}
