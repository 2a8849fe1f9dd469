import { text } from '../../l10n/index.ts';
import { memoize, type Catalogue, type VersionCoverage, type ProductId } from '../../model/index.ts';
import { keyOfStates, type FeatureStates } from '../features.ts';
import { decide, type Decision } from './decide.ts';
import { sentences } from './reasons.ts';
import { adviceFactsOf } from './collect-facts.ts';
import { SOAK_DAYS, type UpgradeOptions } from './options.ts';

/** Memoized, because hundreds of assets share a version. */
const decisionFor = memoize(
  (catalogue: Catalogue, product: ProductId, version: string, options: UpgradeOptions): Decision =>
    decide(adviceFactsOf(catalogue, product, version, options)),
  (
    catalogue,
    product,
    version,
    { day, states = NO_STATES, soakDays = SOAK_DAYS, prefer = null, offers = null },
  ) => [catalogue, offers, product, version, day, soakDays, prefer, keyOfStates(states)],
);

const NO_STATES: FeatureStates = new Map();

/** Advice for a version of an engine that the catalogue covers. Its reason names pending upgrades first. */
export function adviceFor(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): Decision {
  const decision = decisionFor(catalogue, product, version, options);
  const { pendingUpgrades = [] } = options;
  if (pendingUpgrades.length === 0) return decision;
  const { advice } = decision;
  const reason = sentences([...pendingUpgrades, decision.reason]);
  return { ...decision, reason, advice: advice && { ...advice, reason } };
}

/** Advice for a range of releases: that of the oldest one if the newest leads to the same release; else none. */
export function adviceForRange(
  catalogue: Catalogue,
  { product, versions }: VersionCoverage,
  written: string,
  options: UpgradeOptions,
): Decision {
  const [first = written] = versions;
  const last = versions.at(-1) ?? first;
  const decision = adviceFor(catalogue, product, first, options);
  const newest = adviceFor(catalogue, product, last, options);
  if (releasesKey(first, decision) === releasesKey(last, newest)) return decision;
  const reason = text('advice.range.differs', { written, first, last });
  return { advice: null, reason, now: null, destination: null, notes: [] };
}

/** Releases to which an advice leads, as a key; null if there is no advice. */
function releasesKey(version: string, { advice }: Decision): string | null {
  return advice === null ? null : [advice.now?.version ?? version, advice.destination?.version].join(' ');
}
