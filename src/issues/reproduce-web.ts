import type { EndpointReport } from '../model/report.js';
import type { Finding } from '../model/verdict.js';
import type { Reproduction } from './reproduce.js';
import { CONTINUED, quoted, spoken } from './shell.js';

/** What may stand between quotes in a shell line and in a request as it is; `'`, `"`, `$` and blanks may not. */
const SAFE_URL = /^(?:https?|wss?):\/\/[\w.~%:/?=[\]-]+$/u;

/** Any 16 bytes will do (RFC 6455 section 4.1). */
const WEBSOCKET_KEY = 'eG1wcC10bHMtcHJvYmUhIQ==';

/** How a person can see what a BOSH or WebSocket endpoint does. `to` and `domain` are safe in a shell line already. */
export function reproduceWeb(
  { transport, url = '', address, port }: EndpointReport,
  findings: readonly Finding[],
  { to, domain }: { readonly to: string; readonly domain: string },
): Reproduction | undefined {
  if (!SAFE_URL.test(url)) return undefined;
  if (!findings.some(({ group }) => group === 'plaintext')) return showHostMeta(domain);
  return transport === 'bosh' ? postSession(url, address, port, to) : upgrade(url, address, port, to);
}

const LOOK_FOR =
  'Everything you see here travelled unencrypted. Once TLS is required, expect a redirect to `https:`, an error, no ' +
  'connection at all, or an answer without `<mechanisms>`.';

/** `-g`: brackets in a URL are brackets, and not a list of URLs to fetch. */
function postSession(url: string, address: string, port: number, to: string): Reproduction {
  const { hostname } = new URL(url);
  const body =
    `<body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' rid='1000001' to='${to}' ver='1.6' ` +
    `wait='5' hold='1' content='text/xml; charset=utf-8' xmpp:version='1.0' xml:lang='en'/>`;
  const connectTo = `${hostname}:${port}:${address.includes(':') ? `[${address}]` : address}:${port}`;
  const parts = [
    `curl -gsS -m 9 '${url}'`,
    `--connect-to '${connectTo}'`,
    `-H 'Content-Type: text/xml; charset=utf-8'`,
    `--data-binary ${quoted(body)}`,
  ];
  return { command: parts.join(CONTINUED), lookFor: LOOK_FOR };
}

/** The upgrade, and one text frame, masked with zeros so that it can be read (RFC 6455 section 5.2). */
function upgrade(url: string, address: string, port: number, to: string): Reproduction {
  const { host, pathname, search } = new URL(url);
  const head = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
    ...[`Sec-WebSocket-Key: ${WEBSOCKET_KEY}`, 'Sec-WebSocket-Protocol: xmpp'],
  ];
  const open = `<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='${to}' version='1.0'/>`;
  const size = new TextEncoder().encode(open).length;
  const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`;
  const frame = [0x81, 0xfe, size >> 8, size & 0xff, 0, 0, 0, 0].map(octal).join('');
  // The format of printf is fixed text; what varies are its arguments, in which nothing is expanded.
  const asked = [`printf '%s\\r\\n'`, ...[...head, ''].map((line) => `"${line}"`)].join(CONTINUED);
  const opened = [`printf '${frame}%s'`, `"${open}"`].join(CONTINUED);
  return { command: spoken([asked, opened], address, port), lookFor: LOOK_FOR };
}

function showHostMeta(domain: string): Reproduction {
  const file = `${domain}/.well-known/host-meta`;
  return {
    command: `curl -gsS -m 9 https://${file} https://${file}.json\ncurl -gsSi -m 9 http://${file}`,
    lookFor:
      'Every `href` should begin with `https:` or `wss:`, and the answer to the last request should be a redirect or an error.',
  };
}
