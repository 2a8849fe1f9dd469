import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { incident } from '../harness/incident.ts';
import { projectFolder } from '../harness/project.ts';
import { PATIENCE, untilItShows, type Workbench } from '../harness/windows/workbench.ts';
import { inBrowserWorkbench } from '../web/window.ts';

const pictures = process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures';

/** A program, whose grammar the browser has to unpack. */
const PROGRAM = `import * as rds from 'aws-cdk-lib/aws-rds';
export const engine = rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_2_11_1 });
new rds.DatabaseCluster(undefined as never, 'shop', { engine });
`;

/** Opens a file in the Explorer, because the editor cannot search a folder without a disk. */
async function openFile({ page }: Workbench, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Opens a hover with the mouse, because one opened with the keyboard closes on a redraw or if the pointer is elsewhere. */
async function pointAt(workbench: Workbench, line: number, column: number, text: string): Promise<Locator> {
  const { page } = workbench;
  await workbench.placeCursor(line, column);
  const cursor = page.locator('.editor-group-container.active .cursors-layer .cursor').first();
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: text });
  await untilItShows(
    async () => {
      const box = await cursor.boundingBox();
      assert.ok(box);
      await page.mouse.move(0, 0);
      await page.mouse.move(box.x + 4, box.y + box.height / 2);
    },
    () => hover.waitFor({ timeout: PATIENCE / 10 }),
  );
  return hover;
}

test('in a browser the incident is underlined, the hover shows the next step, and a link opens the known bugs', async (t) => {
  const files = await incident();
  const database = files['database.tf'] ?? '';
  await inBrowserWorkbench(t, { ...files, 'stack.ts': PROGRAM }, async (workbench) => {
    const { page } = workbench;
    const rows = await workbench.problems('2.11.1');
    assert.match((await rows.first().getAttribute('aria-label')) ?? '', /Warning/);
    for (const file of ['database.tf', 'web.tf', 'stack.ts'])
      await page.locator('.markers-panel').getByRole('treeitem').filter({ hasText: file }).first().waitFor();

    await openFile(workbench, 'database.tf');
    const hover = await pointAt(workbench, 5, 30, '2.12.1');
    await hover.getByText('2.12.6').first().waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'browser-en.png'));

    await hover.getByText('All known bugs of 2.11.1').click();
    await workbench
      .webview()
      .getByRole('heading', { name: /2\.11\.1/ })
      .first()
      .waitFor();

    const titles = await workbench.commandsNamed('Errata Lens: ');
    assert.equal(titles.length, 4, `nothing that needs Node is offered: ${titles.join('; ')}`);

    await openFile(workbench, 'database.tf');
    const marked = rows.filter({ hasText: 'Ln 5, Col 25' }).first();
    await marked.waitFor();
    const column = (database.split('\n')[4] ?? '').indexOf('2.11.1') + 1;
    await workbench.replaceText(5, column, '2.11.1'.length, '2.12.6');
    await marked.waitFor({ state: 'detached' });
  });
});
