import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'xmpp-tls-generate-'));
afterAll(() => rmSync(copy, { recursive: true }));

describe('npm run generate', () => {
  it('puts everything right after a check was removed, although its index does not compile then', () => {
    const needed = ['src', 'scripts', 'docs', 'schema', '.github', 'action.yml', 'package.json', 'tsconfig.json'];
    const settings = readdirSync(root).filter((name) => name.startsWith('.prettier'));
    for (const path of [...needed, ...settings]) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

    rmSync(join(copy, 'src/checks/tls-refuses-export-suites.ts'));
    const { scripts } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [node, ...args] = (scripts['generate'] ?? '').split(' ');
    expect(node).toBe('node');
    execFileSync(process.execPath, args, { cwd: copy, stdio: 'pipe' });

    expect(readFileSync(join(copy, 'src/checks/index.ts'), 'utf8')).not.toContain('tls-refuses-export-suites');
    expect(existsSync(join(copy, 'docs/checks/tls-refuses-export-suites.md'))).toBe(false);
    expect(readFileSync(join(copy, 'schema/xmpp-tls.schema.json'), 'utf8')).not.toContain('tls-refuses-export-suites');
  }, 240_000);
});
