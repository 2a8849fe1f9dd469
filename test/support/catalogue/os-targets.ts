import { osUpgradeTargets, type UpgradeTarget } from '../../../src/analysis/index.ts';
import type { Catalogue } from '../../../src/model/index.ts';
import type { PinnedOs } from '../../../src/products/index.ts';

/** Upgrade targets of a release of an operating system, the nearest first, whatever their age. */
export function osTargets(catalogue: Catalogue, pinned: PinnedOs, today: string): UpgradeTarget[] {
  const { nearest, settled, beyond } = osUpgradeTargets(catalogue, pinned, today, Number.NEGATIVE_INFINITY);
  return [nearest, settled, beyond].filter((target) => target !== null);
}
