import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { incident } from '../harness/incident.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';

const WITH_AI = { 'chat.disableAIFeatures': false };

/** A row of the editor's list of MCP servers, or of the actions of one. */
async function listed(workbench: Workbench, words: string): Promise<Locator> {
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  return rows.filter({ hasText: words }).first();
}

/** The row with these words, as soon as it exists: an open list is not updated, so it is opened again. */
async function listing(workbench: Workbench, words: string): Promise<Locator> {
  for (;;) {
    await workbench.runCommand('MCP: List Servers');
    const row = await listed(workbench, words);
    if ((await row.count()) > 0) return row;
  }
}

test('the MCP client of the editor lists the server only after the user has allowed it', async (t) => {
  const inWindow = sharedWindow({ workspace: await incident() });
  await inWindow(t, async ({ workbench, changeSettings }) => {
    const { page } = workbench;
    await changeSettings(WITH_AI);
    await workbench.runCommand('MCP: List Servers');
    assert.equal(await (await listed(workbench, 'Errata Lens')).count(), 0);
    await page.keyboard.press('Escape');

    await changeSettings({ ...WITH_AI, 'errataLens.assistants.enabled': true });
    await (await listing(workbench, 'Errata Lens')).click();
    await (await listed(workbench, 'Start Server')).click();
    await (await listing(workbench, 'Running')).click();
    await (await listed(workbench, 'Browse Resources')).waitFor();
    await (await listed(workbench, 'Stop Server')).click();
  });
});
