import path from 'node:path';
import { LineStore } from '../../../files/index.ts';
import { RULES } from '../../../model/index.ts';

/** Store of scans, so that the next one reads only changed files. */
export interface KeepOptions {
  folder: string;
  /** For tests: replaces the digest of the code. */
  rules?: string;
  /** For tests: milliseconds since 1970. */
  now?: () => number;
}

/** Folders and options that identify a scan in the store. */
export interface ScanSubject {
  /** Absolute folder that file names are relative to. */
  base: string;
  paths: readonly string[];
  ignoreFiles: boolean;
}

/** Store for the scans of a subject; null if scans are not kept. */
export function openStore(
  keep: KeepOptions | undefined,
  { base, paths, ignoreFiles }: ScanSubject,
): LineStore | null {
  const rules = keep?.rules ?? RULES;
  if (keep === undefined || rules === null) return null;
  return new LineStore(path.join(keep.folder, 'scans'), JSON.stringify([base, paths, ignoreFiles]), rules);
}
