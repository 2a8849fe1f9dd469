/** Reason for not reading a file: above the size limit, or an error of the system. */
export type ReadRefusal = { kind: 'tooLarge' } | { kind: 'unreadable'; code: string };

/**
 * Identifies a file's content without reading it: size in bytes, times of modification and of the last inode change
 * (ms), inode, device. Inode and device differ if a renamed folder puts another file at the same path.
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

/** Properties of a path, following links. */
export interface FileFacts extends Pick<Entry, 'isFile' | 'isDirectory'> {
  /** Time of the last modification, in milliseconds since 1970. */
  readonly mtimeMs: number;
}

/** A file system: this machine's, or files that an editor in a browser has opened. Paths are absolute. */
export interface Disk {
  exists(absolute: string): boolean;
  /** @throws if the path is not a readable folder */
  list(folder: string): Entry[];
  /** @throws if the path does not exist */
  factsOf(absolute: string): FileFacts;
  /** Real path; null if it does not exist. */
  realPathOf(absolute: string): string | null;
  /** True for a symbolic link, even a broken one. */
  isLink(absolute: string): boolean;
  /**
   * Reads a regular file, following links. Refuses pipes and devices without blocking.
   * @param most maximum size in bytes
   * @param bufferOf allocates the memory
   * @param takeStamp receives the stamp, on disks that have stamps
   */
  read(
    absolute: string,
    most: number,
    bufferOf?: (size: number) => Buffer,
    takeStamp?: StampTaker,
  ): Buffer | ReadRefusal;
}
