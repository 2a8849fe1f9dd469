import path from 'node:path';
import { OpenWorkspace, type GivenUp } from '../../inventory/index.ts';
import type { Inventory } from '../../model/index.ts';

/** Milliseconds after a scan: by then what it found is shown, and the rest can be done. */
const SETTLE_AFTER_MS = 2000;

/** What every open workspace folder declares, by the folder's path. A folder is read with the first question about it. */
export class Folders {
  readonly #cacheFolder: string;
  readonly #givenUp: GivenUp;
  readonly #read = new Map<string, Promise<OpenWorkspace>>();

  /**
   * @param cacheFolder where scans are kept: the next session starts from them
   * @param givenUp files and units that ended an earlier thread: they are left out
   */
  constructor(cacheFolder: string, givenUp: GivenUp) {
    this.#cacheFolder = cacheFolder;
    this.#givenUp = givenUp;
  }

  /** The paths of the folders that were read. */
  get paths(): string[] {
    return [...this.#read.keys()];
  }

  get(folder: string): Promise<OpenWorkspace> {
    const known = this.#read.get(folder) ?? this.#open(folder);
    this.#read.set(folder, known);
    return known;
  }

  /** A folder as it is on the disk now. */
  async scan(folder: string): Promise<OpenWorkspace> {
    const isOpen = this.#read.has(folder);
    const inventory = await this.get(folder);
    // A folder that is opened now has just been read.
    if (isOpen) {
      await inventory.scan();
      settleLater(inventory);
    }
    return inventory;
  }

  /** A folder with another text of one file; null: the disk's. */
  async edit(folder: string, file: string, content: string | null): Promise<OpenWorkspace> {
    const inventory = await this.get(folder);
    const absolute = path.join(folder, file);
    await inventory.update([
      content === null ? { absolute, kind: 'disk' } : { absolute, kind: 'edited', text: content },
    ]);
    return inventory;
  }

  forget(folder: string): void {
    this.#read.delete(folder);
  }

  /** What all of them declare now. */
  async declared(): Promise<ReadonlyMap<string, Inventory>> {
    const entries = [...this.#read].map(async ([folder, read]) => [folder, (await read).inventory] as const);
    return new Map(await Promise.all(entries));
  }

  async #open(folder: string): Promise<OpenWorkspace> {
    const keep = { folder: this.#cacheFolder };
    const inventory = await OpenWorkspace.open(folder, { base: folder, givenUp: this.#givenUp, keep });
    settleLater(inventory);
    return inventory;
  }
}

/** What goes wrong then comes again with the next question, whose answer it belongs to. */
function settleLater(opened: OpenWorkspace): void {
  setTimeout(() => void opened.settle().catch(() => undefined), SETTLE_AFTER_MS).unref();
}
