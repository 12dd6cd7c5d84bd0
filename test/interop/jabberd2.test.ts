import { startJabberd2 } from '../support/servers/jabberd2.js';
import { describeServer } from './expectations.js';

describeServer('jabberd2', startJabberd2, {
  c2s: { required: 'secure behaviour', optional: 'plaintext advertised', none: 'plaintext advertised' },
  s2s: { required: 'secure behaviour', optional: 'plaintext advertised', none: 'plaintext advertised' },
});
