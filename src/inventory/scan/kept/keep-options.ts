import path from 'node:path';
import { LineStore } from '../../../files/index.ts';
import { RULES } from '../../../model/index.ts';

/** Where scans are kept, so that the next one reads only what has changed. */
export interface KeepOptions {
  folder: string;
  /** For tests: what stands for the digest of the code. */
  rules?: string;
  /** For tests: milliseconds since 1970. */
  now?: () => number;
}

/** What is scanned: another subject is another scan. */
export interface ScanSubject {
  /** Absolute: what files are named relative to. */
  base: string;
  paths: readonly string[];
  ignoreFiles: boolean;
}

/** Where a scan of a subject is kept; null where none are. */
export function openStore(
  keep: KeepOptions | undefined,
  { base, paths, ignoreFiles }: ScanSubject,
): LineStore | null {
  const rules = keep?.rules ?? RULES;
  if (keep === undefined || rules === null) return null;
  return new LineStore(path.join(keep.folder, 'scans'), JSON.stringify([base, paths, ignoreFiles]), rules);
}
