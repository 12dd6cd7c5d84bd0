import { failure, type Failure, type Step, type StepName } from '../model/failure.js';
import type { StreamHeader } from '../model/observation.js';
import type { Random } from '../model/ports.js';
import type { XmlElement } from '../xml/element.js';
import type { HttpResponse, HttpSession } from './http-client.js';
import type { Recorder } from './transcript.js';

/** An XMPP stream inside HTTP, whichever way it is carried. */
export interface WebStream {
  readonly header: StreamHeader;
  /** Sends stanzas in this order. */
  send(stanzas: readonly string[]): Promise<void>;
  /** The next element, or why there will be none, filed under `step`. */
  next(step: StepName): Promise<XmlElement | Failure>;
  /** Says goodbye and lets go of the connection. */
  end(): Promise<void>;
}

export interface WebStreamRequest {
  readonly session: HttpSession;
  readonly url: URL;
  /** XMPP domain the stream is for. */
  readonly to: string;
  readonly timeoutMs: number;
  readonly random: Random;
  readonly record: Recorder;
}

/** Opens a stream; failures are filed under `connect`, `handshake` or `header`. */
export type OpenWebStream = (request: WebStreamRequest) => Promise<Step<WebStream>>;

/** What an answer says that is not the one hoped for (`wanted`). */
export function statusFailure({ status, location }: HttpResponse, wanted: number): Failure | undefined {
  if (status === wanted) return undefined;
  const redirected = status >= 300 && status < 400 && location !== undefined;
  return redirected
    ? failure('http.redirected', 'header', `HTTP ${status} to ${location}`)
    : failure('http.refused', 'header', `HTTP ${status}`);
}
