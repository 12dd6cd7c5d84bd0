import type { EndpointObservation } from '../../src/model/observation.js';

/** All that may be said before TLS in a default run, as it stands on the wire; `X` is whatever is filled in. */
const SAFE_LIST = [
  `<?xml version='1.0'?><stream:stream to='X' version='1.0' xml:lang='en' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`,
  `<?xml version='1.0'?><stream:stream to='X' xml:lang='en' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`,
  `<?xml version='1.0'?><stream:stream to='X' from='tls-probe.invalid' version='1.0' xml:lang='en' xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>`,
  `<?xml version='1.0'?><stream:stream to='X' from='tls-probe.invalid' xml:lang='en' xmlns='jabber:server' xmlns:db='jabber:server:dialback' xmlns:stream='http://etherx.jabber.org/streams'>`,
  `<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`,
  `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>`,
  `<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'/>`,
  `<iq type='get' id='X' to='X'><query xmlns='jabber:iq:auth'><username>X</username></query></iq>`,
  `<iq type='get' id='X' to='X'><query xmlns='jabber:iq:register'/></iq>`,
  `<db:verify from='tls-probe.invalid' to='X' id='X'>probe</db:verify>`,
  `</stream:stream>`,
].map((text) => new RegExp(`^${text.split('X').map(escape).join("[^<>'&]*")}$`, 'u'));

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** First-level elements of one write, with the stream header as one of them. */
const PIECES =
  /<\?xml[^>]*\?><stream:stream[^>]*>|<\/stream:stream>|<(starttls|authenticate)\b[^>]*\/>|<([a-z:]+)\b[^>]*>.*?<\/\2>|.+/gsu;

export interface Spoken {
  readonly text: string;
  readonly allowed: boolean;
}

/** Everything we said on the connections of a look before TLS began on them, first-level element by element. */
export function spokenBeforeTls({ transcript }: EndpointObservation): readonly Spoken[] {
  const inside = new Set<number>();
  return transcript.flatMap(({ connection, from, text }): Spoken[] => {
    if (from === 'note' && text.startsWith('inside TLS')) inside.add(connection);
    if (from !== 'us' || inside.has(connection)) return [];
    return (text.match(PIECES) ?? []).map((piece) => ({
      text: piece,
      allowed: SAFE_LIST.some((safe) => safe.test(piece)),
    }));
  });
}
