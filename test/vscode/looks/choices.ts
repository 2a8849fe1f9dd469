import type { Locator } from 'playwright-core';
import { PATIENCE, untilItShows, type Workbench } from '../harness/windows/workbench.ts';

/**
 * Chooses an entry of a list by its name with the keyboard.
 * @param timeout milliseconds for each step
 */
export async function choose(workbench: Workbench, label: string, timeout = PATIENCE): Promise<void> {
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  await row.waitFor({ timeout });
  await workbench.page.locator('.quick-input-widget input[type=text]').first().fill(label, { timeout });
  await workbench.page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden', timeout });
}

/**
 * Runs a command with choices until its result is visible. Beside a page the command is repeated: a page gets the focus
 * back some time after a list has closed, which closes the next list.
 */
export async function runAndChoose(
  workbench: Workbench,
  command: string,
  labels: readonly string[],
  shown: Locator,
): Promise<void> {
  const timeout = PATIENCE / 10;
  await untilItShows(
    () => workbench.runCommand(command),
    async () => {
      for (const label of labels) await choose(workbench, label, timeout);
      await shown.waitFor({ timeout });
    },
  );
}
