/**
 * What a run needs once it is known what to do: the network, and the use case. Entry points load it then and not before, so
 * that a mistake in the configuration, or a question for the version, is answered at once.
 */
export { run } from './app/run.js';
export { openNetwork } from './runtime/network.js';
