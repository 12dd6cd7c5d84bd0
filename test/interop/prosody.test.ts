import { startProsody } from '../support/servers/prosody.js';
import { describeServer } from './expectations.js';

describeServer('prosody', startProsody, {
  c2s: { required: 'secure behaviour', optional: 'plaintext advertised', none: 'plaintext advertised' },
  s2s: { required: 'secure advertised', optional: 'plaintext advertised', none: 'plaintext advertised' },
});
