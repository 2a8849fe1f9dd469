import {
  notesDay,
  type AssetCounts,
  type BugMatch,
  type Catalogue,
  type Impact,
  type Severity,
  type VersionCoverage,
  type Text,
  type ProductId,
  type VersionCounts,
} from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import {
  hasLineage,
  isDropped,
  lineageOf,
  productName,
  productOf,
  readPin,
  serviceWord,
  type PinnedOs,
} from '../../../products/index.ts';
import { bugsAt } from '../at-version.ts';
import { bugsOfAny } from '../bugs-of-any.ts';
import { upstreamFixesText } from '../upstream/community-scope.ts';
import { countsOf } from '../counts.ts';
import { coverageMessage, coverageOf, laterPerhapsOutText } from '../coverage.ts';
import {
  newClusterReleasesText,
  releasesForNewClusters,
  versionSpan,
} from '../../support/new-cluster-releases.ts';
import { notInApiText } from '../../support/not-in-api.ts';
import type { FeatureStates } from '../../features.ts';
import { bugsOfVersion, ownIssuesOfVersion } from '../known-bugs.ts';
import { flavoursIn } from '../systems/image-of.ts';
import { imageNameWithSystem, osStandingText } from '../systems/messages.ts';
import { bugsBeside, withIncluded, withOwnUnused } from '../upstream/counted-bugs.ts';
import { upstreamAnswer, type UpstreamAnswer } from '../upstream/upstream.ts';

/** Conditions that all rows of a list meet: the severity or a worse one, and the impact. */
export interface ListFilter {
  severity?: Severity;
  impact?: Impact;
}

/** Known facts about one version, the same on every surface: `bugs PRODUCT VERSION`, the document. */
export interface VersionAnswer {
  covered: VersionCoverage;
  /** `Aurora MySQL 2.11.1` */
  name: string;
  /** Name of an image that its publisher numbers by the day; null for others. */
  image: Text | null;
  /** Sentences shown first: the reason for a missing count, the distance of an operating system from the newest, support. */
  standing: readonly Text[];
  /** The one of them on later releases that may have been out on the day of the catalogue; null if there are none. */
  perhapsLater: Text | null;
  /** Bugs, including low confidence. For an uncovered version, only those that the team recorded. */
  matches: readonly BugMatch[];
  /**
   * Counts of the version, or of an asset whose settings switch something off. They include the bugs of an upstream that
   * the product runs as published.
   */
  counts: VersionCounts | AssetCounts;
  /** Number of those bugs that the notes leave undetermined. */
  undetermined: number;
  /** Sentence on uncounted fixes of the open-source engine; null if there is no such engine, or `upstream` counts them. */
  scope: Text | null;
  /** Known bugs of the contained upstream; counted elsewhere only if `isIncluded`. */
  upstream: UpstreamAnswer | null;
  /** Filter of the bugs, which the counts ignore; absent if there is none. */
  filter?: ListFilter;
  /** Day on which the notes were read, YYYY-MM-DD. */
  asOf: string;
}

/**
 * @param today YYYY-MM-DD, for dates of support
 * @param states known feature states of the asset; with those of `factsOfAssets` the count equals the finding's
 * @param sharesHost true for an image that runs on the kernel of its host
 */
export function versionAnswer(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  today: string,
  states: FeatureStates = new Map(),
  sharesHost = false,
): VersionAnswer {
  const covered = coverageOf(catalogue, product, written);
  const pinned = readPin(product, written, sharesHost);
  const upstream = upstreamAnswer(catalogue, product, covered.versions, states);
  const own = matchesOf(catalogue, covered, pinned, states);
  const matches = bugsBeside(own, upstream);
  const counted = withIncluded({ matches, upstream });
  const perhapsLater = laterPerhapsOutText(catalogue, covered);
  const standing = (pinned && osStandingText(catalogue, pinned, today, flavoursIn(written))) ?? [
    coverageMessage(catalogue, covered) ?? droppedVersionsText(catalogue, covered),
    covered.coverage === 'known' ? notInApiText(product, covered.version, written.trim()) : null,
    ...rangeTexts(catalogue, covered, matches, today),
    perhapsLater,
  ];
  return {
    covered,
    name: `${productName(product)} ${covered.version}`,
    image: imageNameWithSystem(product, written),
    standing: standing.filter((each) => each !== null),
    perhapsLater,
    matches,
    counts: countsOf(counted),
    undetermined: hasLineage(product) ? countUndetermined(counted) : 0,
    scope: upstream === null ? upstreamFixesText(catalogue, product, covered.versions) : null,
    upstream: upstream && withOwnUnused(upstream, own),
    asOf: notesDay(catalogue, product),
  };
}

/** Sentence about a release that the vendor's pages no longer have. */
function droppedVersionsText(catalogue: Catalogue, { product, version }: VersionCoverage): Text | null {
  if (!isDropped(catalogue, product, version)) return null;
  const line = productOf(product).versions.line(version);
  return text('version.dropped', { name: productName(product), version, line });
}

/**
 * Sentences about a partial version. Of a range: its releases that a new cluster can still be created with, because
 * upgrade advice counts their bugs. Of a minor version: the number of its releases.
 */
function rangeTexts(
  catalogue: Catalogue,
  { product, coverage, version, versions }: VersionCoverage,
  matches: readonly BugMatch[],
  today: string,
): (Text | null)[] {
  if (coverage === 'partial')
    return [
      newClusterReleasesText(product, releasesForNewClusters(catalogue, product, versions, today), versions),
    ];
  const isPin = matches.some(({ inVersions }) => inVersions !== undefined);
  const releases = isPin ? lineageOf(catalogue, product).onBranch(version) : [];
  return isPin
    ? [
        text('version.pin', {
          version,
          ...versionSpan(releases.map((each) => each.version)),
          unit: serviceWord(product, 'unit'),
        }),
      ]
    : [];
}

/** Number of undetermined bugs, without those that need a feature which is off. */
function countUndetermined(matches: readonly BugMatch[]): number {
  return matches.filter(({ confidence, applies }) => confidence === 'low' && applies !== 'off').length;
}

/** True if a count can be shown: the version is covered, and the count is not a zero that a reason explains. */
export function isCounted({ covered, standing, matches, upstream }: VersionAnswer): boolean {
  if (covered.coverage !== 'known' && covered.coverage !== 'partial') return false;
  return standing.length === 0 || matches.length > 0 || upstream !== null;
}

function matchesOf(
  catalogue: Catalogue,
  { product, coverage, version: named, versions }: VersionCoverage,
  pinned: PinnedOs | null,
  states: FeatureStates,
): readonly BugMatch[] {
  const [version] = versions;
  if (version === undefined)
    return hasLineage(product) ? ownIssuesOfVersion(catalogue, product, named, states) : [];
  if (coverage === 'partial')
    return bugsOfAny(versions, (at) => bugsOfVersion(catalogue, product, at, states));
  return bugsAt(catalogue, { product, version, states, pinned });
}
