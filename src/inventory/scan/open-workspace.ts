import type { Inventory } from '../../model/index.ts';
import { knownScan } from './kept/unchanged.ts';
import { baseOf } from '../../files/index.ts';
import type { Change, ScanOptions, WorkspaceInventory } from './workspace-inventory.ts';

/**
 * The inventory of a folder that somebody works in. Where an earlier scan knows it as it is now, what reads files is
 * loaded with the first change.
 */
export class OpenWorkspace {
  readonly #folder: string;
  readonly #options: ScanOptions;
  /** What an earlier scan found; of no use any more once the folder was read. */
  #known: { inventory: Inventory; named: readonly string[] } | null = null;
  #read: WorkspaceInventory | null = null;
  #reading: Promise<WorkspaceInventory> | null = null;

  private constructor(folder: string, options: ScanOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  /** @param folder absolute */
  static async open(folder: string, options: ScanOptions): Promise<OpenWorkspace> {
    const opened = new OpenWorkspace(folder, options);
    await opened.scan();
    return opened;
  }

  get inventory(): Inventory {
    return this.#read?.inventory ?? this.#known?.inventory ?? { assets: [], suppressions: [], problems: [] };
  }

  /** Files that no format claims and that code names: a change of one matters all the same. */
  namedFiles(): readonly string[] {
    return this.#read?.namedFiles() ?? this.#known?.named ?? [];
  }

  /** The folder as it is on the disk now; documents that were edited stay as they are. */
  async scan(): Promise<void> {
    if (this.#reading !== null) {
      await (await this.#reading).scan();
      return;
    }
    const { base = baseOf([this.#folder]), ignoreFiles = true, keep } = this.#options;
    this.#known = knownScan(keep, { base, paths: [this.#folder], ignoreFiles });
    if (this.#known === null) await this.read();
  }

  /** Brings the inventory up to date. */
  async update(changes: readonly Change[]): Promise<void> {
    await (await this.read()).update(changes);
  }

  /** Writes down what was read, and reads what is only known: to be called when nobody waits for an answer. */
  async settle(): Promise<void> {
    await (await this.read()).keep();
  }

  /** The folder with its files. */
  read(): Promise<WorkspaceInventory> {
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  async #readAll(): Promise<WorkspaceInventory> {
    const { WorkspaceInventory: Inventoried } = await import('./workspace-inventory.ts');
    const read = new Inventoried([this.#folder], this.#options);
    await read.scan();
    this.#read = read;
    return read;
  }
}
