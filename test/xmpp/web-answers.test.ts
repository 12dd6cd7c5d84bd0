import { describe, expect, it } from '@jest/globals';
import { failure } from '../../src/model/failure.js';
import { isElement, readDocument } from '../../src/xml/document.js';
import type { XmlElement } from '../../src/xml/element.js';
import {
  mayAnswerLate,
  openQuestions,
  readWebAnswers,
  WEB_QUESTIONS,
  writeWebQuestion,
} from '../../src/xmpp/web-answers.js';

const CONTEXT = { to: 'example.org', user: 'nobody', id: 'id' };
const REFUSED = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>";
const SASL = { state: 'done', value: { kind: 'sasl-failure', condition: 'encryption-required' } };
const iqError = (name: string): string =>
  `<iq xmlns='jabber:client' type='error' id='id-${name}'><error><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`;
const UNAVAILABLE = { state: 'done', value: { kind: 'iq-error', condition: 'service-unavailable' } };
const STREAM_ERROR = "<stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";

function elementOf(text: string): XmlElement {
  const element = readDocument(text);
  if (!isElement(element)) throw new Error(`not XML: ${text}`);
  return element;
}

const ASKED = ['sasl-external', 'legacy-auth', 'registration'] as const;

const read = (texts: readonly string[], ending?: Parameters<typeof failure>) =>
  readWebAnswers(texts.map(elementOf), ASKED, CONTEXT, ending && failure(...ending));

describe('questions over HTTP', () => {
  it('declare their namespace themselves', () => {
    for (const name of WEB_QUESTIONS) expect(elementOf(writeWebQuestion(name, CONTEXT)).namespace).not.toBe('');
  });
});

describe('readWebAnswers', () => {
  it('is complete once everything was answered', () => {
    const answers = read([REFUSED, iqError('legacy-auth'), iqError('registration')]);
    expect(answers).toEqual({ 'sasl-external': SASL, 'legacy-auth': UNAVAILABLE, registration: UNAVAILABLE });
    expect(openQuestions(answers, ASKED)).toEqual([]);
    expect(mayAnswerLate(answers)).toBe(false);
  });

  it('takes what was passed over for dropped', () => {
    expect(read([iqError('registration')])).toMatchObject({
      'sasl-external': { value: { kind: 'dropped' } },
      'legacy-auth': { value: { kind: 'dropped' } },
      registration: UNAVAILABLE,
    });
  });

  it('gives a stream error to the first question that is open, and asks nothing of the rest', () => {
    expect(read([REFUSED, STREAM_ERROR])).toEqual({
      'sasl-external': SASL,
      'legacy-auth': { state: 'done', value: { kind: 'stream-error', condition: 'not-authorized' } },
      registration: { state: 'not-reached', after: 'question' },
    });
  });

  it('does not take a hang-up for silence', () => {
    expect(read([], ['stream.closed', 'question'])).toMatchObject({
      'sasl-external': { value: { kind: 'closed' } },
      'legacy-auth': { state: 'not-reached' },
    });
  });

  it('fails the question at which time ran out', () => {
    expect(read([REFUSED], ['stream.timeout', 'header'])).toMatchObject({
      'sasl-external': SASL,
      'legacy-auth': { state: 'failed', failure: { code: 'stream.timeout', step: 'question' } },
    });
  });

  it.each(['stream.closed', 'tcp.reset', 'http.closed'] as const)('takes %s for a hang-up', (code) => {
    expect(read([], [code, 'question'])['sasl-external']).toMatchObject({ value: { kind: 'closed' } });
  });

  it('lets a late answer overrule the silence it was taken for', () => {
    const early = [iqError('legacy-auth'), iqError('registration')];
    expect(mayAnswerLate(read(early))).toBe(true);
    const answers = read([...early, REFUSED]);
    expect(answers['sasl-external']).toEqual(SASL);
    expect(mayAnswerLate(answers)).toBe(false);
  });

  it('knows what was asked, and answers nothing else', () => {
    const only = ['registration'] as const;
    expect(readWebAnswers([elementOf(REFUSED)], only, CONTEXT)).toEqual({});
    const ended = readWebAnswers([elementOf(STREAM_ERROR)], only, CONTEXT);
    expect(ended).toEqual({
      registration: { state: 'done', value: expect.objectContaining({ kind: 'stream-error' }) },
    });
  });

  it('waits while something is open', () => {
    expect(openQuestions(read([REFUSED]), ASKED)).toEqual(['legacy-auth', 'registration']);
  });
});
