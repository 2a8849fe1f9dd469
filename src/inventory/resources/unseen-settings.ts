import { text } from '../../l10n/index.ts';
import { OTHER_SETTINGS, type FileLocation } from '../../model/index.ts';
import type { Fact } from './draft.ts';

/** The settings of a database of which only the version is seen: whatever else it is given stands elsewhere. */
export function unseenSettings(at: FileLocation): Record<string, Fact> {
  return { [OTHER_SETTINGS]: { state: 'unknown', reason: text('inventory.onlyVersion'), at } };
}
