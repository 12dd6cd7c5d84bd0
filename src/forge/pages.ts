import type { ForgeClient, ForgeOptions } from './client.js';
import type { Attempt } from './failure.js';
import { ForgeError } from './forge.js';

/** One object of an answer. Which fields it has is for its reader to find out. */
export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isItemList = (value: unknown): value is Item[] => Array.isArray(value) && value.every(isItem);
export const isAnything = (): boolean => true;
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Times may come with the offset of the server or without fractions; they are compared as text, so all are alike here. */
export function inUtc(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : new Date(time).toISOString();
}

/** Fifty or a hundred a page; nobody watches more domains than this with one label. */
const MOST_PAGES = 100;

/**
 * All pages, or an error. `follow` makes the next request of the URL that a page names as the one after it.
 * A page that is not a list would read like "there are no issues", and make twins of them.
 */
export async function readPages(
  client: ForgeClient,
  path: string,
  attempt: Attempt,
  follow: (next: string) => string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | undefined = path;
  for (let page = 0; next !== undefined; page += 1) {
    if (page === MOST_PAGES)
      throw new ForgeError(`There are too many pages to ${attempt.what}.`, { outcome: 'refused' });
    const answer = await client.send({ method: 'GET', path: next, attempt, repeatable: true, accepts: isItemList });
    if (isItemList(answer.data)) items.push(...answer.data);
    const url = nextUrl(answer.link);
    next = url === undefined ? undefined : follow(url);
  }
  return items;
}

/** The page after this one, as the header `Link` names it (RFC 8288). */
const nextUrl = (link: string | undefined): string | undefined =>
  /<([^<>]+)>;[^,]*\brel="?next"?/u.exec(link ?? '')?.[1];

/** Follows a link as it is. The token goes with every request, so no other server is ever asked. */
export function onSameServer({ apiUrl }: Pick<ForgeOptions, 'apiUrl'>): (next: string) => string {
  return (next) => {
    if (URL.canParse(next) && new URL(next).origin === new URL(apiUrl).origin) return next;
    throw new ForgeError('The forge named another server for the next page of a list.', { outcome: 'refused' });
  };
}

/** The object of one answer, or undefined where the forge says that it is not there (404, or 410 for a deleted issue). */
export async function readIfThere(client: ForgeClient, path: string, attempt: Attempt): Promise<Item | undefined> {
  try {
    const answer = await client.send({ method: 'GET', path, attempt, repeatable: true, accepts: isItem });
    return isItem(answer.data) ? answer.data : undefined;
  } catch (error) {
    if (error instanceof ForgeError && !error.stops && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}

/** The object of one answer, or undefined where the forge does not tell us: no such thing, or no right to ask. */
export async function askQuietly(client: ForgeClient, path: string, what: string): Promise<Item | undefined> {
  try {
    const { data } = await client.send({ method: 'GET', path, attempt: { what }, repeatable: true, accepts: isItem });
    return isItem(data) ? data : undefined;
  } catch (error) {
    const { status, limited } = error instanceof ForgeError ? error : {};
    if (!limited && (status === 401 || status === 403 || status === 404)) return undefined;
    throw error;
  }
}
