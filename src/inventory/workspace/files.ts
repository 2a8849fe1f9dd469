import path from 'node:path';
import type { Problem, Suppression } from '../../model/index.ts';
import { Parts } from './document/yaml-parts.ts';
import type { SourceFile } from './draft.ts';
import type { Format } from './format.ts';
import { checked, decode, readBytes } from './read-file.ts';
import { readSuppressions, SUPPRESSION_KEYWORD } from './suppressions.ts';
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
  suppressions: readonly Suppression[];
  /** Kept while somebody may read it again: files without needles are read from the disk when a module needs them. */
  source: SourceFile | null;
  isOpen: boolean;
}

interface Folder {
  files: Set<string>;
  folders: Set<string>;
  /** The files in order; null after a change. */
  sorted: readonly string[] | null;
}

const patterns = new WeakMap<Format, RegExp>();

/** The scanned files: which formats they may matter to, and their text. */
export class ScannedFiles {
  private readonly formats: readonly Format[];
  private readonly base: string;
  private readonly files = new Map<string, KnownFile>();
  private readonly inFolders = new Map<string, Folder>();
  private readonly named = new Map<string, SourceFile | null>();
  private readonly telling = new Set<string>();
  private changes = 0;

  constructor(formats: readonly Format[], base: string) {
    this.formats = formats;
    this.base = base;
  }

  get size(): number {
    return this.files.size;
  }

  /** Changes whenever a file comes, goes, or may matter to something else than before. */
  get version(): number {
    return this.changes;
  }

  problems(): Problem[] {
    return [...this.telling].flatMap((file) => this.files.get(file)?.problem ?? []);
  }

  suppressions(): Suppression[] {
    return [...this.telling].flatMap((file) => this.files.get(file)?.suppressions ?? []);
  }

  entries(): Iterable<[file: string, known: Readonly<KnownFile>]> {
    return this.files;
  }

  get(file: string): Readonly<KnownFile> | undefined {
    return this.files.get(file);
  }

  /** Files directly in a folder, sorted. */
  list(folder: string): readonly string[] {
    const known = this.inFolders.get(folder);
    if (known === undefined) return [];
    known.sorted ??= [...known.files].sort();
    return known.sorted;
  }

  /** Folders directly in a folder, sorted. */
  folders(folder: string): readonly string[] {
    return [...(this.inFolders.get(folder)?.folders ?? [])].sort();
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
    const parts = this.files.get(file)?.source?.parts ?? new Parts();
    const source = { file, text: content.replace(/^\uFEFF/, ''), parts: parts.renew() };
    this.add(file, absolute, checked(Buffer.from(content), file), source);
  }

  /** Loads what the formats need to read the files that matter to them: all, or some. */
  async prepare(some?: Iterable<string>): Promise<void> {
    for (const format of this.formats) {
      if (format.prepare === undefined) continue;
      const files = [...(some ?? this.files.keys())].filter((file) =>
        this.files.get(file)?.matching.has(format),
      );
      if (files.length > 0) await format.prepare(files);
    }
  }

  /** Lets go of texts that can be read again: a scan reads more than an editor will ask for. */
  release(): void {
    for (const known of this.files.values()) if (!known.isOpen) known.source = null;
    this.named.clear();
  }

  remove(file: string): void {
    this.files.delete(file);
    this.telling.delete(file);
    this.changes++;
    const folder = this.inFolders.get(folderOf(file));
    if (folder === undefined) return;
    folder.files.delete(file);
    folder.sorted = null;
  }

  /** A file that no format claims and that code names; the next call after `forget` reads it again. */
  readNamed(file: string): SourceFile | null {
    if (this.files.has(file)) return this.read(file);
    const before = this.named.get(file);
    if (before !== undefined) return before;
    const bytes = isOutside(file) ? null : readBytes(path.join(this.base, file), file);
    const source = bytes !== null && Buffer.isBuffer(bytes) ? { file, text: decode(bytes) } : null;
    this.named.set(file, source);
    return source;
  }

  forget(file: string): void {
    this.named.delete(file);
  }

  /** The text of a file; null when it is not scanned or cannot be read. */
  read(file: string): SourceFile | null {
    const known = this.files.get(file);
    if (known === undefined || known.problem !== null) return null;
    if (known.source === null) {
      const bytes = readBytes(known.absolute, file);
      if (!Buffer.isBuffer(bytes)) {
        known.problem = bytes;
        this.telling.add(file);
        return null;
      }
      known.source = { file, text: decode(bytes) };
    }
    return known.source;
  }

  private add(file: string, absolute: string, bytes: Buffer | Problem, open: SourceFile | null): void {
    const formats = this.formats.filter((format) => format.claims(file));
    const isRead = Buffer.isBuffer(bytes);
    const latin1 = isRead && formats.length > 0 ? bytes.toString('latin1') : '';
    const matching = new Set(formats.filter((format) => needlesOf(format).test(latin1)));
    const refersTo = new Map<Format, readonly string[]>();
    for (const format of formats) {
      const units = format.refersTo?.(file, latin1) ?? [];
      if (units.length > 0) refersTo.set(format, units);
    }
    const source = open ?? (isRead && matching.size > 0 ? { file, text: decode(bytes) } : null);
    const problem = isRead ? null : bytes;
    const suppressions = latin1.includes(SUPPRESSION_KEYWORD)
      ? readSuppressions(source ?? { file, text: decode(bytes as Buffer) })
      : [];
    const known = {
      absolute,
      formats,
      matching,
      refersTo,
      problem,
      suppressions,
      source,
      isOpen: open !== null,
    };
    if (!mattersAlike(this.files.get(file), known)) this.changes++;
    this.files.set(file, known);
    if (problem === null && suppressions.length === 0) this.telling.delete(file);
    else this.telling.add(file);
    const folder = this.folderAt(folderOf(file));
    folder.files.add(file);
    folder.sorted = null;
  }

  private folderAt(name: string): Folder {
    const before = this.inFolders.get(name);
    if (before !== undefined) return before;
    const folder: Folder = { files: new Set(), folders: new Set(), sorted: null };
    this.inFolders.set(name, folder);
    if (name !== '.') this.folderAt(folderOf(name)).folders.add(name);
    return folder;
  }
}

function mattersAlike(before: KnownFile | undefined, after: KnownFile): boolean {
  if (before === undefined) return false;
  const describe = ({ matching, refersTo }: KnownFile): string =>
    JSON.stringify([
      [...matching].map((format) => format.id),
      [...refersTo].map(([format, units]) => [format.id, units]),
    ]);
  return describe(before) === describe(after);
}

/**
 * One pattern of a format's needles: a pass with it is several times faster than a search for each. One of all formats is
 * slower again: the engine skips text only where few characters can begin a match.
 */
function needlesOf(format: Format): RegExp {
  const { needles } = format;
  if (needles instanceof RegExp) return needles;
  let pattern = patterns.get(format);
  if (pattern === undefined) {
    pattern = new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
    patterns.set(format, pattern);
  }
  return pattern;
}

function isOutside(file: string): boolean {
  return file === '..' || file.startsWith('../') || path.isAbsolute(file);
}

export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}
