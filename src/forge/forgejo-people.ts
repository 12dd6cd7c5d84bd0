import type { ForgeClient } from './client.js';
import { askQuietly, isItem, textOf } from './pages.js';

/** Who wrote something, as far as it matters: there is no `author_association` on Forgejo. */
export interface People {
  /** Whether the account is the one that job tokens write as. */
  isActions(user: unknown): boolean;
  /** Whether hidden state by this author may be believed. */
  isTrusted(user: unknown): Promise<boolean>;
  /** Whether the author may write to the repository, as far as the token may ask. */
  mayWrite(user: unknown): Promise<boolean>;
}

/** The account of Actions, on Forgejo (`forgejo-actions`) and Gitea (`gitea-actions`); nobody can register an id below 0. */
const ACTIONS_USER_ID = -2;

const WRITING_PERMISSIONS = ['owner', 'admin', 'write'];

/** Asks the forge about people, once each and only where nothing else tells. `repository` is `owner/name`. */
export function createPeople(client: ForgeClient, instance: string, repository: string): People {
  const owner = repository.slice(0, repository.indexOf('/')).toLowerCase();
  const permissions = new Map<string, Promise<boolean>>();
  let own: Promise<string | undefined> | undefined;

  const isActions = (user: unknown): boolean => isItem(user) && user.id === ACTIONS_USER_ID;
  const mayWrite = async (user: unknown): Promise<boolean> => {
    const login = loginOf(user);
    // The owner of a repository may everything; an organisation never writes as itself.
    if (login === '' || isActions(user) || login === owner) return login !== '' && !isActions(user);
    const answer = permissions.get(login) ?? askPermission(client, login);
    permissions.set(login, answer);
    return answer;
  };
  return {
    isActions,
    mayWrite,
    async isTrusted(user) {
      const login = loginOf(user);
      if (login === '') return false;
      if (isActions(user) || login === owner) return true;
      own ??= askOwnLogin(client, instance);
      return login === (await own) || mayWrite(user);
    },
  };
}

const loginOf = (user: unknown): string => (isItem(user) ? textOf(user.login).toLowerCase() : '');

/** Only administrators and the user in question are told; a job token usually is refused, which proves no right. */
async function askPermission(client: ForgeClient, login: string): Promise<boolean> {
  const path = `/collaborators/${encodeURIComponent(login)}/permission`;
  const answer = await askQuietly(client, path, `ask what ${login} may do`);
  return WRITING_PERMISSIONS.some((each) => each === answer?.permission);
}

/** The login behind the token; a job token stands for no user and gets none. */
async function askOwnLogin(client: ForgeClient, instance: string): Promise<string | undefined> {
  return loginOf(await askQuietly(client, `${instance}/user`, 'ask whose token this is')) || undefined;
}
