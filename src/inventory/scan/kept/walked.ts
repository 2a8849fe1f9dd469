import path from 'node:path';
import {
  isAsThen,
  isFile,
  isSettled,
  sha256,
  type Stamp,
  stampOf,
  writtenAbove,
  type WalkListener,
} from '../../../files/index.ts';
import type { ScanSubject } from './keep-options.ts';
import type { KeptWalk } from './layout.ts';

/** Folders of some file systems of Windows keep their time when files come and go. */
const FOLDERS_TELL = process.platform !== 'win32';

/** What a walk depended on, taken while it goes on. */
export class Walked implements WalkListener {
  /** By what the names of a folder's files begin with; null where its stamp says too little. */
  readonly #folders = new Map<string, Stamp | null>();
  readonly #ignoreFiles = new Map<string, Stamp | null>();
  readonly #looseLinks: string[] = [];

  onFolder(prefix: string, absolute: string): void {
    this.#folders.set(prefix, FOLDERS_TELL ? stampOf(absolute) : null);
  }

  onIgnoreFile(file: string, absolute: string): void {
    this.#ignoreFiles.set(file, stampOf(absolute));
  }

  onLooseLink(file: string): void {
    this.#looseLinks.push(file);
  }

  /** As it is kept. @param at when the walk began */
  kept(subject: ScanSubject, at: number): KeptWalk {
    const settled = (stamp: Stamp | null): Stamp | null =>
      stamp !== null && isSettled(stamp, at) ? stamp : null;
    return {
      folders: [...this.#folders].map(([prefix, stamp]) => [prefix, settled(stamp)]),
      ignoreFiles: [...this.#ignoreFiles].map(([file, stamp]) => [file, settled(stamp)]),
      looseLinks: this.#looseLinks,
      above: digestAbove(subject),
    };
  }
}

/** Whether a walk would name the same files as the one that was kept, as far as that can be told without walking. */
export function isWalkedAlike(walked: KeptWalk, subject: ScanSubject): boolean {
  const { folders, ignoreFiles, looseLinks, above } = walked;
  const isAlike = ([name, then]: readonly [string, Stamp | null]): boolean =>
    then !== null && isAsThen(`${subject.base}/${name}`, ...then);
  const isLoose = (link: string): boolean => !isFile(`${subject.base}/${link}`);
  if (folders.length === 0 || digestAbove(subject) !== above) return false;
  return ignoreFiles.every(isAlike) && looseLinks.every(isLoose) && folders.every(isAlike);
}

/** Of the ignore files above what is scanned. */
function digestAbove({ paths, ignoreFiles }: ScanSubject): string {
  return ignoreFiles ? sha256(JSON.stringify(paths.map((root) => writtenAbove(path.resolve(root))))) : '';
}
