import { HttpClient } from '@actions/http-client';
import { fetch } from 'undici';

/**
 * The fetch of a runner: through the proxy that its variables name for this address (`https_proxy`, `no_proxy`), if one
 * does. That of Node does not look at them before Node 24. Both packages come with `@actions/core` anyway.
 */
export function proxyFetch(apiUrl: string): typeof globalThis.fetch {
  const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
  const send = (url: string, init: object) => fetch(url, { ...init, ...(dispatcher ? { dispatcher } : {}) });
  // The types of undici and of Node differ in letters only.
  return send as unknown as typeof globalThis.fetch;
}
