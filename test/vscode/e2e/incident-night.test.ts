import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { projectFolder } from '../harness/project.ts';
import { inWorkbench } from '../harness/session.ts';
import type { Workbench } from '../harness/workbench.ts';

const INCIDENT = path.join(projectFolder, 'test/workspaces/incident/terraform');

// `ERRATA_LENS_PICTURES=docs/images` renews the pictures of the documentation.
const pictures = process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures';
const VIEWPORT = { width: 1180, height: 900 };

async function incident(): Promise<Record<string, string>> {
  const files = await Promise.all(
    ['database.tf', 'web.tf', 'variables.tf', 'main.tf'].map(async (file) => [
      file,
      await readFile(path.join(INCIDENT, file), 'utf8'),
    ]),
  );
  return Object.fromEntries(files) as Record<string, string>;
}

/** Chooses an entry of a list by the keyboard, as it is called. */
async function choose(workbench: Workbench, label: string): Promise<void> {
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  await workbench.page.locator('.quick-input-widget input[type=text]').first().fill(label);
  await workbench.page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}

/** Answers the question that has these words. */
async function answer(workbench: Workbench, question: string, words: string): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget', { hasText: question });
  await widget.waitFor();
  await widget.locator('input[type=text]').first().fill(words);
  await workbench.page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

test('in the night a group and a symptom lead to the brake, what to save, and the bugs that fit', async (t) => {
  await inWorkbench(t, { viewport: VIEWPORT, workspace: await incident() }, async ({ workbench }) => {
    await workbench.runCommand('Errata Lens: Incident…');
    await choose(workbench, 'shop-web');
    await choose(workbench, 'Connections are aborted');
    const page = workbench.webview();
    await page.getByRole('heading', { name: 'Incident: shop-web' }).waitFor();
    await page.getByText('suspend-processes --auto-scaling-group-name shop-web').first().waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'incident-en.png'));
    const fits = page.getByText('Connections close before they are established', { exact: false });
    await fits.first().scrollIntoViewIfNeeded();
    assert.ok((await page.getByText('Amazon Linux 2 2.0.20230307', { exact: false }).count()) > 0);
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'incident-bugs-en.png'));
    await page.getByRole('link', { name: 'database.tf:5' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'database.tf' }).waitFor();
    await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5' }).waitFor();
  });
});

test('without a folder’s cluster a version and a pasted log line are enough', async (t) => {
  await inWorkbench(
    t,
    { viewport: VIEWPORT, workspace: { 'notes.md': '# nothing\n' } },
    async ({ workbench }) => {
      await workbench.runCommand('Errata Lens: Incident…');
      await answer(workbench, 'An Aurora MySQL release', '5.7.mysql_aurora.2.11.1');
      await choose(workbench, 'Describe it');
      await answer(
        workbench,
        'it stays on this machine',
        "Lost connection to MySQL server at 'reading initial communication packet', 3000 new connections per second",
      );
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Incident: Aurora MySQL 2.11.1' }).waitFor();
      await page.getByText('--auto-scaling-group-name GROUP').first().waitFor();
      await page
        .getByText('Connections close before they are established', { exact: false })
        .first()
        .waitFor();
    },
  );
});

test('a support case is written in Japanese, and asks nothing when it need not', async (t) => {
  await inWorkbench(t, { viewport: VIEWPORT, workspace: await incident() }, async ({ workbench }) => {
    await workbench.runCommand('Errata Lens: Prepare Support Case…');
    await choose(workbench, '日本語');
    await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    const lines = workbench.page.locator('.monaco-editor .view-lines').first();
    await lines.getByText('サポートケース', { exact: false }).first().waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'support-case-ja.png'));
  });
});

test('the incident speaks Japanese', async (t) => {
  const options = { locale: 'ja', viewport: VIEWPORT, workspace: await incident() } as const;
  await inWorkbench(t, options, async ({ workbench }) => {
    await workbench.runCommand('Errata Lens: 障害対応…');
    await choose(workbench, 'shop-web');
    await choose(workbench, '接続が切断される');
    await workbench.webview().getByRole('heading', { name: '障害対応: shop-web' }).waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'incident-ja.png'));
  });
});
