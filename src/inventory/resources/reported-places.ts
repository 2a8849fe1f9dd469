import { locationKey, type FileLocation } from '../../model/index.ts';
import type { AssetDraft } from './draft.ts';
import type { Fact } from '../../values/index.ts';

/** Places of versions and images that have been reported: each is reported once. */
export class ReportedPlaces {
  readonly #places = new Set<string>();

  constructor(drafts: readonly Pick<AssetDraft, 'version'>[] = []) {
    for (const { version } of drafts) this.add(version);
  }

  /** True if the place of a value has been reported. */
  has(value: Fact | null): boolean {
    return value?.state === 'known' && this.hasPlace(value.at);
  }

  hasPlace(at: FileLocation): boolean {
    return this.#places.has(locationKey(at));
  }

  /** Marks the place of a value as reported; false if it was before, or is unknown. */
  add(value: Fact | null): boolean {
    if (value?.state !== 'known') return false;
    const before = this.#places.size;
    return this.#places.add(locationKey(value.at)).size > before;
  }
}
