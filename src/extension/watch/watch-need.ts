import type { WatchedFolders } from './folders.ts';

interface NeedOptions {
  folders: Pick<WatchedFolders, 'add' | 'remove'>;
  /** True if the workspace is trusted; only then are folders shared with other windows. */
  isTrusted: () => boolean;
  /** True if the extension is enabled outside of any folder. */
  isOn: () => boolean;
  /** Receives the current answer whenever it may have changed. */
  setNeeded: (isNeeded: boolean) => void;
}

/** Decides if this window has anything to watch: a folder that pins a version, or an account scan. */
export class WatchNeed {
  readonly #options: NeedOptions;
  /** Date on which each folder that pins a version was last added to the shared list. */
  readonly #recordedOn = new Map<string, string>();
  #hasScan = false;

  constructor(options: NeedOptions) {
    this.#options = options;
  }

  /** Paths of this window's folders that pin a version. */
  get folders(): string[] {
    return [...this.#recordedOn.keys()];
  }

  /**
   * Adds a folder to the shared list, at most once a day.
   * @param today YYYY-MM-DD
   */
  async recordFolder(folder: string, namesVersion: boolean, today: string): Promise<void> {
    const { folders, isTrusted } = this.#options;
    if (!namesVersion) {
      if (this.#recordedOn.delete(folder)) await folders.remove(folder);
    } else if (isTrusted() && this.#recordedOn.get(folder) !== today) {
      this.#recordedOn.set(folder, today);
      await folders.add(folder, today);
    }
    this.update();
  }

  recordScan(isKept: boolean): void {
    this.#hasScan = isKept;
    this.update();
  }

  /** Removes a closed folder from this window. It stays in the shared list for some weeks. */
  close(folder: string): void {
    this.#recordedOn.delete(folder);
    this.update();
  }

  update(): void {
    const { isOn, setNeeded } = this.#options;
    setNeeded(this.#recordedOn.size > 0 || (this.#hasScan && isOn()));
  }
}
