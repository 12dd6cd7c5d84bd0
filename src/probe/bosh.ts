import { done, failed, failure, type Failure } from '../model/failure.js';
import { readBoshReply, writeRequest, writeSessionRequest, type BoshReply } from '../xmpp/bosh.js';
import type { XmlElement } from '../xml/element.js';
import type { HttpResponse } from './http-client.js';
import { movedWithin, statusFailure, type OpenWebStream, type WebStream } from './web-stream.js';

/** Requests that only wait for answers, at most. */
const POLLS = 2;

/** Request ids begin at random and stay far below 2^53 (XEP-0124 section 7.2). */
const FIRST_RID_DIGITS = 7;

/** Opens a stream over BOSH (XEP-0206): a session is created, and later ended with `terminate`. */
export const openBosh: OpenWebStream = async ({ session, url, to, random, record }) => {
  let rid = parseInt(random.token(FIRST_RID_DIGITS), 36);
  let at = url;
  const post = async (body: string): Promise<HttpResponse | Failure> => {
    record('us', `POST ${at.pathname} ${body}`);
    const answered = await session.request({ url: at, body });
    if (answered.state !== 'done')
      return answered.state === 'failed' ? answered.failure : failure('http.closed', 'header');
    record('server', `HTTP ${answered.value.status} ${answered.value.body}`);
    return answered.value;
  };
  const read = (answer: HttpResponse | Failure): BoshReply | Failure =>
    'code' in answer ? answer : (statusFailure(answer, at, 200) ?? readBoshReply(answer.body, 'header'));

  const asked = writeSessionRequest(rid, to);
  let answer = await post(asked);
  const moved = 'code' in answer ? undefined : movedWithin(answer, url);
  if (moved !== undefined) {
    at = moved;
    answer = await post(asked);
  }
  const first = read(answer);
  if ('code' in first) return failed(first);
  // Another spelling of the domain may be known.
  if (first.ending?.code === 'stream.host-unknown') return failed(first.ending);
  const { sid = '' } = first;
  const exchange = async (stanzas: readonly string[], terminate?: boolean): Promise<BoshReply | Failure> =>
    read(await post(writeRequest(++rid, sid, stanzas, terminate)));
  return done(streamOf(first, at, exchange));
};

/** Whoever ends the session in its first answer speaks BOSH all the same: the reason comes in place of the features. */
function streamOf(
  first: BoshReply,
  url: URL,
  exchange: (stanzas: readonly string[], terminate?: boolean) => Promise<BoshReply | Failure>,
): WebStream {
  const waiting: XmlElement[] = [...first.elements];
  let ending: Failure | undefined = first.ending;
  let polls = 0;
  const take = (reply: BoshReply | Failure): void => {
    if ('code' in reply) ending = reply;
    else {
      waiting.push(...reply.elements);
      ending = reply.ending;
    }
  };
  return {
    url,
    header: first.header,
    async send(stanzas) {
      if (ending === undefined) take(await exchange(stanzas));
    },
    async next(step, patienceMs) {
      // How long a request is held was agreed with the server; who is in a hurry sends one only.
      const most = patienceMs === undefined ? POLLS : Math.min(POLLS, polls + 1);
      while (waiting.length === 0 && ending === undefined && polls < most) {
        polls += 1;
        take(await exchange([]));
      }
      const element = waiting.shift();
      if (element !== undefined) return element;
      return { ...(ending ?? failure('stream.timeout', step)), step };
    },
    async end() {
      if (ending === undefined) await exchange([], true);
    },
  };
}
