import type { Workbench } from '../harness/workbench.ts';

/** Chooses an entry of a list by the keyboard, as it is called. */
export async function choose(workbench: Workbench, label: string): Promise<void> {
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  await workbench.page.locator('.quick-input-widget input[type=text]').first().fill(label);
  await workbench.page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}
