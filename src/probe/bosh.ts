import { done, failed, failure, type Failure } from '../model/failure.js';
import { readBoshReply, writeRequest, writeSessionRequest, type BoshReply } from '../xmpp/bosh.js';
import type { XmlElement } from '../xml/element.js';
import type { HttpSession } from './http-client.js';
import { statusFailure, type OpenWebStream, type WebStream } from './web-stream.js';

/** Requests that only wait for answers, at most. */
const POLLS = 2;

/** Request ids begin at random and stay far below 2^53 (XEP-0124 section 7.2). */
const FIRST_RID_DIGITS = 7;

/** Opens a stream over BOSH (XEP-0206): a session is created, and later ended with `terminate`. */
export const openBosh: OpenWebStream = async ({ session, url, to, random, record }) => {
  let rid = parseInt(random.token(FIRST_RID_DIGITS), 36);
  const exchange = async (body: string): Promise<BoshReply | Failure> => {
    record('us', `POST ${url.pathname} ${body}`);
    const answered = await session.request({ url, body });
    if (answered.state !== 'done')
      return answered.state === 'failed' ? answered.failure : failure('stream.closed', 'header');
    record('server', `HTTP ${answered.value.status} ${answered.value.body}`);
    const refused = statusFailure(answered.value, 200);
    return refused ?? readBoshReply(answered.value.body, 'header');
  };
  const first = await exchange(writeSessionRequest(rid, to));
  if ('code' in first) return failed(first);
  const { sid = '' } = first;
  if (sid === '' && first.ending !== undefined) return failed(first.ending);
  return done(streamOf(first, (stanzas, terminate) => exchange(writeRequest(++rid, sid, stanzas, terminate)), session));
};

function streamOf(
  first: BoshReply,
  exchange: (stanzas: readonly string[], terminate?: boolean) => Promise<BoshReply | Failure>,
  session: HttpSession,
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
    header: first.header,
    async send(stanzas) {
      if (ending === undefined) take(await exchange(stanzas));
    },
    async next(step) {
      while (waiting.length === 0 && ending === undefined && polls < POLLS) {
        polls += 1;
        take(await exchange([]));
      }
      const element = waiting.shift();
      if (element !== undefined) return element;
      return { ...(ending ?? failure('stream.timeout', step)), step };
    },
    async end() {
      if (ending === undefined) await exchange([], true);
      session.close();
    },
  };
}
