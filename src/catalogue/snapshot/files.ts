// eslint-disable-next-line no-restricted-imports -- a file of this program
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
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

/** File of all systems. Its contents are parsed on demand. */
export interface SystemsFile extends Pick<OsSnapshotFile, 'asOf' | 'readOn'> {
  read: () => OsSnapshotFile;
}

export interface SnapshotFiles {
  engines: readonly EngineFile[];
  systems: SystemsFile;
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
  const pathOf = (name: string): string => path.join(folder, name);
  const read = (name: string): unknown => JSON.parse(readFileSync(pathOf(name), 'utf8'));
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && ![SYSTEMS, UPSTREAM].includes(name),
  );
  return Promise.resolve({
    engines: names.sort().map((name) => engineFile(headOf(pathOf(name)), () => read(name) as SnapshotFile)),
    systems: systemsFile(headOf(pathOf(SYSTEMS)), () => read(SYSTEMS) as OsSnapshotFile),
    upstream: () => read(UPSTREAM) as SnapshotFile,
  });
}

/** Length of the beginning of a file that has its facts, in bytes. */
const HEAD_BYTES = 1024;

/** Day and product, with which every file of an engine begins. */
const ENGINE_HEAD = /^\{\s*"format":\s*3,\s*"asOf":\s*"([^"]+)",\s*"product":\s*"([^"]+)"/;
/** Day, and days of products that were read on another one, with which the file of the systems begins. */
const SYSTEMS_HEAD = /^\{\s*"format":\s*1,\s*"asOf":\s*"([^"]+)",\s*"readOn":\s*(\{[^{}]*\})/;

function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const opened = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(opened);
  }
}

function engineFile(head: string, read: () => SnapshotFile): EngineFile {
  const [, asOf, product] = ENGINE_HEAD.exec(head) ?? [];
  return asOf === undefined ? { ...read(), read } : { product: product as ProductId, asOf, read };
}

function systemsFile(head: string, read: () => OsSnapshotFile): SystemsFile {
  const [, asOf, readOn = ''] = SYSTEMS_HEAD.exec(head) ?? [];
  if (asOf === undefined) return { ...read(), read };
  return { asOf, readOn: JSON.parse(readOn) as Record<string, string>, read };
}
