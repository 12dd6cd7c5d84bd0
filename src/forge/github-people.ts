import type { ForgeClient } from './client.js';
import { ForgeError } from './forge.js';
import { type Item, askQuietly, isItem, textOf } from './pages.js';

/** Who wrote something on GitHub, as far as it matters. */
export interface GitHubPeople {
  /** Whether that is told by the item alone, without asking anybody. */
  isKnown(item: Item): boolean;
  /** Whether hidden state by this author may be believed. */
  isTrusted(item: Item): Promise<boolean>;
  /** Whether the author may at least triage issues. */
  mayCommand(item: Item): Promise<boolean>;
}

/** Whose issues and comments may carry state; anybody can paste a marker, and only these are asked to. */
const TRUSTED_ASSOCIATIONS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

const WRITING_ROLES = ['admin', 'maintain', 'write'];
/** Roles that may at least set labels and close issues. */
const COMMANDING_ROLES = [...WRITING_ROLES, 'triage'];

export const isBot = (user: unknown): boolean => isItem(user) && user.type === 'Bot';

/**
 * Asks GitHub about people, once each and only where nothing else tells. `author_association` cannot tell everything: a
 * member of the organisation may only be allowed to read, and one who keeps the membership private, or is only in a
 * team, looks like a stranger, whoever owns the token among them.
 */
export function createGitHubPeople(client: ForgeClient, apiUrl: string): GitHubPeople {
  const roles = new Map<string, Promise<readonly string[]>>();
  let own: Promise<string> | undefined;

  const rolesOf = (login: string): Promise<readonly string[]> => {
    const answer = roles.get(login) ?? askRoles(client, login);
    roles.set(login, answer);
    return answer;
  };
  const hasRole = async (login: string, wanted: readonly string[]): Promise<boolean> =>
    login !== '' && (await rolesOf(login)).some((role) => wanted.includes(role));

  const isKnown = ({ user, author_association: association }: Item): boolean =>
    isBot(user) || TRUSTED_ASSOCIATIONS.some((each) => each === association);

  return {
    isKnown,
    async isTrusted(item) {
      if (isKnown(item)) return true;
      const login = loginOf(item.user);
      if (login === '') return false;
      own ??= askOwnLogin(client, apiUrl);
      return login.toLowerCase() === (await own) || hasRole(login, WRITING_ROLES);
    },
    mayCommand: async ({ user, author_association: association }) =>
      association === 'OWNER' || hasRole(loginOf(user), COMMANDING_ROLES),
  };
}

const loginOf = (user: unknown): string => (isItem(user) ? textOf(user.login) : '');

/** 403: the token may not ask. 404: no such user any more. Neither proves a right. */
async function askRoles(client: ForgeClient, login: string): Promise<readonly string[]> {
  const path = `/collaborators/${encodeURIComponent(login)}/permission`;
  const { role_name: role, permission } = (await askQuietly(client, path, `ask what ${login} may do`)) ?? {};
  return [textOf(role), textOf(permission)];
}

/** The login behind the token, in lower case; the token of a job stands for no user and gets none. */
async function askOwnLogin(client: ForgeClient, apiUrl: string): Promise<string> {
  try {
    return textOf((await askQuietly(client, `${apiUrl}/user`, 'ask whose token this is'))?.login).toLowerCase();
  } catch (error) {
    // Only a help to know ourselves again: where it is not to be had, people are told by their roles.
    if (error instanceof ForgeError && !error.limited) return '';
    throw error;
  }
}
