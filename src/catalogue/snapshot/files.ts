// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SnapshotFile } from './format.ts';
import type { OsSnapshotFile } from './os-format.ts';

/** Where a bundle keeps the files: beside its entries, which may be one folder above its chunks. */
const FOLDERS = ['snapshot', '../snapshot', '.'];

export interface SnapshotFiles {
  engines: readonly SnapshotFile[];
  systems: OsSnapshotFile;
}

/**
 * The files of the snapshot, for one who decodes them: in a module they would stay in memory for good. A bundle for browsers
 * has another way to its files.
 */
export function readSnapshotFiles(): Promise<SnapshotFiles> {
  const engines = ['mysql', 'postgresql'].map((name) => read(name) as SnapshotFile);
  return Promise.resolve({ engines, systems: read('amazon-linux') as OsSnapshotFile });
}

function read(name: string): unknown {
  const places = FOLDERS.map((folder) => path.join(import.meta.dirname, folder, `${name}.json`));
  return JSON.parse(readFileSync(places.find((place) => existsSync(place)) ?? places[0] ?? '', 'utf8'));
}
