import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { KEPT_SCAN_FILE } from '../../../src/extension/accounts/stored-scan-file.ts';
import { writeKeptScan } from '../../../src/extension/accounts/kept-scan.ts';
import { runningCluster, scanOf } from '../../support/accounts/account-scan.ts';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { KEYS } from '../harness/keys.ts';
import { inWorkbench, sharedWindow, type SessionOptions } from '../harness/session.ts';
import type { Workbench } from '../harness/workbench.ts';
import { choose } from '../looks/choices.ts';
import { lookAtAll, tabbed } from '../looks/look.ts';

const FIRST: SiteRelease = { date: '2030-11-05', fixes: ['Corrected a label in the gamma view.'] };
const PATCH: SiteRelease = {
  date: '2031-02-05',
  fixes: [
    'Fixed an issue where the writer restarts while a partition of a zebra table is renamed.',
    'Fixed an issue that makes walrus queries slower after a failed login.',
  ],
};
/** Publications of the made-up vendor at the first and at the later time. */
const BEFORE = '2031-01-10';
const AFTER = '2031-02-10';
const RELEASES = { '2.30.1': FIRST, '2.31.0': FIRST };
const DAYS = {
  [BEFORE]: { releases: RELEASES },
  [AFTER]: { releases: { ...RELEASES, '2.31.1': PATCH, '2.30.1': { ...FIRST, deprecated: true } } },
};

const SHOP = `resource "aws_rds_cluster" "shop" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.31.0"
}
`;
const ARCHIVE = SHOP.replace('shop', 'archive').replace('2.31.0', '2.30.1');

/** An earlier scan of an account, in which a cluster runs that no code declares. */
const SCANNED = { [KEPT_SCAN_FILE]: writeKeptScan(scanOf([runningCluster('orders', '2.31.0')])) };

const CHECK = 'Errata Lens: Check for New Notes Now';
const WHATS_NEW = "Errata Lens: What's New for You";

const VIEWPORT = { width: 1280, height: 760 };

async function vendor(t: TestContext): Promise<Mirror> {
  const mirror = await startMirror(auroraSite(DAYS));
  t.after(() => mirror.close());
  mirror.moveTo(BEFORE);
  return mirror;
}

function watching(mirror: Mirror): SessionOptions {
  return {
    workspace: { 'main.tf': SHOP },
    viewport: VIEWPORT,
    machineSettings: {
      'errataLens.watch.enabled': true,
      'errataLens.docsOrigin': mirror.origin,
    },
  };
}

function status({ page }: { page: Page }, words: string | RegExp): Locator {
  return page.locator('.statusbar-item', { hasText: words });
}

function badge({ page }: Workbench): Locator {
  return page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Errata Lens"]') })
    .locator('.badge-content', { hasText: /\d/ });
}

// Japanese first, because a Japanese window is already open.
for (const locale of ['ja', 'en'] as const) {
  test(`the news and the trees are accessible (${locale})`, async (t) => {
    const mirror = await vendor(t);
    const files = { 'shop.tf': SHOP, 'archive.tf': ARCHIVE };
    const options = { ...watching(mirror), locale, workspace: files, storage: SCANNED };
    const isJapanese = locale === 'ja';
    const inWindow = isJapanese
      ? sharedWindow(options)
      : (...[context, body]: Parameters<ReturnType<typeof sharedWindow>>) =>
          inWorkbench(context, options, body);
    await inWindow(t, async (session) => {
      const { workbench } = session;
      await workbench.openView();
      const accounts = workbench.page.getByRole('tree', { name: isJapanese ? 'アカウント' : 'Accounts' });
      await accounts.getByRole('treeitem', { name: /^111111111111/ }).waitFor();
      await status(workbench, isJapanese ? /に確認$/ : /checked .*(?:now|ago)$/).waitFor();
      mirror.moveTo(AFTER);
      await workbench.runCommand(isJapanese ? 'Errata Lens: リリースノートの新着を今すぐ確認' : CHECK);
      await workbench
        .webview()
        .getByRole('heading', { level: 2, name: isJapanese ? '新着' : 'New' })
        .waitFor();
      const row = workbench.page.getByRole('treeitem', { name: /2\.31\.1/ });
      await row.waitFor();
      // The versions of the workspace are in another tree, with rows of the same name.
      const news = workbench.page.getByRole('tree').filter({ has: row });
      const resources = news.getByRole('treeitem', { level: 2 });
      assert.equal(await resources.count(), 0);
      await news.focus();
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('ArrowRight');
      await resources.first().waitFor();
      const rows = await resources.all();
      const spoken = await Promise.all(rows.map((each) => each.getAttribute('aria-label')));
      assert.deepEqual(spoken.sort(), [
        'aws_rds_cluster.archive (archive.tf:3)',
        'aws_rds_cluster.shop (shop.tf:3)',
        `orders (111111111111 eu-west-1${isJapanese ? '、2026-11-24 のスキャン時点' : ', as scanned on 2026-11-24'})`,
      ]);
      await accounts.getByRole('treeitem', { name: /^111111111111/ }).click();
      await accounts.getByRole('treeitem', { name: /^111111111111 eu-west-1/ }).click();
      await accounts.getByRole('treeitem', { name: /orders,/ }).waitFor();
      const page = tabbed(
        'whats-new',
        isJapanese ? '使用中のバージョンに関する新着' : 'What’s New',
        'still page',
        (shown) => shown.getByRole('heading', { level: 3 }).first().waitFor(),
      );
      await lookAtAll(session, [page], locale);
    });
  });
}

describe('the watch, off by default and then enabled', () => {
  let mirror: Mirror;
  const options = {
    workspace: { 'main.tf': SHOP },
    viewport: VIEWPORT,
    storage: SCANNED,
    // Filled as soon as the address is known.
    machineSettings: { 'errataLens.watch.enabled': false } as Record<string, unknown>,
  };
  const inWindow = sharedWindow(options);

  before(async () => {
    mirror = await startMirror(auroraSite(DAYS));
    mirror.moveTo(BEFORE);
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
      await rm(path.join(folder, 'main.tf'));
      await workbench.page.locator('#status\\.problems [aria-label="No Problems"]').waitFor();
      await changeSettings({ 'errataLens.watch.enabled': true });
      const item = status(workbench, 'release notes unreachable');
      await item.waitFor();
      assert.match((await item.getAttribute('aria-label')) ?? '', /could not be reached.*HTTP 403/s);
    });
  });

  test('shows later news in the badge, the status bar and the document, and hides snoozed ones after a restart', async (t) => {
    mirror.behave();
    const on = { 'errataLens.watch.enabled': true };
    await inWindow(t, async ({ workbench, folder, changeSettings }) => {
      await workbench.problems('2.31.0');
      // Looks every few seconds by the schedule, without a command.
      await changeSettings({ ...on, 'errataLens.watch.schedule': '*/5 * * * * *' });
      await status(workbench, /checked just now$/).waitFor();
      assert.equal(await badge(workbench).count(), 0);
      mirror.moveTo(AFTER);
      await status(workbench, /checked just now · 1 new/).waitFor();
      // Looks once a day again, so that only the reported news changes.
      await changeSettings(on);
      await badge(workbench).filter({ hasText: '1' }).waitFor();
      assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
      await workbench.runCommand(WHATS_NEW);
      const page = workbench.webview();
      await page.getByRole('heading', { name: 'Aurora MySQL 2.31.1 fixes bugs that you have' }).waitFor();
      await page.getByText('2 of your clusters run').waitFor();
      await page.getByText('orders (111111111111 eu-west-1, as scanned on 2026-11-24)').waitFor();
      assert.equal(
        await page.getByRole('link', { name: /page/ }).getAttribute('href'),
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.2311.html',
      );
      await page.getByRole('link', { name: 'aws_rds_cluster.shop (main.tf:3)' }).click();
      await workbench.page.locator('.tab.active', { hasText: 'main.tf' }).waitFor();
      await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 3' }).waitFor();

      await workbench.page.keyboard.press(KEYS.snooze.key);
      await choose(workbench, 'fixes bugs that you have');
      await choose(workbench, 'In 1 week');
      await status(workbench, /checked (just now|\d+ min ago)$/).waitFor();
      assert.equal(await badge(workbench).count(), 0);
      await workbench.openFolder(folder);
      await status(workbench, /checked (just now|\d+ min ago)$/).waitFor();
      await workbench.runCommand(WHATS_NEW);
      await page.getByRole('heading', { name: 'Snoozed' }).waitFor();
      await page.getByText(/comes back \d{4}-\d\d-\d\d/).waitFor();
      await page.getByRole('link', { name: /^Unsnooze/ }).click();
      await status(workbench, '1 new').waitFor();
      await page.getByRole('link', { name: /^Mark as read/ }).click();
      await status(workbench, /ago$|now$/).waitFor();
      await page.getByRole('heading', { name: 'Read' }).waitFor();
    });
  });
});

test('looks in one of two windows, and both show the news', async (t) => {
  const mirror = await vendor(t);
  const options = {
    ...watching(mirror),
    workspace: { 'shop/main.tf': SHOP, 'archive/main.tf': ARCHIVE },
    open: 'shop',
  };
  await inWorkbench(t, options, async ({ workbench, folder, changeSettings }) => {
    // The same browser stores the state that an editor shares between all windows of a machine.
    const beside = await workbench.page.context().newPage();
    const { origin } = new URL(workbench.page.url());
    await beside.goto(`${origin}/?folder=${encodeURIComponent(path.join(folder, 'archive'))}`);
    const windows = [workbench.page, beside];
    for (const page of windows) await status({ page }, 'checked just now').waitFor();
    mirror.forget();
    mirror.moveTo(AFTER);
    // One time a day: the next look is due in both windows at once, and no other before.
    await changeSettings({ 'errataLens.watch.schedule': dailyAt(new Date(Date.now() + 6_000)) });
    for (const page of windows) await status({ page }, '2 new').waitFor();
    const looks = mirror.requests.filter((request) => /AuroraMySQLReleaseNotes\/toc/.test(request.path));
    assert.equal(looks.length, 1);
  });
});

function dailyAt(moment: Date): string {
  return `${moment.getSeconds()} ${moment.getMinutes()} ${moment.getHours()} * * *`;
}
