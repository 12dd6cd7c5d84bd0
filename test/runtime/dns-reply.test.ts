import { describe, expect, it } from '@jest/globals';
import { decode, encode, type Answer, type Packet } from 'dns-packet';
import fc from 'fast-check';
import { canBeAsked, encodeQuestion, type Question } from '../../src/runtime/dns-question.js';
import { readReply, type Reply } from '../../src/runtime/dns-reply.js';

const ID = 0x1234;
const HOST = 'xmpp.example.org';
const A_QUESTION: Question = { name: HOST, type: 'A' };
const SRV_QUESTION: Question = { name: '_xmpp-client._tcp.example.org', type: 'SRV' };

const address = (data: string, name = HOST): Answer => ({ type: 'A', name, ttl: 60, data });
const alias = (name: string, data: string): Answer => ({ type: 'CNAME', name, ttl: 60, data });

/** A good answer to the question, changed at will. */
function message(question: Question, changes: Partial<Packet> = {}): Buffer {
  return encode({ type: 'response', id: ID, flags: 0x0180, questions: [{ ...question }], ...changes });
}

function read(question: Question, changes: Partial<Packet> = {}): Reply | undefined {
  return readReply(message(question, changes), ID, question);
}

const answered = (rest: object): object => ({
  state: 'answered',
  exists: true,
  records: [],
  aliases: [],
  authentic: false,
  ...rest,
});

describe('a reply of a name server', () => {
  it('holds SRV data with names in lower case and without a trailing dot', () => {
    const data = { priority: 5, weight: 10, port: 5222, target: 'XMPP.Example.ORG' };
    const answers: Answer[] = [{ type: 'SRV', name: SRV_QUESTION.name.toUpperCase(), data }];
    expect(read(SRV_QUESTION, { answers })).toEqual(answered({ records: [{ ...data, target: 'xmpp.example.org' }] }));
  });

  it('keeps the root as target of an SRV record', () => {
    const data = { priority: 0, weight: 0, port: 0, target: '.' };
    const answers: Answer[] = [{ type: 'SRV', name: SRV_QUESTION.name, data }];
    expect(read(SRV_QUESTION, { answers })).toEqual(answered({ records: [data] }));
  });

  it('follows aliases in whatever order they stand', () => {
    const answers = [address('8.8.8.8', 'c.example'), alias('b.example', 'C.example'), alias(HOST, 'b.example')];
    expect(read(A_QUESTION, { answers })).toEqual(
      answered({ records: ['8.8.8.8'], aliases: ['b.example', 'c.example'] }),
    );
  });

  it('holds only records of the name and type in question', () => {
    const answers = [
      address('8.8.8.8'),
      address('6.6.6.6', 'evil.example'),
      { type: 'AAAA', name: HOST, data: '2001:db8::1' } as const,
      { type: 'A', name: HOST, class: 'CH', data: '7.7.7.7' } as const,
    ];
    expect(read(A_QUESTION, { answers })).toEqual(answered({ records: ['8.8.8.8'] }));
  });

  it.each([
    { what: 'the name does not exist', changes: { flags: 3 }, expected: answered({ exists: false }) },
    { what: 'the answer is validated', changes: { flags: 0x20 }, expected: answered({ authentic: true }) },
    {
      what: 'SERVFAIL',
      changes: { flags: 2 },
      expected: { state: 'failed', code: 'dns.servfail', detail: 'SERVFAIL' },
    },
    { what: 'REFUSED', changes: { flags: 5 }, expected: { state: 'failed', code: 'dns.refused', detail: 'REFUSED' } },
    {
      what: 'a response code that nobody knows',
      changes: { flags: 11 },
      expected: { state: 'failed', code: 'dns.servfail', detail: 'response code 11' },
    },
    { what: 'FORMERR', changes: { flags: 1 }, expected: { state: 'not-understood', detail: 'FORMERR' } },
    { what: 'NOTIMP', changes: { flags: 4 }, expected: { state: 'not-understood', detail: 'NOTIMP' } },
    {
      what: 'REFUSED without the question',
      changes: { flags: 5, questions: [] },
      expected: { state: 'failed', code: 'dns.refused', detail: 'REFUSED' },
    },
    { what: 'the TC bit', changes: { flags: 0x0200 }, expected: { state: 'truncated' } },
  ])('says $what', ({ changes, expected }) => {
    expect(read(A_QUESTION, changes)).toEqual(expected);
  });

  it('is not understood when EDNS extends its response code to BADVERS', () => {
    const edns = { type: 'OPT', name: '.', udpPayloadSize: 512, extendedRcode: 1, ednsVersion: 0, flags: 0 } as const;
    const additionals: Answer[] = [{ ...edns, flag_do: false, options: [] }];
    expect(read(A_QUESTION, { additionals })).toEqual({ state: 'not-understood', detail: 'BADVERS' });
  });

  it('is a refusal, not "no record", when it only points to other servers', () => {
    const authorities: Answer[] = [{ type: 'NS', name: 'org', data: 'ns.example.net' }];
    const refusal = { state: 'failed', code: 'dns.refused', detail: 'no recursion' };
    expect(read(A_QUESTION, { flags: 0, authorities })).toEqual(refusal);
    expect(read(A_QUESTION, { flags: 0x0400, authorities })).toEqual(answered({}));
    expect(read(A_QUESTION, { flags: 0x0080, authorities })).toEqual(answered({}));
  });

  it('is truncated even where it ends in the middle of a record', () => {
    const cut = message(A_QUESTION, { flags: 0x0200, answers: [address('8.8.8.8')] }).subarray(0, -3);
    expect(readReply(cut, ID, A_QUESTION)).toEqual({ state: 'truncated' });
  });
});

describe('a message that is no answer to the question', () => {
  it.each([
    { what: 'carries another id', changes: { id: ID + 1 } },
    { what: 'is a question itself', changes: { type: 'query' as const } },
    { what: 'answers another name', changes: { questions: [{ name: 'other.example.org', type: 'A' as const }] } },
    { what: 'answers another type', changes: { questions: [{ name: HOST, type: 'AAAA' as const }] } },
    {
      what: 'answers another class',
      changes: { questions: [{ name: HOST, type: 'A' as const, class: 'CH' as const }] },
    },
    { what: 'answers two questions', changes: { questions: [{ ...A_QUESTION }, { ...A_QUESTION }] } },
    { what: 'claims to answer without a question', changes: { questions: [] } },
  ])('is passed over when it $what', ({ changes }) => {
    expect(read(A_QUESTION, { answers: [address('8.8.8.8')], ...changes })).toBeUndefined();
  });

  it('is passed over when it is shorter than a header', () => {
    expect(readReply(Buffer.from([0x12, 0x34, 0x81]), ID, A_QUESTION)).toBeUndefined();
  });
});

describe('a malformed message', () => {
  const malformed = { state: 'failed', code: 'dns.malformed' };

  it('is one whose names are compressed in a circle', () => {
    const question = message(A_QUESTION);
    // An answer whose name is a pointer to itself (RFC 1035 section 4.1.4).
    const loop = Buffer.concat([
      question,
      Buffer.from([0xc0, question.length, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 8, 8, 8, 8]),
    ]);
    loop.writeUInt16BE(1, 6);
    expect(readReply(loop, ID, A_QUESTION)).toMatchObject(malformed);
  });

  it('is one whose aliases go round in a circle', () => {
    const answers = [alias(HOST, 'b.example'), alias('b.example', 'c.example'), alias('c.example', 'b.example')];
    expect(read(A_QUESTION, { answers })).toMatchObject(malformed);
    expect(read(A_QUESTION, { answers: [alias(HOST, HOST)] })).toMatchObject(malformed);
  });

  it('is one that announces more records than anybody needs', () => {
    const giant = message(A_QUESTION);
    giant.writeUInt16BE(0xffff, 6);
    expect(readReply(giant, ID, A_QUESTION)).toEqual({ ...malformed, detail: 'too many records' });
  });

  it('is one that is cut anywhere, or else it is passed over', () => {
    const whole = message(A_QUESTION, { answers: [alias(HOST, 'b.example'), address('8.8.8.8', 'b.example')] });
    for (let end = 0; end < whole.length; end += 1) {
      const reply = readReply(whole.subarray(0, end), ID, A_QUESTION);
      if (reply !== undefined) expect(reply).toMatchObject(malformed);
    }
  });
});

describe('hostile bytes', () => {
  const good = message(SRV_QUESTION, {
    answers: [{ type: 'SRV', name: SRV_QUESTION.name, data: { port: 5222, target: HOST } }, address('8.8.8.8')],
  });

  it('never raise an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (tail) => {
        const header = Buffer.from([0x12, 0x34, 0x81, 0x80]);
        expect(() => readReply(Buffer.concat([header, tail]), ID, A_QUESTION)).not.toThrow();
      }),
    );
  });

  it('never raise an exception when they stand in a good message', () => {
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.nat(good.length), (bytes, end) => {
        const changed = Buffer.from(good);
        for (const [index, byte] of bytes) changed[index] = byte;
        const reply = readReply(changed.subarray(0, end), changed.readUInt16BE(0), SRV_QUESTION);
        if (reply?.state === 'answered') {
          for (const record of reply.records)
            expect(record).toEqual(expect.objectContaining({ port: expect.any(Number) }));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are read within a moment, however many pointers they chase', () => {
    // One record whose data is a chain of 7000 pointers, each to the one before, and 254 records named by its end.
    const question = message(A_QUESTION);
    const chain = Buffer.alloc(14_000);
    const chainStart = question.length + 11;
    for (let at = 2; at < chain.length; at += 2) chain.writeUInt16BE(0xc000 | (chainStart + at - 2), at);
    const unknownType = [0, 0xff, 0, 0, 1, 0, 0, 0, 0, chain.length >> 8, chain.length & 0xff];
    const end = 0xc000 | (chainStart + chain.length - 2);
    const named = [end >> 8, end & 0xff, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    const records = Array.from({ length: 254 }, () => Buffer.from(named));
    const bomb = Buffer.concat([question, Buffer.from(unknownType), chain, ...records]);
    bomb.writeUInt16BE(255, 6);
    const before = performance.now();
    expect(readReply(bomb, ID, A_QUESTION)).toEqual(answered({}));
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('a question', () => {
  it('asks for recursion and for the AD bit, and says how much fits into an answer', () => {
    const packet = decode(encodeQuestion(SRV_QUESTION, ID, true));
    expect(packet).toMatchObject({
      id: ID,
      type: 'query',
      flag_rd: true,
      flag_ad: true,
      questions: [SRV_QUESTION],
      additionals: [{ type: 'OPT', udpPayloadSize: 1232, flag_do: false }],
    });
  });

  it('has no EDNS part for servers that do not know it', () => {
    expect(decode(encodeQuestion(SRV_QUESTION, ID, false)).additionals).toEqual([]);
  });

  it.each([
    ['example.org', true],
    ['a'.repeat(63) + '.org', true],
    ['a'.repeat(64) + '.org', false],
    [`${'abcdefghi.'.repeat(25)}org`, true],
    [`${'abcdefghi.'.repeat(25)}orgs`, false],
    ['ü'.repeat(32) + '.org', false],
    ['a..b', false],
    ['', false],
    ['.', false],
  ])('can be about "%s": %s', (name, expected) => {
    expect(canBeAsked(name)).toBe(expected);
  });
});
