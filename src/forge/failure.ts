import { inertText } from '../model/inert.js';
import { ForgeError } from './forge.js';

/** One request that did not bring what was wanted. */
export interface RequestFailure {
  /** Undefined when no answer, or none that could be read, arrived. */
  readonly status: number | undefined;
  /** Text of the forge or the platform: hostile. */
  readonly message: string;
  /** False when the request certainly never left. */
  readonly mayHaveBeenCarriedOut: boolean;
  /** How long the forge asks us to wait, when it refused for being asked too often. */
  readonly retryAfterMs?: number;
}

/** What was attempted, for the sentence: `open an issue`, `change #3`. `issue` when it concerns only that one. */
export interface Attempt {
  readonly what: string;
  readonly issue?: number;
}

/** How the sentences name a forge, and how its tokens get permission. */
export interface Dialect {
  readonly forge: string;
  /** What to do so that the token may write issues, beginning with a verb: `add "..." to the job`. */
  readonly permission: string;
}

const VERDICT_STANDS = 'The check itself is not affected.';
const NEXT_RUN = 'The next run goes on where this one stopped.';

/** The sentences for people, by cause. */
export function toForgeError(failure: RequestFailure, attempt: Attempt, dialect: Dialect): ForgeError {
  const { status } = failure;
  const { forge } = dialect;
  const isRefusal = status !== undefined && status < 500;
  const happened = isRefusal ? `${forge} did not let us` : `${forge} gave no usable answer when asked to`;
  const said = [status, inertText(failure.message, 160)].filter((part) => part !== undefined && part !== '').join(': ');
  return new ForgeError(`${happened} ${attempt.what} (${said}).`, {
    outcome: !isRefusal && failure.mayHaveBeenCarriedOut ? 'lost' : 'refused',
    ...(status === undefined ? {} : { status }),
    ...explain(failure, attempt, dialect),
  });
}

function explain({ status, message, retryAfterMs }: RequestFailure, { issue }: Attempt, { permission }: Dialect) {
  if (retryAfterMs !== undefined) return { hint: `The rate limit is used up. ${NEXT_RUN}`, stops: true, limited: true };
  if (status !== undefined && status < 400) return { hint: 'Nothing is written anywhere else.' };
  switch (status) {
    case 401:
      return { hint: `The token is not valid: check the input "token". ${VERDICT_STANDS}`, stops: true };
    case 403: {
      if (/\blocked\b/iu.test(message)) return { hint: 'The issue is locked.' };
      return { hint: `The token lacks permission: ${permission}. ${VERDICT_STANDS}`, stops: true };
    }
    case 404: {
      if (issue !== undefined) return { hint: 'It was deleted or moved, or the token may not change it.' };
      const why = 'The repository does not exist, or the token may not see its issues';
      return { hint: `${why}: ${permission}. ${VERDICT_STANDS}`, stops: true };
    }
    case 410: {
      if (issue !== undefined && !/\bdisabled\b/iu.test(message)) return { hint: 'It was deleted.' };
      const remedy = 'turn them on in its settings, or set "manage-issues: false"';
      return { hint: `Issues are turned off in this repository: ${remedy}. ${VERDICT_STANDS}`, stops: true };
    }
    default:
      return status === undefined || status >= 500 ? { hint: NEXT_RUN } : {};
  }
}
