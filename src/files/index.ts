/** Access to files: walks folders by ignore rules, reads regular files within limits, and caches lines. */
export { flushCompileCache, enableCompileCache, compileCacheEnvironment } from './compile-cache.ts';
export { confinedDisk } from './disk/confined-disk.ts';
export { disk } from './disk/disk.ts';
export {
  isNumber,
  isString,
  listOf,
  oneOf,
  orNull,
  pairOf,
  parseJson,
  recordOf,
  objectOf,
  type Guard,
} from './guards.ts';
export { isIgnoreFile, repositoryRoot } from './walk/ignore-rules.ts';
export { absoluteOf, folderOf, isInside, isOutside } from './paths.ts';
export { jsonLine, LineStore, sha256 } from './line-store.ts';
export { modifiedAt } from './disk/modified-at.ts';
export { isExcludedFile, isExcludedFolder } from './walk/excluded-names.ts';
export { isGeneratedText } from './generated-text.ts';
export { readRegularFile } from './disk/regular-file.ts';
export { isSameStamp, isSettled, SharedStamps, STAMP_LENGTH, stampOf } from './disk/stamp.ts';
export { textOfRegularFile } from './disk/regular-file-text.ts';
export type { Disk, Entry, FileFacts, Stamp, StampTaker } from './disk/types.ts';
export { commonBaseFolder, isFile, wouldBeWalked, walk, type WalkedFile } from './walk/walk.ts';
export { unreadableProblem } from './walk/unreadable.ts';
