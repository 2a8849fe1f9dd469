/** Why a file is not read: it is larger than the limit, or what the system said. */
export type Refused = { kind: 'tooLarge' } | { kind: 'unreadable'; code: string };

/**
 * What tells that a file was written to, without reading it: its size in bytes, when it and its entry were changed (ms). And
 * that it is another one: a folder that is renamed brings files of which only the place on the disk is new.
 */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number, device: number];

/** Is told what a file is like before any of it is read. */
export type StampTaker = (stamp: Stamp) => void;

/** What stands in a folder. */
export interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What stands at a path, through links. */
export interface FileFacts extends Pick<Entry, 'isFile' | 'isDirectory'> {
  /** When it was last written, in milliseconds since 1970. */
  readonly mtimeMs: number;
}

/**
 * All that reading code asks of where it is kept: of a disk, or of what an editor in a browser has opened. Paths are
 * absolute.
 */
export interface Disk {
  exists(absolute: string): boolean;
  /** @throws where it is no folder that can be listed */
  list(folder: string): Entry[];
  /** @throws where nothing is */
  factsOf(absolute: string): FileFacts;
  /** The same path without links; null where nothing is. */
  realOf(absolute: string): string | null;
  /** Whether a link stands there, wherever it leads. */
  isLink(absolute: string): boolean;
  /**
   * The bytes of a regular file, through links. A pipe or a device is refused without waiting for it.
   * @param most the largest size that is read, in bytes
   * @param bufferOf gives the memory that the bytes are written into
   * @param takeStamp is told nothing where there are no stamps
   */
  read(
    absolute: string,
    most: number,
    bufferOf?: (size: number) => Buffer,
    takeStamp?: StampTaker,
  ): Buffer | Refused;
}
