import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import { isFamilyOfOther, lineOfFamily } from '../../../products/index.ts';
import { GROUP_FAMILY, nameSetting } from '../../../vocabulary/index.ts';

/** Settings with the names of a database's parameter groups. */
const NAMES_GROUP = (['cluster-parameter-group', 'parameter-group'] as const).map(nameSetting);

const GROUP_OF_AWS = /^default\.(?<family>\S+)$/;

/** Family of an AWS default parameter group, by its name. */
export function familyOfDefault(name: unknown): string | null {
  return typeof name === 'string' ? (GROUP_OF_AWS.exec(name)?.groups?.['family'] ?? null) : null;
}

/** Family of the default parameter group in a database's settings. */
export function familyOfDefaultGroup(settingOf: (name: string) => unknown): string | null {
  return NAMES_GROUP.map((name) => familyOfDefault(settingOf(name))).find((each) => each !== null) ?? null;
}

/**
 * Adds the version range of a parameter group's family if no version is known. Unknown if the family is for another
 * engine than the written one.
 */
export function withVersionOfGroup(
  database: Asset,
  group: Asset | undefined,
  { engine, isNotWritten }: { engine: string | null; isNotWritten: boolean },
): Asset {
  const { engineVersion, reason, settings } = database;
  if (engineVersion !== null) return database;
  // A version from elsewhere is compared with the group, which may have another family.
  const own = isNotWritten ? group?.settings[GROUP_FAMILY] : undefined;
  const family = typeof own === 'string' ? own : familyOfDefaultGroup((name) => settings[name]);
  if (family !== null && engine !== null && isFamilyOfOther(engine, family)) {
    const contradicts = text('inventory.familyOfOther', { engine: engine.trim(), family });
    return {
      ...{ ...database, versionPrefix: null, resolution: 'unknown' },
      reason: isNotWritten ? contradicts : reason,
    };
  }
  const line = family === null ? null : lineOfFamily(family);
  if (family === null || line === null || line.product !== database.product) return database;
  return {
    ...{ ...database, versionPrefix: line.version, resolution: 'partial' },
    reason: isNotWritten ? text('inventory.ofFamily', { family }) : reason,
  };
}
