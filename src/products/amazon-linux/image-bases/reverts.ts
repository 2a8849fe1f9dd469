import { NO_CHANGE, type ImageChange } from '../../../model/index.ts';
import { osVersionDay, type AmazonLinuxWithNotes } from '../versions.ts';

/** Entry of a changelog: its pull request, the one that it reverts, and its effect on the images. */
export interface ChangelogEntry {
  /** System that the entry names, if any. */
  system: AmazonLinuxWithNotes | null;
  pull: number | null;
  undoes: number | null;
  change: ImageChange | null;
}

interface Dated {
  day: string;
  entries: readonly ChangelogEntry[];
}

/** Upper bound of reverts; no changelog has had more. */
const maxReverts = 500;

/** Changes of earlier releases that later ones revert, from one changelog. */
export class Reverts {
  readonly #firstDays = new Map<number, string>();
  readonly #reverts: { day: string; change: ImageChange; undoes: number | null }[] = [];

  /** @param sections newest first */
  constructor(sections: readonly Dated[]) {
    for (const { day, entries } of sections) {
      for (const { pull, undoes, change } of entries) {
        if (pull !== null) this.#firstDays.set(pull, day);
        if (change?.kind === 'revert' && this.#reverts.length < maxReverts)
          this.#reverts.push({ day, change, undoes });
      }
    }
  }

  /**
   * Reverts that concern an image: of a change that it contains, or of the source that it was built from. Reverting a
   * pin of the source means that images of a newer source were withdrawn for a while.
   */
  of(image: { day: string; source: string | null }): ImageChange[] {
    return this.#reverts
      .filter(({ day }) => day > image.day)
      .filter(
        ({ change, undoes }) =>
          (this.#firstDays.get(undoes ?? -1) ?? '9') <= image.day ||
          (change.part === 'source AMI' && isNewer(image.source, change.version)),
      )
      .map(({ day, change }) => ({ ...NO_CHANGE, ...change, kind: 'taken-back', by: day }));
  }
}

function isNewer(source: string | null, than: string | null): boolean {
  const [day, pinned] = [osVersionDay(source ?? ''), osVersionDay(than ?? '')];
  return day !== null && pinned !== null && day > pinned;
}
