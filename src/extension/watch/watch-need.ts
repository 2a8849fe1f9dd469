import type { WatchedFolders } from './folders.ts';

interface NeedOptions {
  folders: Pick<WatchedFolders, 'add' | 'remove'>;
  /** True in a trusted workspace: only its folders may be recorded for other windows. */
  isTrusted: () => boolean;
  /** True if the extension is enabled outside of folders as well. */
  isOn: () => boolean;
  /** Called whenever the need may have changed. */
  setNeeded: (isNeeded: boolean) => void;
}

/** Decides if this window has something to watch: a folder that pins a version, or a kept account scan. */
export class WatchNeed {
  readonly #options: NeedOptions;
  /** Date on which each folder that pins a version was last recorded. */
  readonly #recordedOn = new Map<string, string>();
  #hasScan = false;

  constructor(options: NeedOptions) {
    this.#options = options;
  }

  /** Paths of the folders that pin a version. */
  get folders(): string[] {
    return [...this.#recordedOn.keys()];
  }

  /**
   * Records a folder that was read, once a day, for all windows.
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

  /** Removes a closed folder from this window; the machine's list keeps it for some weeks. */
  close(folder: string): void {
    this.#recordedOn.delete(folder);
    this.update();
  }

  update(): void {
    const { isOn, setNeeded } = this.#options;
    setNeeded(this.#recordedOn.size > 0 || (this.#hasScan && isOn()));
  }
}
