import path from 'node:path';
import type { Inventory, Problem } from '../../../model/index.ts';
import { isClaimed } from '../../formats/claims.ts';
import { isAsThen, isSameStamp, STAMP_LENGTH, stampOf, walk } from '../../../files/index.ts';
import { eachStamp, namesIn } from './stamps.ts';
import { openStore, type KeepOptions, type ScanSubject } from './keep-options.ts';
import { KeptLines, type KeptStamps } from './layout.ts';
import { isWalkedAlike, Walked } from './walked.ts';

/**
 * What an earlier scan found, where every file is as it was then. Files are only asked for their sizes and times, as
 * far as the first that is not, and folders are listed only where one of them has changed: no format is loaded for it.
 * Beside it stand the other files that it depends on.
 */
export function knownScan(
  keep: KeepOptions | undefined,
  subject: ScanSubject,
): { inventory: Inventory; named: readonly string[] } | null {
  const at = (keep?.now ?? Date.now)();
  const store = openStore(keep, subject);
  const lines = store === null ? null : KeptLines.load(store);
  const kept = lines?.isWhole === true ? lines.stamps() : null;
  if (store === null || lines === null || kept === null) return null;
  const isAlike = isWalkedAlike(kept.walk, subject);
  if (!areSame(kept, subject.base)) return null;
  const known = new Set<string>();
  for (const [file] of eachStamp(kept.files)) known.add(file);
  const walked = new Walked();
  if (!isAlike && !namesTheSame(known, subject, walked)) return null;
  const beside = new Map(kept.beside);
  const inventory = lines.inventory((file) => known.has(file) || beside.has(file));
  // So that the next time nothing has to be listed.
  if (!isAlike && inventory !== null) lines.saveWith(store, { ...kept, walk: walked.kept(subject, at) });
  return inventory && { inventory, named: [...beside.keys()] };
}

/** The digest of what an earlier scan found, and files beside the scanned ones that it depends on. */
export interface KnownFiles {
  digest: string;
  named: readonly string[];
}

/** Null where a file or a folder has changed since then. */
export function knownFiles(keep: KeepOptions | undefined, subject: ScanSubject): KnownFiles | null {
  const store = openStore(keep, subject);
  const lines = store === null ? null : KeptLines.load(store);
  const kept = lines?.isWhole === true ? lines.stamps() : null;
  if (lines === null || kept === null || !isWalkedAlike(kept.walk, subject)) return null;
  if (!areSame(kept, subject.base)) return null;
  return { digest: lines.digest, named: kept.beside.map(([file]) => file) };
}

/** Whether all files are as they were. This is most of the work of a scan that finds nothing new. */
function areSame({ files, beside }: KeptStamps, base: string): boolean {
  for (const [folder, names, numbers] of files) {
    const inFolder = `${base}/${folder}`;
    let nth = 0;
    for (const name of namesIn(names)) {
      if (!isAsThen(inFolder + name, ...numbers.slice(nth, nth + STAMP_LENGTH))) return false;
      nth += STAMP_LENGTH;
    }
  }
  return beside.every(([file, then]) => {
    const now = stampOf(path.join(base, file));
    return now === null || then === null ? now === then : isSameStamp(now, then);
  });
}

/** Whether there are the same files. */
function namesTheSame(known: ReadonlySet<string>, subject: ScanSubject, listener: Walked): boolean {
  const { base, paths, ignoreFiles } = subject;
  const unread: Problem[] = [];
  const report = (problem: Problem): void => void unread.push(problem);
  let count = 0;
  for (const { file } of walk(paths, { base, isWanted: isClaimed, ignoreFiles, report, listener })) {
    if (!known.has(file)) return false;
    count++;
  }
  return unread.length === 0 && count === known.size;
}
