import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import {
  incidentOfVersion,
  isReported,
  symptomOfVersion,
  versionAnswer,
} from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { isThisMyBug } from '../../../src/mcp/tools/is-this-my-bug.ts';
import { builtSite, type BuiltSite } from '../../support/surfaces/built-site.ts';
import { ROOT, runCli } from '../../support/command-line/cli.ts';
import { pageViolations } from '../../vscode/harness/windows/accessibility.ts';
import { startBrowser } from '../../vscode/harness/windows/browser.ts';
import { presentChromium } from '../../vscode/harness/install/install-chromium.ts';

const CHROMIUM = presentChromium() ?? '';
const MOST_MILLISECONDS = 50;
const PRODUCT = 'aurora-mysql';
const NARROW = { viewport: { width: 360, height: 700 } };
/** One page of each kind. */
const KINDS = [
  'index.html',
  'data.html',
  'search.html',
  `${PRODUCT}/index.html`,
  `${PRODUCT}/releases/3.04.2.html`,
  `${PRODUCT}/releases/2.01.1-bugs.html`,
  `${PRODUCT}/bugs/a3b23d4342.html`,
  `${PRODUCT}/matrix/8.4.html`,
  `${PRODUCT}/changes/index.html`,
  `${PRODUCT}/changes/3.04.2-to-3.10.6.html`,
  'amazon-linux-2023/index.html',
  'bottlerocket/releases/1.20.0.html',
  // With the bugs of an upstream.
  'rds-postgresql/index.html',
  'rds-postgresql/releases/16.6.html',
];

describe('the site in a browser, from a folder', { skip: CHROMIUM === '' && 'no Chromium here' }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([builtSite(), startBrowser(CHROMIUM)]);
  });
  after(() => browser.close());

  async function newPage(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('pageerror', (error) => assert.fail(`${page.url()}: ${error.message}`));
    return page;
  }

  async function visit(page: Page, place: string): Promise<void> {
    const [file = '', query = ''] = place.split('?');
    await page.goto(`${pathToFileURL(path.join(site.folder, file)).href}${query === '' ? '' : `?${query}`}`);
  }

  async function open(place: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await newPage(options);
    await visit(page, place);
    return page;
  }

  /** Opens each place in one window, because every window is a process of the browser. */
  async function eachOf(
    all: readonly string[],
    options: Parameters<Browser['newPage']>[0],
    look: (page: Page, place: string) => Promise<void>,
  ): Promise<void> {
    const page = await newPage(options);
    for (const place of all) {
      await visit(page, place);
      await look(page, place);
    }
    await page.close();
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has accessible pages (${colorScheme})`, async () => {
      await eachOf(KINDS, { colorScheme }, async (page, place) => {
        assert.deepEqual(await pageViolations(page, colorScheme === 'dark' ? 'colours' : 'all'), [], place);
      });
    });
  }

  test('scrolls tables instead of pages in a narrow window', async () => {
    await eachOf(KINDS, NARROW, async (page, place) => {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 360, `${place}: ${width}`);
    });
  });

  // The colours do not depend on the language, nor on the width of the window.
  test('has accessible pages in Japanese, in a narrow window', async () => {
    const all = KINDS.map((each) => `ja/${each}`);
    await eachOf(all, NARROW, async (page, place) => {
      assert.deepEqual(await pageViolations(page, 'structure'), [], place);
    });
  });

  test('shows everything but the search and free comparisons without JavaScript', async () => {
    await eachOf(KINDS, { javaScriptEnabled: false }, async (page, place) => {
      assert.ok(await page.locator('h1').isVisible(), place);
      assert.equal(await page.locator('form:visible').count(), 0, place);
    });
    const page = await open(`${PRODUCT}/matrix/3.html`, { javaScriptEnabled: false });
    assert.ok((await page.locator('table.matrix tbody tr').count()) > 100);
    await page.close();
  });

  test('ranks search results as the product does, within milliseconds', async () => {
    const catalogue = await loadCatalogue(null);
    const version = '3.04.2';
    const known = versionAnswer(catalogue, PRODUCT, version, '2026-11-27');
    const page = await open('search.html');
    await page.locator('[name=version]').selectOption(`${PRODUCT} ${version}`);
    let found = 0;
    const times: number[] = [];
    for (const symptom of symptoms().slice(0, 60)) {
      await page.locator('[name=symptom]').fill(symptom);
      await page.evaluate("document.querySelector('#answer').removeAttribute('data-milliseconds')");
      await page.locator('form button').click();
      await page.locator('#answer[data-milliseconds]').waitFor();
      const links = await page.evaluate<string[]>(
        "[...document.querySelectorAll('#answer li a')].map((link) => link.getAttribute('href'))",
      );
      const { fits, urgent } = symptomOfVersion(symptom, known, catalogue.bugs);
      assert.deepEqual(
        links,
        [...fits.map(({ listed }) => listed), ...urgent].map(({ bug }) => `${PRODUCT}/bugs/${bug.id}.html`),
        symptom,
      );
      found += links.length;
      times.push(Number(await page.locator('#answer').getAttribute('data-milliseconds')));
    }
    assert.ok(found > 20);
    // A busy machine makes some answers slow; a slow search makes all of them slow.
    const middle = times.sort((a, b) => a - b)[times.length >> 1] ?? Infinity;
    assert.ok(middle < MOST_MILLISECONDS, `${middle} ms`);
    await page.close();
  });

  test('returns the same bugs in the same order as the command line, the incident page and assistants', async () => {
    const catalogue = await loadCatalogue(null);
    const version = '2.11.1';
    const page = await open('search.html');
    await page.locator('[name=version]').selectOption(`${PRODUCT} ${version}`);
    const tool = isThisMyBug({
      catalogue: () => Promise.resolve(catalogue),
      folders: { all: () => Promise.resolve({ roots: [] }) },
      today: () => '2026-11-27',
      language: 'en',
    } as unknown as Parameters<typeof isThisMyBug>[0]);
    for (const symptom of [
      'new connections are aborted under load',
      'hash join eats memory',
      '監査ログにイベントが残らない',
      'signal 9: Killed',
    ]) {
      const { fits } = await tool.answer({ product: PRODUCT, version, symptom });
      const matches = fits.map(({ id, match }) => `${id} ${match}`);
      assert.ok(matches.length > 0, symptom);
      const { stdout } = await runCli([
        'bugs',
        PRODUCT,
        version,
        '--symptom',
        symptom,
        '--format',
        'json',
        '--offline',
      ]);
      const printed = (JSON.parse(stdout) as { fits: { id: string; match: string }[] }).fits;
      assert.deepEqual(
        printed.map(({ id, match }) => `${id} ${match}`),
        matches,
        `command line: ${symptom}`,
      );
      const options = { symptom, now: '2026-11-27T00:00:00Z', today: '2026-11-27' };
      const answer = incidentOfVersion(catalogue, version, options).databases[0]?.answer;
      assert.deepEqual(
        answer?.fits.map(({ listed, match }) => `${listed.bug.id} ${match}`),
        matches,
        `incident: ${symptom}`,
      );
      await page.locator('[name=symptom]').fill(symptom);
      await page.evaluate("document.querySelector('#answer').removeAttribute('data-milliseconds')");
      await page.locator('form button').click();
      await page.locator('#answer[data-milliseconds]').waitFor();
      const shown = await page.evaluate<string[]>(
        "[...document.querySelectorAll('#answer li[data-match]')].map((row) => `${row.querySelector('a').href.match(/bugs.(.*).html/)[1]} ${row.dataset.match}`)",
      );
      assert.deepEqual(shown, matches, `page: ${symptom}`);
    }
    await page.close();
  });

  test('shows pasted markup as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> Error 1040';
    const page = await open(`search.html?symptom=${encodeURIComponent(hostile)}`);
    await page.locator('#answer[data-milliseconds]').waitFor();
    assert.equal(await page.locator('#answer img').count(), 0);
    await page.close();
  });

  test('compares any two releases as their own page does', async () => {
    const page = await open(`${PRODUCT}/changes/index.html?from=3.04.2&to=3.10.6`);
    await page.locator('#answer .lead').waitFor();
    const here = await page.locator('#answer .lead').textContent();
    await page.locator('[name=to]').selectOption('3.10.4');
    await page.locator('#answer .lead', { hasNotText: here ?? '' }).waitFor();
    await page.goto(pathToFileURL(path.join(site.folder, PRODUCT, 'changes/3.04.2-to-3.10.6.html')).href);
    assert.equal(await page.locator('.lead').textContent(), here);
    await page.close();
  });

  test('reports an unknown version in an address instead of an answer for another one', async () => {
    const answers: [string, string][] = [
      [`${PRODUCT}/changes/index.html?from=3.15.0&to=3.10.6`, 'The bugs of 3.15.0 are unknown'],
      ['bottlerocket/changes/index.html?from=1.16.0&to=1.99.0', 'The bugs of 1.99.0 are unknown'],
      [`search.html?version=${PRODUCT}%203.15.0&symptom=restart`, `“${PRODUCT} 3.15.0” are not listed here`],
    ];
    for (const [place, expected] of answers) {
      const page = await open(place);
      await page.locator('#answer p', { hasText: expected }).waitFor();
      assert.equal(await page.locator('#answer .lead, #answer ol').count(), 0, place);
      await page.close();
    }
    const page = await open(`${PRODUCT}/changes/index.html?from=3.15.0&to=3.10.6`);
    await page.locator('[name=from]').selectOption('3.04.2');
    await page.locator('#answer .lead').waitFor();
    await page.close();
  });

  test('filters the matrix by release to the bugs of that release', async () => {
    const catalogue = await loadCatalogue(null);
    const page = await open(`${PRODUCT}/matrix/3.html`);
    await page.locator('[name=version]').selectOption({ label: '3.04.2' });
    const { matches } = versionAnswer(catalogue, PRODUCT, '3.04.2', '2026-11-27');
    const count = matches.filter(isReported).length;
    assert.equal(await page.locator('table.matrix tbody tr:visible').count(), count);
    assert.match((await page.locator('output').textContent()) ?? '', new RegExp(`^${count} of `));
    await page.close();
  });
});

function symptoms(): string[] {
  const lines = readFileSync(path.join(ROOT, 'test/fixtures/symptoms/queries.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as { query: string }).query);
}
