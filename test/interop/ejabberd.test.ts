import { startEjabberd } from '../support/servers/ejabberd.js';
import { describeServer } from './expectations.js';

describeServer('ejabberd', startEjabberd, {
  c2s: { required: 'secure behaviour', optional: 'plaintext advertised', none: 'plaintext advertised' },
  s2s: { required: 'secure behaviour', optional: 'plaintext advertised', none: 'plaintext advertised' },
});
