// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SnapshotFile } from './format.ts';
import type { OsSnapshotFile } from './systems/os-format.ts';

/** Folders of a bundle that may contain the files: beside its entries, which may be one folder above its chunks. */
const FOLDERS = ['snapshot', '../snapshot', '.'];
const SYSTEMS = 'amazon-linux.json';
/** Notes of a product that exists only inside others. */
const UPSTREAM = 'postgresql.json';

export interface SnapshotFiles {
  engines: readonly SnapshotFile[];
  systems: OsSnapshotFile;
  /** Reads the file of that product, on demand. */
  upstream: () => SnapshotFile;
}

/**
 * Reads the snapshot's files, one for each engine and one for all systems; as modules they would stay in memory. A
 * bundle for browsers has another way to its files.
 */
export function readSnapshotFiles(): Promise<SnapshotFiles> {
  const folders = FOLDERS.map((folder) => path.join(import.meta.dirname, folder));
  const folder = folders.find((each) => existsSync(path.join(each, SYSTEMS))) ?? import.meta.dirname;
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && ![SYSTEMS, UPSTREAM].includes(name),
  );
  return Promise.resolve({
    engines: names.sort().map((name) => read(name) as SnapshotFile),
    systems: read(SYSTEMS) as OsSnapshotFile,
    upstream: () => read(UPSTREAM) as SnapshotFile,
  });
}
