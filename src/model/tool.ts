/** Where this tool is at home: `owner/name` on GitHub. */
export const REPOSITORY = 'xmpp-tls-compliance/xmpp-tls-compliance';

/** The command line as anybody with Node.js 20 or later can call it; it installs nothing for good. */
export const COMMAND = `npx --yes github:${REPOSITORY}`;

/** The page about one check: what it demands, why, and the settings of every server there is advice for. */
export function checkPage(id: string): string {
  return `https://github.com/${REPOSITORY}/blob/v1/docs/checks/${id}.md`;
}
