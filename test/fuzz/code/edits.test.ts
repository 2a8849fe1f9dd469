import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { FILES } from '../../../scripts/bench/tree/files.ts';
import { WorkspaceInventory } from '../../../src/inventory/index.ts';
import type { Inventory } from '../../../src/model/index.ts';
import { RUNS } from '../../support/hostile/fuzz.ts';
import { mutationsOf } from '../../support/hostile/mutations.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** Few runs, because each takes two scans. */
const numRuns = Math.ceil(RUNS.numRuns / 25);

for (const kind of FILES) {
  const { file, before = '', between = '\n', after = '\n' } = kind;
  const seed = before + [kind.block(1), kind.pin(1), kind.block(2), kind.pin(3)].join(between) + after;

  test(`${file} has the same findings after edits as a file opened with that text`, async (t) => {
    const root = temporaryFolder(t, { [file]: seed });
    const opened = async (): Promise<(text: string) => Promise<Inventory>> => {
      const workspace = new WorkspaceInventory([root]);
      await workspace.scan();
      return (text) => workspace.update([{ absolute: path.join(root, file), kind: 'edited', text }]);
    };
    const edited = await opened();
    await fc.assert(
      fc.asyncProperty(mutationsOf([seed]), async (text) => {
        const anew = await opened();
        assert.deepEqual(await edited(text), await anew(text));
      }),
      { numRuns },
    );
  });
}
