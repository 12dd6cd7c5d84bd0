/** The licenses of everything that went into a bundle, which have to go with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Name, license and its text of every package, by name. `modules` are those of webpack's statistics; ncc's own list leaves
 * out what stands in the first file when there are several.
 */
export function licensesOf(modules, root) {
  const folders = new Set(foldersOf(modules));
  const packages = [...folders].map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, license, text: licenseText(join(root, folder), name) };
  });
  packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  return packages.map(({ name, license, text }) => `${name}\n${license}\n${text.trim()}\n`).join('\n\n');
}

function foldersOf(modules) {
  return modules.flatMap(({ name = '', modules: inner = [] }) => {
    const [, folder] = /^(?:.*!)?\.\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(name) ?? [];
    return [...(folder === undefined ? [] : [folder]), ...foldersOf(inner)];
  });
}

function licenseText(folder, name) {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
  if (file === undefined) throw new Error(`The license of ${name} is not in its package.`);
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
}
