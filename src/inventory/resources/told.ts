import { locationKey, type FileLocation } from '../../model/index.ts';
import type { AssetDraft } from './draft.ts';
import type { Fact } from '../../values/index.ts';

/** Places of versions and images that are told: each is told once. */
export class Told {
  readonly #places = new Set<string>();

  constructor(drafts: readonly Pick<AssetDraft, 'version'>[] = []) {
    for (const { version } of drafts) this.add(version);
  }

  /** Whether a value stands at a place that is told. */
  has(value: Fact | null): boolean {
    return value?.state === 'known' && this.hasPlace(value.at);
  }

  hasPlace(at: FileLocation): boolean {
    return this.#places.has(locationKey(at));
  }

  /** Tells the place of a value; false where that was told before, or is not known. */
  add(value: Fact | null): boolean {
    if (value?.state !== 'known') return false;
    const before = this.#places.size;
    return this.#places.add(locationKey(value.at)).size > before;
  }
}
