import { escapeXML } from 'ltx';
import { failure, type Failure, type StepName } from '../model/failure.js';
import type { StreamHeader } from '../model/observation.js';
import { isElement, readDocument } from '../xml/document.js';
import { attribute, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';
import { readStreamError, streamErrorFailure } from './stream-error.js';

/** How long the server may hold a request that it has nothing to answer to (XEP-0124 section 7.1). */
const WAIT_SECONDS = 3;

/** The request that creates a session (XEP-0124 section 7.1, XEP-0206 section 3). */
export function writeSessionRequest(rid: number, to: string): string {
  return (
    `<body xmlns='${NS.bosh}' xmlns:xmpp='${NS.xbosh}' rid='${rid}' to='${escapeXML(to)}' ver='1.6' ` +
    `wait='${WAIT_SECONDS}' hold='1' content='text/xml; charset=utf-8' xmpp:version='1.0' xml:lang='en'/>`
  );
}

/** A later request; `terminate` ends the session (XEP-0124 section 13). Without stanzas it only waits for answers. */
export function writeRequest(rid: number, sid: string, stanzas: readonly string[], terminate = false): string {
  const type = terminate ? ` type='terminate'` : '';
  return `<body xmlns='${NS.bosh}' rid='${rid}' sid='${escapeXML(sid)}'${type}>${stanzas.join('')}</body>`;
}

export interface BoshReply {
  readonly header: StreamHeader;
  /** Absent on all but the first reply of a session. */
  readonly sid?: string;
  /** What the stream brought. */
  readonly elements: readonly XmlElement[];
  /** Why the session is over, where this reply says so. */
  readonly ending?: Failure;
}

/**
 * Reads the body of one HTTP answer; a failure where it is no `<body/>` of BOSH. One that cannot be read ends the session:
 * whoever sends it speaks BOSH all the same.
 */
export function readBoshReply(text: string, step: StepName): BoshReply | Failure {
  const body = readDocument(withoutRepeatedAttributes(text));
  if (!isElement(body) && BEGINS_AS_BODY.test(text)) {
    return { header: { xmlDeclaration: false }, elements: [], ending: { ...body, step } };
  }
  if (!isElement(body) || body.namespace !== NS.bosh || body.name !== 'body') {
    return failure('stream.not-xmpp', step, 'the answer is not a <body/> of BOSH');
  }
  const [id, sid, from] = ['authid', 'sid', 'from'].map((name) => attribute(body, name));
  const [version, lang] = ['xmpp:version', 'xml:lang'].map((name) => attribute(body, name));
  const ending = attribute(body, 'type') === 'terminate' ? { ending: endingOf(body, step) } : {};
  return {
    header: {
      ...(id === undefined ? {} : { id }),
      ...(from === undefined ? {} : { from }),
      ...(version === undefined ? {} : { version }),
      ...(lang === undefined ? {} : { lang }),
      xmlDeclaration: false,
    },
    ...(sid === undefined ? {} : { sid }),
    elements: body.children,
    ...ending,
  };
}

const BEGINS_AS_BODY = /^\s*<body\s[^>]*http:\/\/jabber\.org\/protocol\/httpbind/u;

/** ejabberd declares a namespace twice when it ends a session by a stream error: what it says then is worth reading. */
function withoutRepeatedAttributes(text: string): string {
  const end = text.indexOf('>');
  const seen = new Set<string>();
  const tag = text.slice(0, end).replaceAll(/\s([\w:-]+)=(?:'[^']*'|"[^"]*")/gu, (attribute, name: string) => {
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst ? attribute : '';
  });
  return end === -1 ? text : tag + text.slice(end);
}

/** `remote-stream-error` carries the stream error inside (XEP-0206 section 5); other conditions stand for themselves. */
function endingOf(body: XmlElement, step: StepName): Failure {
  const error = body.children.map(readStreamError).find((one) => one !== undefined);
  if (error !== undefined) return streamErrorFailure(error, step);
  const condition = attribute(body, 'condition');
  if (condition === undefined) return failure('stream.closed', step);
  // Prosody's words for a domain it does not know.
  if (condition === 'improper-addressing') return failure('stream.host-unknown', step, undefined, condition);
  if (condition === 'see-other-uri') return failure('stream.redirected', step, undefined, condition);
  return streamErrorFailure({ condition }, step);
}
