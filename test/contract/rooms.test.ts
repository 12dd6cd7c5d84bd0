import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROOMS } from '../../scripts/rooms.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfig: { languageOptions: { parserOptions: { project: null } } } });

/** Messages of the room rule for one import written into a file of a room or of a folder in it. */
async function roomMessages(folder: string, imported: string): Promise<string[]> {
  const config: unknown = await eslint.calculateConfigForFile(`src/${folder}/newcomer.ts`);
  const rules = (config as { rules: Record<string, unknown> }).rules;
  const alone = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.js'], rules: { 'no-restricted-imports': rules['no-restricted-imports'] as never } },
    ],
  });
  const [result] = await alone.lintText(`import { x } from '${imported}';\nx();\n`, {
    filePath: `src/${folder}/newcomer.js`,
  });
  return result?.messages.map((message) => message.message) ?? [];
}

describe('the room rule', () => {
  it('has a row for every folder of src/, and no row without a folder', () => {
    const folders = readdirSync(`${root}src`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(Object.keys(ROOMS).sort()).toEqual(folders.sort());
  });

  it('keeps checks away from the network', async () => {
    expect(await roomMessages('checks', '../probe/observe.js')).toHaveLength(1);
    expect(await roomMessages('checks', 'node:net')).toHaveLength(1);
    expect(await roomMessages('checks', 'fs')).toHaveLength(1);
  });

  it('holds in the folders of a room as well', async () => {
    expect(await roomMessages('checks/evidence', '../../probe/observe.js')).toHaveLength(1);
    expect(await roomMessages('issues/letters', '../../runtime/clock.js')).toHaveLength(1);
    expect(await roomMessages('checks/evidence', '../../model/verdict.js')).toEqual([]);
  });

  it('lets a room import the model, itself and what its row names', async () => {
    expect(await roomMessages('judge', '../model/verdict.js')).toEqual([]);
    expect(await roomMessages('judge', './profile.js')).toEqual([]);
    expect(await roomMessages('judge', '../checks/index.js')).toEqual([]);
  });

  it('lets runtime import the ports it implements and nothing else of those rooms', async () => {
    expect(await roomMessages('runtime', '../probe/dialer.js')).toEqual([]);
    expect(await roomMessages('runtime', '../probe/observe.js')).toHaveLength(1);
  });
});
