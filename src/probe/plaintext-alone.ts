import type { Endpoint } from '../model/endpoint.js';
import type { Look } from './look.js';
import type { MainLook } from './main-connection.js';
import { failedWith } from './main-steps.js';
import { askRound, type OnProceed, type Round } from './plaintext-questions.js';

/**
 * Asks plaintext streams beside the main connection. A port for direct TLS that hangs up on the plaintext stream may do so
 * because it takes no two connections of ours at a time: before that counts as a refusal of plaintext, it is asked once
 * more when nothing else of ours is open there.
 */
export async function askBesideMain(
  look: Look,
  to: string,
  main: Promise<MainLook>,
  before?: Round,
  onProceed?: OnProceed,
): Promise<Round> {
  const wasHungUpOn = before !== undefined && isHungUpOn(look.endpoint, before);
  const round = wasHungUpOn ? before : await askRound(look, to, before, onProceed);
  if (!isHungUpOn(look.endpoint, round)) return round;
  const { steps } = await main;
  // Without XMPP inside TLS it proves nothing, and the next try asks anyway.
  if (!wasHungUpOn && steps.securedHeader.state !== 'done') return round;
  await Promise.all(look.streams.map((stream) => stream.close()));
  return askRound(look, to, round, onProceed);
}

function isHungUpOn({ transport }: Endpoint, { header }: Round): boolean {
  return transport === 'direct-tls' && failedWith(header, 'stream.closed', 'tcp.reset');
}
