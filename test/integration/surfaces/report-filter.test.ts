import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import { pageViolations } from '../../vscode/harness/windows/accessibility.ts';
import { startBrowser } from '../../vscode/harness/windows/browser.ts';
import { presentChromium } from '../../vscode/harness/install/install-chromium.ts';

const CHROMIUM = presentChromium() ?? '';

const cluster = (name: string, engine: string, version: string): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "${engine}"\n  engine_version = "${version}"\n}\n`;

test(
  "the filter of a scan's report hides versions without bugs of an upstream, by the keyboard and without a script",
  { skip: CHROMIUM === '' && 'no Chromium here' },
  async (t) => {
    const folder = temporaryFolder(t, {
      'main.tf':
        cluster('pg', 'aurora-postgresql', '16.6') +
        cluster('my', 'aurora-mysql', '8.0.mysql_aurora.3.04.0') +
        'resource "aws_rds_cluster" "open" {\n  engine = "aurora-postgresql"\n}\n',
    });
    const { stdout } = await runSharedCli(['scan', folder, '--format', 'html', '--offline', '--lang', 'en']);
    const file = path.join(folder, 'scan.html');
    writeFileSync(file, stdout);
    const browser = await startBrowser(CHROMIUM);
    t.after(() => browser.close());
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.goto(pathToFileURL(file).href);
      const rowsShown = async (): Promise<string[]> =>
        (await page.locator('tbody tr:visible').allInnerTexts()).map(
          (row) => /PostgreSQL 16|MySQL|unknown/.exec(row)?.[0] ?? row,
        );
      assert.deepEqual((await rowsShown()).toSorted(), ['MySQL', 'PostgreSQL 16', 'unknown']);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      assert.ok(
        await page
          .getByRole('checkbox', { name: 'Only versions with bugs of PostgreSQL (1 row)' })
          .isChecked(),
      );
      assert.deepEqual((await rowsShown()).toSorted(), ['PostgreSQL 16', 'unknown']);
      assert.deepEqual(await pageViolations(page, colorScheme === 'dark' ? 'colours' : 'all'), []);
      await page.close();
    }
  },
);
