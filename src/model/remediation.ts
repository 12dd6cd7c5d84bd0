import type { EndpointObservation } from './observation.js';
import type { Software } from './target.js';
import type { SettingName } from './verdict.js';

/** One change in one file, exact enough to paste. */
export interface Setting {
  /** Where: a path, or the place in an admin console. */
  readonly file: string;
  /** What to write there, as a code block. */
  readonly code: string;
  /** Language of the code block. */
  readonly language: 'lua' | 'yaml' | 'toml' | 'xml' | 'groovy' | 'properties' | 'text';
  /** Version differences and side effects, one sentence each. */
  readonly notes: readonly string[];
}

/** One server software: how to recognise it from the wire, and how to mend it. One file each in `remediation/`. */
export interface Remediation {
  readonly software: Software;
  readonly title: string;
  readonly homepage: string;
  /** Traits of the wire that speak for this software; a weight of 3 or more makes it likely. */
  readonly traits: readonly {
    readonly name: string;
    readonly weight: number;
    readonly seen: (o: EndpointObservation) => boolean;
  }[];
  readonly settings: Readonly<Record<SettingName, Setting>>;
  /** Command that makes the server read its configuration again. */
  readonly reload: string;
  readonly documentation: string;
}
