import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { lineOfFamily } from '../../products/index.ts';
import { GROUP_FAMILY, nameSetting } from '../../vocabulary/index.ts';

const GROUP_OF_AWS = /^default\.(?<family>\S+)$/;

/** The family of the parameter group of AWS that has this name. */
export function familyOfDefault(name: unknown): string | null {
  return typeof name === 'string' ? (GROUP_OF_AWS.exec(name)?.groups?.['family'] ?? null) : null;
}

/** With the range that a parameter group tells by its family, where no version is known. */
export function withVersionOfGroup(cluster: Asset, group: Asset | undefined, isNotWritten: boolean): Asset {
  const { engineVersion, reason, settings } = cluster;
  if (engineVersion !== null) return cluster;
  // What is written elsewhere is compared with the group: it may be of another family.
  const own = isNotWritten ? group?.settings[GROUP_FAMILY] : undefined;
  const family =
    typeof own === 'string' ? own : familyOfDefault(settings[nameSetting('cluster-parameter-group')]);
  const line = family === null ? null : lineOfFamily(family);
  if (family === null || line === null || line.product !== cluster.product) return cluster;
  return {
    ...{ ...cluster, versionPrefix: line.version, resolution: 'partial' },
    reason: isNotWritten ? text('inventory.ofFamily', { family }) : reason,
  };
}
