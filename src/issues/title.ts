/**
 * The title of a new issue: our words and the configured domain (A-label), never a word of the server. It is what has to be
 * done, so that it is as true of the closed issue.
 */
export function issueTitle(domain: string): string {
  return `XMPP at ${domain} must require TLS`;
}
