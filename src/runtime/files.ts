import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../model/ports.js';

/** Files of the user, by paths that are relative to one folder: the workspace of a runner, or where a person stands. */
export interface Files {
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** The path itself, or where it is a folder every JSON file below it, in a fixed order. */
  list(path: string): Promise<readonly string[]>;
  /** Writes a text, or its pieces, and makes the folders on the way. Throws a ConfigurationError where nothing can be written. */
  write(path: string, text: string | Iterable<string>): Promise<void>;
  /** Absolute form of a path. */
  locate(path: string): string;
  /** The path from the folder on, with `/` between its parts; undefined where it leads out of the folder. */
  inside(path: string): string | undefined;
}

export function createFiles(folder: string): Files {
  const locate = (path: string): string => resolve(folder, path);
  return {
    locate,
    inside: (path) => {
      const way = relative(folder, locate(path));
      return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : way.split(sep).join('/');
    },
    read: async (path) => {
      try {
        return await readFile(locate(path), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    list: async (path) => {
      const found = await stat(locate(path)).catch(() => undefined);
      if (found?.isDirectory() !== true) return [path];
      const below = await readdir(locate(path), { recursive: true });
      return below
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name));
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
