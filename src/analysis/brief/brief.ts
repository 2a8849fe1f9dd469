import {
  FEATURES,
  notesDay,
  type Asset,
  type BugMatch,
  type Catalogue,
  type Feature,
  type Inventory,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { hasLineage, productName, productOf } from '../../products/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { stateFor, type FeatureStates } from '../features.ts';
import { coverageMessage, coverageOf } from '../bugs/coverage.ts';
import { compareMatches } from '../bugs/known-bugs.ts';
import { EMPTY_CONFIG } from '../../config/index.ts';
import { factsOfAssets, factsOfTeam, type AssetFacts } from '../bugs/asset-facts.ts';
import { versionSpan } from '../support/new-cluster-releases.ts';
import { supportOf } from '../support/support.ts';
import { withoutMembers } from '../judging/finding-parts.ts';
import { upgradeAnswer } from '../upgrade/upgrade-answer.ts';
import { type UpgradeAdvice, type UpgradeTarget } from '../upgrade/advice.ts';
import { upgradeOptionsFor, type UpgradeOptions } from '../advice/options.ts';
import { upgradeTargetAt } from '../upgrade/upgrade.ts';
import { nearReleases, type NearbyRelease } from './near-releases.ts';

/** Brief for the approver of an upgrade, from code, settings and the notes. */
export interface ChangeBrief {
  product: ProductId;
  from: string;
  target: UpgradeTarget;
  /** The advice names the target. */
  isRecommended: boolean;
  advice: UpgradeAdvice;
  /** Sentence on the upstream's bugs, or on fixes that are not counted; null if there are none. */
  scope: Text | null;
  /** Assets that run the version, without members of clusters; empty if no folder or account was named. */
  runs: readonly Asset[];
  /** Bugs of the present version, the most urgent first. */
  here: readonly BugMatch[];
  /** Support of the present version first, then of the target, then of the other targets. */
  spans: readonly SupportSpan[];
  near: readonly NearbyRelease[];
  /** Features that are known to be in use, with the effect of the upgrade on bugs that need them. */
  tests: readonly FeatureTest[];
  /** YYYY-MM-DD */
  day: string;
  /** YYYY-MM-DD: when the notes were read. */
  asOf: string;
}

/** End of a version's support, and the phase that follows. Days are YYYY-MM-DD. */
export interface SupportSpan {
  /** Minor version, or the version itself. */
  scope: string;
  standardEnds: string | null;
  extended: { starts: string; year3Starts: string | null; ends: string | null } | null;
}

export interface FeatureTest {
  feature: Feature;
  fixed: number;
  stays: number;
  undetermined: number;
  brings: readonly BugMatch[];
}

/** Reason why there is no brief: the catalogue does not cover the version, or there is no target. */
export type NoBrief = { why: Text } | { noTarget: true };

export interface BriefOptions extends AnalysisOptions {
  product: ProductId;
  from: string;
  /** Target; the recommended release if not given. */
  to?: string;
  assets?: readonly Asset[];
}

/** Brief of one upgrade. Without a target it is about the recommended release. */
export function changeBrief(
  catalogue: Catalogue,
  inventory: Inventory,
  options: BriefOptions,
): ChangeBrief | NoBrief {
  const { product, from, to, today: day, config, scanned } = options;
  const assets = options.assets ?? [];
  const { catalogue: known, ...here } = factsOfVersion(catalogue, inventory, assets, options);
  const upgrade = { ...upgradeOptionsFor(day, config, scanned ?? inventory)(product), ...here };
  const { advice, standing, covered, scope } = upgradeAnswer(known, product, from, upgrade);
  if (covered.coverage === 'partial') {
    const { first, last } = versionSpan(covered.versions);
    return { why: text('brief.range', { name: productName(product), from, first, last }) };
  }
  if (advice === null) {
    const [why] = standing;
    return why === undefined ? { noTarget: true } : { why };
  }
  const version = covered.version;
  if (to === undefined && advice.recommended === null) return { why: advice.reason };
  const wanted = to ?? (advice.recommended === 'stay' ? null : advice.recommended);
  const target = wanted === null ? null : targetOf(known, product, version, wanted, advice, upgrade);
  if (target === null) {
    const target = coverageOf(known, product, to ?? version);
    const why = target.coverage === 'newer' ? coverageMessage(known, target) : null;
    return why === null ? { noTarget: true } : { why };
  }
  return {
    product,
    from: version,
    target,
    isRecommended: isUpgradeStep(advice, target.version),
    advice,
    scope,
    runs: withoutMembers(assets),
    here: [...target.clears, ...target.remains, ...target.undetermined].sort(compareMatches),
    spans: spansOf(known, product, target, advice, day),
    near: nearReleases(known, product, version, target.version),
    tests: testsOf(here.states, target),
    day,
    asOf: notesDay(known, product),
  };
}

function isUpgradeStep({ advice }: UpgradeAdvice, version: string): boolean {
  return [advice?.now, advice?.destination].some((step) => step?.version === version);
}

function factsOfVersion(
  catalogue: Catalogue,
  inventory: Inventory,
  [first, ...others]: readonly Asset[],
  options: AnalysisOptions,
): AssetFacts {
  if (first === undefined) return factsOfTeam(catalogue, options.config ?? EMPTY_CONFIG);
  return factsOfAssets(catalogue, inventory, [first, ...others], options);
}

function targetOf(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
  { targets }: UpgradeAdvice,
  options: UpgradeOptions,
): UpgradeTarget | null {
  const advised = targets.find(({ version }) => version === to);
  if (advised !== undefined || !hasLineage(product)) return advised ?? null;
  return upgradeTargetAt(catalogue, product, from, to, options);
}

function spansOf(
  catalogue: Catalogue,
  product: ProductId,
  target: UpgradeTarget,
  { sourceSupport, targets }: UpgradeAdvice,
  day: string,
): SupportSpan[] {
  const own = sourceSupport === null ? [] : [sourceSupport];
  const others = [target, ...targets].map(({ version, supportEnds }) => {
    const status = supportOf(catalogue, product, version, day);
    const scope = status?.scope ?? productOf(product).versions.branch(version);
    return { scope, standardEnds: supportEnds, extended: status?.extended ?? null };
  });
  return [...own, ...others]
    .map(({ scope, standardEnds, extended }) => ({ scope, standardEnds, extended }))
    .filter(({ scope }, index, all) => all.findIndex((other) => other.scope === scope) === index);
}

function testsOf(states: FeatureStates, target: UpgradeTarget): FeatureTest[] {
  const { clears, remains, undetermined, brings } = target;
  const isOn = (feature: Feature): boolean => {
    const known = states.get(feature) ?? 'off';
    return known === 'on' || (known !== 'off' && known.some(({ isOwn }) => isOwn));
  };
  return FEATURES.filter(isOn).map((feature) => {
    const needing = (matches: readonly BugMatch[]): BugMatch[] =>
      matches.filter(
        ({ bug }) => bug.features.includes(feature) && stateFor(bug, feature, states)?.state === 'on',
      );
    return {
      feature,
      fixed: needing(clears).length,
      stays: needing(remains).length,
      undetermined: needing(undetermined).length,
      brings: needing(brings),
    };
  });
}
