import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { request, type Agent } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { connect, isIPv6 } from 'node:net';
import { encodeQuestion, type Question } from './dns-question.js';
import { failedReply, readReply, type Reply } from './dns-reply.js';
import type { NameServer } from './dns-servers.js';

type PlainServer = Extract<NameServer, { kind: 'plain' }>;
type HttpsServer = Extract<NameServer, { kind: 'https' }>;

/** How long one exchange may take, and when to drop it at once. */
export interface Patience {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const MAX_MESSAGE_BYTES = 65_535;
const MEDIA_TYPE = 'application/dns-message';
/** RFC 8484 section 4.1. */
const HTTPS_ID = 0;

/**
 * Asks over UDP with a random id and port. The socket is connected: only the server is heard, and a closed port does not
 * pass for silence. Messages that do not answer the question are passed over (RFC 5452 section 9.1).
 */
export function askUdp(server: PlainServer, question: Question, edns: boolean, patience: Patience): Promise<Reply> {
  const id = randomInt(0x1_0000);
  return exchange(patience, (take) => {
    const socket = createSocket(isIPv6(server.address) ? 'udp6' : 'udp4');
    socket.on('error', (error) => take(unreachable(error)));
    socket.on('message', (bytes) => take(readReply(bytes, id, question)));
    socket.on('connect', () => socket.send(encodeQuestion(question, id, edns)));
    socket.connect(server.port, server.address);
    return () => socket.close();
  });
}

/** Asks over TCP, where every message has its length in front (RFC 7766 section 8). */
export function askTcp(server: PlainServer, question: Question, edns: boolean, patience: Patience): Promise<Reply> {
  const id = randomInt(0x1_0000);
  const message = encodeQuestion(question, id, edns);
  return exchange(patience, (take) => {
    let received = Buffer.alloc(0);
    const socket = connect({ host: server.address, port: server.port });
    socket.on('error', (error) => take(unreachable(error)));
    socket.on('close', () => take(failedReply('dns.malformed', 'the answer was cut off')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.length < 2 ? Infinity : 2 + received.readUInt16BE(0);
      if (received.length >= end) take(readStream(received.subarray(2, end), id, question));
    });
    socket.write(Buffer.from([message.length >> 8, message.length & 0xff, ...message]));
    return () => socket.destroy();
  });
}

/** Asks over HTTPS (RFC 8484): one POST, redirects not followed. */
export function askHttps(server: HttpsServer, question: Question, agent: Agent, patience: Patience): Promise<Reply> {
  const message = encodeQuestion(question, HTTPS_ID, true);
  const headers = { 'content-type': MEDIA_TYPE, 'content-length': message.length, accept: MEDIA_TYPE };
  return exchange(patience, (take) => {
    const asked = request(server.url, { method: 'POST', headers, agent });
    asked.on('error', (error) => take(unreachable(error)));
    asked.on('response', (response) => readResponse(response, question, take));
    asked.end(message);
    return () => asked.destroy();
  });
}

function readResponse(response: IncomingMessage, question: Question, take: (reply: Reply) => void): void {
  const type = response.headers['content-type'] ?? 'no content type';
  const { statusCode = 0 } = response;
  // RFC 8484 section 4.2.1: whatever the DNS says comes with 200, so any other status is the server's own trouble or no.
  if (statusCode >= 500) return take(failedReply('dns.servfail', `HTTP status ${statusCode}`));
  if (statusCode !== 200) return take(failedReply('dns.refused', `HTTP status ${statusCode}`));
  if (!type.startsWith(MEDIA_TYPE)) return take(failedReply('dns.malformed', `an answer of type ${type}`));
  let received = Buffer.alloc(0);
  response.on('error', (error) => take(unreachable(error)));
  response.on('end', () => take(readStream(received, HTTPS_ID, question)));
  response.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length > MAX_MESSAGE_BYTES) take(failedReply('dns.malformed', 'the answer is too long'));
  });
}

/** Nobody else speaks on a connection, so what comes there is the answer. */
function readStream(bytes: Buffer, id: number, question: Question): Reply {
  return readReply(bytes, id, question) ?? failedReply('dns.malformed', 'an answer to another question');
}

/** Where a name server cannot be reached, the reason is the system's: a code, or the words of its TLS library. */
function unreachable(error: NodeJS.ErrnoException): Reply {
  return failedReply('dns.unreachable', error.code ?? error.message);
}

/**
 * Runs one exchange until the first reply, the timeout or the signal. `start` gets the function that takes replies, where
 * undefined is a message to pass over, and returns the one that lets go of the socket.
 */
function exchange(
  { timeoutMs, signal }: Patience,
  start: (take: (reply: Reply | undefined) => void) => () => void,
): Promise<Reply> {
  return new Promise((resolve) => {
    let isOver = false;
    let strays = 0;
    const take = (reply: Reply | undefined): void => {
      if (reply === undefined) strays += 1;
      if (reply === undefined || isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      letGo();
      resolve(reply);
    };
    const giveUp = (): void =>
      take(failedReply('dns.timeout', strays > 0 ? `messages that do not answer it: ${strays}` : ''));
    const timer = setTimeout(giveUp, timeoutMs);
    signal.addEventListener('abort', giveUp);
    const letGo = start(take);
    if (signal.aborted) giveUp();
  });
}
