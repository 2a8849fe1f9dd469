import type { Problem } from '../../model/index.ts';
import type { SourceFile } from './draft.ts';
import type { Format } from './format.ts';
import { checked, decode, readBytes } from './read-file.ts';
import type { WalkedFile } from './walk.ts';

/** What a scan knows of a file without parsing it. */
interface KnownFile {
  absolute: string;
  formats: readonly Format[];
  /** The formats of which the file contains a needle. */
  matching: ReadonlySet<Format>;
  /** Units that the file pulls in, by format. */
  refersTo: ReadonlyMap<Format, readonly string[]>;
  problem: Problem | null;
  /** Kept while somebody may read it again: files without needles are read from the disk when a module needs them. */
  source: SourceFile | null;
  isOpen: boolean;
}

const needles = new WeakMap<Format, readonly Buffer[]>();

/** The scanned files: which formats they may matter to, and their text. */
export class ScannedFiles {
  private readonly formats: readonly Format[];
  private readonly files = new Map<string, KnownFile>();
  private readonly folders = new Map<string, Set<string>>();

  constructor(formats: readonly Format[]) {
    this.formats = formats;
  }

  get size(): number {
    return this.files.size;
  }

  entries(): Iterable<[file: string, known: Readonly<KnownFile>]> {
    return this.files;
  }

  get(file: string): Readonly<KnownFile> | undefined {
    return this.files.get(file);
  }

  /** Names directly in a folder, sorted. */
  list(folder: string): readonly string[] {
    return [...(this.folders.get(folder) ?? [])].sort();
  }

  isClaimed(file: string): boolean {
    return this.formats.some((format) => format.claims(file));
  }

  /** Reads a file from the disk and notes what it may matter to. */
  addFromDisk({ file, absolute }: WalkedFile): void {
    const bytes = readBytes(absolute, file);
    this.add(file, absolute, bytes, null);
  }

  /** Takes the text of a document that is open in the editor. */
  addOpen(file: string, absolute: string, content: string): void {
    const source = { file, text: content.replace(/^\uFEFF/, '') };
    this.add(file, absolute, checked(Buffer.from(content), file), source);
  }

  remove(file: string): void {
    this.files.delete(file);
    this.folders.get(folderOf(file))?.delete(file);
  }

  /** The text of a file; null when it is not scanned or cannot be read. */
  read(file: string): SourceFile | null {
    const known = this.files.get(file);
    if (known === undefined || known.problem !== null) return null;
    if (known.source === null) {
      const bytes = readBytes(known.absolute, file);
      if (!Buffer.isBuffer(bytes)) {
        known.problem = bytes;
        return null;
      }
      known.source = { file, text: decode(bytes) };
    }
    return known.source;
  }

  private add(file: string, absolute: string, bytes: Buffer | Problem, open: SourceFile | null): void {
    const formats = this.formats.filter((format) => format.claims(file));
    const isRead = Buffer.isBuffer(bytes);
    const matching = new Set(isRead ? formats.filter((format) => containsNeedle(format, bytes)) : []);
    const refersTo = new Map<Format, readonly string[]>();
    for (const format of isRead ? formats : []) {
      const units = format.refersTo?.(file, bytes as Buffer) ?? [];
      if (units.length > 0) refersTo.set(format, units);
    }
    const source = open ?? (isRead && matching.size > 0 ? { file, text: decode(bytes) } : null);
    const problem = isRead ? null : bytes;
    this.files.set(file, { absolute, formats, matching, refersTo, problem, source, isOpen: open !== null });
    const folder = folderOf(file);
    const siblings = this.folders.get(folder);
    if (siblings === undefined) this.folders.set(folder, new Set([file]));
    else siblings.add(file);
  }
}

function containsNeedle(format: Format, bytes: Buffer): boolean {
  let buffers = needles.get(format);
  if (buffers === undefined) {
    buffers = format.needles.map((needle) => Buffer.from(needle));
    needles.set(format, buffers);
  }
  return buffers.some((needle) => bytes.includes(needle));
}

export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}
