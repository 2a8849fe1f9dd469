import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readTitles, ENGINES_WITH_TITLES } from '../../../scripts/titles/titles.ts';
import { partsOf, runsOf, runsOfPages } from '../../../scripts/titles/vendor-words.ts';
import { faultsOf, MAX_COPIED_WORDS, reportTitles } from '../../../scripts/titles/report.ts';
import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import { wholeCatalogue } from '../../../src/catalogue/upstream/upstream.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const PAGES = sharedPath('docs-mirror/docs.aws.amazon.com');
const COMMUNITY = sharedPath('docs-mirror/www.postgresql.org');
const SNAPSHOTS = path.resolve(import.meta.dirname, '../../../src/catalogue/snapshot');
const SNAPSHOT_FILES = readdirSync(SNAPSHOTS).filter((file) => file.endsWith('.json'));
/** Number of equal words in a row that make a sentence of the vendor instead of a name. */
const SENTENCE = 8;
/** Number of equal words in a row that make a quotation, with names split into parts. */
const QUOTATION = 11;

test('no title repeats words of the vendor', { skip: needsShared }, async () => {
  const { bugs } = wholeCatalogue(await loadSnapshot());
  const ofVendor = runsOfPages(PAGES, MAX_COPIED_WORDS + 1);
  const ofCommunity = runsOfPages(COMMUNITY, MAX_COPIED_WORDS + 1);
  for (const { product, file } of ENGINES_WITH_TITLES) {
    const own = bugs.filter((bug) => bug.product === product);
    const pages = product === 'postgresql' ? ofCommunity : ofVendor;
    const report = reportTitles(readTitles(file), own, pages, readTitles());
    assert.deepEqual(report.copied, []);
    assert.deepEqual(faultsOf(report), []);
  }
});

test('no snapshot contains a sentence of the vendor', { skip: needsShared }, () => {
  const runs = runsOfPages(PAGES, SENTENCE);
  assert.ok(runs.size > 50_000, 'the pages were read');
  for (const name of SNAPSHOT_FILES)
    assert.deepEqual(
      copiedIn(name, (text) => runsOf(text, SENTENCE), runs),
      [],
      name,
    );
});

test('no snapshot quotes an upstream note, even with names split into parts', { skip: needsShared }, () => {
  const runs = runsOfPages(COMMUNITY, QUOTATION, partsOf);
  assert.ok(runs.size > 50_000, 'the pages were read');
  for (const name of SNAPSHOT_FILES)
    assert.deepEqual(
      copiedIn(name, (text) => runsOf(text, QUOTATION, partsOf), runs),
      [],
      name,
    );
});

/** Runs of words in a snapshot that the pages also contain. */
function copiedIn(name: string, runsIn: (text: string) => string[], pages: ReadonlySet<string>): string[] {
  const copied: string[] = [];
  JSON.parse(readFileSync(path.join(SNAPSHOTS, name), 'utf8'), (_, value: unknown) => {
    // A text without blanks is a name or a version.
    if (typeof value === 'string' && value.includes(' '))
      copied.push(...runsIn(value).filter((run) => pages.has(run)));
    return value;
  });
  return copied;
}
