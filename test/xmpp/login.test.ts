import { describe, expect, it } from '@jest/globals';
import type { Answer, LoginMeans } from '../../src/model/observation.js';
import { scramCrypto } from '../../src/runtime/scram-crypto.js';
import { bindResource, chooseMeans, logIn, messageOneself } from '../../src/xmpp/login.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { scriptPeer, type ScriptedPeer } from '../support/converse.js';
import { done, failedStep, notReached, someFeatures } from '../support/observations.js';
import { HEADER, saslFailure, streamError } from '../support/scripted-server.js';

const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
const CHALLENGE = `<challenge ${SASL}>${btoa('r=token1,s=QSXCR+Q6sek8bf92,i=1')}</challenge>`;
/** What a server that knows the password says; worked out with another library. */
const SIGNATURE = 'v=7TG67GZBmgHAAZmvfhzW2sQuFWc=';
const success = (text: string): string => `<success ${SASL}>${btoa(text)}</success>`;
const iq = (type: string, id: string, inner = ''): string => `<iq type='${type}' id='token-${id}'>${inner}</iq>`;
const asked = iq('result', 'a', "<query xmlns='jabber:iq:auth'><username/><password/><digest/></query>");

/** Replies to the header and to each message of the login, in their order. */
function logInTo(means: LoginMeans, replies: readonly string[], allowPlain = false) {
  const peer = opened(replies);
  const account = { user: 'tester', domain: 'example.org', password: 'correct-horse', allowPlain };
  const said = peer.converse(
    logIn(means, { account, crypto: scramCrypto, to: 'example.org', token: 'token', streamId: '1' }),
  );
  return { ...said, sent: peer.sent.slice(1) };
}

function opened(replies: readonly string[]): ScriptedPeer {
  const peer = scriptPeer([`${HEADER}<stream:features/>`, ...replies]);
  peer.converse(openStream({ service: 'c2s', to: 'example.org' }));
  return peer;
}

const answer = (kind: Answer) => done(kind);

describe('the means of a login', () => {
  it.each([
    ['the strongest SCRAM', ['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'], false, 'SCRAM-SHA-256'],
    ['SCRAM before PLAIN, where both may be used', ['PLAIN', 'SCRAM-SHA-1'], true, 'SCRAM-SHA-1'],
    ['PLAIN where that is allowed', ['DIGEST-MD5', 'PLAIN'], true, 'PLAIN'],
    ['nothing where only the password itself would do', ['DIGEST-MD5', 'PLAIN'], false, undefined],
    ['the old query where no mechanism is offered', [], false, 'jabber:iq:auth'],
  ] as const)('are %s', (_, mechanisms, allowPlain, expected) => {
    expect(chooseMeans(someFeatures({ mechanisms }), allowPlain)).toBe(expected);
  });
});

describe('a login by SCRAM', () => {
  it('is accepted by a server that shows that it knows the password', () => {
    const { begun, accepted, sent } = logInTo('SCRAM-SHA-1', [CHALLENGE, success(SIGNATURE)]);
    expect({ begun, accepted }).toEqual({
      begun: answer({ kind: 'sasl-challenge' }),
      accepted: answer({ kind: 'sasl-success' }),
    });
    expect(sent[0]).toBe(`<auth ${SASL} mechanism='SCRAM-SHA-1'>${btoa('n,,n=tester,r=token')}</auth>`);
    expect(sent.join()).not.toContain('correct-horse');
  });

  it('takes the signature from a last challenge as well', () => {
    const last = `<challenge ${SASL}>${btoa(SIGNATURE)}</challenge>`;
    const { accepted, sent } = logInTo('SCRAM-SHA-1', [CHALLENGE, last, `<success ${SASL}/>`]);
    expect(accepted).toEqual(answer({ kind: 'sasl-success' }));
    expect(sent).toHaveLength(3);
  });

  it('is not believed in where the server does not know the password', () => {
    const { accepted } = logInTo('SCRAM-SHA-1', [CHALLENGE, success('v=AAAA')]);
    expect(accepted).toEqual(failedStep('login.impostor', 'login'));
  });

  it('ends at a challenge that cannot be answered', () => {
    const { begun, accepted, sent } = logInTo('SCRAM-SHA-1', [`<challenge ${SASL}>!!</challenge>`]);
    expect(begun).toEqual(answer({ kind: 'sasl-challenge' }));
    expect(accepted).toEqual(failedStep('login.unusable-challenge', 'login'));
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a refusal', saslFailure('encryption-required'), { kind: 'sasl-failure', condition: 'encryption-required' }],
    [
      'a stream error',
      streamError('policy-violation', 'Use of STARTTLS required'),
      { kind: 'stream-error', condition: 'policy-violation', text: 'Use of STARTTLS required' },
    ],
    ['the end of the connection', '', { kind: 'closed' }],
  ] as const)('ends at %s of its first message, and sends no proof', (_, reply, kind) => {
    const { begun, accepted, sent } = logInTo('SCRAM-SHA-1', [reply]);
    expect({ begun, accepted }).toEqual({ begun: answer(kind), accepted: notReached('login') });
    expect(sent).toHaveLength(1);
  });
});

describe('a login by jabber:iq:auth', () => {
  it('only asks where nothing may be sent in plaintext', () => {
    const { begun, accepted, sent } = logInTo('jabber:iq:auth', [asked]);
    expect(begun).toMatchObject({
      state: 'done',
      value: { kind: 'iq-result', fields: ['username', 'password', 'digest'] },
    });
    expect(accepted).toEqual(notReached('login'));
    expect(sent).toHaveLength(1);
  });

  it('gives a digest rather than the password', () => {
    const { accepted, jid, sent } = logInTo('jabber:iq:auth', [asked, iq('result', 'b')], true);
    expect({ accepted, jid }).toEqual({
      accepted: answer({ kind: 'iq-result', fields: [] }),
      jid: 'tester@example.org/token',
    });
    // SHA-1 of `1correct-horse` (XEP-0078 section 3).
    expect(sent[1]).toMatch(/<digest>[0-9a-f]{40}<\/digest><resource>token<\/resource>/u);
    expect(sent.join()).not.toContain('correct-horse');
  });

  it('gives the password where nothing else is taken', () => {
    const { sent } = logInTo('jabber:iq:auth', [asked.replace('<digest/>', ''), iq('error', 'b')], true);
    expect(sent[1]).toContain('<password>correct-horse</password>');
  });
});

describe('a session', () => {
  const bound = iq(
    'result',
    'c',
    "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>tester@example.org/r</jid></bind>",
  );
  const session = { name: 'session', namespace: 'urn:ietf:params:xml:ns:xmpp-session', required: false };

  it('begins with the JID that the server gives', () => {
    expect(opened([bound]).converse(bindResource(someFeatures(), 'token'))).toEqual(done('tester@example.org/r'));
  });

  it.each([
    ['is begun in the old way where the server wants that', [], 2],
    ['needs no more where it does not', ['optional'], 1],
  ])('%s', (_, children, messages) => {
    const peer = opened([bound, iq('result', 'd')]);
    peer.converse(bindResource(someFeatures({ all: [{ ...session, children }] }), 'token'));
    expect(peer.sent.slice(1)).toHaveLength(messages);
  });

  it('that is refused after the login says so', () => {
    const refused = opened([iq('error', 'c')]).converse(bindResource(someFeatures(), 'token'));
    expect(refused).toEqual(failedStep('login.no-session', 'bind'));
  });

  it('carries a message to oneself, whatever else arrives', () => {
    const other = "<message from='a@b' id='other'><body>no</body></message><iq type='get' id='1'/>";
    const peer = opened([`${other}<message id='token-e' from='tester@example.org/r'/>`]);
    expect(peer.converse(messageOneself('tester@example.org/r', 'token'))).toEqual(done('delivered'));
    expect(peer.sent[1]).toContain("to='tester@example.org/r'");
  });

  it('that bounces the message says so', () => {
    const bounced = opened(["<message id='token-e' type='error'/>"]).converse(messageOneself('a@b/c', 'token'));
    expect(bounced).toEqual(failedStep('login.no-session', 'message'));
  });
});
