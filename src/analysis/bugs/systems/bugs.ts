import { urgencyOf } from '../../urgency/urgency.ts';
import { text } from '../../../l10n/index.ts';
import {
  compareSeverity,
  compareText,
  familyRank,
  memoize,
  packageFamily,
  type BugMatch,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type Release,
  type Text,
} from '../../../model/index.ts';
import { type PinnedOs, productOf } from '../../../products/index.ts';
import { isHostFix } from './image-of.ts';
import { kernelsOf } from './image-changes.ts';
import { osCoverage } from './coverage.ts';
import { ownIssuesOf } from './own-issues.ts';
import { osDay, placeOf } from './releases.ts';

/**
 * Fixes of later releases that a pinned one lacks, and the team's own known issues: the worst first; among equals the
 * kernel and base packages come first. Releases are cumulative, so the last release that lists a fix decides. Empty if
 * the catalogue knows too little to count: check `osCoverage`. Fixes of a host's packages are off in a container.
 */
export function osBugsOfVersion(catalogue: Catalogue, pinned: PinnedOs): BugMatch[] {
  if (osCoverage(catalogue, pinned) !== 'known') return [];
  const { image, at, later } = placeOf(catalogue, pinned);
  const byVersion = new Map(later.map((release) => [release.version, release]));
  const matches = ownIssuesOf(catalogue, pinned);
  const kernels = kernelsOf(image, pinned);
  const { kernelSeriesOf } = productOf(pinned.product).system ?? {};
  for (const [bug, fixing] of fixesOf(catalogue.bugs, pinned.product)) {
    const release = byVersion.get(fixing);
    if (release === undefined || isOlderAdvisory(bug, at)) continue;
    const series = kernelSeriesOf?.(bug) ?? null;
    if (series !== null && kernels?.has(series) === false) continue;
    matches.push(systemMatch(bug, release, pinned.sharesHost === true && isHostFix(bug)));
  }
  return matches.sort(compareOsMatches);
}

/** Bugs that releases of a system fix, each with the last release that lists it. */
const fixesOf = memoize((bugs: Catalogue['bugs'], product: ProductId) => {
  const { compare } = productOf(product).versions;
  return bugs
    .filter((bug) => bug.product === product && bug.origin !== 'team' && !isLivePatch(bug))
    .map(
      (bug) =>
        [
          bug,
          bug.listings
            .map(({ version }) => version)
            .sort(compare)
            .at(-1) ?? '',
        ] as const,
    );
});

/** True for a live patch: it fixes one running kernel of a host that has its repository enabled, so no image lacks it. */
function isLivePatch({ os }: KnownBug): boolean {
  return os?.package.startsWith('kernel-livepatch-') === true;
}

/**
 * True for an advisory up to the day of a pinned release, placed by its day alone: the release's packages include its
 * fix, even if the catalogue lacks the release that brought it.
 */
function isOlderAdvisory(bug: KnownBug, pinned: Pick<PinnedOs, 'product' | 'version'>): boolean {
  if (bug.os?.assigned !== 'by date' || bug.os.date === null) return false;
  return bug.os.date <= (osDay(pinned) ?? '');
}

/** @param isOff true if the fix is in a package of the host */
function systemMatch(bug: KnownBug, release: Release, isOff: boolean): BugMatch {
  const { version, url } = release;
  const byDate = bug.os?.assigned === 'by date';
  const confidence = byDate ? 'medium' : 'high';
  return {
    bug,
    confidence,
    reason: reasonOf(bug, version),
    fixedIn: [version],
    nearestFix: version,
    url,
    applies: isOff ? 'off' : 'possible',
    urgency: urgencyOf({ bug, confidence }, new Map()),
  };
}

/** Source that states the fix: the release's notes, the bulletin, or none. */
function reasonOf({ os }: KnownBug, version: string): Text {
  if (os?.assigned === 'by date') return text('os.reason.byDate', { date: os.date ?? '', version });
  if (os === undefined) return text('os.reason.byNotes', { version });
  return os.advisory === null
    ? text('os.reason.unrated', { version })
    : text('os.reason.byVersion', { version });
}

function compareOsMatches(a: BugMatch, b: BugMatch): number {
  return (
    compareSeverity(a.bug.severity, b.bug.severity) ||
    rankOf(a.bug) - rankOf(b.bug) ||
    productOf(a.bug.product).versions.compare(b.nearestFix ?? '', a.nearestFix ?? '') ||
    compareText(a.bug.title, b.bug.title) ||
    compareText(a.bug.id, b.bug.id)
  );
}

function rankOf(bug: KnownBug): number {
  return familyRank(packageFamily(bug.os?.package ?? ''));
}
