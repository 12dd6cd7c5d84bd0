import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from './ports.js';

const ATTEMPT_MS = 3_000;
const PAUSE_MS = 40;

/** Tells whether a port accepts a connection. */
export function accepts(port: number): Promise<boolean> {
  return exchange(port, '', () => true);
}

/** Tells whether a port answers a stream header with stream features. */
export function answers(service: 'c2s' | 's2s', port: number, domain: string): Promise<boolean> {
  return exchange(port, streamHeader(service, domain), (received) => /<(?:\w+:)?features[\s/>]/.test(received));
}

/** Asks again and again until there is an answer; `throwIfHopeless` may end the wait. */
export async function until<T>(
  ask: () => T | Promise<T>,
  deadline: number,
  throwIfHopeless: () => void,
): Promise<Exclude<T, false | undefined>> {
  for (;;) {
    const answer = await ask();
    if (isAnswer(answer)) return answer;
    throwIfHopeless();
    if (Date.now() > deadline) throw new Error('it was not up in time');
    await sleep(PAUSE_MS);
  }
}

function isAnswer<T>(answer: T): answer is Exclude<T, false | undefined> {
  return answer !== false && answer !== undefined;
}

/** One connection: false when it fails, ends or stays silent before `isEnough` likes what was received. */
function exchange(port: number, question: string, isEnough: (received: string) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, LOOPBACK);
    const settle = (answer: boolean): void => {
      resolve(answer);
      socket.destroy();
    };
    const judge = (): void => {
      if (isEnough(received)) settle(true);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(ATTEMPT_MS, () => settle(false));
    socket.once('connect', () => {
      if (question !== '') socket.write(question);
      judge();
    });
    socket.on('data', (text: string) => {
      received += text;
      judge();
    });
    socket.on('error', () => settle(false));
    socket.on('close', () => settle(false));
  });
}

function streamHeader(service: 'c2s' | 's2s', domain: string): string {
  const addressing =
    service === 'c2s'
      ? `to='${domain}' xmlns='jabber:client'`
      : `to='${domain}' from='harness.invalid' xmlns='jabber:server' xmlns:db='jabber:server:dialback'`;
  const namespace = 'http://etherx.jabber.org/streams';
  return `<?xml version='1.0'?><stream:stream ${addressing} version='1.0' xmlns:stream='${namespace}'>`;
}
