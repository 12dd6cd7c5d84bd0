import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A Node that the bundles are run on. */
export interface NodeVersion {
  readonly name: string;
  readonly path: string;
}

const OWN_NODE: NodeVersion = { name: `Node ${process.version}`, path: process.execPath };

/** Put there by scripts/node24.mjs, which `npm test` runs first. */
const NODE_24 = fileURLToPath(new URL('../e2e/node24/node_modules/.bin/node', import.meta.url));

/**
 * The Node that runs the tests and Node 24, which GitHub's runner uses. Where the second is missing, its rows are left
 * out with a notice; in CI that is an error.
 */
export const NODE_VERSIONS: readonly NodeVersion[] = [OWN_NODE, ...node24()];

/** What every scenario is run on that does not say otherwise: Node 24 where there is one, which also starts faster. */
export const USUAL_NODE: NodeVersion = NODE_VERSIONS.at(-1) ?? OWN_NODE;

function node24(): NodeVersion[] {
  if (process.version.startsWith('v24.')) return [];
  if (existsSync(NODE_24)) return [{ name: 'Node 24', path: NODE_24 }];
  const missing = 'There is no Node 24 (node scripts/node24.mjs installs it): the bundles are run on one Node only.';
  if (process.env.XMPP_TLS_INTEROP === 'required') throw new Error(missing);
  process.stderr.write(`${missing}\n`);
  return [];
}
