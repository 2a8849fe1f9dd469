import assert from 'node:assert/strict';
import { applyEdits, fixFor, prepareDeclarations } from '../../../src/edits/index.ts';
import { prepareLanguages } from '../../../src/inventory/index.ts';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import type { Inventory } from '../../../src/model/index.ts';
import { rowOf } from '../checks/checklist.ts';
import { assetsOf } from './format.ts';

/** A self-contained CDK program. */
export type ProgramFile = 'stack.ts' | 'stack.py';

export async function inventoryOf(file: ProgramFile, text: string): Promise<Inventory> {
  await prepareLanguages([file]);
  const assets = [...assetsOf(programs, file, { [file]: text }).values()];
  await prepareDeclarations(assets);
  return { assets, suppressions: [], problems: [] };
}

/** The text with the fix, in which the check passes; null if the fix is a command. */
export async function textAfterFix(file: ProgramFile, text: string, id: string): Promise<string | null> {
  const inventory = await inventoryOf(file, text);
  const row = rowOf(inventory, id);
  assert.equal(row.answer, 'fail', `${id} fails before: ${JSON.stringify(row.evidence)}`);
  const offer = fixFor(row, inventory.assets, () => ({ file, text }));
  if (offer === null || !('edits' in offer)) return null;
  const after = applyEdits(
    text,
    offer.edits.flatMap(({ edits }) => edits),
  );
  assert.equal(rowOf(await inventoryOf(file, after), id).answer, 'pass', after);
  return after;
}
