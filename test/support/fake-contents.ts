import type { Answer } from './faulty-server.js';

/** Files of a repository by `COMMIT PATH`, as the contents API of a forge answers with them. */
export type FakeFiles = Map<string, string>;

/** The answer to `GET contents/PATH?ref=COMMIT`; undefined where that is not what is asked, or there is no such file. */
export function contentOf(files: FakeFiles, path: string, url: URL): Answer | undefined {
  if (!path.startsWith('contents/')) return undefined;
  const name = decodeURIComponent(path.slice('contents/'.length));
  const text = files.get(`${url.searchParams.get('ref')} ${name}`);
  if (text === undefined) return undefined;
  // GitHub breaks its base64 into lines.
  const content = Buffer.from(text).toString('base64').replace(/.{60}/gu, '$&\n');
  return { status: 200, body: { type: 'file', path: name, encoding: 'base64', content } };
}
