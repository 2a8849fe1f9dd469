import { NO_CHANGE, type ImageChange } from '../../../model/index.ts';
import { osVersionDay, type NotedAmazonLinux } from '../versions.ts';

/** An entry of a changelog: its pull request, the one that it undoes, and what it says of the images. */
export interface Entry {
  /** The system that it is about, where it names one. */
  system: NotedAmazonLinux | null;
  pull: number | null;
  undoes: number | null;
  change: ImageChange | null;
}

interface Dated {
  day: string;
  entries: readonly Entry[];
}

/** More than there ever were in one changelog. */
const maxReverts = 500;

/** What releases take back of earlier ones, as one changelog tells. */
export class TakenBack {
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
   * What is taken back of an image: a change that it has, or the source that it was built from. Who reverts a pin of the
   * source had gone back to an older one before: images of a younger source were given up for a while.
   */
  of(image: { day: string; source: string | null }): ImageChange[] {
    return this.#reverts
      .filter(({ day }) => day > image.day)
      .filter(
        ({ change, undoes }) =>
          (this.#firstDays.get(undoes ?? -1) ?? '9') <= image.day ||
          (change.part === 'source AMI' && isYounger(image.source, change.version)),
      )
      .map(({ day, change }) => ({ ...NO_CHANGE, ...change, kind: 'taken-back', by: day }));
  }
}

function isYounger(source: string | null, than: string | null): boolean {
  const [day, pinned] = [osVersionDay(source ?? ''), osVersionDay(than ?? '')];
  return day !== null && pinned !== null && day > pinned;
}
