import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  AUTHENTIC_DATA,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import type { Packet } from 'dns-packet';
import { lookUp, type Zone } from './dns-zone.js';

export type { Zone, ZoneName, ZoneTrouble } from './dns-zone.js';

/** A name server over UDP and TCP on a loopback port of its own. */
export interface DnsServer {
  /** `127.0.0.1:port`, as the input `dns-servers` wants it. */
  readonly address: string;
  /** Every question so far, both transports, in order of arrival: `A xmpp.example.org`. */
  readonly queries: string[];
  /** Answers from another zone from now on. */
  set(zone: Zone): void;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Payload of a question that does not say more (RFC 1035 section 2.3.4). */
const PLAIN_UDP_BYTES = 512;
/** Response codes (RFC 1035 section 4.1.1): the low four bits of the flags. */
const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const;
const TTL_SECONDS = 60;

/** Starts a name server that answers from `zone`, as a recursive resolver would. It ignores what is not a DNS question. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  let current = zone;
  const queries: string[] = [];
  const reply = (message: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined => {
    const question = readQuestion(message);
    if (!question) return undefined;
    queries.push(`${question.type} ${question.name.toLowerCase()}`);
    return answer(question, current, transport);
  };

  const { tcp, udp } = await bind();
  udp.on('message', (message, from) => {
    const bytes = reply(message, 'udp');
    if (bytes) udp.send(bytes, from.port, from.address);
  });
  const connections = new Set<Socket>();
  tcp.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    serve(socket, (message) => reply(message, 'tcp'));
  });

  return {
    address: `${LOOPBACK}:${udp.address().port}`,
    queries,
    set: (next) => {
      current = next;
    },
    stop: async () => {
      for (const socket of connections) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

/** Binds both transports to one port; somebody else may own the UDP port that goes with our TCP port. */
async function bind(): Promise<{ tcp: Server; udp: UdpSocket }> {
  for (let triesLeft = 20; ; triesLeft -= 1) {
    const tcp = createServer().listen(0, LOOPBACK);
    await once(tcp, 'listening');
    const udp = createSocket('udp4').bind((tcp.address() as AddressInfo).port, LOOPBACK);
    try {
      await once(udp, 'listening');
      return { tcp, udp };
    } catch (error) {
      tcp.close();
      if (triesLeft === 0) throw error;
    }
  }
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly udpBytes: number;
  /** The RD bit, which an answer repeats (RFC 1035 section 4.1.1). */
  readonly recursionDesired: number;
}

function readQuestion(message: Buffer): Question | undefined {
  try {
    const { id = 0, type: kind, flags = 0, questions, additionals } = decode(message);
    const question = questions?.[0];
    if (kind !== 'query' || !question) return undefined;
    const edns = additionals?.find((record) => record.type === 'OPT');
    const udpBytes = edns?.udpPayloadSize ?? PLAIN_UDP_BYTES;
    return { id, name: question.name, type: question.type, udpBytes, recursionDesired: flags & RECURSION_DESIRED };
  } catch {
    // Not a DNS message: a name server stays silent.
    return undefined;
  }
}

function answer(question: Question, zone: Zone, transport: 'udp' | 'tcp'): Buffer | undefined {
  const { rcode, records, truncated, authentic } = lookUp(zone, question.name, question.type);
  if (rcode === 'TIMEOUT') return undefined;
  const flags =
    AUTHORITATIVE_ANSWER |
    RECURSION_AVAILABLE |
    question.recursionDesired |
    (authentic ? AUTHENTIC_DATA : 0) |
    RCODES[rcode];
  const packet: Packet = {
    type: 'response',
    id: question.id,
    flags,
    questions: [{ name: question.name, type: question.type as 'A' }],
    answers: records.map((record) => ({ ...record, ttl: TTL_SECONDS })),
  };
  const bytes = encode(packet);
  if (transport === 'tcp' || (!truncated && bytes.length <= question.udpBytes)) return bytes;
  return encode({ ...packet, answers: [], flags: flags | TRUNCATED_RESPONSE });
}

/** Messages over TCP carry their length in front (RFC 1035 section 4.2.2). */
function serve(socket: Socket, reply: (message: Buffer) => Buffer | undefined): void {
  let received = Buffer.alloc(0);
  // A client may reset the connection at any time; there is nothing left to answer then.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const end = 2 + received.readUInt16BE(0);
      const bytes = reply(received.subarray(2, end));
      received = received.subarray(end);
      if (!bytes) continue;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      socket.write(Buffer.concat([length, bytes]));
    }
  });
}
