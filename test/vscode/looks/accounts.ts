import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/windows/workbench.ts';

/** A folder with a cluster that runs in the fleet's accounts. */
export const WORKSPACE = {
  'main.tf': `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-0"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.04.0"
}
`,
};
export const quickPick = '.quick-input-widget';

/** Checks a row of a quick pick with several choices. */
export async function check({ page }: Workbench, label: string): Promise<void> {
  await page.locator(`${quickPick} input[type=text]`).first().fill(label);
  const row = page.locator(`${quickPick} .monaco-list-row`, { hasText: label }).first();
  await row.click();
}

export async function step({ page }: Workbench, title: string): Promise<void> {
  await page.locator(quickPick, { hasText: title }).waitFor();
}

export function row({ page }: Workbench, name: string | RegExp): Locator {
  return page
    .getByRole('tree', { name: /Accounts|アカウント/ })
    .getByRole('treeitem', { name })
    .first();
}
