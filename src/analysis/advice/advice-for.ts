import { text } from '../../l10n/index.ts';
import { memoize, type Catalogue, type VersionCoverage, type ProductId } from '../../model/index.ts';
import { releasesForNewClusters, versionSpan } from '../support/new-cluster-releases.ts';
import { keyOfStates, NO_STATES } from '../features.ts';
import { decide, type Decision } from './decide.ts';
import { sentences } from './reasons.ts';
import { adviceFactsOf } from './collect-facts.ts';
import { SOAK_DAYS, type UpgradeOptions } from './options.ts';

/** Memoized, because hundreds of assets share a version. */
const decisionFor = memoize(
  (
    catalogue: Catalogue,
    product: ProductId,
    versions: readonly string[],
    options: UpgradeOptions,
  ): Decision => decide(adviceFactsOf(catalogue, product, versions, options)),
  (
    catalogue,
    product,
    versions,
    { day, states = NO_STATES, soakDays = SOAK_DAYS, prefer = null, offers = null },
  ) => [catalogue, offers, product, versions.join(' '), day, soakDays, prefer, keyOfStates(states)],
);

/** Advice for a version of an engine that the catalogue covers. Its reason names pending upgrades first. */
export function adviceFor(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): Decision {
  return adviceForAny(catalogue, product, [version], options);
}

/** Advice for a version that can be several releases, lowest first. */
function adviceForAny(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  options: UpgradeOptions,
): Decision {
  const decision = decisionFor(catalogue, product, versions, options);
  const { pendingUpgrades = [] } = options;
  if (pendingUpgrades.length === 0) return decision;
  const { advice } = decision;
  const reason = sentences([...pendingUpgrades, decision.reason]);
  return { ...decision, reason, advice: advice && { ...advice, reason } };
}

/** Advice for a range, with the releases that it is for. */
export interface RangeDecision extends Decision {
  counted: readonly string[];
}

/**
 * Advice for a range of releases, of which those count that new clusters can use, or all if it has none. The bugs of any
 * decide, from the lowest; no advice if the newest leads to another release.
 * @param written as the user wrote it
 */
export function adviceForRange(
  catalogue: Catalogue,
  { product, versions: all }: VersionCoverage,
  written: string,
  options: UpgradeOptions,
): RangeDecision {
  const creatable = releasesForNewClusters(catalogue, product, all, options.day, options.offers);
  const counted = creatable.length > 0 ? creatable : all;
  const { first, last } = versionSpan(counted);
  const decision = adviceForAny(catalogue, product, counted, options);
  const newest = adviceFor(catalogue, product, last, options);
  if (releasesKey(first, decision) === releasesKey(last, newest)) return { ...decision, counted };
  const reason = text('advice.range.differs', { written, first, last });
  return { advice: null, reason, now: null, destination: null, compared: [], notes: [], counted };
}

/** Releases to which an advice leads, as a key; null if there is no advice. */
function releasesKey(version: string, { advice }: Decision): string | null {
  return advice === null ? null : [advice.now?.version ?? version, advice.destination?.version].join(' ');
}
