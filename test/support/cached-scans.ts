import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FORMATS } from '../../src/inventory/formats/formats.ts';
import { scanWorkspace, type ScanOptions } from '../../src/inventory/index.ts';
import type { Inventory } from '../../src/model/index.ts';

/** A clock one hour after the test, so that fresh files count as settled. */
const LATER = 3_600_000;

export const RULES = 'rules of this test';

export interface CachedScan {
  inventory: Inventory;
  /** Searched files and read units of a scan. */
  looked: string[];
  read: string[];
}

/** Scans a folder with a cache, and returns the result with the files that were read. */
export async function scanWithCache(
  folder: string,
  cache: string,
  keep: Partial<ScanOptions['keep']> = {},
): Promise<CachedScan> {
  const looked = new Set<string>();
  const read: string[] = [];
  const formats = FORMATS.map((format) => ({
    ...format,
    refersTo: (file: string, latin1: string) => {
      looked.add(file);
      return format.refersTo?.(file, latin1) ?? [];
    },
    read: (unit: string, view: Parameters<typeof format.read>[1]) => {
      read.push(`${format.id} ${unit}`);
      return format.read(unit, view);
    },
  }));
  const options = { rules: RULES, now: () => Date.now() + LATER, ...keep };
  const inventory = await scanWorkspace([folder], { formats, keep: { folder: cache, ...options } });
  return { inventory, looked: [...looked].sort(), read: read.sort() };
}

/** Files with kept scans. */
export function cachedFiles(cache: string): string[] {
  const folder = path.join(cache, 'scans');
  return readdirSync(folder).map((name) => path.join(folder, name));
}

/** Changes the JSON in a cache in its own format, with valid digests. */
export function rewriteCache(cache: string, change: (part: never) => unknown): void {
  for (const file of cachedFiles(cache)) {
    const body = readFileSync(file, 'utf8').split('\n');
    const [rules] = JSON.parse(body.pop() ?? '') as string[];
    const forged = body.map((part) =>
      /^(?:[[{]|null$)/.test(part) ? JSON.stringify(change(JSON.parse(part) as never)) : part,
    );
    const digests = forged.map((part) => createHash('sha256').update(part).digest('base64url'));
    writeFileSync(file, [...forged, JSON.stringify([rules, ...digests])].join('\n'));
  }
}
