/** Where this project lives; equal to package.json, which a test makes sure of. */
export const PROJECT_URL = 'https://github.com/xmpp-tls-compliance/xmpp-tls-compliance';

/** The release line that documentation is linked in: the tag that users of the Action follow. */
export const RELEASE_LINE = 'v1';

/** The page that explains a check, with the setting of every server; undefined for what cannot be the id of one. */
export function checkUrl(id: string): string | undefined {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) && id.length <= 80
    ? `${PROJECT_URL}/blob/${RELEASE_LINE}/docs/checks/${id}.md`
    : undefined;
}
