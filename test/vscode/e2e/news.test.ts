import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Mirror } from '../../support/mirror/mirror.ts';
import { KEYS } from '../harness/windows/keys.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { choose } from '../looks/choices.ts';
import { AFTER, CLUSTERS, LATER, lookAtNews, SCANNED, status, vendor } from '../looks/news.ts';

const CHECK = 'Errata Lens: Check for New Notes Now';
const WHATS_NEW = "Errata Lens: What's New for You";

function badge({ page }: Workbench): Locator {
  return page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Errata Lens"]') })
    .locator('.badge-content', { hasText: /\d/ });
}

describe('the watch, off by default and then enabled', () => {
  let mirror: Mirror;
  const options = {
    workspace: CLUSTERS,
    viewport: { width: 1280, height: 760 },
    storage: SCANNED,
    // Filled as soon as the address is known.
    machineSettings: { 'errataLens.watch.enabled': false } as Record<string, unknown>,
  };
  const inWindow = sharedWindow(options);
  const on = { 'errataLens.watch.enabled': true };

  before(async () => {
    mirror = await vendor();
    options.machineSettings['errataLens.docsOrigin'] = mirror.origin;
  });
  after(() => mirror.close());

  test('sends no request while it is off, even if the user asks for a check', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.problems('2.31.0');
      await workbench.runCommand(CHECK);
      await workbench.page.locator('.notification-toast', { hasText: 'The watch is off' }).waitFor();
      assert.equal(await status(workbench, 'Errata Lens').count(), 0);
      assert.deepEqual(mirror.requests, []);
    });
  });

  test('starts for a kept account scan without code, and shows an unreachable vendor in the status bar', async (t) => {
    mirror.misbehave(/./, { kind: 'status', status: 403 });
    await inWindow(t, async ({ workbench, folder, changeSettings }) => {
      for (const file of Object.keys(CLUSTERS)) await rm(path.join(folder, file));
      await workbench.page.locator('#status\\.problems [aria-label="No Problems"]').waitFor();
      await changeSettings(on);
      const item = status(workbench, 'release notes unreachable');
      await item.waitFor();
      assert.match((await item.getAttribute('aria-label')) ?? '', /could not be reached.*HTTP 403/s);
    });
  });

  test('shows later news in the badge, the status bar and the document', async (t) => {
    mirror.behave();
    await inWindow(t, async ({ workbench, changeSettings }) => {
      await workbench.problems('2.31.0');
      // Looks every few seconds by the schedule, without a command.
      await changeSettings({ ...on, 'errataLens.watch.schedule': '*/5 * * * * *' });
      await status(workbench, /checked just now$/).waitFor();
      assert.equal(await badge(workbench).count(), 0);
      mirror.moveTo(AFTER);
      await status(workbench, /checked just now · 2 new/).waitFor();
      // Looks once a day again, so that only the reported news changes.
      await changeSettings(on);
      await badge(workbench).filter({ hasText: '2' }).waitFor();
      assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
      await workbench.runCommand(WHATS_NEW);
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Aurora MySQL 2.31.1 fixes bugs that you have' }).waitFor();
      await page.getByText('2 of your clusters run').waitFor();
      await page.getByText('orders (111111111111 eu-west-1, as scanned on 2026-11-24)').waitFor();
      assert.equal(
        await page.getByRole('link', { name: /page: .*2311/ }).getAttribute('href'),
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.2311.html',
      );
      await page.getByRole('link', { name: 'aws_rds_cluster.shop (shop.tf:3)' }).click();
      await workbench.page.locator('.tab.active', { hasText: 'shop.tf' }).waitFor();
      await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 3' }).waitFor();
    });
  });

  test('the news and the trees are accessible (en)', async (t) => {
    await inWindow(t, async (session) => {
      await session.workbench.openView();
      await session.workbench.runCommand(WHATS_NEW);
      await lookAtNews(session, 'en');
    });
  });

  test('hides snoozed and read news in all windows, of which one looks for more', async (t) => {
    await inWindow(t, async ({ workbench, folder, changeSettings }) => {
      await workbench.openFile('shop.tf');
      await workbench.page.keyboard.press(KEYS.snooze.key);
      await choose(workbench, 'fixes bugs that you have');
      await choose(workbench, 'In 1 week');
      await status(workbench, ' · 1 new').waitFor();
      await badge(workbench).filter({ hasText: '1' }).waitFor();
      const beside = await workbench.openBeside(folder);
      const windows = [workbench, beside];
      await status(beside, ' · 1 new').waitFor();
      await beside.runCommand(WHATS_NEW);
      const page = beside.webview();
      await page.getByRole('heading', { name: 'Snoozed' }).waitFor();
      await page.getByText(/comes back \d{4}-\d\d-\d\d/).waitFor();
      await page.getByRole('link', { name: /^Unsnooze/ }).click();
      for (const window of windows) await status(window, ' · 2 new').waitFor();
      await page
        .getByRole('link', { name: /^Mark as read/ })
        .first()
        .click();
      for (const window of windows) await status(window, ' · 1 new').waitFor();
      await page.getByRole('heading', { name: 'Read' }).waitFor();

      mirror.forget();
      mirror.moveTo(LATER);
      // One time a day: the next look is due in both windows at once, and no other before.
      const schedule = dailyAt(new Date(Date.now() + 6_000));
      await changeSettings({ ...on, 'errataLens.watch.schedule': schedule });
      for (const window of windows) await status(window, ' · 2 new').waitFor();
      const looks = mirror.requests.filter((request) => /AuroraMySQLReleaseNotes\/toc/.test(request.path));
      assert.equal(looks.length, 1);
      await beside.page.close();
    });
  });
});

function dailyAt(moment: Date): string {
  return `${moment.getSeconds()} ${moment.getMinutes()} ${moment.getHours()} * * *`;
}
