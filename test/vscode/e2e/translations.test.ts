import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { on, type AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { REGIONS } from '../../support/accounts/fleet.ts';
import { needsMoto } from '../../support/accounts/moto.ts';
import type { Mirror } from '../../support/mirror/mirror.ts';
import { KEPT_SCAN_FILE } from '../../../src/extension/accounts/stored-scan-file.ts';
import { fleetUser } from '../harness/fleet-user.ts';
import { incident } from '../harness/incident.ts';
import { PRODUCT_STORAGE } from '../harness/windows/server.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import { check, row, step, WORKSPACE } from '../looks/accounts.ts';
import { lookAtSavedBrief } from '../looks/brief.ts';
import { choose } from '../looks/choices.ts';
import { lookAround, lookAtCase, lookAtVersion, NIGHT } from '../looks/incident.ts';
import { pictures } from '../looks/look.ts';
import { AFTER, CLUSTERS, lookAtNews, SCANNED, status, vendor } from '../looks/news.ts';

/** Size of a window for the checklist. */
const CHECKLIST = { width: 1280, height: 900 };

describe('the incident in a Japanese window', async () => {
  const inWindow = sharedWindow({ locale: 'ja', workspace: await incident() });

  test('shows the incident in the Problems panel, in the hover and in the pages (ja)', async (t) => {
    await inWindow(t, ({ workbench }) =>
      lookAtVersion(workbench, 'ja', '緊急の既知の不具合', 'すぐ 2.12.6 に'),
    );
  });

  test('shows the incident page in Japanese', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(NIGHT);
      await workbench.runCommand('Errata Lens: 障害対応…');
      await choose(workbench, 'shop-web');
      await choose(workbench, '接続が切断される');
      await workbench.webview().getByRole('heading', { name: '障害対応: shop-web' }).waitFor();
      await workbench.screenshot(path.join(pictures, 'incident-ja.png'));
    });
  });

  test('writes the change brief in Japanese', async (t) => {
    await inWindow(t, (session) => lookAtSavedBrief(session, 'ja'));
  });

  test('all pages are accessible (ja)', async (t) => {
    await inWindow(t, (session) => lookAround(session, 'ja'));
  });

  test('a support case is accessible (ja)', async (t) => {
    await inWindow(t, (session) => lookAtCase(session, 'ja'));
  });

  test('shows the checklist in Japanese', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.page.setViewportSize(CHECKLIST);
      await workbench.runCommand('Errata Lens: チェックリストを開く');
      const page = workbench.webview();
      await page.locator('article').first().waitFor();
      await page.getByRole('heading', { level: 1, name: '可観測性チェックリスト' }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
      await workbench.screenshot(path.join(pictures, 'checklist-ja.png'));
    });
  });
});

describe('a Japanese window without any finding', () => {
  const inWindow = sharedWindow({ locale: 'ja', workspace: { 'notes.md': '# nothing\n' } });

  test('shows what was read without any finding (ja)', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      await workbench.openView();
      await workbench.page.locator('.pane-body', { hasText: '探したもの' }).waitFor();
      await workbench.screenshot(path.join(pictures, 'first-empty-ja.png'));
    });
  });
});

describe('accounts in a Japanese window', { skip: needsMoto }, () => {
  // Filled by the suite's `before`.
  const env: Record<string, string> = {};
  let proxy: AwsProxy;
  const inWindow = sharedWindow({
    env,
    locale: 'ja',
    viewport: { width: 1280, height: 860 },
    workspace: WORKSPACE,
  });

  before(async () => {
    const user = await fleetUser();
    proxy = user.proxy;
    Object.assign(env, user.env);
  });

  test('a scan that is stopped shows what it has read, and what is missing (ja)', async (t) => {
    proxy.reset(
      on('rds:DescribeDBInstances', ({ region }) => (region === REGIONS[2] ? { kind: 'hang' } : null)),
    );
    await inWindow(t, async ({ workbench, dataFolder }) => {
      const { page } = workbench;
      await workbench.runCommand('Errata Lens: AWS アカウントをスキャン…');
      await step(workbench, '読み取るプロファイル');
      await check(workbench, 'one');
      await page.keyboard.press('Enter');
      await step(workbench, '読み取るリージョン');
      await check(workbench, REGIONS[2]);
      await page.keyboard.press('Enter');
      await step(workbench, 'これらのアカウントを読み取りますか');
      await page.keyboard.press('Enter');

      const progress = page.locator('.notification-toast', { hasText: '111111111111 eu-west-1' });
      await progress.waitFor();
      await progress.getByRole('button', { name: 'Cancel' }).click();
      await row(workbench, '111111111111').click();
      await page.locator('.pane-header', { hasText: '一部のみ' }).waitFor();
      await row(workbench, /^読み取れなかったもの/).click();
      await row(workbench, /中止したため読み取っていません: 111111111111 us-east-1/).waitFor();
      await row(workbench, /eu-west-1/).click();
      await row(workbench, /orders-0/).waitFor();
      await workbench.screenshot(path.join(pictures, 'accounts-ja.png'));
      await rm(path.join(dataFolder, PRODUCT_STORAGE, KEPT_SCAN_FILE));
      await row(workbench, '111111111111').waitFor({ state: 'detached' });
    });
  });
});

describe('the news in a Japanese window', () => {
  let mirror: Mirror;
  const options = {
    locale: 'ja' as const,
    workspace: CLUSTERS,
    storage: SCANNED,
    // Filled as soon as the address is known.
    machineSettings: { 'errataLens.watch.enabled': true } as Record<string, unknown>,
  };
  const inWindow = sharedWindow(options);

  before(async () => {
    mirror = await vendor();
    options.machineSettings['errataLens.docsOrigin'] = mirror.origin;
  });
  after(() => mirror.close());

  test('the news and the trees are accessible (ja)', async (t) => {
    await inWindow(t, async (session) => {
      const { workbench } = session;
      await workbench.openView();
      await status(workbench, /に確認$/).waitFor();
      mirror.moveTo(AFTER);
      await workbench.runCommand('Errata Lens: リリースノートの新着を今すぐ確認');
      await lookAtNews(session, 'ja');
    });
  });
});
