import type { Service } from '../model/target.js';
import { readDomain } from './domain.js';
import { services } from './kinds.js';
import { quote, type Reading } from './reading.js';

/** One line of the input `hosts` or of a hosts file. Lines and columns count from 1. */
export interface HostLine {
  readonly domain: string;
  readonly services?: readonly Service[];
  readonly line: number;
  readonly column: number;
}

export interface HostLines {
  readonly hosts: readonly HostLine[];
  readonly problems: readonly { readonly line: number; readonly column: number; readonly problem: string }[];
}

/** One domain per line, `#` begins a comment: `example.org service=c2s,s2s`. Every bad line is reported. */
export function readHostLines(text: string): HostLines {
  const hosts: HostLine[] = [];
  const problems: HostLines['problems'][number][] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  for (const [index, whole] of lines.entries()) {
    const content = whole.replace(/#.*/u, '');
    if (content.trim() === '') continue;
    const place = { line: index + 1, column: content.search(/\S/u) + 1 };
    const host = readHostLine(content.trim());
    if ('problem' in host) problems.push({ ...place, ...host });
    else hosts.push({ ...place, ...host.value });
  }
  return { hosts, problems };
}

function readHostLine(content: string): Reading<Pick<HostLine, 'domain' | 'services'>> {
  const [first = '', ...options] = content.startsWith('- ') ? [content] : content.split(/\s+/u);
  const domain = readDomain(first);
  if ('problem' in domain) return domain;
  let named: readonly Service[] | undefined;
  for (const option of options) {
    const read = readOption(option);
    if ('problem' in read) return read;
    named = read.value;
  }
  return { value: { domain: domain.value, ...(named ? { services: named } : {}) } };
}

function readOption(option: string): Reading<readonly Service[]> {
  const [, key, value = ''] = /^([^=]*)=(.*)$/u.exec(option) ?? [];
  if (key === undefined) return { problem: `${quote(option)} stands behind a domain: write one domain per line` };
  if (key === 'port') {
    return {
      problem: `${quote(option)} is not for host lines: name the port under "endpoints" in the configuration file`,
    };
  }
  if (key !== 'service') return { problem: `${quote(option)} is not an option of host lines: write "service=c2s"` };
  return services.read(value);
}
