import type { WebScript } from './web-server.js';

export const BOSH = "xmlns='http://jabber.org/protocol/httpbind'";
export const FEATURES =
  "<stream:features xmlns:stream='http://etherx.jabber.org/streams'><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>";
export const REFUSED = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>";
export const INVALID = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>";
export const OPEN = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' id='i1' from='example.org' version='1.0'/>";

/** What most servers say of SASL2, which they do not know. */
export const UNKNOWN_ELEMENT =
  "<stream:error xmlns:stream='http://etherx.jabber.org/streams'><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";

/** Answers each get of ours with an error, as servers without the extensions do. */
export const iqErrors = (text: string): string[] =>
  [...text.matchAll(/<iq [^>]*id='([^']+)'/gu)].map(
    ([, id]) =>
      `<iq xmlns='jabber:client' type='error' id='${id}'><error><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
  );

/** A connection manager that answers EXTERNAL with `external`, in as many replies as it likes. */
export function bosh(external: string, path = '/http-bind', late = false): WebScript {
  let waiting = '';
  return {
    answer(asked, body) {
      if (asked !== path) return undefined;
      if (!body.includes('sid=')) return { body: `<body ${BOSH} sid='s1' authid='a1'>${late ? '' : FEATURES}</body>` };
      if (body.includes('terminate')) return { body: `<body ${BOSH} type='terminate'/>` };
      if (body.includes('<authenticate')) {
        return { body: `<body ${BOSH} type='terminate' condition='remote-stream-error'>${UNKNOWN_ELEMENT}</body>` };
      }
      if (body.includes('<auth')) {
        waiting = iqErrors(body).join('');
        return { body: `<body ${BOSH}>${late ? FEATURES : ''}${external}</body>` };
      }
      const answer = late && waiting === '' ? FEATURES : waiting;
      waiting = '';
      return { body: `<body ${BOSH}>${answer}</body>` };
    },
  };
}

export function webSocket(external: string, path = '/xmpp-websocket'): WebScript {
  const answer = (frame: string): readonly string[] => {
    if (frame.startsWith('<open')) return [OPEN, FEATURES];
    if (frame.startsWith('<authenticate')) return [UNKNOWN_ELEMENT];
    return frame.startsWith('<auth') ? [external] : iqErrors(frame);
  };
  return { socket: { path, answer } };
}
