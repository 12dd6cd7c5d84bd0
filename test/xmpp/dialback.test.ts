import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/model/observation.js';
import type { StreamEvent } from '../../src/xmpp/conversation.js';
import { answerCall, offerKey, sendPing, type CallEnd, type DialbackRegister } from '../../src/xmpp/dialback.js';
import { byteByByte, scriptPeer, type Cut } from '../support/converse.js';
import { tokensOf } from '../support/xml.js';

const PARTIES = { from: 'prober.example', to: 'example.org' };
const OPENING =
  "<?xml version='1.0'?><stream:stream from='example.org' to='prober.example' version='1.0' xmlns='jabber:server' " +
  "xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>";
const STREAM_ERROR =
  "<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>" +
  "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Use of STARTTLS required</text></stream:error>";

/** What a server says on a stream that is open already. */
const onStream = (xml: string) => OPENING + xml;

describe('offering a dialback key', () => {
  const offer = (reply: string, options: Parameters<typeof scriptPeer>[1] = {}) => {
    const peer = scriptPeer([onStream(reply)], options);
    return { result: peer.converse(offerKey(PARTIES, 'k&y')), sent: peer.sent };
  };

  it('names both domains and escapes what it is given', () => {
    expect(offer('').sent).toEqual(["<db:result from='prober.example' to='example.org'>k&amp;y</db:result>"]);
  });

  it.each([
    ["<db:result from='example.org' to='prober.example' type='valid'/>", { kind: 'dialback', type: 'valid' }],
    ["<db:result type='invalid'/>", { kind: 'dialback', type: 'invalid' }],
    [
      "<db:result type='error'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>",
      { kind: 'dialback', type: 'error', condition: 'remote-server-not-found' },
    ],
    [STREAM_ERROR, { kind: 'stream-error', condition: 'policy-violation', text: 'Use of STARTTLS required' }],
    ['', { kind: 'closed' }],
    // A server that verifies us first asks us the same in its own name; that is no answer.
    ["<db:result from='example.org' to='prober.example'>key</db:result>", { kind: 'closed' }],
  ])('reads %s', (reply, answer) => {
    expect(offer(reply).result).toEqual({ state: 'done', value: answer });
    expect(offer(reply, { cut: byteByByte }).result).toEqual({ state: 'done', value: answer });
  });

  it('is a failure when nothing comes in time', () => {
    const { result } = offer('', { ending: 'stream.timeout' });
    expect(result).toMatchObject({ state: 'failed', failure: { code: 'stream.timeout', step: 'question' } });
  });
});

describe('a ping', () => {
  const ping = (reply: string) => scriptPeer([onStream(reply)]).converse(sendPing(PARTIES, 'id1'));

  it('is answered by an iq with its id and by no other', () => {
    expect(ping("<iq type='result' id='other'/><iq type='result' id='id1'/>")).toEqual({
      state: 'done',
      value: { kind: 'iq-result', fields: [] },
    });
    expect(ping("<iq type='result' id='other'/>")).toEqual({ state: 'done', value: { kind: 'closed' } });
  });

  it('asks for nothing but an answer', () => {
    const peer = scriptPeer([OPENING]);
    peer.converse(sendPing(PARTIES, 'id1'));
    expect(peer.sent.join('')).toBe(
      "<iq type='get' from='prober.example' to='example.org' id='id1'><ping xmlns='urn:xmpp:ping'/></iq>",
    );
  });
});

interface Call {
  readonly sent: string;
  readonly end: CallEnd;
  readonly heard: readonly [string, Answer][];
  readonly verified: readonly string[];
}

/** Answers a server that says this; one proof is under way, with a key, a stream and a domain. */
function call(said: string, { offersTls = true, cut }: { offersTls?: boolean; cut?: Cut } = {}): Call {
  const heard: [string, Answer][] = [];
  const verified: string[] = [];
  const register: DialbackRegister = {
    isOurs: (key, streamId) => key === 'secret' && streamId === 'stream1',
    expects: (domain) => domain === 'example.org',
    hear: (id, answer) => heard.push([id, answer]),
  };
  const events: StreamEvent[] = [...tokensOf(said, cut), { kind: 'closed' }];
  const conversation = answerCall(register, { streamId: 's1', offersTls }, (key) => verified.push(key));
  let sent = '';
  let turn = conversation.next();
  while (turn.done !== true) {
    if (turn.value.do === 'send') sent += turn.value.xml;
    turn = conversation.next(turn.value.do === 'send' ? undefined : events.shift());
  }
  return { sent, end: turn.value, heard, verified };
}

const VERIFY = "<db:verify from='example.org' to='prober.example' id='stream1'>secret</db:verify>";

describe('answering a server that calls', () => {
  it('offers STARTTLS and dialback, and only dialback inside TLS', () => {
    expect(call(OPENING).sent).toContain('<starttls');
    expect(call(OPENING).sent).toContain("<dialback xmlns='urn:xmpp:features:dialback'/>");
    expect(call(OPENING, { offersTls: false }).sent).not.toContain('<starttls');
    expect(call(OPENING).sent).toContain("from='prober.example' to='example.org'");
  });

  it('sends no features to a server older than XMPP 1.0', () => {
    expect(call(OPENING.replace(" version='1.0' xmlns", ' xmlns')).sent).not.toContain('features');
  });

  it('confirms its own key for its own stream, and nothing else', () => {
    const good = call(OPENING + VERIFY);
    expect(good.sent).toContain("<db:verify from='prober.example' to='example.org' id='stream1' type='valid'/>");
    expect(good.verified).toEqual(['secret']);
    for (const wrong of [VERIFY.replace('secret', 'guess'), VERIFY.replace('stream1', 'stream2')]) {
      expect(call(OPENING + wrong).sent).toContain("type='invalid'");
      expect(call(OPENING + wrong).verified).toEqual([]);
    }
  });

  it('accepts the stream of a domain that a proof is about, and of no other', () => {
    const result = (from: string) => `<db:result from='${from}' to='prober.example'>key</db:result>`;
    expect(call(OPENING + result('example.org')).sent).toContain("to='example.org' type='valid'/>");
    expect(call(OPENING + result('stranger.example')).sent).toContain("to='stranger.example' type='invalid'/>");
  });

  it('hands on answers and leaves everything else unanswered', () => {
    const { heard, sent } = call(
      `${OPENING}<iq type='result' id='p1'/><iq type='get' id='g1'><ping xmlns='urn:xmpp:ping'/></iq><message/>`,
    );
    expect(heard).toEqual([['p1', { kind: 'iq-result', fields: [] }]]);
    expect(sent).not.toContain('g1');
  });

  it('goes inside TLS when asked, once', () => {
    const starttls = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    expect(call(OPENING + starttls).end).toEqual({ kind: 'starttls' });
    expect(call(OPENING + starttls).sent).toContain('<proceed');
    expect(call(OPENING + starttls, { offersTls: false }).end).toEqual({ kind: 'over' });
  });

  it('ends with the stream error of the caller', () => {
    expect(call(OPENING + STREAM_ERROR).end).toMatchObject({ kind: 'over', error: { condition: 'policy-violation' } });
  });

  it('answers the same however the bytes are cut', () => {
    const said = `${OPENING}${VERIFY}<iq type='result' id='p1'/>`;
    expect(call(said, { cut: byteByByte })).toEqual(call(said));
  });

  it('never confirms what it did not give out, and never breaks its own stream', () => {
    const text = fc.string({ unit: 'grapheme' }).map((any) => any.replace(/[<&'\p{Cc}\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(text, text, text, (from, id, key) => {
        const { sent, verified } = call(`${OPENING}<db:verify from='${from}' id='${id}'>${key}</db:verify>`);
        expect(verified).toEqual(key.trim() === 'secret' && id === 'stream1' ? ['secret'] : []);
        expect(tokensOf(sent).every(({ kind }) => kind !== 'failed')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
