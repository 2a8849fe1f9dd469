import type { FeatureStates } from '../features.ts';
import type { EngineOffers } from '../support/engine-offers.ts';

/** Days that a release must have been out before it is recommended. */
export const SOAK_DAYS = 14;

export interface UpgradeOptions {
  /** YYYY-MM-DD: which dates have passed. */
  day: string;
  states?: FeatureStates;
  soakDays?: number;
  /** Versions that the service offers a scanned account. */
  offers?: EngineOffers | null;
  /** `lts`: the team puts long-term versions before the number of urgent fixes. */
  prefer?: 'lts' | null;
}
