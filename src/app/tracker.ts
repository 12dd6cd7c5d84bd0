import type { LoadedConfig } from '../config/load.js';
import type { ForgeOptions } from '../forge/client.js';
import type { Clock, Log } from '../model/ports.js';
import type { Tracker } from './run.js';

/** What the workflow around a run has to say about its issues. */
export interface Circumstances {
  /** `owner/name`. */
  readonly repository?: string;
  /** API of the forge that the job runs on. */
  readonly apiUrl: string;
}

export interface TrackerPorts {
  readonly permission: { readonly granted: true } | { readonly granted: false; readonly because: string };
  readonly forge: ForgeOptions | undefined;
  readonly onForgejo: boolean;
  /** Absolute path of one that the user named. */
  readonly locate: (path: string) => string;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warning'>;
}

/** How the forge is reached; undefined without a token or a repository. */
export function forgeOptions(
  { token, apiUrl }: Pick<LoadedConfig, 'token' | 'apiUrl'>,
  { repository, apiUrl: own }: Circumstances,
  clock: Clock,
): ForgeOptions | undefined {
  if (token === undefined || repository === undefined) return undefined;
  return { token, repository, apiUrl: apiUrl ?? own, clock };
}

/**
 * Where issues are kept: a folder, the forge, or nowhere, with the reason in the log. A dry run cannot write. What talks to a
 * forge is loaded where one is asked.
 */
export async function chooseTracker(
  { config, forge: kind }: Pick<LoadedConfig, 'config' | 'forge'>,
  { permission, forge, onForgejo, locate, clock, log }: TrackerPorts,
): Promise<Tracker | undefined> {
  const { dryRun, issuesDir } = config.tracking;
  if (!permission.granted) {
    log.info(`Issues are left alone: ${permission.because}.`);
    return undefined;
  }
  if (issuesDir !== undefined) {
    const { folderTracker } = await import('./folder-tracker.js');
    return folderTracker(locate(issuesDir), clock, dryRun);
  }
  if (forge === undefined) {
    log.warning(
      'Issues are left alone: there is no token or no repository; set the input token, or manage-issues: false.',
    );
    return undefined;
  }
  const { detectForge, openForge } = await import('../forge/open.js');
  return openForge(kind === 'auto' ? detectForge(forge.apiUrl, onForgejo) : kind, forge, !dryRun);
}
