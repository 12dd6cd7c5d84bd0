import { isGitHubCloud, type ForgeOptions } from './client.js';
import { createForgejoReader, createForgejoWriter } from './forgejo.js';
import type { IssueReader, IssueWriter } from './forge.js';
import { createGitHubReader, createGitHubWriter } from './github.js';

/** What a forge understands: GitHub and GitHub Enterprise Server, or Forgejo and Gitea. */
export type ForgeKind = 'github' | 'forgejo';

/** Tells a forge by the address of its API, which ends in `/api/v1` on Forgejo and Gitea alone, or by its runner. */
export function detectForge(apiUrl: string, onForgejo: boolean): ForgeKind {
  const { pathname } = new URL(apiUrl);
  if (/\/api\/v1\/?$/u.test(pathname)) return 'forgejo';
  // A job on Forgejo may keep its issues on GitHub: the address that was given counts more than the runner.
  const isGitHub = pathname.replace(/\/$/u, '') === '/api/v3' || isGitHubCloud(apiUrl);
  return onForgejo && !isGitHub ? 'forgejo' : 'github';
}

/** Opens a forge for reading, and for writing where `writes`; what is not opened cannot write. */
export function openForge(
  kind: ForgeKind,
  options: ForgeOptions,
  writes: boolean,
): { readonly reader: IssueReader; readonly writer?: IssueWriter } {
  const [createReader, createWriter] = FORGES[kind];
  return { reader: createReader(options), ...(writes ? { writer: createWriter(options) } : {}) };
}

const FORGES = {
  github: [createGitHubReader, createGitHubWriter],
  forgejo: [createForgejoReader, createForgejoWriter],
} as const;
