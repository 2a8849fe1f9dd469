import { modifiedAt } from '../../files/index.ts';
import { idRootOf } from '../../inventory/index.ts';
import { readBaseline, type ReadBaseline } from '../../report/index.ts';

const NO_BASELINE: ReadBaseline = { baseline: null, problems: [] };

/**
 * Baseline files of folders. Reloaded only after a change, because they can be long and are needed after every pause in
 * typing.
 */
export class Baselines {
  readonly #read = new Map<string, { changedAt: number; read: ReadBaseline }>();

  /**
   * Reads a baseline. An invalid file is a problem, and no finding counts as known.
   * @param folder whose findings are compared
   * @param file absolute path
   */
  async read(folder: string | undefined, file: string | null): Promise<ReadBaseline> {
    if (file === null) return NO_BASELINE;
    const changedAt = modifiedAt(file) ?? 0;
    const key = JSON.stringify([folder, file]);
    const known = this.#read.get(key);
    if (known?.changedAt === changedAt) return known.read;
    const read = await readBaseline(file, folder === undefined ? null : idRootOf(folder));
    this.#read.set(key, { changedAt, read });
    return read;
  }
}
