import { changedDomains } from '../config/changes.js';
import { loadConfig, type LoadedConfig } from '../config/load.js';
import type { ConfigSources } from '../config/sources.js';
import { ForgeError } from '../forge/forge.js';
import type { ForgeOptions } from '../forge/client.js';
import { createContentReader } from '../forge/contents.js';
import { ConfigurationError } from '../model/ports.js';

/** What decides a run that is about a change, such as a pull request. */
export interface Gate {
  /** Absent: every domain decides. */
  readonly changed?: ReadonlySet<string>;
  /** In words for the log: what decides, and why. */
  readonly because: string;
}

export interface GatePorts {
  /** The commit that the change is compared with; undefined where the event names none. */
  readonly base: string | undefined;
  readonly forge: ForgeOptions | undefined;
  /** API of the forge that the job runs on: with `api-url` the token may be for another one, and is shown to that only. */
  readonly ownApiUrl: string;
  /** A path from the root of the repository on; undefined where it leads out of it. */
  readonly inside: (path: string) => string | undefined;
}

/**
 * What a change of the configuration touches, found out by reading the configuration once more as it was before. Where
 * that is not possible every domain decides, and the reason is told: nothing passes because it could not be compared.
 */
export async function openGate(after: LoadedConfig, sources: ConfigSources, ports: GatePorts): Promise<Gate> {
  const { base, forge, ownApiUrl, inside } = ports;
  const all = (why: string): Gate => ({ because: `All domains decide: ${why}.` });
  if (after.config.file === undefined) return all('no configuration file names them');
  if (base === undefined) return all('the event names no commit to compare with');
  if (forge?.apiUrl !== ownApiUrl) return all('there is no token to read the configuration before this change');
  const { readFile, trouble } = filesAt(base, forge, inside);
  try {
    const before = await loadConfig({ ...sources, readFile });
    const changed = changedDomains(before.config, after.config);
    return { changed, because: countInWords(changed, after.config.targets.length) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return all(trouble() ?? 'before this change there was no configuration that could be read');
  }
}

/** The files of the repository as they were, and what the forge said where it did not let us read one. */
function filesAt(base: string, forge: ForgeOptions, inside: GatePorts['inside']) {
  const contents = createContentReader(forge);
  let refusal: ForgeError | undefined;
  return {
    trouble: () => refusal && `${refusal.message.replace(/\.$/u, '')}; the job needs "permissions: contents: read"`,
    readFile: async (path: string): Promise<string | undefined> => {
      try {
        const way = inside(path);
        return way === undefined ? undefined : await contents.readAt(way, base);
      } catch (error) {
        if (error instanceof ForgeError) refusal = error;
        throw error;
      }
    },
  };
}

/** How many are named one by one. */
const NAMED = 5;

function countInWords(changed: ReadonlySet<string>, total: number): string {
  if (changed.size === 0) return 'This change adds and changes no domain: none decides.';
  const rest = changed.size - NAMED;
  const names = [...[...changed].slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return `Only what this change adds or changes decides: ${changed.size} of ${total} domains (${names}).`;
}
