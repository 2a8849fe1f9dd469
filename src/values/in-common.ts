import { text } from '../l10n/index.ts';
import type { Stated } from './fact.ts';

/** What several possible groups of settings all say; where they differ a setting is not known. */
export function inCommon(groups: readonly Readonly<Record<string, Stated>>[]): Record<string, Stated> {
  const [only, ...others] = groups;
  if (only === undefined || others.length === 0) return { ...only };
  const settings: Record<string, Stated> = {};
  for (const name of new Set(groups.flatMap((group) => Object.keys(group)))) {
    const value = only[name];
    const isCommon = value?.state === 'known' && others.every((other) => isSame(other[name], value.value));
    settings[name] = isCommon ? value : { state: 'unknown', reason: text('inventory.severalValues') };
  }
  return settings;
}

function isSame(value: Stated | undefined, known: unknown): boolean {
  return value?.state === 'known' && value.value === known;
}
