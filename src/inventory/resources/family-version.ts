import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { lineOfFamily } from '../../products/index.ts';
import { nameSetting } from '../../vocabulary/index.ts';

const GROUP_OF_AWS = /^default\.(?<family>\S+)$/;

/** With the range that a parameter group of AWS tells by its name, where nothing of the version is known. */
export function withVersionOfGroup(cluster: Asset): Asset {
  const { engineVersion, versionPrefix, resolution, reason, settings } = cluster;
  if (engineVersion !== null || versionPrefix !== null || resolution !== 'unknown') return cluster;
  const name = settings[nameSetting('cluster-parameter-group')];
  const family = typeof name === 'string' ? GROUP_OF_AWS.exec(name)?.groups?.['family'] : undefined;
  const line = family === undefined ? null : lineOfFamily(family);
  if (family === undefined || line === null || line.product !== cluster.product) return cluster;
  const isNotWritten = reason?.key === 'inventory.notWritten';
  return {
    ...{ ...cluster, versionPrefix: line.version, resolution: 'partial' },
    reason: isNotWritten ? text('inventory.ofFamily', { family }) : reason,
  };
}
