import {
  notesDay,
  type AssetCounts,
  type BugMatch,
  type Catalogue,
  type Covered,
  type Text,
  type ProductId,
  type VersionCounts,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { hasLineage, isDropped, lineageOf, productName, productOf, readPin } from '../../products/index.ts';
import { bugsAt } from './at-version.ts';
import { communityScope } from './community-scope.ts';
import { countsOf } from './counts.ts';
import { coverageMessage, coverageOf } from './coverage.ts';
import { creatableText, forNewClusters, spanOf } from '../support/for-new-clusters.ts';
import type { FeatureStates } from '../features.ts';
import { bugsOfVersion, compareMatches, ownIssuesOfVersion } from './known-bugs.ts';
import { flavoursIn } from './systems/image-of.ts';
import { imageNamed, osStanding } from './systems/messages.ts';
import { upstreamAnswer, type UpstreamAnswer } from './upstream.ts';

/** What is known of one version, the same in every surface: `bugs PRODUCT VERSION`, the document. */
export interface VersionAnswer {
  covered: Covered;
  /** `Aurora MySQL 2.11.1` */
  name: string;
  /** The same of an image that its publisher numbers by the day; null of everything else. */
  image: Text | null;
  /** What comes first: why there is no count, how far an operating system is behind, its support. */
  standing: readonly Text[];
  /**
   * Low confidence included. Of a version that is neither known nor a range of known ones no more than what the team itself
   * recorded.
   */
  matches: readonly BugMatch[];
  /** Of the version, or of an asset where settings switch something off. */
  counts: VersionCounts | AssetCounts;
  /** Of so many of them the notes do not tell whether the version has them. */
  undetermined: number;
  /** Fixes of the open-source engine that nothing here counts; null where there is no such engine, or `upstream` counts. */
  scope: Text | null;
  /** Known bugs of the product that this one contains, which nothing else here counts. */
  upstream: UpstreamAnswer | null;
  /** YYYY-MM-DD: when the notes were read. */
  asOf: string;
}

/**
 * @param today YYYY-MM-DD, for dates of support
 * @param states the asker's settings, as far as they are known; with those of `knownHere` the count is the finding's
 */
export function versionAnswer(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  today: string,
  states: FeatureStates = new Map(),
): VersionAnswer {
  const covered = coverageOf(catalogue, product, written);
  const matches = matchesOf(catalogue, covered, written, states);
  const upstream =
    covered.coverage === 'known' ? upstreamAnswer(catalogue, product, covered.versions, states) : null;
  const standing = standingTexts(catalogue, product, written, today) ?? [
    coverageMessage(catalogue, covered) ?? droppedText(catalogue, covered),
    ...rangeTexts(catalogue, covered, matches, today),
  ];
  return {
    covered,
    name: `${productName(product)} ${covered.version}`,
    image: imageNamed(product, written),
    standing: standing.filter((each) => each !== null),
    matches,
    counts: countsOf(matches),
    undetermined: hasLineage(product) ? countUndetermined(matches) : 0,
    scope: upstream === null ? communityScope(catalogue, product, covered.versions) : null,
    upstream,
    asOf: notesDay(catalogue, product),
  };
}

/** Of a release that the vendor's pages had once. */
function droppedText(catalogue: Catalogue, { product, version }: Covered): Text | null {
  if (!isDropped(catalogue, product, version)) return null;
  const line = productOf(product).versions.line(version);
  return text('version.dropped', { name: productName(product), version, line });
}

/**
 * Of a range: which of its releases new clusters can be made of, whose bugs upgrade advice counts. Of a minor version, of
 * which a cluster runs any release: how many there are.
 */
function rangeTexts(
  catalogue: Catalogue,
  { product, coverage, version, versions }: Covered,
  matches: readonly BugMatch[],
  today: string,
): (Text | null)[] {
  if (coverage === 'partial')
    return [creatableText(forNewClusters(catalogue, product, versions, today), versions)];
  const isPin = matches.some(({ inVersions }) => inVersions !== undefined);
  const releases = isPin ? lineageOf(catalogue, product).onBranch(version) : [];
  return isPin ? [text('version.pin', { version, ...spanOf(releases.map((each) => each.version)) })] : [];
}

/** How many bugs a version may have or not; those that need what is switched off are none of them. */
export function countUndetermined(matches: readonly BugMatch[]): number {
  return matches.filter(({ confidence, applies }) => confidence === 'low' && applies !== 'off').length;
}

/** Whether a number may be given: not for an uncovered version, nor a zero after a reason. */
export function isCounted({ covered, standing, matches }: VersionAnswer): boolean {
  if (covered.coverage !== 'known' && covered.coverage !== 'partial') return false;
  return standing.length === 0 || matches.length > 0;
}

/** For an operating system, what is known besides fixes; null for all else, and where the text names no release. */
function standingTexts(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  today: string,
): Text[] | null {
  const pinned = readPin(product, written);
  return pinned && osStanding(catalogue, pinned, today, flavoursIn(written));
}

function matchesOf(
  catalogue: Catalogue,
  { product, coverage, version: named, versions }: Covered,
  written: string,
  states: FeatureStates,
): readonly BugMatch[] {
  const [version] = versions;
  if (version === undefined)
    return hasLineage(product) ? ownIssuesOfVersion(catalogue, product, named, states) : [];
  if (coverage === 'partial') return bugsOfRange(catalogue, product, versions);
  return bugsAt(catalogue, { product, version, states, pinned: readPin(product, written) });
}

/** Bugs of every release of a range: each once, as the release that is surest to have it, with all that have it. */
function bugsOfRange(catalogue: Catalogue, product: ProductId, versions: readonly string[]): BugMatch[] {
  const found = new Map<string, BugMatch & { inVersions: string[] }>();
  for (const version of versions) {
    for (const match of bugsOfVersion(catalogue, product, version)) {
      // A number may stand for a minor version, of which other releases have it.
      if (match.inVersions?.includes(version) === false) continue;
      const inVersions = [...(found.get(match.bug.id)?.inVersions ?? []), version];
      const known = found.get(match.bug.id);
      const surest = known && compareMatches(known, match) <= 0 ? known : match;
      found.set(match.bug.id, { ...surest, inVersions });
    }
  }
  return [...found.values()].sort(compareMatches);
}
