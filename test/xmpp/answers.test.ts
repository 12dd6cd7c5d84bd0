import { describe, expect, it } from '@jest/globals';
import { DETAIL_LIMIT } from '../../src/model/failure.js';
import { readAnswer } from '../../src/xmpp/answers.js';
import { QUESTION_NAMES } from '../../src/xmpp/question-catalogue.js';
import { elementOf } from '../support/xml.js';

const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
const hear = (xml: string, open = QUESTION_NAMES) => readAnswer(elementOf(xml), open, { id: 'q' });

describe('an answer to EXTERNAL', () => {
  it.each([
    [
      `<failure xmlns='${SASL}'><encryption-required/></failure>`,
      { kind: 'sasl-failure', condition: 'encryption-required' },
    ],
    [
      `<failure xmlns='${SASL}'><text>no</text><not-authorized/></failure>`,
      { kind: 'sasl-failure', condition: 'not-authorized', text: 'no' },
    ],
    [`<failure xmlns='${SASL}'/>`, { kind: 'sasl-failure', condition: 'undefined-condition' }],
    [`<challenge xmlns='${SASL}'>=</challenge>`, { kind: 'sasl-challenge' }],
    [`<success xmlns='${SASL}'/>`, { kind: 'sasl-success' }],
    ['<failure><aborted/></failure>', { kind: 'sasl-failure', condition: 'aborted' }],
  ])('is %s', (xml, answer) => {
    expect(hear(xml)).toEqual({ question: 'sasl-external', answer });
  });

  it('is not a failure of STARTTLS', () => {
    expect(hear(`<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`)).toBeUndefined();
  });
});

describe('an answer to a get', () => {
  it('shows the fields there are to fill in, of the query and of a form in it, each once', () => {
    const query =
      `<registered/><instructions>Choose!</instructions><username/><password/>` +
      `<x xmlns='jabber:x:oob'><url>https://example.org</url></x>` +
      `<x xmlns='jabber:x:data' type='form'><title/><field var='FORM_TYPE' type='hidden'/><field type='fixed' var='note'/>` +
      `<field var='password' type='text-private'/><field var='ocr'/><field/></x>`;
    expect(
      hear(`<iq type='result' id='q-registration'><query xmlns='jabber:iq:register'>${query}</query></iq>`),
    ).toEqual({
      question: 'registration',
      answer: { kind: 'iq-result', fields: ['username', 'password', 'ocr'] },
    });
  });

  it.each([
    ['only points to a web page', `<query xmlns='jabber:iq:register'><instructions/><x xmlns='jabber:x:oob'/></query>`],
    ['is empty', ''],
  ])('has no fields when it %s', (_, query) => {
    expect(hear(`<iq type='result' id='q-registration'>${query}</iq>`)?.answer).toEqual({
      kind: 'iq-result',
      fields: [],
    });
  });

  it.each([
    [
      `<not-acceptable xmlns='${STANZAS}'/><text xmlns='${STANZAS}'>TLS!</text>`,
      { condition: 'not-acceptable', text: 'TLS!' },
    ],
    ['', { condition: 'undefined-condition' }],
    ['Unauthorized', { condition: 'undefined-condition', text: 'Unauthorized' }],
  ])('is an error: %s', (children, error) => {
    expect(hear(`<iq type='error' id='q-legacy-auth'><error type='modify'>${children}</error></iq>`)).toEqual({
      question: 'legacy-auth',
      answer: { kind: 'iq-error', ...error },
    });
  });

  it('has the condition behind an error number, as jabberd2 sends it', () => {
    const error = (code: string) => hear(`<iq type='error' id='q-legacy-auth'><error code='${code}'/></iq>`)?.answer;
    expect(error('401')).toEqual({ kind: 'iq-error', condition: 'not-authorized' });
    expect(error('999')).toEqual({ kind: 'iq-error', condition: 'undefined-condition' });
    expect(hear(`<iq type='error' id='q-legacy-auth'/>`)?.answer).toEqual({
      kind: 'iq-error',
      condition: 'undefined-condition',
    });
  });

  it.each([
    ['its id', `id='q-registration'`, '', 'registration'],
    ['the namespace of its query, when the id is missing', '', `<query xmlns='jabber:iq:register'/>`, 'registration'],
    [
      'the namespace of its query, when the id is wrong',
      `id='x'`,
      `<query xmlns='jabber:iq:register'/>`,
      'registration',
    ],
    ['order, when it has neither', '', '', 'legacy-auth'],
  ])('is matched by %s', (_, id, query, question) => {
    expect(hear(`<iq type='error' ${id}>${query}<error/></iq>`)?.question).toBe(question);
  });

  it.each([
    [`<iq type='error' id='other'><error/></iq>`],
    [`<iq type='result'/>`],
    [`<iq type='get' id='q-registration'><query xmlns='jabber:iq:register'/></iq>`],
    [`<iq id='q-registration'/>`],
  ])('is not %s', (xml) => {
    expect(hear(xml)).toBeUndefined();
  });
});

describe('an answer to a dialback key', () => {
  const verify = (attributes: string, children = '') =>
    hear(`<db:verify xmlns:db='jabber:server:dialback' ${attributes}>${children}</db:verify>`);

  it('has a type, and an error its condition', () => {
    expect(verify(`type='invalid' id='q-dialback-verify'`, 'probe')).toEqual({
      question: 'dialback-verify',
      answer: { kind: 'dialback', type: 'invalid' },
    });
    expect(verify(`type='error'`, `<error><policy-violation xmlns='${STANZAS}'/></error>`)?.answer).toEqual({
      kind: 'dialback',
      type: 'error',
      condition: 'policy-violation',
    });
  });

  it('is not a question of the server', () => {
    expect(verify(`id='1'`, 'key')).toBeUndefined();
  });
});

it('answers only an open question', () => {
  expect(hear(`<challenge xmlns='${SASL}'/>`, ['registration'])).toBeUndefined();
  expect(hear(`<iq type='error'><error/></iq>`, ['registration'])?.question).toBe('registration');
});

it('keeps no more of a hostile text than an observation may', () => {
  const answer = hear(
    `<failure xmlns='${SASL}'><${'x'.repeat(2000)}/><text>${'y'.repeat(9000)}</text></failure>`,
  )?.answer;
  expect(answer).toEqual({ kind: 'sasl-failure', condition: 'x'.repeat(DETAIL_LIMIT), text: 'y'.repeat(DETAIL_LIMIT) });
});
