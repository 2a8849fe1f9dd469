import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, beforeEach, describe, test } from 'node:test';
import type { AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { MFA_DEVICE } from '../../support/accounts/fleet.ts';
import { needsMoto } from '../../support/accounts/moto.ts';
import { fleetUser } from '../harness/fleet-user.ts';
import { KEYS } from '../harness/windows/keys.ts';
import { PRODUCT_STORAGE } from '../harness/windows/server.ts';
import { sharedWindow } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { check, quickPick, row, step, WORKSPACE } from '../looks/accounts.ts';
import { pictures } from '../looks/look.ts';

/** Chooses profiles, and keeps their own Regions in the next step. */
async function chooseProfiles(workbench: Workbench, ...profiles: string[]): Promise<void> {
  await step(workbench, 'Profiles to read');
  for (const profile of profiles) await check(workbench, profile);
  await workbench.page.keyboard.press('Enter');
  await step(workbench, 'Regions to read');
}

/** Text of all files in a folder. */
async function allIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(path.join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

describe('accounts in the window', { skip: needsMoto }, () => {
  // Filled by the suite's `before`.
  const env: Record<string, string> = {};
  let proxy: AwsProxy;
  const inWindow = sharedWindow({ env, viewport: { width: 1280, height: 860 }, workspace: WORKSPACE });

  before(async () => {
    const user = await fleetUser();
    proxy = user.proxy;
    Object.assign(env, user.env);
  });
  beforeEach(() => proxy.reset());

  test('scans accounts from the palette, and leads from the tree to the code', async (t) => {
    await inWindow(t, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.openFile('main.tf', 4, 24);
      await workbench.problems('3.04.0');
      await workbench.closePanel();
      await workbench.runCommand('Errata Lens: Scan AWS Accounts…');
      await chooseProfiles(workbench, 'one');
      await page.keyboard.press('Enter');

      await step(workbench, 'Read these accounts?');
      await page.locator(quickPick, { hasText: 'account 111111111111 · arn:aws:sts' }).waitFor();
      await page.keyboard.press('Enter');

      await row(workbench, /^111111111111/).click();
      await row(workbench, /^111111111111 eu-west-1/).click();
      await row(workbench, /orders-0,/).waitFor();
      await workbench.screenshot(path.join(pictures, 'accounts-en.png'));

      await row(workbench, /orders-0,/).click();
      await page.locator('.tab.active', { hasText: 'main.tf' }).waitFor();
      await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 4' }).waitFor();

      const drift = await workbench.problems('declared 3.04.0; 1 runs 3.04.2');
      assert.equal(await drift.count(), 1);

      await row(workbench, /orders-0,/).hover();
      await row(workbench, /orders-0,/)
        .getByRole('button', { name: 'Open Checklist' })
        .click();
      const checklist = workbench.webview();
      const chosen = checklist.locator('nav [aria-current=true]');
      await chosen.filter({ hasText: 'orders-0Aurora cluster · 111111111111 · eu-west-1' }).waitFor();
      await checklist
        .locator('article .evidence', { hasText: /arn:aws:rds:.*, as of \d{4}-\d{2}-\d{2}/ })
        .first()
        .waitFor();
      await workbench.screenshot(path.join(pictures, 'checklist-account.png'));
    });
  });

  test('uses an MFA code once, names an expired session, saves a set, and keeps the result until it is deleted', async (t) => {
    const CODE = 'jane-739184';
    await inWindow(t, async ({ workbench, folder: open, dataFolder }) => {
      const { page } = workbench;
      const storage = path.join(dataFolder, PRODUCT_STORAGE);
      await workbench.runCommand('Errata Lens: Scan AWS Accounts…');
      // The selection of the first scan is still checked.
      await chooseProfiles(workbench, 'one', 'mfa', 'sso-one', 'sso-two');
      await page.getByRole('button', { name: 'Save these profiles and Regions as a set…' }).click();
      await step(workbench, 'Name of the set');
      await page.locator(`${quickPick} input[type=text]`).first().fill('night shift');
      await page.keyboard.press('Enter');
      await step(workbench, 'Regions to read');
      await page.keyboard.press('Enter');

      await step(workbench, `MFA code for ${MFA_DEVICE}`);
      await workbench.screenshot(path.join(pictures, 'accounts-mfa.png'));
      await page.locator(`${quickPick} input[type=password]`).fill(CODE);
      await page.keyboard.press('Enter');

      await step(workbench, 'Read these accounts?');
      const expired = page.locator('.notification-toast', { hasText: 'aws sso login --sso-session corp' });
      await expired.filter({ hasText: 'sso-one, sso-two' }).waitFor();
      assert.equal(await expired.count(), 1);
      await workbench.screenshot(path.join(pictures, 'accounts-sso.png'));
      await page.keyboard.press('Enter');

      await row(workbench, /^222222222222/).waitFor();
      const codes = proxy.requests.flatMap(({ params }) => params.get('TokenCode') ?? []);
      assert.deepEqual(codes, [CODE]);

      await page.reload();
      await row(workbench, /^222222222222/).waitFor();
      await page.locator('.pane-header', { hasText: /Accounts.*(just now|min ago)/ }).waitFor();

      await row(workbench, /^222222222222.*10 databases · 2 more/).waitFor();
      await page.keyboard.press(KEYS.filterTree.key);
      await page.locator(`${quickPick} .monaco-list-row`, { hasText: 'critical' }).click();
      await page.getByText('Showing only critical.').last().waitFor();
      await row(workbench, /^222222222222.*10 databases$/).waitFor();
      await page.keyboard.press(KEYS.filterTree.key);
      await page.locator(`${quickPick} .monaco-list-row`, { hasText: 'Everything' }).click();
      await row(workbench, /^222222222222.*10 databases · 2 more/).waitFor();

      for (const [{ key }, name] of [
        [KEYS.exportMarkdown, 'accounts.md'],
        [KEYS.exportJson, 'accounts.json'],
      ] as const) {
        await page.keyboard.press(key);
        await page.locator(quickPick, { hasText: 'Show Local' }).waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.statusbar-item', { hasText: name }).waitFor();
      }
      assert.match(await readFile(path.join(open, 'accounts.md'), 'utf8'), /orders-0/);
      const exported = JSON.parse(await readFile(path.join(open, 'accounts.json'), 'utf8')) as {
        accounts: { account: string }[];
      };
      assert.equal(exported.accounts[0]?.account, '222222222222');

      await workbench.runCommand('Errata Lens: Scan AWS Accounts…');
      await step(workbench, 'Which accounts?');
      await page.locator(`${quickPick} .monaco-list-row`, { hasText: 'night shift' }).click();
      await step(workbench, `MFA code for ${MFA_DEVICE}`);
      await page.keyboard.press('Escape');
      await page
        .locator('.notification-toast', { hasText: 'its MFA code was not accepted, or none was entered' })
        .waitFor();
      await row(workbench, /^222222222222/).waitFor();

      // The browser keeps the state of extensions.
      const state = await page.context().storageState({ indexedDB: true });
      const stored = (await allIn(dataFolder)) + JSON.stringify(state);
      for (const answer of ['night shift', '222222222222']) assert.ok(stored.includes(answer), answer);
      for (const secret of [CODE, 'never-a-real-secret']) assert.ok(!stored.includes(secret), secret);

      await page.keyboard.press(KEYS.deleteScan.key);
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Delete' }).click();
      await row(workbench, /^222222222222/).waitFor({ state: 'detached' });
      await page.locator('.pane-body').getByRole('button', { name: 'Scan AWS Accounts…' }).waitFor();
      assert.equal((await readdir(storage)).includes('accounts.json'), false);
    });
  });
});
