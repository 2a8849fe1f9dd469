import path from 'node:path';
import { WorkspaceInventory, type GivenUp } from '../../inventory/index.ts';
import type { Inventory, Problem } from '../../model/index.ts';
import type { FolderSource } from './folder-source.ts';

/** Milliseconds after a scan: by then what it found is shown, and the rest can be done. */
const KEEP_AFTER_MS = 2000;
/** Files that name files that name files … */
const MOST_TURNS = 5;

/** What every open workspace folder declares, by the folder's path. A folder is read with the first question about it. */
export class Folders {
  readonly #cacheFolder: string | null;
  readonly #givenUp: GivenUp;
  readonly #source: FolderSource;
  readonly #read = new Map<string, Promise<WorkspaceInventory>>();

  /**
   * @param cacheFolder where scans are kept: the next session starts from them; null: nowhere
   * @param givenUp files and units that ended an earlier thread: they are left out
   */
  constructor(cacheFolder: string | null, givenUp: GivenUp, source: FolderSource) {
    this.#cacheFolder = cacheFolder;
    this.#givenUp = givenUp;
    this.#source = source;
  }

  /** The paths of the folders that were asked about. */
  get paths(): string[] {
    return [...this.#read.keys()];
  }

  /** Whether it is, or is being read. */
  isRead(folder: string): boolean {
    return this.#read.has(folder);
  }

  get(folder: string): Promise<WorkspaceInventory> {
    const known = this.#read.get(folder) ?? this.#open(folder);
    this.#read.set(folder, known);
    return known;
  }

  /** A folder as it is on the disk now. */
  async scan(folder: string): Promise<WorkspaceInventory> {
    const isOpen = this.isRead(folder);
    const inventory = await this.get(folder);
    // A folder that is opened now has just been read.
    if (isOpen) {
      await this.#source.fetch(folder);
      await inventory.scan();
      await this.#addNamed(folder, inventory);
      this.#keepLater(inventory);
    }
    return inventory;
  }

  /** A folder with another text of one file; null: the disk's. */
  async edit(folder: string, file: string, content: string | null): Promise<WorkspaceInventory> {
    const inventory = await this.get(folder);
    const absolute = path.join(folder, file);
    if (content === null) await this.#source.fetchFile(folder, file);
    await inventory.update([
      content === null ? { absolute, kind: 'disk' } : { absolute, kind: 'edited', text: content },
    ]);
    return inventory;
  }

  /** What of a folder could not be looked at. */
  unread(folder: string): readonly Problem[] {
    return this.#source.problems(folder);
  }

  forget(folder: string): void {
    this.#read.delete(folder);
  }

  /** What all of them declare now. */
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

  /** What a file that was named names comes in the next turn. */
  async #addNamed(folder: string, inventory: WorkspaceInventory): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const came = await this.#source.fetchNamed(folder, inventory.namedFiles());
      if (came.length === 0) return;
      await inventory.update(came.map((file) => ({ absolute: path.join(folder, file), kind: 'disk' })));
    }
  }

  /** Writes down what was read when nobody waits; a failure comes again with the next question, which reports it. */
  #keepLater(inventory: WorkspaceInventory): void {
    if (this.#cacheFolder === null) return;
    setTimeout(() => void inventory.keep().catch(() => undefined), KEEP_AFTER_MS).unref();
  }
}
