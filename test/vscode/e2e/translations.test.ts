import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Mirror } from '../../support/mirror/mirror.ts';
import { incident } from '../harness/incident.ts';
import { sharedWindow } from '../harness/session.ts';
import { lookAtBrief } from '../looks/brief.ts';
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
    await inWindow(t, async ({ workbench, folder }) => {
      await workbench.runCommand('Errata Lens: 変更計画書の準備…');
      await choose(workbench, 'Aurora MySQL 2.11.1');
      const target = workbench.page.locator('.quick-input-list .monaco-list-row').first();
      await target.getByText('推奨').waitFor();
      await workbench.page.keyboard.press('Enter');
      await choose(workbench, 'HTML ファイル');
      await workbench.page.locator('.quick-input-widget', { hasText: '変更計画書の保存' }).waitFor();
      await workbench.page.keyboard.press('Enter');
      const message = workbench.page.locator('.notification-toast', { hasText: '変更計画書を保存しました' });
      const file = /(change-brief-[\w.-]+\.html)/.exec(await message.innerText())?.[1] ?? '';
      await lookAtBrief(workbench, path.join(folder, file), 'ja', 'マイナーバージョンごとのサポート');
      await rm(path.join(folder, file));
    });
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
