/** `node scripts/snapshot/difference.ts FOLDER`: prints in Markdown what today's snapshot adds to the one in the folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue, wholeCatalogue } from '../../src/catalogue/index.ts';
import { catalogueOf, type OsSnapshotFile, type SnapshotFile } from '../../src/catalogue/snapshot/index.ts';
import { catalogueDifference } from './catalogue-difference.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the earlier snapshot.');

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as SnapshotFile | OsSnapshotFile);
const isOfEngine = (file: SnapshotFile | OsSnapshotFile): file is SnapshotFile => 'product' in file;
const engines = files.filter(isOfEngine).map((file) => ({ ...file, read: () => file }));
const systems = files.find((file) => !isOfEngine(file));
if (systems === undefined) throw new Error(`${folder} holds no snapshot.`);

const earlier = catalogueOf(engines, { ...systems, read: () => systems });
console.log(catalogueDifference(earlier, wholeCatalogue(await loadCatalogue(null))));
