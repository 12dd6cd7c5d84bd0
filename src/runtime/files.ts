import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../model/ports.js';

/** Files of the user, by paths that are relative to one folder: the workspace of a runner, or where a person stands. */
export interface Files {
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Makes the folders on the way. Throws a ConfigurationError where nothing can be written. */
  write(path: string, text: string): Promise<void>;
  /** Absolute form of a path. */
  locate(path: string): string;
}

export function createFiles(folder: string): Files {
  const locate = (path: string): string => resolve(folder, path);
  return {
    locate,
    read: async (path) => {
      try {
        return await readFile(locate(path), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: async (path, text) => {
      try {
        await mkdir(dirname(locate(path)), { recursive: true });
        await writeFile(locate(path), text);
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? String(error);
        throw new ConfigurationError(
          `"${path}" cannot be written (${why}): name a file in a folder that can be written to`,
        );
      }
    },
  };
}
