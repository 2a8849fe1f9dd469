import { orderedSettings } from '../../../vocabulary/index.ts';
import { compareText, type Asset, type Settings, type SettingValue } from '../../../model/index.ts';

/** Lists whose order has a meaning. Events keep the order of the service. */
const ORDERED_SETTINGS: ReadonlySet<string> = new Set(['recentEvents', ...orderedSettings()]);

/** An asset with its lists sorted, so that the result does not depend on which service answered first. */
export function withSortedLists(asset: Asset): Asset {
  return {
    ...asset,
    settings: sortedSettings(asset.settings),
    unknownSettings: [...asset.unknownSettings].sort(compareText),
    links: [...asset.links].sort((a, b) => compareText(a.role, b.role) || compareText(a.assetId, b.assetId)),
  };
}

function sortedSettings(settings: Settings): Settings {
  return sortedEntries(settings, (value, name) =>
    ORDERED_SETTINGS.has(name) && isList(value) ? value.map(sortedValue) : sortedValue(value),
  );
}

function sortedValue(value: SettingValue): SettingValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!isList(value)) return sortedEntries(value, sortedValue);
  const keyed = value.map(sortedValue).map((entry) => ({ entry, key: JSON.stringify(entry) }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ entry }) => entry);
}

/** Settings sorted by name: parameters of a group are settings, and the service returns them in any order. */
function sortedEntries(
  settings: Settings,
  change: (value: SettingValue, name: string) => SettingValue,
): Settings {
  const entries = Object.entries(settings).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value, name)]));
}

function isList(value: SettingValue): value is readonly SettingValue[] {
  return Array.isArray(value);
}
