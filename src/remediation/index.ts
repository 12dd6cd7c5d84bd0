import type { Remediation } from '../model/remediation.js';
import type { Software } from '../model/target.js';
import { ejabberd } from './ejabberd.js';
import { generic } from './generic.js';
import { jabberd2 } from './jabberd2.js';
import { mongooseim } from './mongooseim.js';
import { openfire } from './openfire.js';
import { prosody } from './prosody.js';
import { tigase } from './tigase.js';

/** How to mend each server software, most widespread first. */
export const REMEDIATIONS: Readonly<Record<Software, Remediation>> = {
  prosody,
  ejabberd,
  openfire,
  mongooseim,
  tigase,
  jabberd2,
  generic,
};
