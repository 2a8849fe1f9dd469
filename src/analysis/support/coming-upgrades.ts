import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';

/** Names of upgrades that wait for a maintenance window, or that AWS applies automatically. */
export function comingUpgrades(assets: readonly Asset[]): Text[] {
  const pending = assets.flatMap(({ versions }) => versions.pending ?? []);
  const automatic = assets.flatMap(({ mayRunNewer }) => mayRunNewer ?? []);
  return [
    ...pending.slice(0, 1).map((version) => text('advice.pending', { version })),
    ...automatic.slice(0, 1),
  ];
}
