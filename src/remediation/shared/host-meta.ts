import type { Setting } from '../../model/remediation.js';

/** The same for every software: the file belongs to the web server of the domain, not to the XMPP server. */
export const HOST_META: Setting = {
  file: '/.well-known/host-meta on the web server of the domain',
  language: 'xml',
  isElsewhere: true,
  code: `<?xml version='1.0' encoding='utf-8'?>
<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>
  <Link rel='urn:xmpp:alt-connections:xbosh' href='https://xmpp.example.org/http-bind'/>
  <Link rel='urn:xmpp:alt-connections:websocket' href='wss://xmpp.example.org/xmpp-websocket'/>
</XRD>`,
  notes: [
    'Links begin with `https:` or `wss:` only (XEP-0156), also those in `host-meta.json`.',
    'Let plain `http:` redirect to `https:` instead of answering with the file.',
  ],
};
