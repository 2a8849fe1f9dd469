/**
 * Writes the embedded snapshot: `npm run snapshot -- --docs-origin http://127.0.0.1:8080`, or `--docs-folder PATH` for a
 * folder that mirrors the documentation's paths. Facts, digests and our own titles; no vendor sentence.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildCatalogue } from '../src/catalogue/index.ts';
import { encodeSnapshot } from '../src/catalogue/snapshot/index.ts';
import { composeTitle } from './lib/compose-title.ts';
import { serveFolder } from './lib/serve-folder.ts';
import { readTitles } from './lib/titles.ts';

const TARGET = path.resolve(import.meta.dirname, '../src/catalogue/snapshot/aurora-mysql.json');

const { values } = parseArgs({
  options: {
    'docs-origin': { type: 'string' },
    'docs-folder': { type: 'string' },
    'as-of': { type: 'string' },
  },
});
const served = values['docs-folder'] === undefined ? null : await serveFolder(values['docs-folder']);
const origin = served?.origin ?? values['docs-origin'];

const titles = readTitles();
const catalogue = await buildCatalogue({ docsOrigin: origin, titles });
await served?.close();
for (const { source, text } of catalogue.problems) console.warn(source, text.key, JSON.stringify(text.args));

/** Only titles in our own words are embedded: the catalogue's own are cut from the vendor's text. */
const bugs = catalogue.bugs.map((bug) => {
  const written = bug.listings.map(({ digest }) => titles.get(digest)).find((title) => title !== undefined);
  return { ...bug, title: written ?? composeTitle(bug) };
});

const file = encodeSnapshot({ ...catalogue, bugs, asOf: values['as-of'] ?? catalogue.asOf });
const json = `{${Object.entries(file)
  .map(([key, value]) => `\n${JSON.stringify(key)}:${rows(value)}`)
  .join(',')}\n}\n`;
writeFileSync(TARGET, json);
console.log(
  `${catalogue.releases.length} releases, ${catalogue.bugs.length} bugs, ${(json.length / 1024).toFixed(0)} KB`,
);

/** One row a line, so that a difference between two snapshots can be read. */
function rows(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
