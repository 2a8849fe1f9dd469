import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { createFleet, writeProfiles } from '../../support/fleet.ts';
import { needsMoto, startMoto } from '../../support/moto.ts';
import { projectFolder } from '../harness/project.ts';
import { inWorkbench } from '../harness/session.ts';
import type { Workbench } from '../harness/workbench.ts';

// `ERRATA_LENS_PICTURES=docs/images` renews the pictures of the documentation.
const pictures = process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures';

const WORKSPACE = {
  'main.tf': `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-0"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.04.0"
}
`,
};

const quickPick = '.quick-input-widget';

/** Checks a row of a pick of several. */
async function check({ page }: Workbench, label: string): Promise<void> {
  await page.locator(`${quickPick} input[type=text]`).first().fill(label);
  const row = page.locator(`${quickPick} .monaco-list-row`, { hasText: label }).first();
  await row.click();
}

async function step({ page }: Workbench, title: string): Promise<void> {
  await page.locator(quickPick, { hasText: title }).waitFor();
}

test('a scan of accounts: from the palette to the tree, and to the code', { skip: needsMoto }, async (t) => {
  const moto = await startMoto();
  const folder = await mkdtemp(path.join(tmpdir(), 'errata-lens-profiles-'));
  t.after(async () => {
    await moto.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await createFleet(moto.url);
  const env = writeProfiles(folder, moto.url);
  const viewport = { width: 1280, height: 860 };
  await inWorkbench(t, { env, viewport, workspace: WORKSPACE }, async ({ workbench }) => {
    const { page } = workbench;
    await workbench.openFile('main.tf', 4, 24);
    await workbench.problems('3.04.0');
    await workbench.runCommand('View: Toggle Panel Visibility');
    await workbench.runCommand('Errata Lens: Scan AWS Accounts…');

    await step(workbench, 'Profiles to read');
    await page.locator(quickPick, { hasText: 'SSO session corp' }).waitFor();
    await check(workbench, 'one');
    await page.keyboard.press('Enter');

    await step(workbench, 'Regions to read');
    await page.keyboard.press('Enter');

    await step(workbench, 'Read these accounts?');
    await page.locator(quickPick, { hasText: 'account 111111111111 · arn:aws:sts' }).waitFor();
    await page.keyboard.press('Enter');

    const tree = page.getByRole('tree', { name: /Accounts/ });
    const row = (name: string | RegExp) => tree.getByRole('treeitem', { name });
    await row(/^111111111111/)
      .first()
      .click();
    await row(/^111111111111 eu-west-1/).click();
    await row(/orders-0,/).waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'accounts-en.png'));

    await row(/orders-0,/).click();
    await page.locator('.tab.active', { hasText: 'main.tf' }).waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 4' }).waitFor();

    const drift = await workbench.problems('declared 3.04.0; 1 runs 3.04.2');
    assert.equal(await drift.count(), 1);

    await row(/orders-0,/).hover();
    await row(/orders-0,/)
      .getByRole('button', { name: 'Open Checklist' })
      .click();
    const checklist = workbench.webview();
    const chosen = checklist.locator('nav [aria-current=true]');
    await chosen.filter({ hasText: 'orders-0Aurora cluster · 111111111111 · eu-west-1' }).waitFor();
    await checklist
      .locator('article .evidence', { hasText: /arn:aws:rds:.*, as of \d{4}-\d{2}-\d{2}/ })
      .first()
      .waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'checklist-account.png'));
  });
});
