import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { SEVERITY_BADGES } from '../../../src/extension/tree/severities.ts';
import { violations } from '../harness/windows/accessibility.ts';
import { incident } from '../harness/incident.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { lookAtSavedBrief } from '../looks/brief.ts';
import { choose } from '../looks/choices.ts';
import { faintColours } from '../looks/colours.ts';
import { lookAround, lookAtCase, lookAtVersion, NIGHT } from '../looks/incident.ts';
import { pictures } from '../looks/look.ts';

/** Size of the window for most tests. */
const USUAL = { width: 1280, height: 800 };

/** Answers the question with these words. */
async function answer(workbench: Workbench, question: string, words: string): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget', { hasText: question });
  await widget.waitFor();
  await widget.locator('input[type=text]').first().fill(words);
  await workbench.page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** Types a symptom where the list of symptoms is shown: the first entry searches for it. */
async function describeSymptom(workbench: Workbench, typed: string): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget');
  await widget.locator('.monaco-list-row', { hasText: 'Connections are aborted' }).waitFor();
  await widget.locator('input[type=text]').first().fill(typed);
  await widget.locator('.monaco-list-row.focused', { hasText: typed }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

describe('the incident in a window', async () => {
  const inWindow = sharedWindow({ workspace: await incident() });

  test('a window opens the folder, and its explorer shows a file', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.keyboard.press('Control+Shift+E');
      const file = workbench.page.getByRole('treeitem', { name: 'main.tf' });
      await file.waitFor();
      assert.equal(await file.count(), 1);
    });
  });

  test('shows the incident in the Problems panel, in the hover and in the pages (en)', async (t) => {
    await inWindow(t, ({ workbench }) =>
      lookAtVersion(workbench, 'en', 'urgent known bugs', 'Upgrade to 2.12.6 now'),
    );
  });

  test('leads from a group and a symptom to the brake, the evidence to save, and the matching bugs', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(NIGHT);
      await workbench.runCommand('Errata Lens: Incident…');
      await choose(workbench, 'shop-web');
      await choose(workbench, 'Connections are aborted');
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Incident: shop-web' }).waitFor();
      await page.getByText('suspend-processes --auto-scaling-group-name shop-web').first().waitFor();
      await workbench.screenshot(path.join(pictures, 'incident-en.png'));
      const fits = page.getByText('Connections close before they are established', { exact: false });
      await fits.first().scrollIntoViewIfNeeded();
      assert.ok((await page.getByText('Amazon Linux 2 2.0.20230307', { exact: false }).count()) > 0);
      await workbench.screenshot(path.join(pictures, 'incident-bugs-en.png'));
      await page.getByRole('link', { name: 'database.tf:5' }).click();
      await workbench.page.locator('.tab.active', { hasText: 'database.tf' }).waitFor();
      await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5' }).waitFor();
    });
  });

  test('accepts a typed text as the symptom', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(NIGHT);
      await workbench.runCommand('Errata Lens: Incident…');
      await choose(workbench, 'shop-web');
      const typed = 'Aborted connection 42 to db (Got an error reading communication packets) at peak';
      await describeSymptom(workbench, typed);
      const page = workbench.webview();
      await page.getByText(`Symptom: ${typed}`, { exact: false }).first().waitFor();
      await page
        .getByText('Connections close before they are established', { exact: false })
        .first()
        .waitFor();
    });
  });

  test('shows the known bugs of a version from the palette as a document', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(USUAL);
      await workbench.runCommand('Errata Lens: Show Known Bugs of a Version…');
      await workbench.answerInput('2.11.1');
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Aurora MySQL 2.11.1' }).first().waitFor();
      const status = page.getByRole('status');
      const [, all = ''] = /^(\d+) of \1 shown$/.exec(await status.innerText()) ?? [];
      await page
        .getByText(new RegExp(`${all} known bugs (?:listed|apply here)`))
        .first()
        .waitFor();
      assert.equal(await page.locator('tbody tr').count(), Number(all));
      await workbench.screenshot(path.join(pictures, 'bugs-en.png'));
      // Filters with the keyboard alone: words, then urgency, feature and release.
      await page.getByRole('searchbox', { name: 'Search' }).focus();
      await workbench.page.keyboard.type('max_connections');
      await page.getByText(`1 of ${all} shown`).waitFor();
      await workbench.page.keyboard.press('Control+A');
      await workbench.page.keyboard.press('Delete');
      for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Space']) await workbench.page.keyboard.press(key);
      assert.equal(await page.locator('tbody tr.urgent').count(), await page.locator('tbody tr').count());
      await page.getByRole('combobox', { name: 'Fixed in' }).selectOption('2.12.1');
      const fixes = await page.locator('tbody td:nth-child(3)').allInnerTexts();
      assert.ok(fixes.length > 0 && fixes.every((fix) => fix === '2.12.1'));
      await page.getByText('errata-lens bugs aurora-mysql 2.11.1').waitFor();
      assert.deepEqual(await violations(page), []);
    });
  });

  test('shows targets of an upgrade as a table, each with its requirements, fixed and remaining bugs', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(NIGHT);
      await workbench.runCommand('Errata Lens: Show Upgrade Advice for a Version…');
      await choose(workbench, 'Aurora MySQL 2.11.1');
      const page = workbench.webview();
      await page.getByRole('row', { name: /^3\.10\.6 .*\(recommended then\)/ }).waitFor();
      await workbench.screenshot(path.join(pictures, 'upgrade-en.png'));
      await page.getByRole('combobox', { name: 'Target' }).selectOption('2.12.6');
      await page.getByRole('heading', { name: 'Upgrade path to 2.12.6' }).waitFor();
      await page.getByRole('checkbox', { name: 'fixed' }).uncheck();
      const outcomes = await page.locator('.bugs tbody td:nth-child(4)').allInnerTexts();
      assert.ok(outcomes.length > 0);
      for (const outcome of outcomes)
        assert.ok(['stays', 'new there', 'undetermined'].includes(outcome), outcome);
      assert.deepEqual(await violations(page), []);
    });
  });

  test('saves a change brief as one file, which any browser shows and prints', async (t) => {
    await inWindow(t, (session) => lookAtSavedBrief(session, 'en'));
  });

  test('all pages are accessible (en)', async (t) => {
    await inWindow(t, (session) => lookAround(session, 'en'));
  });

  test('the colours of the trees have enough contrast in every built-in theme', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const badges = Object.values(SEVERITY_BADGES).map(({ colour }) => colour);
      assert.deepEqual(await faintColours(workbench, [...new Set(badges)]), []);
    });
  });

  test('a support case is accessible (en)', async (t) => {
    await inWindow(t, (session) => lookAtCase(session, 'en'));
  });

  test('accepts a version and a pasted log line without any cluster in the folder', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      await workbench.page.setViewportSize(NIGHT);
      for (const name of await readdir(folder)) await rm(path.join(folder, name));
      await writeFile(path.join(folder, 'notes.md'), '# nothing\n');
      await workbench.page.locator('#status\\.problems [aria-label="No Problems"]').waitFor();
      await workbench.runCommand('Errata Lens: Incident…');
      await answer(workbench, 'A database engine release', '5.7.mysql_aurora.2.11.1');
      await describeSymptom(
        workbench,
        "Lost connection to MySQL server at 'reading initial communication packet', 3000 new connections per second",
      );
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Incident: Aurora MySQL 2.11.1' }).waitFor();
      await page.getByText('--auto-scaling-group-name GROUP').first().waitFor();
      await page
        .getByText('Connections close before they are established', { exact: false })
        .first()
        .waitFor();
    });
  });

  test('updates the problem after an edit of the version', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(USUAL);
      await workbench.openFile('database.tf', 5, 30);
      await workbench.problems('2.11.1');
      await workbench.openFile('database.tf', 5, 30);
      await workbench.replaceText(5, 25, '5.7.mysql_aurora.2.11.1'.length, '8.0.mysql_aurora.3.10.4');
      const rows = await workbench.problems('Aurora MySQL 3.10.4');
      assert.ok((await rows.count()) >= 1);
      await workbench.save();
    });
  });

  test('sets the recommended version in all its places with three actions', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      const { page } = workbench;
      await page.setViewportSize(USUAL);
      const file = path.join(folder, 'database.tf');
      // The instances repeat the version of the cluster.
      const written = await readFile(file, 'utf8');
      const repeated = written.replace('aws_rds_cluster.shop.engine_version', '"5.7.mysql_aurora.2.11.1"');
      await writeFile(file, repeated);
      await workbench.problems('Ln 24, Col 25');
      await workbench.openFile('database.tf');
      const actions: string[] = [];
      const act = async (key: string): Promise<void> => {
        actions.push(key);
        await page.keyboard.press(key);
      };
      await act('F8');
      await page.getByText('1 of 3 problems').waitFor();
      await page.locator('.lightBulbWidget:visible').first().waitFor();
      await act('Control+.');
      const menu = page.locator('.action-widget').first();
      await menu.getByText('Set to 2.12.6 in all 2 places').waitFor();
      await act('Enter');
      await menu.waitFor({ state: 'hidden' });
      assert.equal(actions.length, 3);
      // The list closes before its edit is applied.
      await page.locator('.tab.active.dirty').waitFor();
      await workbench.save();
      const after = await readFile(file, 'utf8');
      assert.equal(after.match(/"5\.7\.mysql_aurora\.2\.12\.6"/g)?.length, 2, after);
      assert.doesNotMatch(after, /2\.11\.1/);
    });
  });

  test('writes a support case in Japanese, with only the necessary questions', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(NIGHT);
      await workbench.runCommand('Errata Lens: Prepare Support Case…');
      await choose(workbench, 'Unknown: show');
      await choose(workbench, '日本語');
      await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      const lines = workbench.page.locator('.monaco-editor .view-lines').first();
      await lines.getByText('サポートケース', { exact: false }).first().waitFor();
      await workbench.screenshot(path.join(pictures, 'support-case-ja.png'));
      await workbench.runCommand('View: Revert and Close Editor');
    });
  });
});
