import {
  absoluteOf,
  confinedDisk,
  disk,
  folderOf,
  isOutside,
  modifiedAt,
  type Disk,
  type Stamp,
} from '../../files/index.ts';
import { costOf, getOrInsert, type Problem, type Suppression } from '../../model/index.ts';
import { runTask, type GiveUpReason } from '../../threads/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { createEmbedded } from '../embedded/registry.ts';
import type { Embedded, Format } from '../reading/format.ts';
import {
  givenUpProblem,
  nameOfSearchTask,
  NOTHING_GIVEN_UP,
  nameOfReadTask,
  type GivenUp,
} from './given-up.ts';
import { searchFile, resultWithNames, NOTHING_FOUND, type SearchResult } from './search/search-file.ts';
import { checkedSource, decode, readBytes } from './read-file.ts';

/** Characters of texts that are kept with their syntax trees: units that read the same files follow each other. */
const MAX_HELD_CHARACTERS = 1_500_000;

/** A file of a scan, with its relevance to formats. */
interface KnownFile {
  readonly result: SearchResult;
  /** Kept while it may be read again. Files without needles are read from disk when a module needs them. */
  readonly source: SourceFile | null;
  readonly isOpen: boolean;
}

/** State that nearly all files share as one object, to save memory. */
const NOTHING_KNOWN: KnownFile = { result: NOTHING_FOUND, source: null, isOpen: false };

interface Folder {
  files: string[];
  folders: string[];
  /** Files in order; null after a change. */
  sorted: readonly string[] | null;
}

/** Scanned files, with the formats that each is relevant to, and their text. */
export class ScannedFiles {
  /** Absolute folder that file names are relative to. */
  readonly base: string;
  /** True if the readings are kept for the next scan. */
  readonly areKept: boolean;
  /** Folders to which reading is limited; null for no limit. */
  readonly within: readonly string[] | null;
  /** Stamps of files as they were read, if readings are kept. */
  readonly stamps = new Map<string, Stamp>();
  readonly embedded: Embedded;
  private readonly from: Disk;
  private readonly formats: readonly Format[];
  private readonly excludedFiles: Map<string, GiveUpReason>;
  private readonly files = new Map<string, KnownFile>();
  private readonly inFolders = new Map<string, Folder>();
  private readonly named = new Map<string, SourceFile | null>();
  private readonly relevant = new Set<string>();
  private readonly claiming = new Map<string, Format>();
  /** Files whose text is kept, oldest first. */
  private readonly holding: SourceFile[] = [];
  private held = 0;
  private changes = 0;
  private latest: { prefix: string; folder: Folder };

  /** @param within absolute paths without links: nothing outside these folders is read; null for no limit */
  constructor(
    formats: readonly Format[],
    base: string,
    givenUp: GivenUp = NOTHING_GIVEN_UP,
    areKept = true,
    within: readonly string[] | null = null,
  ) {
    this.areKept = areKept;
    this.within = within;
    this.from = within === null ? disk : confinedDisk(within);
    this.formats = formats;
    this.embedded = createEmbedded(formats);
    this.base = base;
    this.excludedFiles = new Map(givenUp);
    this.latest = { prefix: '', folder: this.folderAt('.') };
  }

  /** Tasks that ended a thread before, which are skipped. */
  get givenUp(): GivenUp {
    return this.excludedFiles;
  }

  giveUpOn(task: string, why: GiveUpReason): void {
    this.excludedFiles.set(task, why);
  }

  /** Allows another attempt for a file and its units, and returns the units that had been given up. */
  tryAgain(file: string): string[] {
    if (this.excludedFiles.size === 0) return [];
    this.excludedFiles.delete(nameOfSearchTask(this.base, file));
    return this.formats
      .filter((format) => format.claims(file))
      .map((format) => [format, format.unitOf(file, (folder) => this.list(folder))] as const)
      .filter(([format, unit]) => this.excludedFiles.delete(nameOfReadTask(this.base, format, unit)))
      .map(([, unit]) => unit);
  }

  get size(): number {
    return this.files.size;
  }

  /** Changes whenever a file is added or removed, or its relevance changes. */
  get version(): number {
    return this.changes;
  }

  problems(): Problem[] {
    return [...this.relevant].flatMap((file) => this.files.get(file)?.result.problem ?? []);
  }

  suppressions(): Suppression[] {
    return [...this.relevant].flatMap((file) => this.files.get(file)?.result.suppressions ?? []);
  }

  /** Visits the files in order. */
  forEach(visit: (known: KnownFile, file: string) => void): void {
    this.files.forEach(visit);
  }

  /** Documents open in the editor. */
  open(): SourceFile[] {
    const open: SourceFile[] = [];
    this.forEach(({ source, isOpen }) => isOpen && source !== null && open.push(source));
    return open;
  }

  get(file: string): KnownFile | undefined {
    return this.files.get(file);
  }

  /** Files directly in a folder, sorted. */
  list(folder: string): readonly string[] {
    const known = this.inFolders.get(folder);
    return known === undefined ? [] : (known.sorted ??= known.files.toSorted());
  }

  /** Folders directly in a folder, sorted. */
  folders(folder: string): readonly string[] {
    return this.inFolders.get(folder)?.folders.toSorted() ?? [];
  }

  /** True if a format claims a file. The format that claimed the last file of the same suffix is tried first. */
  isClaimed(file: string): boolean {
    const ending = file.slice(file.lastIndexOf('.'));
    if (this.claiming.get(ending)?.claims(file) === true) return true;
    const format = this.formats.find((each) => each.claims(file));
    if (format !== undefined) this.claiming.set(ending, format);
    return format !== undefined;
  }

  /** Relevance of a file, from disk or from the given bytes. */
  search(
    file: string,
    bytes: Buffer | Problem | null = null,
    source: SourceFile | null = null,
  ): SearchResult {
    const task = nameOfSearchTask(this.base, file);
    const givenUp = this.excludedFiles.size === 0 ? undefined : this.excludedFiles.get(task);
    if (givenUp !== undefined) return { ...NOTHING_FOUND, problem: givenUpProblem(file, givenUp) };
    return runTask(task, () => searchFile(file, bytes ?? this.readAnew(file), this.formats, source));
  }

  private readAnew(file: string): Buffer | Problem {
    const takeStamp = this.areKept ? (stamp: Stamp): void => void this.stamps.set(file, stamp) : undefined;
    return readBytes(this.from, absoluteOf(this.base, file), file, takeStamp);
  }

  /** Reads a file from disk and records its relevance. */
  addFromDisk(file: string): void {
    this.addResult(file, this.search(file));
  }

  /** Records the relevance of a file that another thread found; until then it has none. */
  addResult(file: string, looked: SearchResult): void {
    this.add(
      file,
      looked === NOTHING_FOUND ? NOTHING_KNOWN : { result: looked, source: null, isOpen: false },
    );
  }

  /** Takes the text of a document that is open in the editor. */
  addOpen(file: string, content: string): void {
    const source = { file, text: content.replace(/^\uFEFF/, '') };
    const looked = this.search(file, checkedSource(Buffer.from(content), file), source);
    this.add(file, { result: looked, source, isOpen: true });
  }

  /** Releases texts that can be read again: a scan reads more than an editor will need. */
  release(): void {
    for (const source of this.holding.splice(0)) this.letGo(source);
    this.held = 0;
    this.named.clear();
  }

  remove(file: string): void {
    this.files.delete(file);
    this.relevant.delete(file);
    this.changes++;
    const folder = this.inFolders.get(folderOf(file));
    if (folder === undefined) return;
    folder.files = folder.files.filter((each) => each !== file);
    folder.sorted = null;
  }

  /** A file that code names and no format claims; the first call after `forget` reads it again. */
  readNamed(file: string): SourceFile | null {
    if (this.files.has(file)) return this.read(file);
    return getOrInsert(this.named, file, () => {
      const bytes = isOutside(file) ? null : readBytes(this.from, absoluteOf(this.base, file), file);
      return Buffer.isBuffer(bytes) ? { file, text: decode(bytes) } : null;
    });
  }

  forget(file: string): void {
    this.named.delete(file);
  }

  /** Modification time of a file in milliseconds since 1970; null if unknown. */
  modified(file: string): number | null {
    const known = this.files.get(file);
    if (known?.isOpen === true) return Date.now();
    if (known === undefined && isOutside(file)) return null;
    return modifiedAt(absoluteOf(this.base, file), this.from);
  }

  /** Text of a file; null if it is not scanned or cannot be read. */
  read(file: string): SourceFile | null {
    const known = this.files.get(file);
    if (known === undefined || !isRead(known.result)) return null;
    if (known.source !== null) return known.source;
    const bytes = readBytes(this.from, absoluteOf(this.base, file), file);
    if (Buffer.isBuffer(bytes)) return this.hold(file, known.result, bytes);
    this.files.set(file, { ...known, result: { ...NOTHING_FOUND, problem: bytes } });
    this.relevant.add(file);
    return null;
  }

  /** Keeps a text, and releases the oldest. */
  private hold(file: string, looked: SearchResult, bytes: Buffer): SourceFile {
    const source = { file, text: decode(bytes) };
    this.files.set(file, { result: looked, source, isOpen: false });
    this.holding.push(source);
    this.held += source.text.length;
    while (this.held > MAX_HELD_CHARACTERS && this.holding.length > 1) {
      const oldest = this.holding.shift();
      if (oldest === undefined) break;
      this.held -= oldest.text.length;
      this.letGo(oldest);
    }
    return source;
  }

  /** Releases a text, unless a newer one of the file has replaced it. */
  private letGo(source: SourceFile): void {
    const known = this.files.get(source.file);
    if (known?.source === source) this.files.set(source.file, { ...known, source: null });
  }

  private add(file: string, known: KnownFile): void {
    const before = this.files.get(file);
    if (before === known) return;
    if (before === undefined || !isEquallyRelevant(before.result, known.result)) this.changes++;
    this.files.set(file, known);
    const { problem, suppressions } = known.result;
    if (problem !== null || suppressions.length > 0) this.relevant.add(file);
    else if (before !== undefined) this.relevant.delete(file);
    if (before !== undefined) return;
    const folder = this.folderOfNext(file);
    folder.files.push(file);
    folder.sorted = null;
  }

  /** Folder of the next file, usually the same as that of the previous file, because files arrive folder by folder. */
  private folderOfNext(file: string): Folder {
    const { prefix } = this.latest;
    if (file.startsWith(prefix) && file.lastIndexOf('/') === prefix.length - 1) return this.latest.folder;
    const name = folderOf(file);
    this.latest = { prefix: name === '.' ? '' : `${name}/`, folder: this.folderAt(name) };
    return this.latest.folder;
  }

  private folderAt(name: string): Folder {
    return getOrInsert(this.inFolders, name, () => {
      if (name !== '.') this.folderAt(folderOf(name)).folders.push(name);
      return { files: [], folders: [], sorted: null };
    });
  }
}

/** True for a file that was read, even if with a remark on its encoding. */
function isRead({ problem }: SearchResult): boolean {
  return problem === null || costOf(problem) !== 'result';
}

function isEquallyRelevant(before: SearchResult, after: SearchResult): boolean {
  const describe = (looked: SearchResult): string => {
    const { matching, refersTo } = resultWithNames(looked);
    return JSON.stringify([matching, refersTo]);
  };
  return before === after || describe(before) === describe(after);
}
