import type { ForgeClient } from './client.js';
import { ForgeError } from './forge.js';
import { type Item, isItem, textOf } from './pages.js';

/** The labels of a repository: Forgejo takes their ids where GitHub takes names. */
export interface Labels {
  /** The id of a label of the repository or its organisation, in any case of letters; undefined where there is none. */
  find(name: string): Promise<number | undefined>;
  /** The ids of labels, creating what is missing, as GitHub does. */
  idsOf(names: readonly string[]): Promise<number[]>;
  ensure(name: string, color: string, description: string): Promise<number>;
}

/** What GitHub gives a label that was only named. */
const PLAIN_COLOR = 'ededed';

/** `readAll` reads all pages of a list below the repository, or of a whole URL. */
export function createLabels(
  client: ForgeClient,
  organisationUrl: string,
  readAll: (path: string, what: string) => Promise<readonly Item[]>,
): Labels {
  let known: ReadonlyMap<string, number> = new Map();
  const labels: Labels = {
    async find(name) {
      // What is known stays; what is missing may have been created since.
      if (!known.has(name.toLowerCase())) known = await readLabels(organisationUrl, readAll);
      return known.get(name.toLowerCase());
    },
    async idsOf(names) {
      const ids: number[] = [];
      for (const name of names) ids.push(await labels.ensure(name, PLAIN_COLOR, ''));
      return ids;
    },
    async ensure(name, color, description) {
      // Names are not unique here: whoever does not look first makes twins.
      const id = (await labels.find(name)) ?? (await create(client, { name, color, description }));
      known = new Map(known).set(name.toLowerCase(), id);
      return id;
    },
  };
  return labels;
}

async function readLabels(
  organisationUrl: string,
  readAll: (path: string, what: string) => Promise<readonly Item[]>,
): Promise<Map<string, number>> {
  const ofRepository = await readAll('/labels?limit=50', 'list the labels');
  const ofOrganisation = await readAll(`${organisationUrl}/labels?limit=50`, 'list the labels').catch(nothingToRead);
  const labels = [...ofOrganisation, ...ofRepository].flatMap(({ id, name }): [string, number][] =>
    typeof id === 'number' ? [[textOf(name).toLowerCase(), id]] : [],
  );
  return new Map(labels);
}

/** A repository that belongs to a user has no organisation, and a job token may not be shown one. */
function nothingToRead(error: unknown): readonly Item[] {
  const { status, limited } = error instanceof ForgeError ? error : {};
  if (!limited && (status === 401 || status === 403 || status === 404)) return [];
  throw error;
}

async function create(client: ForgeClient, body: { name: string; color: string; description: string }) {
  const attempt = { what: `create the label "${body.name}"` };
  const accepts = (data: unknown): boolean => isItem(data) && typeof data.id === 'number';
  const request = { method: 'POST', path: '/labels', attempt, body, repeatable: false, accepts } as const;
  const { data } = await client.send(request);
  return (data as { id: number }).id;
}
