import path from 'node:path';
import { WorkspaceInventory, type GivenUp } from '../../inventory/index.ts';
import type { Inventory, Problem } from '../../model/index.ts';
import type { FolderSource } from './folder-source.ts';

/** Delay of keeping a scan, in milliseconds: by then its findings are shown. */
const KEEP_AFTER_MS = 2000;
/** Maximum number of rounds in which files name further files. */
const MAX_ROUNDS = 5;

/** Declarations of every open workspace folder, by its path. The first question about a folder reads it. */
export class Folders {
  readonly #cacheFolder: string | null;
  readonly #givenUp: GivenUp;
  readonly #source: FolderSource;
  readonly #read = new Map<string, Promise<WorkspaceInventory>>();

  /**
   * @param cacheFolder folder of kept scans, from which the next session starts; null: none
   * @param givenUp files and units that ended an earlier thread and are left out
   */
  constructor(cacheFolder: string | null, givenUp: GivenUp, source: FolderSource) {
    this.#cacheFolder = cacheFolder;
    this.#givenUp = givenUp;
    this.#source = source;
  }

  /** Paths of the folders that a question was about. */
  get paths(): string[] {
    return [...this.#read.keys()];
  }

  /** True if the folder was read, or is being read. */
  isRead(folder: string): boolean {
    return this.#read.has(folder);
  }

  get(folder: string): Promise<WorkspaceInventory> {
    const known = this.#read.get(folder) ?? this.#open(folder);
    this.#read.set(folder, known);
    return known;
  }

  /** Reads a folder from the disk. */
  async scan(folder: string): Promise<WorkspaceInventory> {
    const isOpen = this.isRead(folder);
    const inventory = await this.get(folder);
    // A folder that was just opened needs no second reading.
    if (isOpen) {
      await this.#source.fetch(folder);
      await inventory.scan();
      await this.#addNamed(folder, inventory);
      this.#keepLater(inventory);
    }
    return inventory;
  }

  /** Folder with a new text of one file; null: the text on the disk. */
  async edit(folder: string, file: string, content: string | null): Promise<WorkspaceInventory> {
    const inventory = await this.get(folder);
    const absolute = path.join(folder, file);
    if (content === null) await this.#source.fetchFile(folder, file);
    await inventory.update([
      content === null ? { absolute, kind: 'disk' } : { absolute, kind: 'edited', text: content },
    ]);
    return inventory;
  }

  /** Files of a folder that could not be read. */
  unread(folder: string): readonly Problem[] {
    return this.#source.problems(folder);
  }

  forget(folder: string): void {
    this.#read.delete(folder);
  }

  /** Current declarations of all folders. */
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

  /** Each round also fetches the files that the last round's files name. */
  async #addNamed(folder: string, inventory: WorkspaceInventory): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const came = await this.#source.fetchNamed(folder, inventory.namedFiles());
      if (came.length === 0) return;
      await inventory.update(came.map((file) => ({ absolute: path.join(folder, file), kind: 'disk' })));
    }
  }

  /**
   * Keeps the readings at a time when nobody waits. An error is ignored here: it occurs again with the next question,
   * which reports it.
   */
  #keepLater(inventory: WorkspaceInventory): void {
    if (this.#cacheFolder === null) return;
    setTimeout(() => void inventory.keep().catch(() => undefined), KEEP_AFTER_MS).unref();
  }
}
