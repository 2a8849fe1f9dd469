import assert from 'node:assert/strict';
import test from 'node:test';
import { inWorkbench } from '../harness/session.ts';

test('the workbench opens a folder and its explorer shows a file', async (t) => {
  const workspace = { 'main.tf': 'locals {}\n' };
  await inWorkbench(t, { workspace }, async ({ workbench }) => {
    const file = workbench.page.getByRole('treeitem', { name: 'main.tf' });
    await file.waitFor();
    assert.equal(await file.count(), 1);
  });
});
