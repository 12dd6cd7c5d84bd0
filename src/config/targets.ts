import type { Problem } from '../model/ports.js';
import type { SourcePosition, Target } from '../model/target.js';
import type { ConfigFile } from './file.js';
import { inWords, placed } from './place.js';
import type { HostLines } from './hosts.js';
import { quote } from './reading.js';

/** What one place of the configuration says about one domain. */
export interface HostEntry extends Partial<Omit<Target, 'domain' | 'unicodeDomain' | 'position'>> {
  readonly domain: string;
  /** How messages name the place. */
  readonly place: string;
  readonly position?: SourcePosition;
}

/** Entries, and one sentence for each place that has none. */
export interface Entries {
  readonly entries: readonly HostEntry[];
  readonly problems: readonly Problem[];
}

type HostInFile = Omit<HostEntry, 'place' | 'position'>;

/** Entries of host lines; `source` is the file they stand in, or what the lines of an input are called. */
export function entriesOfLines(
  { hosts, problems }: HostLines,
  source: { readonly file: string } | { readonly call: string },
): Entries {
  const placeOf = ({ line, column }: { readonly line: number; readonly column: number }) =>
    'file' in source ? inWords({ ...source, line, column }) : `${source.call} ${line}`;
  return {
    entries: hosts.map(({ line, column, ...host }) => ({
      ...host,
      place: placeOf({ line, column }),
      ...('file' in source ? { position: { ...source, line, column } } : {}),
    })),
    problems: problems.map(({ line, column, problem }) =>
      'file' in source
        ? placed({ ...source, line, column }, problem)
        : { message: `${placeOf({ line, column })}: ${problem}` },
    ),
  };
}

/**
 * The hosts of a configuration file, each followed by its components. A component is reached over s2s and served by the
 * same server, so contact, language, software, check levels and waivers of its domain hold for it too.
 */
export function entriesOfFile({ content, positionOf }: ConfigFile): HostEntry[] {
  return (content.hosts ?? []).flatMap(({ components = [], waive, ...options }, index) => {
    const entryAt = (path: (string | number)[], entry: HostInFile): HostEntry => {
      const position = positionOf(path);
      return { ...entry, position, place: inWords(position) };
    };
    const host = { ...options, ...(waive ? { waivers: waive } : {}) };
    return [
      entryAt(['hosts', index], host),
      ...components.map((domain, place) => entryAt(['hosts', index, 'components', place], componentOf(host, domain))),
    ];
  });
}

function componentOf(
  { domain: parent, contact, language, server, checks, waivers }: HostInFile,
  domain: string,
): HostInFile {
  return {
    domain,
    services: ['s2s'],
    componentOf: parent,
    ...(contact ? { contact } : {}),
    ...(language ? { language } : {}),
    ...(server ? { server } : {}),
    ...(checks ? { checks } : {}),
    ...(waivers ? { waivers } : {}),
  };
}

/**
 * One entry per domain. Within one source a repetition must say the same; of a domain in both, the file knows more, but
 * the services that are named beside it in a line, or else by the input `services`, win. A component has only one.
 */
export function mergeEntries(
  fromFile: readonly HostEntry[],
  fromLines: readonly HostEntry[],
  services?: Target['services'],
): Entries {
  const problems: Problem[] = [];
  const [file, lines] = [fromFile, fromLines].map((entries) => byDomain(entries, problems));
  const merged = new Map(
    [...(file ?? [])].map(([domain, entry]) => {
      const wanted = lines?.get(domain)?.services ?? (entry.componentOf === undefined ? services : undefined);
      return [domain, { ...entry, ...(wanted ? { services: wanted } : {}) }];
    }),
  );
  return { entries: [...new Map([...(lines ?? []), ...merged]).values()], problems };
}

function byDomain(entries: readonly HostEntry[], problems: Problem[]): Map<string, HostEntry> {
  const found = new Map<string, HostEntry>();
  for (const entry of entries) {
    const first = found.get(entry.domain);
    if (!first) found.set(entry.domain, entry);
    else if (saying(first) !== saying(entry)) {
      problems.push({
        message: `${entry.place}: ${quote(entry.domain)} is already listed at ${first.place}, with other options: keep one`,
        ...(entry.position ? { position: entry.position } : {}),
      });
    }
  }
  return found;
}

function saying({ place: _place, position: _position, ...said }: HostEntry): string {
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => a.localeCompare(b)));
}

/** The target of an entry. `toUnicode` turns A-labels into U-labels. */
export function toTarget(
  { place: _place, domain, services, ...options }: HostEntry,
  generalServices: Target['services'],
  toUnicode: (domain: string) => string,
): Target {
  return {
    domain,
    unicodeDomain: toUnicode(domain),
    services: services ?? generalServices,
    endpoints: [],
    checks: {},
    waivers: [],
    ...options,
  };
}
