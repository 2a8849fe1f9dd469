import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { violations } from '../harness/windows/accessibility.ts';
import { incident } from '../harness/incident.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { runAndChoose } from '../looks/choices.ts';
import { pictures } from '../looks/look.ts';

const ROW = '.quick-input-list .monaco-list-row';

function shot(workbench: Workbench, name: string): Promise<unknown> {
  return workbench.screenshot(path.join(pictures, `first-${name}.png`));
}

describe('the first minute with the extension', async () => {
  const inWindow = sharedWindow({ workspace: await incident() });

  test('shows the number of versions with urgent bugs in a badge and an item, which opens the tree', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const { page } = workbench;
      const item = page.locator('.statusbar-item', { hasText: /version(s)? with urgent bugs$/ });
      await item.waitFor();
      const [count = ''] = (await item.innerText()).match(/\d+/) ?? [];
      await page.locator('.activitybar .badge-content', { hasText: count }).waitFor();
      assert.equal(await page.locator('.notification-toast').count(), 0);
      await item.click();
      const row = page.getByRole('treeitem', { name: /aws_rds_cluster\.shop, Aurora MySQL 2\.11\.1/ });
      await row.waitFor();
      await shot(workbench, 'tree');
      assert.match(await row.innerText(), /^Aurora MySQL 2\.11\.1\s*\d+ urgent · shop · database\.tf/);
    });
  });

  test('begins the upgrade page with the advice, and shows support and downtime at a width of 640 px', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const { page: window } = workbench;
      await window.setViewportSize({ width: 1400, height: 900 });
      const recommended = workbench
        .webview()
        .getByRole('row', { name: /recommended/ })
        .first();
      const show = 'Errata Lens: Show Upgrade Advice for a Version…';
      await runAndChoose(workbench, show, ['Aurora MySQL 2.11.1'], recommended);
      await shot(workbench, 'upgrade-1400');
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Prepare change brief…' }).waitFor();
      await window.keyboard.press('Control+b');
      for (const width of [1000, 640, 500]) {
        await window.setViewportSize({ width, height: 900 });
        // No part of the first row is outside of the window.
        const row = page.getByRole('row', { name: /recommended/ }).first();
        const frame = (await page.locator('html').boundingBox())?.width ?? 0;
        for (const cell of await row.getByRole('cell').all()) {
          const { x = 0, width: own = 0 } = (await cell.boundingBox()) ?? {};
          assert.ok(own > 0 && x + own <= width && frame <= width, `${width}: ${x} + ${own}`);
        }
        await shot(workbench, `upgrade-${width}`);
        assert.deepEqual(await violations(page, 'structure'), []);
      }
      await window.setViewportSize({ width: 1400, height: 900 });
      await page.getByRole('button', { name: 'Set to 2.12.6' }).click();
      await window.locator('.tab.dirty', { hasText: 'database.tf' }).waitFor();
      await window.locator('.view-line', { hasText: '2.12.6' }).first().waitFor();
      await shot(workbench, 'set');
      await workbench.runCommand('View: Revert and Close Editor');
      await window.keyboard.press('Control+b');
    });
  });

  test('draws a readable loop at a width of 640 px', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.runCommand('Errata Lens: Open Checklist');
      await workbench.webview().locator('.box').first().waitFor();
      await workbench.page.keyboard.press('Control+b');
      await workbench.page.setViewportSize({ width: 695, height: 900 });
      await shot(workbench, 'loop-640');
      const { width = 0 } = (await workbench.webview().locator('.box').first().boundingBox()) ?? {};
      assert.ok(width >= 90, `${width} px`);
      assert.deepEqual(await violations(workbench.webview(), 'structure'), []);
      await workbench.page.setViewportSize({ width: 1280, height: 800 });
      await workbench.page.keyboard.press('Control+b');
    });
  });

  test('shows matching bugs in Incident… while the user types', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.runCommand('Errata Lens: Incident…');
      await page.locator(ROW, { hasText: 'shop-web' }).click();
      await page.locator(ROW, { hasText: 'Connections are aborted' }).waitFor();
      await page.keyboard.type('reading initial communication packet');
      await page.locator(ROW, { hasText: 'fixed in 2.12.1' }).first().waitFor();
      await shot(workbench, 'incident');
      await page.keyboard.press('Escape');
    });
  });

  test('completes the steps of the walkthrough about the folder by itself', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const step = workbench.page.locator('.getting-started-step.expanded');
      await runAndChoose(workbench, 'Welcome: Open Walkthrough...', ['Get Started with Errata Lens'], step);
      await workbench.page.setViewportSize({ width: 1400, height: 900 });
      await workbench.page
        .locator('.getting-started-checklist-icon.complete, .codicon.complete')
        .nth(1)
        .waitFor();
      await workbench.webview().locator('svg').first().waitFor();
      await shot(workbench, 'walkthrough');
    });
  });
});

describe('the first minute without any finding', () => {
  const inWindow = sharedWindow({ workspace: { 'notes.md': '# nothing\n' } });

  test('shows what was read without any finding, and Incident… works without a folder (en)', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.openView();
      await page.locator('.pane-body', { hasText: 'Looked for: databases' }).waitFor();
      await shot(workbench, 'empty-en');
      await workbench.runCommand('Errata Lens: Incident…');
      const prompt = 'A database engine release, in full or as the engine version string; empty if unknown';
      await page.locator('.quick-input-widget', { hasText: prompt }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator(ROW, { hasText: 'Connections are aborted' }).waitFor();
      await page.keyboard.type('lost connection reading initial communication packet');
      await page.locator(ROW, { hasText: 'fixed in' }).first().waitFor();
      await page.keyboard.press('Enter');
      const answer = workbench.webview();
      await answer.getByText('The version is unknown', { exact: false }).first().waitFor();
      await answer.getByText('--auto-scaling-group-name GROUP').first().waitFor();
      await shot(workbench, 'incident-unknown');
    });
  });
});
