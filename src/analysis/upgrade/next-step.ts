import { text } from '../../l10n/index.ts';
import {
  madeOnce,
  type BugMatch,
  type Catalogue,
  type ProductId,
  type Release,
  type Text,
} from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { keyOfStates } from '../bugs/features.ts';
import { choose, releaseIn } from './upgrade-choice.ts';
import type { Ground } from './ground.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import { SOAK_DAYS, type UpgradeOptions } from './advice.ts';
import { groundOf } from './ground-of.ts';

interface NextStep {
  version: string;
  reason: Text;
}

/** Hundreds of assets of one version ask for the same. */
const NEXT_STEPS = new WeakMap<Catalogue, Map<string, NextStep | null>>();

/**
 * The recommended release of the present major version, which one edit can set: where the way leads over a major version,
 * the one that helps until then. Null where staying is right, or only a major version upgrade helps.
 */
export function nextStepInLine(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): NextStep | null {
  const { day, states = new Map(), soakDays = SOAK_DAYS } = options;
  const known = madeOnce(NEXT_STEPS, catalogue, () => new Map<string, NextStep | null>());
  const key = [product, version, day, soakDays, keyOfStates(states)].join(';');
  return madeOnce(known, key, () => findNextStep(groundOf(catalogue, product, version, options)));
}

function findNextStep(ground: Ground): NextStep | null {
  const { recommended, interim } = choose(ground);
  const target = releaseIn(recommended);
  const next = target?.line === productOf(ground.product).versions.line(ground.version) ? target : interim;
  if (next === null) return null;
  const { cleared, of } = clearedBy(ground, ground.reportedAt(ground.version), next);
  const { osUpgrade = false, osUpgradeClasses = [] } = next;
  return {
    version: next.version,
    reason: text('upgrade.next', { cleared, urgent: of, os: osUpgrade ? [...osUpgradeClasses] : null }),
  };
}

/** How many of the urgent bugs a release is known to fix. */
export function clearedBy(
  ground: Ground,
  here: readonly BugMatch[],
  release: Release,
): { cleared: number; of: number } {
  const weighing = urgentAmong(here);
  const there = ground.idsAt(release.version);
  return { cleared: weighing.filter(({ bug }) => !there.has(bug.id)).length, of: weighing.length };
}
