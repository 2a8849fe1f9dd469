// eslint-disable-next-line no-restricted-imports -- a file of this program
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProductId } from '../../model/index.ts';
import type { SnapshotFile } from './format.ts';
import type { OsSnapshotFile } from './systems/os-format.ts';

/** Folders that may contain the files: beside a bundle or above it, from one of its entries or chunks. */
const FOLDERS = ['snapshot', '../snapshot', '../../snapshot', '.'];
const SYSTEMS = 'amazon-linux.json';
/** Notes of a product that only runs as a part of others. */
const UPSTREAM = 'postgresql.json';

/** File of an engine. Its contents are parsed on demand. */
export interface EngineFile extends Pick<SnapshotFile, 'product' | 'asOf'> {
  read: () => SnapshotFile;
}

export interface SnapshotFiles {
  engines: readonly EngineFile[];
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
  const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const read = (name: string): unknown => JSON.parse(textOf(name));
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && ![SYSTEMS, UPSTREAM].includes(name),
  );
  return Promise.resolve({
    engines: names.sort().map((name) => engineFile(textOf(name))),
    systems: read(SYSTEMS) as OsSnapshotFile,
    upstream: () => read(UPSTREAM) as SnapshotFile,
  });
}

/** Product and day, with which every file of an engine begins. */
const FILE_HEAD = /^\{\s*"format":\s*2,\s*"asOf":\s*"([^"]+)",\s*"product":\s*"([^"]+)"/;

function engineFile(text: string): EngineFile {
  const [, asOf, product] = FILE_HEAD.exec(text) ?? [];
  const read = (): SnapshotFile => JSON.parse(text) as SnapshotFile;
  return asOf === undefined ? { ...read(), read } : { product: product as ProductId, asOf, read };
}
