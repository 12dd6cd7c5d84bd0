import type { LoadedConfig } from '../config/load.js';
import { createFolderReader, createFolderWriter } from '../forge/folder.js';
import { detectForge, openForge } from '../forge/open.js';
import type { Clock, Log } from '../model/ports.js';
import type { Tracker } from './run.js';

/** What the surroundings say of where issues may be kept. */
export interface Whereabouts {
  readonly permission: { readonly granted: true } | { readonly granted: false; readonly because: string };
  /** `owner/name`. */
  readonly repository?: string;
  readonly apiUrl: string;
  readonly onForgejo: boolean;
  /** Absolute path of one that the user named. */
  readonly locate: (path: string) => string;
}

/** Where issues are kept: a folder, the forge, or nowhere, with the reason in the log. */
export function openTracker(
  { config, token, apiUrl, forge }: LoadedConfig,
  { permission, repository, locate, ...runner }: Whereabouts,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Tracker | undefined {
  const { tracking } = config;
  if (!permission.granted) {
    log.info(`Issues are left alone: ${permission.because}.`);
    return undefined;
  }
  if (tracking.issuesDir !== undefined) {
    const folder = locate(tracking.issuesDir);
    const reader = createFolderReader({ folder });
    return tracking.dryRun ? { reader } : { reader, writer: createFolderWriter({ folder, clock }) };
  }
  if (token === undefined || repository === undefined) {
    log.warning(
      'Issues are left alone: there is no token or no repository; set the input token, or manage-issues: false.',
    );
    return undefined;
  }
  const options = { token, repository, apiUrl: apiUrl ?? runner.apiUrl, clock };
  const kind = forge === 'auto' ? detectForge(options.apiUrl, runner.onForgejo) : forge;
  return openForge(kind, options, !tracking.dryRun);
}
