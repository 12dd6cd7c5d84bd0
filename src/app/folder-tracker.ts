import { createFolderReader, createFolderWriter } from '../forge/folder.js';
import type { Clock } from '../model/ports.js';
import type { Tracker } from './run.js';

/**
 * Keeps issues as files in a folder. A dry run cannot write. In a file of its own, because the command line has no use
 * for the clients of forges, which are most of a bundle.
 */
export function folderTracker(folder: string, clock: Clock, dryRun: boolean): Tracker {
  const reader = createFolderReader({ folder });
  return dryRun ? { reader } : { reader, writer: createFolderWriter({ folder, clock }) };
}
