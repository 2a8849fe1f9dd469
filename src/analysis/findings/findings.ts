import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import {
  compareLocations,
  locationKey,
  runToEnd,
  clusterOfInstance,
  type Asset,
  type BugMatch,
  type Catalogue,
  type Finding,
  type Inventory,
  type Problem,
} from '../../model/index.ts';
import { hasLineage, isSystem, productOf } from '../../products/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { countListed } from '../bugs/counts.ts';
import { engineCoverage } from '../bugs/engine-coverage.ts';
import { replacesByLoadBalancer } from '../checks/subjects/groups.ts';
import { withSystemUpdates } from './aurora-os.ts';
import { bugFinding, type SharedBugResults } from './bug-finding.ts';
import { judgeEach, judgingBudget } from '../judging/judge-each.ts';
import { runWithinBudget, type WorkBudget } from '../judging/run-within-budget.ts';
import { LOOP_RULE, loopFinding, loopsOf, replacingGroups } from '../checks/loop/replacement-loop.ts';
import { mergeGroupLoops } from '../checks/loop/merge-group-loops.ts';
import { sharedContext } from '../checks/context.ts';
import { coverageMessage } from '../bugs/coverage.ts';
import type { FeatureStates } from '../features.ts';
import { countedBugs, listedBugs } from '../bugs/upstream/counted-bugs.ts';
import { ownIssuesOfVersion } from '../bugs/known-bugs.ts';
import { ownIssuesFinding } from './own-issues-finding.ts';
import { longTermFindings } from './long-term-finding.ts';
import { notInApiFinding, releaseToWrite } from './not-in-api.ts';
import { asPossibleFinding } from '../judging/finding-parts.ts';
import { advisedCatalogue, isWanted, combinedStates } from '../bugs/asset-facts.ts';
import { osFindingSteps } from './systems/findings.ts';
import { mergeByVersion } from './folding/merge-by-version.ts';
import { withKnownIssues } from '../bugs/own/own-issues.ts';
import { createFindingFilter, type FindingFilter } from '../suppress/finding-filter.ts';
import { findForUnsuppressed, createSuppressor, type Suppressor } from '../suppress/suppress.ts';
import { unknownNames } from '../suppress/suppression-mistakes.ts';
import { hasReusableFindings, FindingsCache } from './folding/findings-cache.ts';
import { partialFinding, uncountedFinding, unknownFindings } from './unknown-finding.ts';
import { hasVersion, unknownVersionReason } from '../judging/unknown-version.ts';
import { partialSupportFinding, supportFinding } from './support-finding.ts';
import { upgradeOptionsFor, type AdviceOptions } from '../advice/options.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import { adviceOfVersion } from '../upgrade/advice-of-version.ts';

/** Findings of an inventory, one for each written version and subject, in order of place. */
export function findingsOf(catalogue: Catalogue, inventory: Inventory, options: AnalysisOptions): Finding[] {
  return runToEnd(findingSteps(catalogue, inventory, options));
}

/** Findings in steps, between which other work can run. */
export function* findingSteps(
  catalogue: Catalogue,
  inventory: Inventory,
  options: AnalysisOptions,
): Generator<undefined, Finding[]> {
  const { today, config = EMPTY_CONFIG, scanned } = options;
  const { assets } = inventory;
  const advising = upgradeOptionsFor(today, config, scanned ?? inventory);
  const budget = judgingBudget(assets, options.budget);
  const suppressor = yield* suppressorWithin(budget, inventory, config, today);
  const findingFilter = createFindingFilter(suppressor, inventory, options);
  const known = withKnownIssues(catalogue, config.knownIssues);
  const context: Context = {
    catalogue: known,
    exposedToLoop: assets.some(isReplacedByLoadBalancer),
    suppressor,
    findingFilter,
    today,
    config,
    advising,
    alike: new Map(),
    findingsCache: new FindingsCache(),
  };
  const ofGroups = sharedContext(known, inventory, { ...options, features: config.features });
  const loops = yield* judgeEach(
    replacingGroups(ofGroups),
    (group) => [group],
    budget,
    (group) => findingFilter.pass(loopsOf(group, ofGroups).map(loopFinding)),
  );
  const reports = {
    ...suppressor,
    reportedFor: (all: Catalogue, those: readonly [Asset, ...Asset[]]) =>
      advisedCatalogue(all, those, suppressor, config.severityFloor),
  };
  const ofSystems = yield* osFindingSteps(known, inventory, today, reports, advising, budget);
  const ofDatabases = yield* judgeEach(
    groupByWrittenVersion(assets),
    (group) => group,
    budget,
    (group) => [
      ...findingsOfAssets(context, group),
      ...findingFilter.pass(longTermFindings(group, ofGroups)),
    ],
  );
  const merged = [
    ...mergeGroupLoops(loops),
    ...ofDatabases,
    ...mergeByVersion(findingFilter.pass(ofSystems)),
  ];
  return withSystemUpdates(merged.sort(compareFindings), inventory);
}

function isReplacedByLoadBalancer(asset: Asset): boolean {
  return asset.kind === 'auto-scaling-group' && replacesByLoadBalancer(asset) === true;
}

/** Orders by place; within one, the most useful to a reader first. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    compareLocations(a.location, b.location) || RULE_ORDER.indexOf(a.ruleId) - RULE_ORDER.indexOf(b.ruleId)
  );
}

/**
 * The team's suppressor; an empty one if reading the suppressions took too long, which {@link suppressionProblems}
 * reports.
 */
function* suppressorWithin(
  budget: WorkBudget,
  { suppressions, assets }: Inventory,
  { ignore }: Config,
  today: string,
): Generator<undefined, Suppressor> {
  const [suppressor] = yield* runWithinBudget(budget, [suppressions], {
    assetsOf: () => assets,
    work: (comments) => createSuppressor(comments, ignore, today),
    instead: () => createSuppressor([], [], today),
  });
  return suppressor ?? createSuppressor([], [], today);
}

/**
 * Problems with suppressions that have no effect: no reason, a past or invalid date, an unknown rule or resource.
 * Loads all checks for their names with the first suppression.
 * @param isWhole true if everything was read that the configuration can be about
 */
export async function suppressionProblems(
  { suppressions, assets }: Inventory,
  { today, config = EMPTY_CONFIG }: AnalysisOptions,
  isWhole: boolean,
): Promise<readonly Problem[]> {
  if (suppressions.length === 0 && config.ignore.length === 0) return [];
  const { allRuleIds } = await import('./rules.ts');
  const ownBugs = config.knownIssues.map(({ id }) => id);
  const budget = judgingBudget(assets);
  const find = [
    () => createSuppressor(suppressions, config.ignore, today).problems,
    () => unknownNames(suppressions, config.ignore, allRuleIds(), ownBugs, isWhole ? assets : null),
  ];
  const found = runWithinBudget<() => readonly Problem[], readonly Problem[]>(budget, find, {
    assetsOf: () => assets,
    work: (problems) => problems(),
    instead: () => [{ source: '.', text: text('suppression.gaveUp') }],
  });
  return runToEnd(found).flat();
}

interface Context {
  catalogue: Catalogue;
  alike: SharedBugResults;
  findingsCache: FindingsCache;
  exposedToLoop: boolean;
  suppressor: Suppressor;
  findingFilter: FindingFilter;
  today: string;
  config: Config;
  advising: AdviceOptions;
}

/**
 * Findings of assets with one version. They are copied if an equal asset was judged before: thousands differ only in
 * place.
 */
function findingsOfAssets(context: Context, group: readonly [Asset, ...Asset[]]): readonly Finding[] {
  const { suppressor, findingFilter, findingsCache, config } = context;
  const [first] = group;
  const states = combinedStates(group, config.features);
  const find = (): Finding[] => {
    const found = findForUnsuppressed(suppressor, group, (assets) => {
      const ofAll = assets === group ? states : combinedStates(assets, config.features);
      const findings = findingsOfGroup(context, assets, ofAll);
      const isTaken = ({ isUnselected }: Asset): boolean =>
        isUnselected === undefined || isUnselected === 'release';
      return assets.some(isTaken) ? findings : findings.map((finding) => asPossibleFinding(finding, assets));
    });
    return mergeByVersion(findingFilter.pass(found));
  };
  const version = effectiveVersion(first);
  const isAlone = hasReusableFindings(group) && releaseToWrite(first) === null;
  const mayHaveTwin = version !== null && isAlone && !suppressor.mayCover(first.location);
  return mayHaveTwin
    ? findingsCache.of(first, version, states, findingFilter.isExample(first.location), find)
    : find();
}

function findingsOfGroup(
  context: Context,
  assets: readonly [Asset, ...Asset[]],
  states: FeatureStates,
): Finding[] {
  const { catalogue, exposedToLoop, today, config, advising, suppressor } = context;
  const [first] = assets;
  const { product } = first;
  if (product === null) return unknownFindings(catalogue, assets);
  const exact = effectiveVersion(first);
  const written = exact ?? first.versionPrefix;
  if (written === null) return unknownFindings(catalogue, assets);
  const covered = engineCoverage(catalogue, product, written);
  const { version } = covered;
  const { versions, lineage: rules } = productOf(product);
  const isOutside = rules?.isOutside(versions.line(version)) ?? false;
  const support =
    exact === null && !isOutside
      ? partialSupportFinding(catalogue, assets, today)
      : supportFinding(catalogue, product, version, assets, today);
  const misnamed = exact === null ? null : notInApiFinding(product, version, assets);
  const wanted = advisedCatalogue(catalogue, assets, suppressor, config.severityFloor);
  const options = { ...advising(product), states, pendingUpgrades: comingUpgrades(assets) };
  const advice = adviceOfVersion(wanted, product, written, options);
  const found = [support && { ...support, advice }, misnamed].filter((finding) => finding !== null);
  const why = coverageMessage(catalogue, covered);
  if (why !== null) {
    // A line whose notes are left out has only the end of its support, which one sentence covers.
    if (isOutside && exact === null && support !== null) return found;
    if (exact === null && covered.coverage !== 'newer')
      return [partialFinding(catalogue, covered, assets, advice), ...found];
    const recorded = wantedMatches(context, ownIssuesOfVersion(catalogue, product, version, states), assets);
    const own = ownIssuesFinding(covered, assets, recorded);
    return [...(own ? [own] : []), ...found, uncountedFinding(catalogue, covered, why, assets)];
  }
  const matches = wantedMatches(context, countedBugs(catalogue, product, version, states), assets);
  const listed = countListed(wantedMatches(context, listedBugs(catalogue, product, version, states), assets));
  const group = { product, version, assets, matches, exposedToLoop, states, advice, listed };
  const bugs = bugFinding(catalogue, group, today, context.alike);
  return bugs ? [bugs, ...found] : found;
}

/** Version to judge: the running one before the declared one, since bugs occur in the running version. */
function effectiveVersion(asset: Asset): string | null {
  return asset.versions.running ?? asset.version;
}

/** Bugs of all assets of a group, without those that the team suppressed. */
function wantedMatches(
  { suppressor, config }: Context,
  all: readonly BugMatch[],
  assets: readonly [Asset, ...Asset[]],
): readonly BugMatch[] {
  if (config.severityFloor === null && !suppressor.mayCover(assets[0].location)) return all;
  const wanted = all.filter(({ bug }) => isWanted(bug, assets, suppressor, config.severityFloor));
  // Shared if nothing is suppressed, as in most groups: then groups of one version share the results of the list, too.
  return wanted.length === all.length ? all : wanted;
}

function groupByWrittenVersion(assets: readonly Asset[]): [Asset, ...Asset[]][] {
  const groups = new Map<string, [Asset, ...Asset[]]>();
  const clusters = new Map(assets.filter(isRunningCluster).map((asset) => [asset.id, asset]));
  for (const asset of assets) {
    if (!isOfDatabase(asset)) continue;
    const { location } = clusterOfMember(asset, clusters) ?? asset;
    const key = `${locationKey(location)} ${asset.product} ${effectiveVersion(asset) ?? asset.versionPrefix ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(asset);
    else groups.set(key, [asset]);
  }
  return [...groups.values()];
}

/** True for databases, and for images of an unknown system; other images have findings of their own. */
function isOfDatabase(asset: Asset): boolean {
  if (!hasVersion(asset) || isSystem(asset.product)) return false;
  return hasLineage(asset.product) || unknownVersionReason(asset) !== null;
}

function isRunningCluster({ kind, source }: Asset): boolean {
  return source === 'api' && kind === 'database';
}

/**
 * Cluster of an instance in an account. Every instance has a place there, but one with its cluster's version is reported
 * at the cluster only.
 */
function clusterOfMember(asset: Asset, clusters: ReadonlyMap<string, Asset>): Asset | undefined {
  return asset.source === 'api' ? clusters.get(clusterOfInstance(asset) ?? '') : undefined;
}

const RULE_ORDER: readonly string[] = [
  LOOP_RULE,
  'known-bugs',
  'not-in-api',
  'leaves-long-term',
  'unknown-version',
  'partial-version',
  'floating-version',
  'end-of-support',
];
