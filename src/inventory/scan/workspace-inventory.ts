import type { SourceFile } from '../../syntax/index.ts';
import path from 'node:path';
import { commonBaseFolder, confinedDisk, folderOf, isFile, wouldBeWalked, walk } from '../../files/index.ts';
import { compareLocations, compareText, EMPTY_INVENTORY, foldersAbove } from '../../model/index.ts';
import type { Asset, Inventory, Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { runTask } from '../../threads/index.ts';
import { ScannedFiles } from './files.ts';
import { withExtensions } from '../resources/across-units/extensions.ts';
import { withNamedSources } from '../resources/across-units/named-sources.ts';
import { COUNT_OF_UNCOVERED } from '../resources/uncovered.ts';
import type { Format } from '../reading/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { nameOfCollectTask, NOTHING_GIVEN_UP, type GivenUp } from './given-up.ts';
import { Readers } from './threads/readers.ts';
import type { KeepOptions } from './kept/keep-options.ts';
import { KeptScan } from './kept/kept-scan.ts';
import { READING_BUDGET } from './threads/thread-entries.ts';
import { Units } from './units.ts';

/** Milliseconds of CPU time that each asset adds to the budget for combining all units: a hundred times its need. */
export const TIME_OF_ASSET = 1;

export interface ScanOptions {
  /**
   * Absolute folder that files in results are relative to. Default: the one scanned folder, or the paths' common
   * folder.
   */
  base?: string;
  /** False to read files that ignore files exclude, too. */
  ignoreFiles?: boolean;
  /** Absolute folders without links: nothing outside them is read, wherever links and code lead. */
  within?: readonly string[];
  /** Stops the scan, which rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called at intervals with the number of files searched. */
  onProgress?: (files: number) => void;
  /** Called during reading with assets of new versions: a part of the scan's result. */
  onVersions?: (assets: readonly Asset[]) => void;
  /** Milliseconds of CPU time per file or unit. */
  budget?: number;
  /** Tasks that ended a thread before: each is named in a problem and skipped until its file changes. */
  givenUp?: GivenUp;
  /** Store for scans between runs; nothing is kept if absent. */
  keep?: KeepOptions;
  /** True if no other scan follows soon: a thread started for this one ends with it. */
  isLast?: boolean;
  /** For tests and benchmarks. */
  formats?: readonly Format[];
}

/** A document in the editor, or a file on disk, that has changed. */
export type Change =
  /** Opened or edited: the text replaces the file's. */
  | { absolute: string; kind: 'edited'; text: string }
  /** Closed without saving, saved outside, created or deleted: the file counts. */
  | { absolute: string; kind: 'disk' };

/** Inventory of some folders, kept up to date while their files change. */
export class WorkspaceInventory {
  /** Absolute folder that files in results are relative to. */
  readonly base: string;
  private readonly paths: readonly string[];
  private readonly options: ScanOptions;
  private readonly formats: readonly Format[];
  private files: ScannedFiles;
  private units: Units;
  private kept: KeptScan | null = null;
  private walkProblems: Problem[] = [];
  private current = EMPTY_INVENTORY;
  /** Operation in progress. A change during a scan waits for it; otherwise the old files would replace it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(paths: readonly string[], options: ScanOptions = {}) {
    this.paths = paths;
    this.options = options;
    this.formats = options.formats ?? FORMATS;
    this.base = options.base ?? commonBaseFolder(paths);
    this.files = this.noFiles();
    this.units = new Units(this.files);
  }

  get inventory(): Inventory {
    return this.current;
  }

  /** Current text of a scanned file, on disk or in the editor; null if it cannot be read. */
  source(file: string): SourceFile | null {
    // The caller may still use the text after it has changed.
    const source = this.files.read(file);
    return source && { file, text: source.text };
  }

  /** Files that code names and no format claims. Their changes matter, too. */
  namedFiles(): string[] {
    return [...this.units.usedFiles()].filter((file) => !this.files.isClaimed(file));
  }

  /** Reads everything from disk. Edited documents keep their text. */
  scan(): Promise<Inventory> {
    return this.inTurn(() => this.readAll());
  }

  /** Stores the readings for the next scan. Call it when nobody waits for an answer. */
  keep(): Promise<void> {
    return this.inTurn(() => {
      this.kept?.save(this.files, this.units.all());
    });
  }

  /** Updates the inventory; reads only the units that used one of the changed files. */
  update(changes: readonly Change[]): Promise<Inventory> {
    return this.inTurn(() => this.readChanged(changes));
  }

  private inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async readAll(): Promise<Inventory> {
    const open = this.files.open();
    const files = this.noFiles();
    this.walkProblems = [];
    const ignoreFiles = this.options.ignoreFiles ?? true;
    const kept = await KeptScan.openStored(
      this.options.keep,
      { base: this.base, paths: this.paths, ignoreFiles },
      this.formats,
    );
    const found = walk(this.paths, {
      base: this.base,
      isWanted: (file) => files.isClaimed(file),
      ignoreFiles,
      report: (problem) => this.walkProblems.push(problem),
      ...(this.options.within === undefined ? {} : { from: confinedDisk(this.options.within) }),
    });
    const readers = new Readers({
      formats: this.formats,
      mayStartThread: this.formats === FORMATS,
      budget: this.options.budget ?? READING_BUDGET,
      signal: this.options.signal,
      onProgress: this.options.onProgress,
      onVersions: this.options.onVersions,
    });
    try {
      await readers.search(found, files, kept);
      for (const { file, text } of open) files.addOpen(file, text);
      this.files = files;
      this.units = new Units(files);
      await this.units.readAll(readers, kept);
    } finally {
      readers.close();
    }
    this.kept = kept;
    files.release();
    return this.collect();
  }

  private async readChanged(changes: readonly Change[]): Promise<Inventory> {
    const changedFiles = new Set<string>();
    const changedFolders = new Set<string>();
    for (const change of changes) {
      const file = path.relative(this.base, change.absolute).replaceAll(path.sep, '/');
      const isScanned = wouldBeWalked(change.absolute, this.paths, this.options.ignoreFiles ?? true);
      if (!isScanned || !this.files.isClaimed(file)) {
        this.files.forget(file);
        if (this.units.usesFile(file)) changedFiles.add(file);
        continue;
      }
      if (change.kind === 'disk') for (const unit of this.files.tryAgain(file)) changedFiles.add(unit);
      const existed = this.files.get(file) !== undefined;
      this.apply(file, change);
      changedFiles.add(file);
      if (existed !== (this.files.get(file) !== undefined))
        for (const folder of foldersAbove(folderOf(file))) changedFolders.add(folder);
    }
    if (changedFiles.size === 0) return this.current;
    await this.units.update(changedFiles, changedFolders);
    return this.collect();
  }

  private noFiles(): ScannedFiles {
    const { givenUp = NOTHING_GIVEN_UP, keep, within = null } = this.options;
    return new ScannedFiles(this.formats, this.base, givenUp, keep !== undefined, within);
  }

  private apply(file: string, change: Change): void {
    if (change.kind === 'edited') this.files.addOpen(file, change.text);
    else if (isFile(change.absolute)) this.files.addFromDisk(file);
    else this.files.remove(file);
  }

  private collect(): Inventory {
    const task = nameOfCollectTask(this.base);
    const isGivenUp = this.options.givenUp?.has(task) === true;
    this.current = runTask(task, () => this.collected(isGivenUp), this.units.count * TIME_OF_ASSET);
    return this.current;
  }

  /**
   * @param isGivenUp true if combining the assets took too long before: each unit's assets are then returned unchanged
   */
  private collected(isGivenUp: boolean): Inventory {
    const declared = this.units.problems();
    const areOthers = declared.some(({ text: { key } }) => key === COUNT_OF_UNCOVERED);
    const assets = isGivenUp
      ? this.units.allAssets()
      : withExtensions(withNamedSources(this.units.assets()), areOthers);
    const given = isGivenUp ? [{ source: '.', text: text('problem.notPutTogether') }] : [];
    return {
      assets: assets.sort((a, b) => compareLocations(a.location, b.location) || compareText(a.id, b.id)),
      suppressions: this.files.suppressions(),
      problems: [...this.walkProblems, ...this.files.problems(), ...declared, ...given].sort((a, b) =>
        compareText(a.source, b.source),
      ),
    };
  }
}

/** Reads the inventory of folders and files once. */
export async function scanWorkspace(paths: readonly string[], options: ScanOptions = {}): Promise<Inventory> {
  const scanned = new WorkspaceInventory(paths, options);
  const inventory = await scanned.scan();
  await scanned.keep();
  return inventory;
}
