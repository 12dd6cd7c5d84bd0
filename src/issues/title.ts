/** The title of a new issue: our words and the configured domain (A-label), never a word of the server. */
export function issueTitle(domain: string): string {
  return `${domain} can be used without TLS`;
}
