import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readTitles, TITLED } from '../../scripts/lib/titles.ts';
import { runsOf, runsOfPages } from '../../scripts/lib/vendor-words.ts';
import { faultsOf, LONGEST_RUN, reportTitles } from '../../scripts/titles/report.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import { needsShared, sharedPath } from '../support/shared.ts';

const PAGES = sharedPath('docs-mirror/docs.aws.amazon.com');
const SNAPSHOTS = path.resolve(import.meta.dirname, '../../src/catalogue/snapshot');
/** So many words in a row are a sentence of the vendor's, not a name. */
const SENTENCE = 8;

test('no title repeats the vendor’s words', { skip: needsShared }, async () => {
  const { bugs } = await loadSnapshot();
  const pages = runsOfPages(PAGES, LONGEST_RUN + 1);
  for (const { product, file } of TITLED) {
    const own = bugs.filter((bug) => bug.product === product);
    const report = reportTitles(readTitles(file), own, pages, readTitles());
    assert.deepEqual(report.copied, []);
    assert.deepEqual(faultsOf(report), []);
  }
});

test('the snapshots hold no sentence of the vendor', { skip: needsShared }, () => {
  const runs = runsOfPages(PAGES, SENTENCE);
  assert.ok(runs.size > 50_000, 'the pages were read');
  for (const name of readdirSync(SNAPSHOTS).filter((file) => file.endsWith('.json'))) {
    const copied: string[] = [];
    JSON.parse(readFileSync(path.join(SNAPSHOTS, name), 'utf8'), (_, value: unknown) => {
      // What has no blank is a name or a version.
      if (typeof value !== 'string' || !value.includes(' ')) return value;
      copied.push(...runsOf(value, SENTENCE).filter((run) => runs.has(run)));
      return value;
    });
    assert.deepEqual(copied, [], name);
  }
});
