import path from 'node:path';
import type { Inventory, Problem } from '../../../model/index.ts';
import { isClaimed } from '../../formats/claims.ts';
import { walk } from '../walk.ts';
import { filesOfStamps } from './stamps.ts';
import { openStore, type KeepOptions, type ScanSubject } from './keep-options.ts';
import { KeptLines } from './layout.ts';
import { isSame, stampOf } from './stamp.ts';

/**
 * What an earlier scan found, where every file is as it was then. Files are only listed, and asked for their sizes and times,
 * as far as the first that is not: no format is loaded for it.
 */
export function unchangedInventory(keep: KeepOptions | undefined, subject: ScanSubject): Inventory | null {
  const body = openStore(keep, subject)?.load() ?? null;
  if (body === null) return null;
  const lines = new KeptLines(body);
  const kept = lines.isWhole ? lines.stamps() : null;
  if (kept === null) return null;
  const before = filesOfStamps(kept);
  const { base, paths, ignoreFiles } = subject;
  const unread: Problem[] = [];
  const report = (problem: Problem): void => void unread.push(problem);
  let count = 0;
  for (const { file, absolute } of walk(paths, { base, isWanted: isClaimed, ignoreFiles, report })) {
    const then = before.get(file);
    const now = then === undefined ? null : stampOf(absolute);
    if (then === undefined || now === null || !isSame(now, then)) return null;
    count++;
  }
  if (unread.length > 0 || count !== before.size) return null;
  const beside = new Map(kept.beside);
  for (const [file, then] of beside) {
    const now = stampOf(path.join(base, file));
    if (now === null || then === null ? now !== then : !isSame(now, then)) return null;
  }
  return lines.inventory((file) => before.has(file) || beside.has(file));
}
