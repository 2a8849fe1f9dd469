import {
  adviceJson,
  laterAdvisories,
  notesDays,
  systemsWithoutAdvisories,
  unknownVersionReason,
  type ListFilter,
} from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import {
  adviceOf,
  LazyList,
  type Asset,
  type AssetCounts,
  type Catalogue,
  type Finding,
  type Inventory,
  type Problem,
  withoutSecrets,
  isNeverCreated,
} from '../../model/index.ts';
import { filterJson } from '../filter.ts';
import { kindInJson } from './asset-kinds.ts';
import { foundCounts } from './found/found.ts';

/** Roots of a result's paths and ids. */
export interface ResultRoots {
  /**
   * Folder that paths are relative to: the working directory, absolute, with forward slashes. Null for the editor's results
   * without files, or with those of several folders.
   */
  root: string | null;
  /** Folder that ids are relative to, as a path from the root of its repository; null outside of a repository. */
  idRoot: string | null;
}

export const NO_ROOTS: ResultRoots = { root: null, idRoot: null };

/** Result of a scan before it is rendered. */
export interface ScanResult {
  catalogue: Pick<
    Catalogue,
    'asOf' | 'source' | 'readOn' | 'calendarReadOn' | 'bugs' | 'releases' | 'laterAdvisories'
  >;
  inventory: Inventory;
  findings: readonly Finding[];
  problems: readonly Problem[];
  paths: ResultRoots;
  /** Filter of the findings; absent if there is none. */
  filter?: ListFilter;
}

/** JSON of `scan` and `account`: docs/schemas/scan.schema.json describes it. Sentences are in `language`. */
export function scanJson(result: ScanResult, language: Language): object {
  const products = result.inventory.assets.map(({ product }) => product);
  return {
    schemaVersion: 1,
    root: result.paths.root,
    idRoot: result.paths.idRoot,
    catalogue: {
      asOf: result.catalogue.asOf,
      source: result.catalogue.source,
      withoutAdvisories: systemsWithoutAdvisories(result.catalogue, products),
      laterAdvisories: laterAdvisories(result.catalogue, products),
      notes: notesDays(result.catalogue, products).each,
    },
    ...filterJson(result.filter ?? {}),
    found: foundCounts(result),
    assets: new LazyList(result.inventory.assets, (asset) => assetJson(asset, language)),
    findings: new LazyList(result.findings, (finding) => findingJson(finding, language)),
    problems: result.problems.map((problem) => problemJson(problem, language)),
  };
}

function assetJson(asset: Asset, language: Language): object {
  const unknown = unknownVersionReason(asset);
  const reason = unknown?.reason ?? asset.reason;
  return {
    id: asset.id,
    kind: kindInJson(asset),
    product: asset.product,
    name: asset.name,
    engineVersion: asset.engineVersion,
    version: asset.version,
    resolution: asset.resolution,
    reason: reason === null ? null : say(reason, language),
    next: unknown === null ? null : say(unknown.next, language),
    versions: asset.versions,
    settings: withoutSecrets(asset.settings),
    unknownSettings: asset.unknownSettings,
    count: asset.count,
    inUse: inUse(asset),
    environment: asset.environment,
    links: asset.links,
    location: asset.location,
    uses: asset.uses,
  };
}

/** States if the scanned code uses an asset. */
function inUse(asset: Asset): 'yes' | 'possible' | 'no' {
  if (asset.isUnselected === undefined) return 'yes';
  return isNeverCreated(asset) ? 'no' : 'possible';
}

export function findingJson(finding: Finding, language: Language): object {
  const { unknown } = finding;
  return {
    ruleId: finding.ruleId,
    ...(finding.alsoRules !== undefined && { alsoRules: finding.alsoRules }),
    assetId: finding.assetId,
    assetIds: finding.assetIds,
    severity: finding.severity,
    level: finding.level,
    example: finding.isExample === true,
    applies: finding.applies,
    message: say(finding.message, language),
    ...(finding.coverage !== undefined && { coverage: finding.coverage }),
    // No count without listed fixes: a zero would read as an all-clear.
    ...(finding.bugs !== null && finding.coverage === 'known' && countsJson(finding.bugs.counts)),
    ...(finding.bugs?.upstream && { upstream: finding.bugs.upstream }),
    ...(isAboutVersion(finding) && { advice: adviceJson(adviceOf(finding), language) }),
    ...(unknown !== undefined && {
      reason: say(unknown.reason, language),
      next: say(unknown.next, language),
    }),
    bugIds: finding.bugIds,
    location: finding.location,
    places: (finding.places ?? [{ location: finding.location, name: finding.assetId }]).map(
      ({ location, name }) => ({ location, name }),
    ),
    related: finding.related.map(({ location, message }) => ({
      location,
      message: say(message, language),
    })),
    suppressed: finding.suppressed,
    helpUri: finding.helpUri,
  };
}

/** Counts by urgency: in `counts` and, for programs that read the JSON of earlier versions, beside it. */
function countsJson(counts: AssetCounts): object {
  const { urgent, ordinary, minor } = counts;
  return { counts, urgent, ordinary, minor };
}

/** True for findings about versions; checks and loops are about settings. */
function isAboutVersion({ ruleId }: Finding): boolean {
  return VERSION_RULES.has(ruleId);
}

const VERSION_RULES: ReadonlySet<string> = new Set([
  'known-bugs',
  'end-of-support',
  'unknown-version',
  'partial-version',
  'floating-version',
]);

export function problemJson(problem: Problem, language: Language): object {
  return { file: problem.source, message: say(problem.text, language) };
}
