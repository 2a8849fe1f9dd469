import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { productName } from '../../../src/products/index.ts';
import { ASSETS, SHOWN_IN_WINDOW } from '../../support/command-line/agreement-cases.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import {
  AdviceJson,
  adviceIn,
  adviceInLine,
  countsIn,
  CountsJson,
  markdownTable,
  shortAdvice,
  voiceOfJson,
  voiceOfWords,
  type Row,
  type Voice,
} from '../../support/surfaces/voices.ts';
import { projectFolder } from '../harness/project.ts';
import { sharedWindow, type Session } from '../harness/windows/session.ts';
import { USUAL_SIZE, type Workbench } from '../harness/windows/workbench.ts';

/** Table for a person who reads it beside the test. */
const TABLE = path.join(projectFolder, 'test-results/one-voice.md');
/** A window in which all rows of the Problems panel and of the tree are drawn. */
const ALL_ROWS = { width: 1800, height: 2400 };
/** Surfaces with numbers of each cluster. */
const COUNTING = ['diagnostic', 'tree', 'hover'];
const Answer = z.object({ advice: AdviceJson, counts: CountsJson });
const Finding = z.object({
  ruleId: z.string(),
  message: z.string(),
  assetId: z.string(),
  advice: AdviceJson.optional(),
  counts: CountsJson,
  location: z.object({ file: z.string(), line: z.int(), column: z.int() }),
});
type Found = z.infer<typeof Finding>;

/** Rows with differences between surfaces; advice may be shortened on surfaces with little room. */
function differences(rows: readonly (Row & { truth: Voice; short: readonly string[] | null })[]): string[] {
  return rows.flatMap(({ name, voices, truth, short }) =>
    Object.entries(voices).flatMap(([surface, { advice, counts }]) => [
      ...(advice === null || advice === truth.advice || short?.includes(advice) === true
        ? []
        : [`${name}, ${surface}: “${advice}” is not “${truth.advice ?? 'nothing'}”`]),
      ...(counts === null || counts === truth.counts
        ? []
        : [`${name}, ${surface}: “${counts}” is not “${truth.counts ?? 'nothing'}”`]),
    ]),
  );
}

/** JSON output of the command line in a folder. The other surfaces without a window agree with it in test/integration. */
async function printed(folder: string, ...words: string[]): Promise<unknown> {
  const options = ['--offline', '--lang', 'en', '--format', 'json'];
  const { stdout, stderr } = await runSharedCli([...words, ...options], { cwd: folder });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

async function pageOf({ webview, page }: Workbench, heading: string): Promise<string> {
  await webview().getByRole('heading', { name: heading, exact: true }).first().waitFor();
  await page.locator('.tab.active').first().waitFor();
  return webview().locator('body').innerText();
}

describe('the same advice in the window and on the command line', () => {
  const ofVersions = sharedWindow({ workspace: { 'README.md': '' } });
  const ofAssets = sharedWindow({ workspace: ASSETS });
  const parts: string[] = [];

  async function judge(
    title: string,
    rows: readonly (Row & { truth: Voice; short: readonly string[] | null })[],
  ) {
    parts.push(markdownTable(title, rows));
    await mkdir(path.dirname(TABLE), { recursive: true });
    await writeFile(TABLE, parts.join('\n'));
    assert.deepEqual(differences(rows), []);
  }

  test('pages show the advice and counts of a version, of each kind and for each engine and system', async (t) => {
    await ofVersions(t, async ({ workbench, folder }) => {
      const rows = [];
      for (const [product, version] of SHOWN_IN_WINDOW) {
        const upgrade = Answer.parse(await printed(folder, 'upgrade', product, version));
        const truth = voiceOfJson(upgrade.advice, upgrade.counts);
        const short = upgrade.advice && shortAdvice(upgrade.advice);
        const name = `${productName(product)} ${version}`;
        await workbench.answerByKey('showBugs', `${product} ${version}`);
        const bugsPage = await pageOf(workbench, name);
        await workbench.answerByKey('showUpgrade', `${product} ${version}`);
        const upgradePage = await pageOf(workbench, `Upgrade from ${name}`);
        await workbench.closeEditors();
        const voices: Record<string, Voice> = {
          '`upgrade --format json`': truth,
          'known bugs': { ...voiceOfWords(bugsPage), advice: null },
          upgrade: voiceOfWords(upgradePage),
        };
        rows.push({ name, voices, truth, short });
      }
      await judge('Scope: a version', rows);
    });
  });

  test('every surface of the window shows the advice and counts of 6 assets', async (t) => {
    await ofAssets(t, async (session) => {
      const { workbench, folder } = session;
      const { findings } = z.object({ findings: z.array(Finding) }).parse(await printed(folder, 'scan', '.'));
      const found = findings.filter(({ advice }) => advice !== undefined && advice !== null);
      const firsts = [...new Map(found.map((finding) => [finding.assetId, finding])).values()];
      const shown = await voicesAtOnce(session);
      const rows = [];
      for (const finding of firsts) {
        const { advice = null, counts, message, assetId } = finding;
        const voices: Record<string, Voice> = {
          '`scan --format json`': voiceOfJson(advice, counts),
          ...shown(finding),
          ...(await voicesAt(workbench, finding)),
        };
        assert.ok(message !== '');
        const name = `${assetId.split('#').at(-1) ?? assetId}: ${message.split(':')[0] ?? ''}`;
        rows.push({
          name,
          voices,
          truth: voiceOfJson(advice, counts),
          short: advice && shortAdvice(advice),
        });
      }
      for (const { name, voices } of rows.filter((row) => row.name.includes('aws_rds_cluster')))
        for (const surface of COUNTING)
          assert.notEqual(voices[surface]?.counts ?? null, null, `${name}, ${surface}`);
      assert.ok(rows.length >= Object.keys(ASSETS).length - 1);
      await judge('Scope: an asset', rows);
    });
  });
});

/** Surfaces of the window that show all assets at once. */
async function voicesAtOnce({ workbench }: Session): Promise<(finding: Found) => Record<string, Voice>> {
  const { page } = workbench;
  await page.setViewportSize(ALL_ROWS);
  await workbench.problems('known bugs');
  const problems = await labelsOf(page.locator('.markers-panel').getByRole('treeitem'));
  await workbench.closePanel();
  await workbench.openView();
  await page
    .getByRole('treeitem', { name: /aws_rds_cluster\.plain,/ })
    .first()
    .waitFor();
  const tree = await labelsOf(page.getByRole('treeitem'));
  await workbench.runCommand('Errata Lens: Open Checklist');
  await workbench.webview().locator('article').first().waitFor();
  const checks = await workbench.webview().locator('article').allTextContents();
  await page.setViewportSize(USUAL_SIZE);
  return ({ message, assetId, location: { file } }) => {
    const name = assetId.split('#').at(-1) ?? assetId;
    const row = problems.find((label) => label.includes(message)) ?? '';
    const node = tree.find((label) => label.includes(`, ${name},`) && label.endsWith(file)) ?? '';
    const check = checks.find((words) => words.includes(name) && /Version should have no urgent/.test(words));
    return {
      diagnostic: { advice: adviceInLine(row), counts: countsIn(row) },
      tree: voiceOfWords(node),
      ...(check !== undefined && { checklist: { advice: adviceIn(check), counts: null } }),
    };
  };
}

async function labelsOf(rows: ReturnType<Workbench['page']['locator']>): Promise<string[]> {
  const all = await rows.all();
  return Promise.all(all.map(async (row) => (await row.getAttribute('aria-label')) ?? ''));
}

/** Surfaces of the window at one version: the hover, the quick fix, and the page behind the hover's link. */
async function voicesAt(
  workbench: Workbench,
  { location: { file, line, column } }: Found,
): Promise<Record<string, Voice>> {
  await workbench.openFile(file, line, column);
  await workbench.quickFix('Compare upgrade targets');
  const fixes = await workbench.page.locator('.action-widget').first().innerText();
  await workbench.page.keyboard.press('Escape');
  const hover = await workbench.hover(line, column, 'Compare upgrade targets');
  const words = await hover.innerText();
  await hover.getByText('Compare upgrade targets').last().click();
  await workbench.webview().getByText('This version').first().waitFor();
  const upgrade = await workbench.webview().locator('body').innerText();
  const [, set = null] = /^Set to (\S+?)(?: in all \d+ places)?(?:[:;]|$)/m.exec(fixes) ?? [];
  const [, move = null] = /^Compare before moving to (.+)$/m.exec(fixes) ?? [];
  const offered = [set, move?.replace(/^Amazon Linux \S+ (?=\d)/, '') ?? null]
    .filter((part) => part !== null)
    .join(', ');
  return {
    hover: voiceOfWords(words),
    'quick fix': { advice: offered === '' ? null : offered, counts: null },
    upgrade: voiceOfWords(upgrade),
  };
}
