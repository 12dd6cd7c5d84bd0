import { readFileSync } from 'node:fs';
import { ROOMS } from '../rooms.mjs';

const FILE = 'docs/architecture.md';
const [BEGIN, END] = ['<!-- rooms:begin -->', '<!-- rooms:end -->'];

/** The table of rooms in docs/architecture.md. */
export async function generate() {
  const page = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
  const rows = Object.entries(ROOMS).map(([room, { layer, imports, ports = [], builtins = [], about }]) => {
    const nodes = builtins === 'any' ? 'any' : builtins.join(', ') || 'none';
    const rooms = ['model', ...imports].filter((name) => name !== room);
    const types = ports.map((port) => `\`${port}.ts\``);
    return `| ${layer} | \`${room}/\` | ${about} | ${[...rooms, ...types].join(', ') || 'nothing'} | ${nodes} |`;
  });
  const table = [
    '| layer | room | what it does | may import | Node built-ins |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  const before = page.slice(0, page.indexOf(BEGIN) + BEGIN.length);
  const after = page.slice(page.indexOf(END));
  return [{ path: FILE, content: `${before}\n\n${table}\n\n${after}` }];
}
