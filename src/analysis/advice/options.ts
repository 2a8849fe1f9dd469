import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import { memoize, type Inventory, type ProductId, type Text } from '../../model/index.ts';
import type { FeatureStates } from '../features.ts';
import { engineOffersOf, type EngineOffers } from '../support/engine-offers.ts';

/** Days that a release must have been out before it is recommended. */
export const SOAK_DAYS = 14;

export interface UpgradeOptions {
  /** YYYY-MM-DD: the day on which support is judged. */
  day: string;
  states?: FeatureStates;
  /** True for an image that runs on the kernel of its host. */
  sharesHost?: boolean;
  soakDays?: number;
  /** Versions that the service offers a scanned account. */
  offers?: EngineOffers | null;
  /** `lts`: the team prefers long-term versions to a larger number of urgent fixes. */
  prefer?: 'lts' | null;
  /** Automatic upgrades that are pending: the reason names them first. */
  pendingUpgrades?: readonly Text[];
}

/** Options for the advice on any version of a product. */
export type AdviceOptions = (product: ProductId) => UpgradeOptions & { soakDays: number };

/**
 * Returns the options of a team and its account. Only this function reads the team's policy and the account's offers.
 * @param day YYYY-MM-DD
 * @param scanned result of an account scan; null without one
 */
export function upgradeOptionsFor(
  day: string,
  { soakDays, prefer }: Pick<Config, 'soakDays' | 'prefer'> = EMPTY_CONFIG,
  scanned: Pick<Inventory, 'assets'> | null = null,
): AdviceOptions {
  return memoize((product) => ({
    day,
    soakDays: soakDays ?? SOAK_DAYS,
    prefer,
    offers: scanned && engineOffersOf(scanned, product),
  }));
}
