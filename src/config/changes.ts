import type { Config } from '../model/config.js';
import type { Target } from '../model/target.js';

/**
 * The domains of which a change of the configuration can change the verdict: those that it adds, and those whose services,
 * endpoints, check levels or waivers it changes. A domain that no file names counts as changed, because nobody can tell,
 * and so do all where what holds for every domain was changed.
 */
export function changedDomains(before: Config, after: Config): ReadonlySet<string> {
  const isGeneral = JSON.stringify(general(before)) !== JSON.stringify(general(after));
  const known = new Map(before.targets.map((target) => [target.domain, said(target)]));
  const changed = after.targets.filter(
    (target) => isGeneral || target.position === undefined || known.get(target.domain) !== said(target),
  );
  return new Set(changed.map(({ domain }) => domain));
}

/** What holds for all domains and has a say in a verdict; how fast they are looked at has none. */
function general({ checks, probe }: Config): readonly unknown[] {
  const { s2sFrom, httpPorts, componentPorts, activeS2s, proveLoginOffer, starttlsInjection } = probe;
  return [sorted(checks), s2sFrom, httpPorts, componentPorts, activeS2s, proveLoginOffer, starttlsInjection];
}

/** What of a target has a say in its verdict. */
function said({ services, endpoints, checks, waivers, componentOf }: Target): string {
  return JSON.stringify([services, endpoints, sorted(checks), waivers, componentOf]);
}

function sorted(levels: Config['checks']): readonly unknown[] {
  return Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1));
}
