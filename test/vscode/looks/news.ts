import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { KEPT_SCAN_FILE } from '../../../src/extension/accounts/stored-scan-file.ts';
import { writeKeptScan } from '../../../src/extension/accounts/kept-scan.ts';
import { runningCluster, scanOf } from '../../support/accounts/account-scan.ts';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import type { Session } from '../harness/windows/session.ts';
import { lookAtAll, tabbed } from './look.ts';

const FIRST: SiteRelease = { date: '2030-11-05', fixes: ['Corrected a label in the gamma view.'] };
const PATCH: SiteRelease = {
  date: '2031-02-05',
  fixes: [
    'Fixed an issue where the writer restarts while a partition of a zebra table is renamed.',
    'Fixed an issue that makes walrus queries slower after a failed login.',
  ],
};
const NEXT_PATCH: SiteRelease = {
  date: '2031-03-05',
  fixes: ['Fixed an issue where the writer restarts while an otter table is altered.'],
};
/** Publications of the made-up vendor at the first time, and at two later ones. */
const BEFORE = '2031-01-10';
export const AFTER = '2031-02-10';
export const LATER = '2031-03-10';
const RELEASES = { '2.30.1': FIRST, '2.31.0': FIRST };
const WITH_PATCH = { ...RELEASES, '2.31.1': PATCH, '2.30.1': { ...FIRST, deprecated: true } };
const DAYS = {
  [BEFORE]: { releases: RELEASES },
  [AFTER]: { releases: WITH_PATCH },
  [LATER]: { releases: { ...WITH_PATCH, '2.31.2': NEXT_PATCH } },
};

const SHOP = `resource "aws_rds_cluster" "shop" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.31.0"
}
`;
const ARCHIVE = SHOP.replace('shop', 'archive').replace('2.31.0', '2.30.1');

/** Files with two clusters. */
export const CLUSTERS = { 'shop.tf': SHOP, 'archive.tf': ARCHIVE };

/** An earlier scan of an account, in which a cluster runs that no code declares. */
export const SCANNED = { [KEPT_SCAN_FILE]: writeKeptScan(scanOf([runningCluster('orders', '2.31.0')])) };

/** The made-up vendor at the first time. */
export async function vendor(): Promise<Mirror> {
  const mirror = await startMirror(auroraSite(DAYS));
  mirror.moveTo(BEFORE);
  return mirror;
}

export function status({ page }: { page: Page }, words: string | RegExp): Locator {
  return page.locator('.statusbar-item', { hasText: words });
}

/** Looks at the news of both clusters and of the scanned one in the tree, at the tree of accounts, and at the open page. */
export async function lookAtNews(session: Session, locale: 'en' | 'ja'): Promise<void> {
  const { workbench } = session;
  const isJapanese = locale === 'ja';
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
  const accounts = workbench.page.getByRole('tree', { name: isJapanese ? 'アカウント' : 'Accounts' });
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
}
