import { text } from '../../l10n/index.ts';
import { OTHER_SETTINGS, type FileLocation } from '../../model/index.ts';
import { newDraft, type AssetDraft } from './draft.ts';
import type { Fact } from '../../values/index.ts';
import {
  areAboutVersions,
  engineKeys,
  isKeyOfTable,
  isOtherVersionKey,
  isVersionKey,
  snakeKey,
} from '../../vocabulary/index.ts';
import { engineNamed, engineReading, engineWriting } from '../../products/index.ts';

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
  const byKey = new Map(entries.map((entry) => [snakeKey(entry.key), entry]));
  return engineKeys(versionKey).flatMap((key) => byKey.get(key) ?? [])[0] ?? null;
}

/** Whether a text can be a version of an engine at all, whatever its key. */
export function couldBePin(written: string): boolean {
  return engineReading(written) !== null;
}

/**
 * Whether a text under a key is a version of an engine. One in full (`8.0.mysql_aurora.3.04.0`) is by itself, whatever
 * stands beside it as engine, as long as a key above it, or the file's name, says what it is about; any other needs a key
 * of a version and the engine beside it. `names` lead to the text, its own key last; `engine` is null when none is
 * written.
 */
export function isVersionPin(names: readonly string[], written: string, engine: string | null): boolean {
  const keys = names.map(snakeKey);
  if (keys.some(isOtherVersionKey) || !couldBePin(written)) return false;
  if (isKeyOfTable(names.at(-1) ?? '')) return false;
  if (engineWriting(written) !== null) return areAboutVersions(keys);
  const named = engine === null ? null : engineNamed(engine);
  if (named === null || named.versions.read(written).form === 'unknown') return false;
  return isVersionKey(names.at(-1) ?? '');
}
