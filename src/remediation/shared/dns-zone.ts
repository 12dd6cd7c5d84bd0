import type { Setting } from '../../model/remediation.js';

/** What the SRV records have to say is the same whatever the server software is. */
export const SRV_RECORDS: Setting = {
  file: 'the DNS zone, or the firewall',
  language: 'text',
  isElsewhere: true,
  code: '_xmpp-client._tcp.example.org. 3600 IN SRV 5 0 5222 xmpp.example.org.',
  notes: [
    'Where the service is meant to be there, let the record name its host; where it is not, close its port at the address of the domain.',
    'For other servers the record is `_xmpp-server._tcp` with port 5269.',
  ],
};
