import { createForgeClient, type ForgeOptions } from './client.js';
import { ForgeError } from './forge.js';

/** Reads files of a repository as they were at a commit. */
export interface ContentReader {
  /** Text of a file, undefined where there was none, or none that the token may see. Rejects with a `ForgeError`. */
  readAt(path: string, commit: string): Promise<string | undefined>;
}

/** The same request on GitHub, GitHub Enterprise Server, Forgejo and Gitea; the job needs `contents: read`. */
export function createContentReader(options: ForgeOptions): ContentReader {
  const client = createForgeClient(options, { forge: 'The forge', permission: 'add "permissions: contents: read"' });
  return {
    async readAt(path, commit) {
      const escaped = path.split('/').map(encodeURIComponent).join('/');
      try {
        const { data } = await client.send({
          method: 'GET',
          path: `/contents/${escaped}?ref=${encodeURIComponent(commit)}`,
          attempt: { what: `read ${path} as it was before` },
          repeatable: true,
          accepts: isFile,
        });
        return isFile(data) ? Buffer.from(data.content, 'base64').toString('utf8') : undefined;
      } catch (error) {
        if (error instanceof ForgeError && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

/** GitHub sends no content of files beyond 1 MiB; a configuration is never that long. */
function isFile(data: unknown): data is { readonly content: string } {
  const { content, encoding } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return typeof content === 'string' && encoding === 'base64';
}
