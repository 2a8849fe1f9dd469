import type { WatchedFolders } from './folders.ts';

interface NeedOptions {
  folders: Pick<WatchedFolders, 'add' | 'remove'>;
  /** Whether the folders of this window may be noted for others: only those of a trusted workspace. */
  isTrusted: () => boolean;
  /** Whether anything is done outside of folders. */
  isOn: () => boolean;
  /** Told whenever it may have changed. */
  setNeeded: (isNeeded: boolean) => void;
}

/** Whether this window has something to watch for: a folder that names a version, or a kept account scan. */
export class WatchNeed {
  readonly #options: NeedOptions;
  /** The day on which each folder that names a version was last noted. */
  readonly #notedOn = new Map<string, string>();
  #hasScan = false;

  constructor(options: NeedOptions) {
    this.#options = options;
  }

  /** The paths of the folders that name a version. */
  get folders(): string[] {
    return [...this.#notedOn.keys()];
  }

  /** A folder was read; all windows learn of it, once a day. @param today YYYY-MM-DD */
  async note(folder: string, namesVersion: boolean, today: string): Promise<void> {
    const { folders, isTrusted } = this.#options;
    if (!namesVersion) {
      if (this.#notedOn.delete(folder)) await folders.remove(folder);
    } else if (isTrusted() && this.#notedOn.get(folder) !== today) {
      this.#notedOn.set(folder, today);
      await folders.add(folder, today);
    }
    this.decide();
  }

  noteScan(isKept: boolean): void {
    this.#hasScan = isKept;
    this.decide();
  }

  /** The folder was closed, not forgotten: it stays among the folders of this machine for some weeks. */
  close(folder: string): void {
    this.#notedOn.delete(folder);
    this.decide();
  }

  decide(): void {
    const { isOn, setNeeded } = this.#options;
    setNeeded(this.#notedOn.size > 0 || (this.#hasScan && isOn()));
  }
}
