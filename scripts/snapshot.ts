/**
 * Writes the embedded snapshot: `npm run snapshot -- --docs-origin http://127.0.0.1:8080`, or `--docs-folder PATH`
 * for a folder with the paths of the documentation. It contains facts, digests and our own titles, but no sentence of
 * the vendor. `--as-of TIME` is the date of the pages, `--read-on PRODUCT=TIME` an earlier date for the pages of a
 * product. `--product ID` writes the file of one engine only.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildCatalogue } from '../src/catalogue/index.ts';
import { writtenTitle } from '../src/catalogue/merge/index.ts';
import { numberedTitle, withUpstreamTitles } from '../src/catalogue/upstream/upstream-titles.ts';
import { encodeOsSnapshot, encodeSnapshot } from '../src/catalogue/snapshot/index.ts';
import type { ProductId } from '../src/model/index.ts';
import { defaultProduct, isSystem, products } from '../src/products/index.ts';
import { composeTitle } from './titles/compose-title.ts';
import { serveFolder } from './lib/serve-folder.ts';
import { readTitles } from './titles/titles.ts';

const FOLDER = path.resolve(import.meta.dirname, '../src/catalogue/snapshot');

const { values } = parseArgs({
  options: {
    'docs-origin': { type: 'string' },
    'docs-folder': { type: 'string' },
    'as-of': { type: 'string' },
    'read-on': { type: 'string', multiple: true },
    product: { type: 'string' },
  },
});
const docsServer = values['docs-folder'] === undefined ? null : await serveFolder(values['docs-folder']);
const origin = docsServer?.origin ?? values['docs-origin'];

const titles = readTitles();
const catalogue = await buildCatalogue({ docsOrigin: origin, titles });
await docsServer?.close();
for (const { source, text } of catalogue.problems) console.warn(source, text.key, JSON.stringify(text.args));

const asOf = values['as-of'] ?? catalogue.asOf;
const readOn: Record<string, string> = Object.fromEntries(
  (values['read-on'] ?? []).map((each) => {
    const [product = '', time = ''] = each.split('=', 2);
    return [product, time];
  }),
);

const files = new Map<string, { releases: readonly unknown[] }>();
/** Embeds only titles in our own words: the catalogue's own are cut from the vendor's text. */
const productsToWrite = products().filter(
  ({ id, notes }) => notes !== null && !isSystem(id) && (values.product ?? id) === id,
);
const titledBugs = withUpstreamTitles(
  catalogue.bugs.map((bug) => {
    const digests = [bug.id, ...bug.aliases, ...bug.listings.map(({ digest }) => digest)];
    const written = writtenTitle(digests, bug.consequences, titles);
    return { ...bug, ...(written === undefined ? composeTitle(bug) : numberedTitle(bug.cves, written)) };
  }),
);
for (const { id } of productsToWrite) {
  const isOwn = ({ product }: { product: ProductId }): boolean => product === id;
  const bugs = titledBugs.filter(isOwn);
  const own = {
    releases: catalogue.releases.filter(isOwn),
    support: catalogue.support.filter(isOwn),
    // Only one product's guide has such a table.
    cveDifferences: id === defaultProduct() ? catalogue.cveDifferences : [],
  };
  files.set(`${id}.json`, encodeSnapshot({ ...catalogue, asOf: readOn[id] ?? asOf, bugs, ...own }));
}
if (values.product === undefined)
  files.set('amazon-linux.json', encodeOsSnapshot({ ...catalogue, asOf, readOn }));

const empty = [...files].filter(([, { releases }]) => releases.length === 0).map(([name]) => name);
if (empty.length > 0) {
  const place = values['docs-folder'] ?? origin ?? 'the vendor';
  console.error(`No release for ${empty.join(', ')} was found at ${place}: nothing is written.`);
  process.exit(1);
}
for (const [name, file] of files) writeSnapshot(name, file);

function writeSnapshot(name: string, file: { releases: readonly unknown[] }): void {
  const json = `{${Object.entries(file)
    .map(([key, value]) => `\n${JSON.stringify(key)}:${jsonRows(value)}`)
    .join(',')}\n}\n`;
  writeFileSync(path.join(FOLDER, name), json);
  console.log(`${name}: ${file.releases.length} releases, ${(json.length / 1024).toFixed(0)} KB`);
}

/** JSON with one row per line, for readable differences between snapshots. */
function jsonRows(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
