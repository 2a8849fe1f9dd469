import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { isFamilyOfOther, lineOfFamily } from '../../products/index.ts';
import { GROUP_FAMILY, nameSetting } from '../../vocabulary/index.ts';

/** The settings by which databases name their groups of parameters. */
const NAMES_GROUP = (['cluster-parameter-group', 'parameter-group'] as const).map(nameSetting);

const GROUP_OF_AWS = /^default\.(?<family>\S+)$/;

/** The family of the parameter group of AWS that has this name. */
export function familyOfDefault(name: unknown): string | null {
  return typeof name === 'string' ? (GROUP_OF_AWS.exec(name)?.groups?.['family'] ?? null) : null;
}

/** The family of the parameter group of AWS that one of a database's settings names. */
export function familyOfDefaultGroup(settingOf: (name: string) => unknown): string | null {
  return NAMES_GROUP.map((name) => familyOfDefault(settingOf(name))).find((each) => each !== null) ?? null;
}

/**
 * With the range that a parameter group tells by its family, where no version is known; unknown where the family is for another
 * engine than the one that is written.
 */
export function withVersionOfGroup(
  database: Asset,
  group: Asset | undefined,
  { engine, isNotWritten }: { engine: string | null; isNotWritten: boolean },
): Asset {
  const { engineVersion, reason, settings } = database;
  if (engineVersion !== null) return database;
  // What is written elsewhere is compared with the group: it may be of another family.
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
