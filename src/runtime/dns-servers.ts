import { isIP } from 'node:net';
import { ConfigurationError } from '../model/ports.js';

/** Where questions go: a plain name server over UDP and TCP, or one behind HTTPS (RFC 8484). */
export type NameServer =
  | { readonly kind: 'plain'; readonly address: string; readonly port: number }
  | { readonly kind: 'https'; readonly url: URL };

const DNS_PORT = 53;

/**
 * Reads `ip`, `ip:port`, `[ip6]:port` (also without port) and `https://` URLs.
 * Anything else is a ConfigurationError, plain http included: nobody would notice a forged answer.
 */
export function parseNameServer(text: string): NameServer {
  if (/^https:\/\//i.test(text) && URL.canParse(text)) {
    return { kind: 'https', url: new URL(text) };
  }
  const bracketed = /^\[(?<address>[^\]]+)\](?::(?<port>\d{1,5}))?$/.exec(text);
  const dotted = /^(?<address>[\d.]+)(?::(?<port>\d{1,5}))?$/.exec(text);
  const { address = text, port = DNS_PORT } = (bracketed ?? dotted)?.groups ?? {};
  const isPort = Number(port) > 0 && Number(port) < 65_536;
  // A scope is for the system to read: fe80::1%eth0.
  if (isIP(address) === 0 || !isPort) {
    throw new ConfigurationError(
      `dns-servers: "${text}" is not a name server; write an IP address (192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53) or an https URL.`,
    );
  }
  return { kind: 'plain', address, port: Number(port) };
}
