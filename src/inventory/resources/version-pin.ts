import { text } from '../../l10n/index.ts';
import { OTHER_SETTINGS, type FileLocation } from '../../model/index.ts';
import { newDraft, type AssetDraft } from './draft.ts';
import type { Fact } from '../../values/index.ts';
import { engineKeys, isVersionKey, snakeCase } from './version-keys.ts';

/** The settings of a database of which only the version is seen: whatever else it is given stands elsewhere. */
export function unseenSettings(at: FileLocation): Record<string, Fact> {
  return { [OTHER_SETTINGS]: { state: 'unknown', reason: text('inventory.onlyVersion'), at } };
}

/** The draft of a version that is written for a cluster which is not seen. */
export function pinDraft(
  pin: Partial<AssetDraft> & Pick<AssetDraft, 'source' | 'name' | 'file' | 'at' | 'version'>,
): AssetDraft {
  return newDraft({ settings: unseenSettings(pin.at), ...pin, kind: 'aurora-cluster' });
}

/** What stands under the key of the engine beside a version; null where nothing does. */
export function engineBeside<T extends { key: string }>(versionKey: string, entries: readonly T[]): T | null {
  if (!isVersionKey(versionKey)) return null;
  const byKey = new Map(entries.map((entry) => [snakeCase(entry.key), entry]));
  return engineKeys(versionKey).flatMap((key) => byKey.get(key) ?? [])[0] ?? null;
}
