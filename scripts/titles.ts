/**
 * Reports on the titles in our own words (`npm run catalogue:titles`): coverage, omitted consequences, length,
 * duplicates and, with `-- --docs-folder PATH` for a folder of the vendor's pages, copied runs of words. Exits with 1
 * if they have faults.
 */
import { parseArgs } from 'node:util';
import { loadSnapshot } from '../src/catalogue/snapshot/index.ts';
import { wholeCatalogue } from '../src/catalogue/upstream/upstream.ts';
import type { WrittenTitle } from '../src/catalogue/merge/index.ts';
import { productName } from '../src/products/index.ts';
import { readTitles, ENGINES_WITH_TITLES } from './titles/titles.ts';
import { runsOfPages } from './titles/vendor-words.ts';
import { faultsOf, MAX_COPIED_WORDS, reportTitles, type TitleReport } from './titles/report.ts';

const { values } = parseArgs({ options: { 'docs-folder': { type: 'string' } } });
const folder = values['docs-folder'];
const vendorRuns = folder === undefined ? null : runsOfPages(folder, MAX_COPIED_WORDS + 1);
const { bugs } = wholeCatalogue(await loadSnapshot());

for (const { product, file } of ENGINES_WITH_TITLES) {
  const own = bugs.filter((bug) => bug.product === product);
  const titles = readTitles(file);
  const report = reportTitles(titles, own, vendorRuns, readTitles());
  print(productName(product), titles, report);
  for (const fault of faultsOf(report)) {
    console.error(`not good enough: ${fault}`);
    process.exitCode = 1;
  }
}

function print(name: string, titles: ReadonlyMap<string, WrittenTitle>, report: TitleReport): void {
  const { tooLong, duplicates, listedTwice, unused, untitled, understated: softened, copied } = report;
  console.log(
    [
      `${name}: ${titles.size} titles for ${report.bugs} bugs and ${report.cves} CVEs; ` +
        `${report.numbered} CVEs have only their number`,
      `in Japanese too: ${report.inJapanese}`,
      `without a title: ${untitled.length}`,
      ...untitled.map(
        ({ id, severity, listings }) => `  untitled: ${id} (${severity}, ${listings[0]?.version ?? ''})`,
      ),
      `hide the worst: ${softened.length}`,
      ...softened.map(({ id, title, consequences }) => `  ${id} (${consequences.join(', ')}): ${title}`),
      `longest: ${Math.max(...[...titles.values()].map(({ en }) => en.length))} characters`,
      ...tooLong.map((title) => `  too long: ${title}`),
      `duplicates: ${duplicates.length}, and ${listedTwice.length} of fixes that one release lists twice`,
      ...duplicates.map((those) => `  ${those.map(({ id }) => id).join(', ')}: ${those[0]?.title ?? ''}`),
      ...unused.map((digest) => `  of no bug: ${digest}`),
      copied === null
        ? "left out: runs of the vendor's words (give its pages with --docs-folder)"
        : `titles with more than ${MAX_COPIED_WORDS} of the vendor's words in a row: ${copied.length}`,
      ...(copied ?? []).map(({ title, run }) => `  “${run}” in: ${title}`),
    ].join('\n'),
  );
}
