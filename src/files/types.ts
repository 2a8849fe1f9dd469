/** Reason for not reading a file: above the size limit, or an error of the system. */
export type ReadRefusal = { kind: 'tooLarge' } | { kind: 'unreadable'; code: string };

/**
 * Identity of a file's content without reading it: size in bytes, times of the last change of the file and of its entry
 * (ms), inode and device. The last two show that a path names another file after a folder was renamed.
 */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number, device: number];

/** Receives the stamp of a file before it is read. */
export type StampTaker = (stamp: Stamp) => void;

/** An entry of a folder. */
export interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** Facts about a path, through links. */
export interface FileFacts extends Pick<Entry, 'isFile' | 'isDirectory'> {
  /** Time of the last change, in milliseconds since 1970. */
  readonly mtimeMs: number;
}

/** Access to files on a disk, or to files that an editor in a browser has opened. Paths are absolute. */
export interface Disk {
  exists(absolute: string): boolean;
  /** @throws if it is no readable folder */
  list(folder: string): Entry[];
  /** @throws if it does not exist */
  factsOf(absolute: string): FileFacts;
  /** The path without links; null if it does not exist. */
  realOf(absolute: string): string | null;
  /** True for a link, wherever it leads. */
  isLink(absolute: string): boolean;
  /**
   * Bytes of a regular file, through links. Refuses pipes and devices without waiting.
   * @param most largest size to read, in bytes
   * @param bufferOf returns memory for the bytes
   * @param takeStamp is not called if there are no stamps
   */
  read(
    absolute: string,
    most: number,
    bufferOf?: (size: number) => Buffer,
    takeStamp?: StampTaker,
  ): Buffer | ReadRefusal;
}
