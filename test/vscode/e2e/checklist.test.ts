import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { frameOf, violations, type Rules } from '../harness/windows/accessibility.ts';
import { incident } from '../harness/incident.ts';
import { projectFolder } from '../harness/project.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';

// `ERRATA_LENS_PICTURES=docs/images` renews the pictures of the documentation.
const pictures = process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures';

const VIEWPORT = { width: 1280, height: 900 };

async function openChecklist(workbench: Workbench): Promise<FrameLocator> {
  await workbench.runCommand('Errata Lens: Open Checklist');
  const page = workbench.webview();
  await page.locator('article').first().waitFor();
  return page;
}

async function chooseResource(page: FrameLocator, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

async function isThere(locator: Locator): Promise<boolean> {
  return (await locator.count()) > 0;
}

/** Presses a key until a condition holds, at most as often as a page has elements in its tab order. */

async function press(workbench: Workbench, key: string, hasArrived: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await workbench.page.keyboard.press(key);
    if (await hasArrived()) return;
  }
  assert.fail(`${key} did not lead there`);
}

/** Asserts that the checklist shows resources of the incident accessibly; all of them are a surface of `looks/`. */
async function looked(workbench: Workbench, name: string, rules: Rules): Promise<void> {
  const page = await openChecklist(workbench);
  const grace = page.locator('article', { hasText: 'health_check_grace_period = 0' });
  assert.match((await grace.locator('.answer').textContent()) ?? '', /fail/);
  await page.getByRole('img', { name: /Load balancer \(weak\) → Group \(weak\)/ }).waitFor();
  await workbench.page.mouse.move(5, 5);
  const frame = await frameOf(page);
  // The picture must contain the icons.
  await frame.evaluate('document.fonts.ready.then(() => null)');
  await workbench.screenshot(path.resolve(projectFolder, pictures, `checklist-${name}.png`));
  await chooseResource(page, 'aws_autoscaling_group.web');
  await page.getByRole('table', { name: 'What makes the group replace an instance' }).waitFor();
  assert.deepEqual(await violations(page, rules), []);
  await chooseResource(page, 'aws_rds_cluster.shop');
  const sources = page.getByRole('table', {
    name: /^Logs and metrics that Aurora MySQL 2\.11\.1 offers/,
  });
  const error = sources.getByRole('row', { name: /^Error log indispensable/ });
  assert.match((await error.textContent()) ?? '', /yes.*no.*30 days on the host/);
  await workbench.screenshot(path.resolve(projectFolder, pictures, `checklist-cluster-${name}.png`));
  assert.deepEqual(await violations(page, rules), []);
}

describe('the checklist of the incident', async () => {
  const inWindow = sharedWindow({ viewport: VIEWPORT, workspace: await incident() });

  for (const theme of ['dark', 'contrast', 'light'] as const) {
    test(`shows the incident accessibly (${theme})`, async (t) => {
      await inWindow(t, async ({ workbench, chooseTheme }) => {
        await chooseTheme(theme);
        await looked(workbench, theme, theme === 'light' ? 'all' : 'colours');
      });
    });
  }

  test('leads to a check and to the file of its evidence by keyboard alone', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const page = await openChecklist(workbench);
      const focused = page.locator(':focus');
      await press(workbench, 'Tab', () => isThere(page.locator('h3:focus')));
      await press(workbench, 'ArrowDown', () =>
        isThere(page.locator('article:has(:focus)', { hasText: 'grace_period' })),
      );
      await workbench.page.keyboard.press('Tab');
      // The setting itself, not its resource.
      assert.match((await focused.getAttribute('aria-label')) ?? '', /^Open web\.tf:42$/);
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tab.active', { hasText: 'web.tf' }).waitFor();
      await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 42' }).waitFor();
    });
  });

  test('hides levels and answers by filters', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const page = await openChecklist(workbench);
      assert.ok((await page.locator('.answer-pass').count()) > 0);
      await page.locator('vscode-checkbox[label=pass]').click();
      await page.locator('vscode-checkbox[label=should]').click();
      await page.locator('.answer-pass').first().waitFor({ state: 'detached' });
      assert.equal(await page.getByRole('heading', { level: 2, name: /^should/ }).count(), 0);
      assert.ok((await page.locator('.answer-fail').count()) > 0);
    });
  });

  test('follows changes of files, and keeps focus, scrolling, filters and unfolded rows', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      const page = await openChecklist(workbench);
      await chooseResource(page, 'aws_autoscaling_group.web');
      const focused = page.locator(':focus');
      await page.locator('article summary').last().click();
      const unfolded = page.locator('article details[open] summary');
      const open = await unfolded.getAttribute('aria-label');
      await page.locator('article h3').last().focus();
      const frame = await frameOf(page);
      const scrolled = (): Promise<number> => frame.evaluate('document.documentElement.scrollTop');
      const [before, top] = [await focused.textContent(), await scrolled()];
      assert.ok(top > 200, 'the page is scrolled');
      const file = path.join(folder, 'web.tf');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('health_check_grace_period = 0', 'health_check_grace_period = 600'));
      const grace = page.locator('article', { hasText: 'health_check_grace_period = 600' });
      await grace.locator('.answer', { hasText: 'pass' }).waitFor();
      assert.equal(await focused.textContent(), before);
      assert.equal(await scrolled(), top);
      assert.equal(await unfolded.getAttribute('aria-label'), open);
      assert.equal(await page.locator('article .of', { hasText: 'aws_rds_cluster.shop' }).count(), 0);
    });
  });

  test('accepts a check with a reason, and shows that in its row', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      const page = await openChecklist(workbench);
      const row = page.locator('article', { hasText: 'health_check_grace_period = 0' });
      await row.getByRole('button', { name: /^Accept/ }).click();
      await workbench.page.locator('.quick-input-widget input').fill('boots in two seconds');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.quick-input-widget', { hasText: 'YYYY-MM-DD' }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await row.getByText(/accepted \d{4}-\d\d-\d\d: boots in two seconds/).waitFor();
      const config = await readFile(path.join(folder, '.errata-lens.yaml'), 'utf8');
      assert.match(config, /check: asg-elb-health-grace\n {4}resource: aws_autoscaling_group\.web\n/);
    });
  });

  test('shows all fixes of a resource in one preview', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      const page = await openChecklist(workbench);
      await chooseResource(page, 'aws_autoscaling_group.web');
      await page.getByRole('button', { name: /^Fix all \d+ in the code/ }).click();
      await workbench.page.locator('.quick-input-widget', { hasText: 'Apply to web.tf' }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.getByText('Done: Fix all failed checks').waitFor();
      const after = await readFile(path.join(folder, 'web.tf'), 'utf8');
      for (const type of ['aws_autoscaling_notification', 'aws_cloudwatch_metric_alarm', 'aws_sns_topic'])
        assert.ok(after.includes(`resource "${type}"`), type);
    });
  });

  test('applies a fix after confirmation in a preview, and the check passes', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      const page = await openChecklist(workbench);
      const row = page.locator('article', { hasText: 'Error log should go to CloudWatch Logs' });
      const before = await readFile(path.join(folder, 'database.tf'), 'utf8');
      await row.getByRole('button', { name: /^Fix: Export to CloudWatch Logs: error/ }).click();
      await workbench.page.locator('.quick-input-widget', { hasText: 'Apply to database.tf' }).waitFor();
      await workbench.page.locator('.tab.active', { hasText: 'Export to CloudWatch Logs: error' }).waitFor();
      assert.equal(
        await readFile(path.join(folder, 'database.tf'), 'utf8'),
        before,
        'nothing changes before',
      );
      await workbench.screenshot(path.resolve(projectFolder, pictures, 'checklist-fix.png'));
      await workbench.page.keyboard.press('Enter');
      await row.locator('.answer', { hasText: 'pass' }).waitFor();
      await workbench.page.getByText('Done: Export to CloudWatch Logs: error').waitFor();
      await workbench.page
        .locator('.tab', { hasText: 'Export to CloudWatch Logs: error' })
        .waitFor({ state: 'detached' });
      assert.match(
        await readFile(path.join(folder, 'database.tf'), 'utf8'),
        /\n {2}enabled_cloudwatch_logs_exports = \["error"\]\n/,
      );
    });
  });
});
