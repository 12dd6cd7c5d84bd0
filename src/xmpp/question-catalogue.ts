import { escapeXML } from 'ltx';
import type { QuestionName } from '../model/observation.js';
import type { Service } from '../model/target.js';
import { NS } from './namespaces.js';

/** One thing we may send before TLS, and what its answers mean. `docs/probes.md` is generated from these. */
export interface Question {
  readonly services: readonly Service[];
  /** The exact bytes; `{to}`, `{from}`, `{user}` and `{id}` are filled in, escaped. */
  readonly sends: string;
  /** Why asking is harmless. */
  readonly harmless: string;
  /** Answers that prove plaintext is allowed. */
  readonly proves: string;
  /** Answers that prove plaintext is refused. */
  readonly refuses: string;
  /** Answers that say nothing about TLS. */
  readonly provesNothing: string;
}

/**
 * All that is ever asked before TLS, in the order of asking. Never a password, token or proof, never an `iq` of type
 * `set`, never ANONYMOUS, a message or a presence: nothing here can log in or change anything.
 */
export const QUESTIONS: Readonly<Record<QuestionName, Question>> = {
  'sasl-external': {
    services: ['c2s', 's2s'],
    sends: `<auth xmlns='${NS.sasl}' mechanism='EXTERNAL'>=</auth>`,
    harmless: 'EXTERNAL means "by my TLS certificate". Without TLS there is none, so that it cannot log anyone in.',
    proves: 'a challenge or a success',
    refuses:
      '<encryption-required/>; a refusal whose text names TLS; on c2s also silence, when something asked later is answered',
    provesNothing:
      'a refusal of the mechanism alone (<invalid-mechanism/>, <not-authorized/>): other mechanisms may still be served',
  },
  'legacy-auth': {
    services: ['c2s'],
    sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.legacyAuth}'><username>{user}</username></query></iq>`,
    harmless:
      'A get only asks which fields a login would need (XEP-0078). The user name is random and no password is sent.',
    proves:
      'a result that asks for a password or a digest; <not-authorized/>, which is said of the user, where this login is advertised and TLS is not required',
    refuses: 'an error whose text names TLS',
    provesNothing:
      'any other error: the extension may be switched off, or the random user may be what is refused. This and the next are the iq gets before TLS; a server treats any other alike, so no more are sent',
  },
  registration: {
    services: ['c2s'],
    sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.registration}'/></iq>`,
    harmless: 'A get only asks which fields a registration would need (XEP-0077). No account is created.',
    proves: 'a result with fields to fill in',
    refuses: 'an error whose text names TLS',
    provesNothing: 'any other error, or a result that only points to a web page',
  },
  'sasl2-external': {
    services: ['c2s'],
    sends: `<authenticate xmlns='${NS.sasl2}' mechanism='EXTERNAL'/>`,
    harmless: 'It is EXTERNAL in the words of XEP-0388, which cannot log anyone in without a TLS certificate either.',
    proves: 'a challenge or a success',
    refuses: 'nothing beyond this one way in: a refusal that names TLS, or silence, closes it',
    provesNothing: 'any other answer; one that comes from SASL2 itself is followed by the next question',
  },
  'sasl2-scram': {
    services: ['c2s'],
    sends: `<authenticate xmlns='${NS.sasl2}' mechanism='{mechanism}'><initial-response>{scram}</initial-response></authenticate>`,
    harmless:
      'The first message of SCRAM (RFC 5802) holds a user name and a nonce, both random: no password, and no proof of one. It is sent only where the question before was answered by SASL2 itself and not refused for lack of TLS.',
    proves: 'a challenge, a success, or not-authorized: the server took the login up, and only the user is unknown',
    refuses: 'nothing beyond this one way in',
    provesNothing: 'a refusal of the mechanism',
  },
  'sasl-scram': {
    services: ['c2s'],
    sends: `<auth xmlns='${NS.sasl}' mechanism='{mechanism}'>{scram}</auth>`,
    harmless:
      'The first message of SCRAM (RFC 5802) holds a user name and a nonce, both random: no password, and no proof of one. It can count as a failed login, towards a ban of the address; so it is sent once, where a SCRAM mechanism is offered without TLS, and only when it is asked for.',
    proves: 'a challenge, a success, or not-authorized: the server took the login up, and only the user is unknown',
    refuses: '<encryption-required/>, or a refusal whose text names TLS',
    provesNothing: 'a refusal of the mechanism, or the end of the stream, which is also what a ban looks like',
  },
  'versionless-auth': {
    services: ['c2s'],
    sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.legacyAuth}'><username>{user}</username></query></iq>`,
    harmless:
      'The stream header leaves out its version, as clients from before XMPP 1.0 do (RFC 6120 section 4.7.5); then the jabber:iq:auth get from above is asked. A get never logs in.',
    proves:
      'a result that asks for a password or a digest; <not-authorized/>, which is said of the user, where the same get is refused for lack of TLS on a stream with a version',
    refuses: 'nothing beyond this one way in',
    provesNothing: 'any error: such streams may lead nowhere, with TLS or without',
  },
  'versionless-verify': {
    services: ['s2s'],
    sends: `<db:verify from='{from}' to='{to}' id='{id}'>probe</db:verify>`,
    harmless:
      'The stream header leaves out its version, as servers from before XMPP 1.0 do (RFC 6120 section 4.7.5); then db:verify from below is asked. The server answers from what it knows itself. It is asked only where streams with a version are refused for lack of TLS, which this could get around.',
    proves:
      'an answer (invalid), where the same is refused for lack of TLS or dropped on a stream with a version, on which it is asked once more for that: streams without version get around the requirement (proof: advertised)',
    refuses: 'nothing beyond this one way in',
    provesNothing: 'an answer, where streams with a version get one as well; any refusal, and silence',
  },
  'dialback-verify': {
    services: ['s2s'],
    sends: `<db:verify from='{from}' to='{to}' id='{id}'>probe</db:verify>`,
    harmless:
      'It asks whether a made-up dialback key is valid (XEP-0220). The server answers from what it knows itself.',
    proves: 'nothing: servers may answer it without TLS whatever their policy',
    refuses: 'a refusal whose text names TLS; silence, when the <starttls/> after it is answered',
    provesNothing: 'invalid, or any other error',
  },
};

/** The names of all questions, in the order of asking. */
export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly QuestionName[];

/** What the questions are filled in with. */
export interface QuestionContext {
  /** The XMPP domain asked. */
  readonly to: string;
  /** Our own domain; `dialback-verify` cannot be asked without one. */
  readonly from?: string;
  /** A random name that no account has. */
  readonly user: string;
  /** Random start of the ids by which answers are told apart. */
  readonly id: string;
  /** The SCRAM mechanism to begin; the SCRAM questions cannot be asked without one. */
  readonly mechanism?: string;
}

/** The id under which a question is asked. */
export function questionId(name: QuestionName, { id }: Pick<QuestionContext, 'id'>): string {
  return `${id}-${name}`;
}

/** Fills in a question. */
export function writeQuestion(name: QuestionName, context: QuestionContext): string {
  const values = new Map(
    Object.entries({ ...context, id: questionId(name, context), scram: scramFirstMessage(context) }),
  );
  return QUESTIONS[name].sends.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = values.get(key);
    if (value === undefined) throw new Error(`${name} cannot be asked without ${placeholder}`);
    return escapeXML(value);
  });
}

/** The client-first-message of SCRAM without channel binding (RFC 5802 section 7), in base64 as SASL carries it. */
function scramFirstMessage({ user, id }: QuestionContext): string {
  return btoa(`n,,n=${user},r=${id}${user}`);
}
