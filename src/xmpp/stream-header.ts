import { escapeXML } from 'ltx';
import type { StreamHeader } from '../model/observation.js';
import type { Service } from '../model/target.js';
import { attribute, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';

/** Whom a stream is for, and from whom. */
export interface StreamParties {
  readonly service: Service;
  /** XMPP domain the stream is for: never an address or an SRV target. */
  readonly to: string;
  /** Our own domain: s2s needs one (RFC 6120 section 4.7.1); on c2s it would name a user and is left out. */
  readonly from?: string;
  /** Leaves out `version`, as before XMPP 1.0 (RFC 6120 section 4.7.5). */
  readonly versionless?: boolean;
}

/** The initial stream header (RFC 6120 section 4.7), XML declaration included. */
export function writeStreamHeader({ service, to, from, versionless = false }: StreamParties): string {
  const parties = `to='${escapeXML(to)}'${from === undefined || service === 'c2s' ? '' : ` from='${escapeXML(from)}'`}`;
  const content = service === 'c2s' ? `xmlns='${NS.client}'` : `xmlns='${NS.server}' xmlns:db='${NS.dialback}'`;
  const version = versionless ? '' : ` version='1.0'`;
  return `<?xml version='1.0'?><stream:stream ${parties}${version} xml:lang='en' ${content} xmlns:stream='${NS.stream}'>`;
}

const ATTRIBUTES = { id: 'id', from: 'from', to: 'to', version: 'version', lang: 'xml:lang' } as const;

/** Reads a response stream header (RFC 6120 section 4.7) from its opening tag. */
export function readStreamHeader(opening: {
  readonly tag: XmlElement;
  readonly xmlDeclaration: boolean;
}): StreamHeader {
  const present = Object.entries(ATTRIBUTES).flatMap(([field, name]) => {
    const value = attribute(opening.tag, name);
    return value === undefined ? [] : [[field, value]];
  });
  return { ...Object.fromEntries(present), xmlDeclaration: opening.xmlDeclaration };
}
