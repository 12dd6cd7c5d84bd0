import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DETAIL_LIMIT } from '../../src/model/failure.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { askQuestions } from '../../src/xmpp/questions.js';
import { requestStarttls } from '../../src/xmpp/starttls.js';
import { scriptPeer } from '../support/converse.js';
import { HEADER } from '../support/xml.js';
import { PARTIES } from '../support/transcripts.js';

const QUESTIONS = ['sasl-external', 'legacy-auth', 'registration', 'dialback-verify'] as const;
const FEATURES = '<stream:features/>';
const STREAMS = 'urn:ietf:params:xml:ns:xmpp-streams';

/** Everything that is learned from one peer. */
function learn(opening: string, replies: string) {
  const peer = scriptPeer([opening, replies]);
  const opened = peer.converse(openStream({ service: 's2s', ...PARTIES }));
  return { ...opened, ...peer.converse(askQuestions({ ...PARTIES, questions: QUESTIONS })) };
}

/** All strings in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('a hostile peer', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ...[
        HEADER,
        FEATURES,
        `<iq type='result' id='q-registration'>`,
        '</iq>',
        `<iq type='error'>`,
        '<error>',
        '</error>',
      ],
      ...[`<query xmlns='jabber:iq:auth'>`, '</query>', '<stream:error>', '</stream:error>', '<failure>', '</failure>'],
      ...[
        '<challenge/>',
        `<verify type='error'/>`,
        `<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
        '<password/>',
      ],
      ...[
        `<x xmlns='jabber:x:data'><field var='a'/></x>`,
        '</stream:stream>',
        '&lol;',
        ']]>',
        '<!DOCTYPE x [',
        '\r',
        '\u202e',
      ],
    ),
  );
  const words = fc.array(word, { maxLength: 20 }).map((parts) => parts.join(''));

  it('never makes a conversation throw, loop, or leave a step open', () => {
    fc.assert(
      fc.property(fc.boolean(), words, words, (polite, opening, replies) => {
        const { header, features, answers, sentinel } = learn(polite ? HEADER + FEATURES : opening, replies);
        const steps = [header, features, sentinel, ...QUESTIONS.map((name) => answers[name])];
        for (const step of steps) expect(['done', 'failed', 'not-reached']).toContain(step?.state);
      }),
      { numRuns: 1000 },
    );
  });

  it('never makes the request for TLS throw or succeed without <proceed/>', () => {
    const silent = words.map((text) => text.replaceAll('proceed', 'procede'));
    fc.assert(
      fc.property(silent, (reply) => {
        const peer = scriptPeer([HEADER + FEATURES, reply]);
        peer.converse(openStream({ service: 'c2s', to: 'example.org' }));
        expect(peer.converse(requestStarttls()).state).toBe('failed');
      }),
    );
  });

  it('gets no text into an observation that is longer than it may be', () => {
    const long = 'x'.repeat(5000);
    const header = HEADER.replace(`version='1.0'`, `version='${long}' id='${long}' from='${long}' xml:lang='${long}'`);
    const features = `<stream:features><${long}/><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>${long}</mechanism></mechanisms></stream:features>`;
    const replies =
      `<failure><${long}/><text>${long}</text></failure><iq type='error' id='q-legacy-auth'><error><${long}>${long}</${long}></error></iq>` +
      `<verify type='${long}'/>`;
    const strings = stringsIn(learn(header + features, replies));
    expect(Math.max(...strings.map(({ length }) => length))).toBe(DETAIL_LIMIT);
  });

  it.each([
    ['workflow commands', '::set-output name=x::y\n##[error]z'],
    ['a bare carriage return', 'a&#13;b'],
    ['mentions and references', '@octocat fixes #1'],
    ['markup', '&lt;img src=x onerror=y&gt; | a | `b`'],
    ['bidirectional controls', '\u202eevil\u2066'],
  ])('gets its words kept as they are, for each renderer to make them inert: %s', (_, words) => {
    const error = `<stream:error><undefined-condition xmlns='${STREAMS}'/><text xmlns='${STREAMS}'>${words}</text></stream:error>`;
    const { features } = learn(HEADER + error, '');
    const said = words.replace('&#13;', '\r').replace('&lt;', '<').replace('&gt;', '>');
    expect(features).toMatchObject({ failure: { code: 'stream.error', detail: said } });
  });

  it('gets a megabyte of words neither kept nor believed', () => {
    const error = `<stream:error><text>${'TLS '.repeat(250_000)}</text></stream:error>`;
    expect(learn(HEADER + error, '').features).toMatchObject({ failure: { code: 'stream.limit', step: 'features' } });
  });
});
