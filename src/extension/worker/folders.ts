import path from 'node:path';
import { WorkspaceInventory, type GivenUp } from '../../inventory/index.ts';
import type { Inventory, Problem } from '../../model/index.ts';
import type { FolderSource } from './folder-source.ts';

/** Milliseconds before a scan is stored, so that its findings are shown first. */
const KEEP_AFTER_MS = 2000;
/** Maximum length of a chain of files that refer to further files. */
const MAX_ROUNDS = 5;

/** Declarations of all open workspace folders. A folder is read by the first question about it. */
export class Folders {
  readonly #cacheFolder: string | null;
  readonly #givenUp: GivenUp;
  readonly #source: FolderSource;
  readonly #read = new Map<string, Promise<WorkspaceInventory>>();

  /**
   * @param cacheFolder folder for scans, which speed up the next session; null for none
   * @param givenUp files and units that ended an earlier thread, and are skipped
   */
  constructor(cacheFolder: string | null, givenUp: GivenUp, source: FolderSource) {
    this.#cacheFolder = cacheFolder;
    this.#givenUp = givenUp;
    this.#source = source;
  }

  /** Paths of folders that have been asked about. */
  get paths(): string[] {
    return [...this.#read.keys()];
  }

  /** True if the folder has been opened, also if its first scan still runs. */
  isOpen(folder: string): boolean {
    return this.#read.has(folder);
  }

  get(folder: string): Promise<WorkspaceInventory> {
    const known = this.#read.get(folder) ?? this.#open(folder);
    this.#read.set(folder, known);
    return known;
  }

  /** Reads a folder from the disk. */
  async scan(folder: string): Promise<WorkspaceInventory> {
    const wasOpen = this.isOpen(folder);
    const inventory = await this.get(folder);
    // A folder that was just opened has just been read.
    if (wasOpen) {
      await this.#source.fetch(folder);
      await inventory.scan();
      await this.#addNamed(folder, inventory);
      this.#keepLater(inventory);
    }
    return inventory;
  }

  /** Sets the text of a file; null restores the text on disk. */
  async edit(folder: string, file: string, content: string | null): Promise<WorkspaceInventory> {
    const inventory = await this.get(folder);
    const absolute = path.join(folder, file);
    if (content === null) await this.#source.fetchFile(folder, file);
    await inventory.update([
      content === null ? { absolute, kind: 'disk' } : { absolute, kind: 'edited', text: content },
    ]);
    return inventory;
  }

  /** Problems of files that could not be read. */
  unread(folder: string): readonly Problem[] {
    return this.#source.problems(folder);
  }

  forget(folder: string): void {
    this.#read.delete(folder);
  }

  /** Declarations of all folders. */
  async declared(): Promise<ReadonlyMap<string, Inventory>> {
    const entries = this.paths.map(async (folder) => [folder, (await this.get(folder)).inventory] as const);
    return new Map(await Promise.all(entries));
  }

  async #open(folder: string): Promise<WorkspaceInventory> {
    await this.#source.fetch(folder);
    const inventory = new WorkspaceInventory([folder], {
      base: folder,
      givenUp: this.#givenUp,
      ...(this.#cacheFolder === null ? {} : { keep: { folder: this.#cacheFolder } }),
    });
    await inventory.scan();
    await this.#addNamed(folder, inventory);
    this.#keepLater(inventory);
    return inventory;
  }

  /** Each round fetches the files that those of the previous round refer to. */
  async #addNamed(folder: string, inventory: WorkspaceInventory): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const fetched = await this.#source.fetchNamed(folder, inventory.namedFiles());
      if (fetched.length === 0) return;
      await inventory.update(fetched.map((file) => ({ absolute: path.join(folder, file), kind: 'disk' })));
    }
  }

  /** Stores the scan while the thread is idle. Ignores errors: the next question repeats and reports them. */
  #keepLater(inventory: WorkspaceInventory): void {
    if (this.#cacheFolder === null) return;
    setTimeout(() => void inventory.keep().catch(() => undefined), KEEP_AFTER_MS).unref();
  }
}
