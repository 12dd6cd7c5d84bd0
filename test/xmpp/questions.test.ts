import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { done, failed, failure, notReached } from '../../src/model/failure.js';
import type { Answer, QuestionName } from '../../src/model/observation.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { askQuestions, remaining } from '../../src/xmpp/questions.js';
import { scriptPeer } from '../support/converse.js';
import { HEADER } from '../support/xml.js';

const CONTEXT = { to: 'example.org', from: 'tls-probe.invalid', user: 'nobody', id: 'q' };
const C2S = ['sasl-external', 'legacy-auth', 'registration'] as const;
const S2S = ['sasl-external', 'dialback-verify'] as const;

const PROCEED = `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`;
const TLS_FAILURE = `<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`;
const SASL_FAILURE = `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>`;
const END = '</stream:stream>';
const iqError = (name: string) => `<iq type='error' id='q-${name}'><error code='503'/></iq>`;
const streamError = (text: string) =>
  `<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text>${text}</text></stream:error>`;

const TLS_TEXT = 'Use of STARTTLS required';
const BAN_TEXT = 'come back later';
const refused = (text: string) => done<Answer>({ kind: 'stream-error', condition: 'policy-violation', text });
const SASL_REFUSED = done<Answer>({ kind: 'sasl-failure', condition: 'invalid-mechanism' });
const UNAVAILABLE = done<Answer>({ kind: 'iq-error', condition: 'service-unavailable' });
const DROPPED = done<Answer>({ kind: 'dropped' });
const CLOSED = done<Answer>({ kind: 'closed' });
const NOT_REACHED = notReached('question');

/** Asks a peer that says `reply` and then ends. */
function ask(questions: readonly QuestionName[], reply: string, ending: Parameters<typeof scriptPeer>[1] = {}) {
  const peer = scriptPeer([`${HEADER}<stream:features/>`, reply], ending);
  peer.converse(openStream({ service: 'c2s', to: 'example.org' }));
  return { ...peer.converse(askQuestions({ ...CONTEXT, questions })), sent: peer.sent.slice(1) };
}

/** The answers to all c2s questions, in order. */
function answersTo(reply: string, ending: Parameters<typeof scriptPeer>[1] = {}) {
  const { answers } = ask(C2S, reply, ending);
  return C2S.map((name) => answers[name]);
}

describe('asking', () => {
  it('writes all questions and <starttls/> in one go, in the order of the catalogue', () => {
    const { sent } = ask([...C2S].reverse(), '');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.match(/<(auth|query xmlns='[^']*'|starttls)/g)).toEqual([
      '<auth',
      `<query xmlns='jabber:iq:auth'`,
      `<query xmlns='jabber:iq:register'`,
      '<starttls',
    ]);
  });

  it('asks only for TLS when there is nothing to ask', () => {
    expect(ask([], PROCEED)).toEqual({
      answers: {},
      sentinel: done('proceed'),
      sent: [`<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`],
    });
  });
});

describe('answers', () => {
  it('are told apart, whatever comes between them', () => {
    const reply = `${SASL_FAILURE} <message/>${iqError('legacy-auth')}<iq type='result' id='x'/>${iqError('registration')}`;
    expect(answersTo(reply + PROCEED)).toEqual([SASL_REFUSED, UNAVAILABLE, UNAVAILABLE]);
  });

  it('end with that to <starttls/>', () => {
    const all = SASL_FAILURE + iqError('legacy-auth') + iqError('registration');
    expect(ask(C2S, all + PROCEED).sentinel).toEqual(done('proceed'));
    expect(ask(C2S, all + TLS_FAILURE + END).sentinel).toEqual(done('failure'));
    expect(ask(C2S, all + streamError('what?') + END).sentinel).toEqual(
      failed(failure('stream.error', 'starttls', 'what?', 'policy-violation')),
    );
    expect(ask(C2S, all).sentinel).toEqual(failed(failure('stream.closed', 'starttls')));
    expect(ask(C2S, all, { ending: 'stream.timeout' }).sentinel).toEqual(failed(failure('stream.timeout', 'starttls')));
  });
});

describe('silence', () => {
  it('is a drop when a later question was answered', () => {
    expect(answersTo(iqError('registration') + PROCEED)).toEqual([DROPPED, DROPPED, UNAVAILABLE]);
    expect(answersTo(iqError('legacy-auth'))).toEqual([DROPPED, UNAVAILABLE, CLOSED]);
  });

  it('is a drop when only <starttls/> was answered', () => {
    expect(answersTo(PROCEED)).toEqual([DROPPED, DROPPED, DROPPED]);
    expect(answersTo(TLS_FAILURE)).toEqual([DROPPED, DROPPED, DROPPED]);
  });

  it('is no drop when the answer comes late after all', () => {
    expect(answersTo(iqError('registration') + SASL_FAILURE + PROCEED)).toEqual([SASL_REFUSED, DROPPED, UNAVAILABLE]);
  });

  it('says nothing when nothing more comes at all', () => {
    const timeout = failed(failure('stream.timeout', 'question'));
    expect(answersTo('', { ending: 'stream.timeout' })).toEqual([timeout, timeout, timeout]);
    expect(answersTo(SASL_FAILURE, { ending: 'stream.timeout' })).toEqual([SASL_REFUSED, timeout, timeout]);
  });

  it('says nothing when the XML breaks', () => {
    const { answers, sentinel } = ask(['registration'], '<!-- -->');
    expect(answers).toEqual({ registration: failed(failure('xml.forbidden', 'question', 'a comment')) });
    expect(sentinel).toEqual(failed(failure('xml.forbidden', 'starttls', 'a comment')));
  });
});

describe('a stream error', () => {
  it('answers the first open question and keeps the others from being reached', () => {
    expect(answersTo(SASL_FAILURE + streamError(BAN_TEXT) + END)).toEqual([
      SASL_REFUSED,
      refused(BAN_TEXT),
      NOT_REACHED,
    ]);
    expect(answersTo(streamError(TLS_TEXT) + END)).toEqual([refused(TLS_TEXT), NOT_REACHED, NOT_REACHED]);
    expect(ask(C2S, streamError(TLS_TEXT) + END).sentinel).toEqual(NOT_REACHED);
  });

  it('answers its question when the server never closes, too', () => {
    expect(answersTo(streamError(TLS_TEXT), { ending: 'stream.timeout' })).toEqual([
      refused(TLS_TEXT),
      NOT_REACHED,
      NOT_REACHED,
    ]);
  });

  it('is one refusal for one question where the server goes on, as jabberd2 does', () => {
    const reply = streamError(TLS_TEXT) + streamError(TLS_TEXT) + PROCEED;
    expect(answersTo(reply)).toEqual([refused(TLS_TEXT), refused(TLS_TEXT), DROPPED]);
    expect(answersTo(streamError(TLS_TEXT) + iqError('legacy-auth') + PROCEED)).toEqual([
      refused(TLS_TEXT),
      UNAVAILABLE,
      DROPPED,
    ]);
  });

  it('is nobody’s when it may speak of EXTERNAL, does not name TLS, and others were open', () => {
    const nobody = [NOT_REACHED, NOT_REACHED, NOT_REACHED];
    expect(answersTo(streamError(BAN_TEXT) + END)).toEqual(nobody);
    expect(answersTo(streamError(BAN_TEXT) + PROCEED)).toEqual(nobody);
    expect(ask(['sasl-external'], streamError(BAN_TEXT) + END).answers).toEqual({ 'sasl-external': refused(BAN_TEXT) });
  });

  it('answers EXTERNAL on s2s, where dropping it would prove nothing', () => {
    expect(ask(S2S, streamError(BAN_TEXT) + END).answers).toEqual({
      'sasl-external': refused(BAN_TEXT),
      'dialback-verify': NOT_REACHED,
    });
  });
});

describe('a close without a word', () => {
  it.each([
    ['the end of the bytes', '', {}],
    ['the end of the stream', END, {}],
    ['a reset', '', { ending: 'tcp.reset' as const }],
  ])('answers the first open question: %s', (_, end, ending) => {
    expect(answersTo(SASL_FAILURE + end, ending)).toEqual([SASL_REFUSED, CLOSED, NOT_REACHED]);
    expect(ask(['sasl-external'], end, ending).answers).toEqual({ 'sasl-external': CLOSED });
  });

  it('is nobody’s when it may speak of EXTERNAL and others were open', () => {
    expect(answersTo('')).toEqual([NOT_REACHED, NOT_REACHED, NOT_REACHED]);
  });
});

describe('the remaining questions', () => {
  it('are those that were not reached', () => {
    const { answers } = ask(C2S, SASL_FAILURE + streamError(BAN_TEXT) + END);
    expect(remaining(answers, C2S)).toEqual(['registration']);
  });

  it('are none where everything was answered, dropped or failed', () => {
    expect(remaining(ask(C2S, PROCEED).answers, C2S)).toEqual([]);
    expect(remaining(ask(C2S, '', { ending: 'stream.timeout' }).answers, C2S)).toEqual([]);
  });

  it('begin with EXTERNAL alone when it is in doubt', () => {
    expect(remaining(ask(C2S, streamError(BAN_TEXT) + END).answers, C2S)).toEqual(['sasl-external']);
  });

  it('come to an end with every server that turns us down', () => {
    const replies = fc.array(
      fc.constantFrom(SASL_FAILURE, iqError('legacy-auth'), streamError(BAN_TEXT), streamError(TLS_TEXT), END, PROCEED),
    );
    fc.assert(
      fc.property(fc.array(replies, { minLength: 1, maxLength: 4 }), (rounds) => {
        let answers = {};
        let open: QuestionName[] = [...C2S];
        let connections = 0;
        for (; open.length > 0 && connections < 10; connections += 1) {
          answers = { ...answers, ...ask(open, rounds[connections % rounds.length]?.join('') ?? '').answers };
          open = remaining(answers, C2S);
        }
        expect(connections).toBeLessThanOrEqual(C2S.length + 1);
      }),
    );
  });
});

describe('SASL2, asked last', () => {
  const ALL = [...C2S, 'sasl2-external'] as const;
  const UNKNOWN = `<stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`;
  const unknown = done<Answer>({ kind: 'stream-error', condition: 'unsupported-stanza-type' });
  const sasl2Failure = `<failure xmlns='urn:xmpp:sasl:2'><invalid-mechanism xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></failure>`;
  const answersToAll = (reply: string, ending: Parameters<typeof scriptPeer>[1] = {}) => {
    const { answers } = ask(ALL, reply, ending);
    return ALL.map((name) => answers[name]);
  };

  it('takes the stream error of a server that does not know it, as Prosody does', () => {
    const before = SASL_FAILURE + iqError('legacy-auth') + iqError('registration');
    expect(answersToAll(before + UNKNOWN + END)).toEqual([SASL_REFUSED, UNAVAILABLE, UNAVAILABLE, unknown]);
  });

  it('is told from SASL by its namespace', () => {
    expect(answersToAll(sasl2Failure + PROCEED)).toEqual([DROPPED, DROPPED, DROPPED, SASL_REFUSED]);
    expect(answersToAll(SASL_FAILURE + SASL_FAILURE + PROCEED)).toEqual([SASL_REFUSED, DROPPED, DROPPED, SASL_REFUSED]);
  });

  it('leaves the answers of all others as they are without it', () => {
    const ERROR = streamError(TLS_TEXT);
    const pieces = fc.array(fc.constantFrom(SASL_FAILURE, iqError('legacy-auth'), iqError('registration'), ERROR), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, fc.constantFrom('', END, PROCEED, TLS_FAILURE), (said, last) => {
        const reply = said.join('') + last;
        // A SASL failure that is not the first refusal may be one of SASL2 in the wrong namespace.
        fc.pre(said.lastIndexOf(SASL_FAILURE) <= said.findIndex((one) => one === SASL_FAILURE || one === ERROR));
        expect(answersToAll(reply).slice(0, 3)).toEqual(answersTo(reply));
      }),
    );
  });
});

describe('asking without patience', () => {
  it('is over with the last answer', () => {
    const peer = scriptPeer([`${HEADER}<stream:features/>`, iqError('legacy-auth')], { ending: 'stream.timeout' });
    peer.converse(openStream({ service: 'c2s', to: 'example.org' }));
    const asked = peer.converse(askQuestions({ ...CONTEXT, questions: ['legacy-auth'], stopWhenAnswered: true }));
    expect(asked).toEqual({ answers: { 'legacy-auth': UNAVAILABLE }, sentinel: NOT_REACHED });
  });
});
