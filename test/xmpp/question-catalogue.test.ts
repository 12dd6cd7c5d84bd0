import { describe, expect, it } from '@jest/globals';
import { QUESTION_NAMES, QUESTIONS, writeQuestion } from '../../src/xmpp/question-catalogue.js';
import { elementOf } from '../support/xml.js';

const CONTEXT = { to: 'example.org', from: 'tls-probe.invalid', user: 'nobody', id: 'q', mechanism: 'SCRAM-SHA-1' };

/** `n,,n=nobody,r=qnobody`: a user name and a nonce, and nothing else. */
const FIRST_MESSAGE = 'biwsbj1ub2JvZHkscj1xbm9ib2R5';

/** What a server sees; the prefix of dialback is declared in the s2s stream header. */
const seen = (name: (typeof QUESTION_NAMES)[number], context = CONTEXT) =>
  elementOf(writeQuestion(name, context).replace('<db:verify', `<db:verify xmlns:db='jabber:server:dialback'`));

describe('the questions', () => {
  it('are exactly these, asked in this order', () => {
    expect(QUESTION_NAMES.map((name) => writeQuestion(name, CONTEXT))).toEqual([
      `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>`,
      `<iq type='get' id='q-legacy-auth' to='example.org'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`,
      `<iq type='get' id='q-registration' to='example.org'><query xmlns='jabber:iq:register'/></iq>`,
      `<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'/>`,
      `<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>${FIRST_MESSAGE}</initial-response></authenticate>`,
      `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>${FIRST_MESSAGE}</auth>`,
      `<iq type='get' id='q-versionless-auth' to='example.org'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`,
      `<db:verify from='tls-probe.invalid' to='example.org' id='q-versionless-verify'>probe</db:verify>`,
      `<db:verify from='tls-probe.invalid' to='example.org' id='q-dialback-verify'>probe</db:verify>`,
    ]);
  });

  it.each(QUESTION_NAMES)('hold nothing secret and change nothing: %s', (name) => {
    const element = seen(name);
    expect(['auth', 'authenticate', 'iq', 'verify']).toContain(element.name);
    if (element.name === 'iq') expect(element.attributes['type']).toBe('get');
    if (element.name === 'auth' || element.name === 'authenticate') {
      const said = element.children[0]?.text ?? element.text;
      const expected = name.endsWith('-scram')
        ? ['SCRAM-SHA-1', FIRST_MESSAGE]
        : ['EXTERNAL', name === 'sasl-external' ? '=' : ''];
      expect([element.attributes['mechanism'], said]).toEqual(expected);
    }
    expect(QUESTIONS[name].sends).not.toMatch(
      /password|digest|token|resource|ANONYMOUS|PLAIN|'set'|db:result|handshake/,
    );
  });

  it.each(QUESTION_NAMES)('are explained in full: %s', (name) => {
    const { harmless, proves, refuses, provesNothing, services } = QUESTIONS[name];
    for (const words of [harmless, proves, refuses, provesNothing]) expect(words.length).toBeGreaterThan(10);
    expect(services.length).toBeGreaterThan(0);
  });

  it('arrive as they were meant, whatever they are filled in with', () => {
    const hostile = `a'b"c<d>&{to}`;
    expect(seen('legacy-auth', { ...CONTEXT, to: hostile, user: hostile, id: hostile })).toMatchObject({
      attributes: { to: hostile, id: `${hostile}-legacy-auth` },
      children: [{ children: [{ text: hostile }] }],
    });
  });

  it('cannot be asked without what they are filled in with', () => {
    const { from, mechanism, ...c2s } = CONTEXT;
    expect(() => writeQuestion('dialback-verify', c2s)).toThrow('{from}');
    expect(writeQuestion('dialback-verify', { ...c2s, from })).toContain(from);
    expect(() => writeQuestion('sasl-scram', c2s)).toThrow('{mechanism}');
    expect(writeQuestion('sasl-scram', { ...c2s, mechanism })).toContain(mechanism);
  });
});
