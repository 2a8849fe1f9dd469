import { modifiedAt } from '../../files/index.ts';
import { idRootOf } from '../../inventory/index.ts';
import { readBaseline, type ReadBaseline } from '../../report/index.ts';

const NONE: ReadBaseline = { baseline: null, problems: [] };

/** Baseline files of the folders. They can be long, and an edit asks for them at every pause: read again once changed. */
export class Baselines {
  readonly #read = new Map<string, { changedAt: number; read: ReadBaseline }>();

  /**
   * @param folder whose findings are compared with it
   * @param file absolute; what is not the JSON of a scan is a problem, and nothing counts as known
   */
  async of(folder: string | undefined, file: string | null): Promise<ReadBaseline> {
    if (file === null) return NONE;
    const changedAt = modifiedAt(file) ?? 0;
    const key = JSON.stringify([folder, file]);
    const known = this.#read.get(key);
    if (known?.changedAt === changedAt) return known.read;
    const read = await readBaseline(file, folder === undefined ? null : idRootOf(folder));
    this.#read.set(key, { changedAt, read });
    return read;
  }
}
