import {
  compareText,
  compareVersions,
  type Asset,
  type BugMatch,
  type FindingSeverity,
  type Catalogue,
} from '../../model/index.ts';
import { isSystem, isUpstreamOnly, hasLineage, lineageOf, productOf } from '../../products/index.ts';
import type { AlertInput } from './alert-input.ts';
import { idOf, type Alert, type AlertBug } from './alert.ts';
import {
  exposedAssets,
  exposuresTo,
  isListedIn,
  markReported,
  createListedTest,
  wasReported,
  type Exposure,
} from './exposure.ts';
import { placesOf, type VersionGroup } from '../versions/version-groups.ts';
import { keyOf, type PublishedRelease } from '../publications/publications.ts';
import { fixKeys } from '../publications/os-fixes.ts';
import { newFixesText, newReleaseText, olderReleaseText, type AffectedVersion } from './texts.ts';

/** A version in use, and those bugs of its assets that a release fixes. */
interface ExposedVersion {
  group: VersionGroup;
  exposures: readonly Exposure[];
}

/** Alerts for possible upgrades that fix bugs of versions in use. */
export function newReleases({ catalogue, news, inUse, today }: AlertInput, reported: Set<string>): Alert[] {
  // A product's own release comes before its upstream's, which then does not report the same bugs again.
  const releases = news.releases.toSorted(
    (a, b) => Number(isUpstreamOnly(a.product)) - Number(isUpstreamOnly(b.product)),
  );
  return releases.flatMap((release) => {
    const exposed = inUse
      .filter((group) => isRelated(catalogue, release, group) && isAbove(release, group))
      .map((group) => ({
        group,
        exposures: exposuresTo(group, (match) => isListedIn(match, release.version)).filter(
          ({ match, assetId }) => group.runs === undefined || !wasReported(reported, match, assetId),
        ),
      }));
    return releaseAlert(release, exposed, { today, reported }, ({ affected, bugs, assets }) => ({
      kind: 'new-release',
      id: idOf('new-release', release.product, release.version),
      message: newReleaseText(release, affected, bugs, placesOf(assets)),
    }));
  });
}

/** Alerts for releases of older lines, which are no upgrade, but whose fixes can reveal bugs of newer versions. */
export function olderReleases(
  { catalogue, news, inUse, before, today }: AlertInput,
  reported: Set<string>,
): Alert[] {
  const isOld = createListedTest(before);
  return news.releases.flatMap((release) => {
    const isNews = (match: BugMatch): boolean => isListedIn(match, release.version) && !isOld(match);
    const exposed = inUse
      .filter((group) => isRelated(catalogue, release, group) && !isAbove(release, group))
      .map((group) => {
        const exposures = exposuresTo(group, isNews);
        return {
          group,
          exposures: exposures.filter(({ match, assetId }) => !wasReported(reported, match, assetId)),
        };
      });
    return releaseAlert(release, exposed, { today, reported }, ({ affected, bugs }) => ({
      kind: 'new-bug',
      id: idOf('new-bug', release.product, release.version),
      message: olderReleaseText(release, affected, bugs),
    }));
  });
}

/** Alerts for earlier operating system releases whose fixes were published since the last look. */
export function newFixes({ news, inUse, before, now, today }: AlertInput, reported: Set<string>): Alert[] {
  if (news.fixes.size === 0) return [];
  const known = new Set(before.releases.map(({ product, version }) => keyOf(product, version)));
  const isNews = (match: BugMatch): boolean => fixKeys(match.bug).some((key) => news.fixes.has(key));
  return now.releases.flatMap((release) => {
    if (!isSystem(release.product) || !known.has(keyOf(release.product, release.version))) return [];
    const exposed = inUse
      .filter(({ product }) => product === release.product)
      .map((group) => {
        const exposures = exposuresTo(group, (match) => isListedIn(match, release.version) && isNews(match));
        return {
          group,
          exposures: exposures.filter(({ match, assetId }) => !wasReported(reported, match, assetId)),
        };
      });
    return releaseAlert(release, exposed, { today, reported }, ({ affected, bugs }) => ({
      kind: 'new-bug',
      id: idOf('new-fixes', release.product, release.version, ...bugs.map(({ id }) => id).sort()),
      message: newFixesText(release, affected, bugs),
    }));
  });
}

/** True if a release belongs to the same major version. A release of another major version fixes the bug only there. */
function isRelated(
  catalogue: Catalogue,
  release: PublishedRelease,
  { product, version }: VersionGroup,
): boolean {
  if (product !== release.product) return false;
  return !hasLineage(product) || lineageOf(catalogue, product).concerns(release.version, version);
}

/** News about releases, those of lines in use first: the same words can stand in the notes of many lines. */
export function ownLinesFirst<T extends { release: PublishedRelease }>(
  news: readonly T[],
  { catalogue, inUse }: AlertInput,
): T[] {
  const isOfOtherLine = ({ release }: T): boolean =>
    !inUse.some((group) => isRelated(catalogue, release, group));
  return news.toSorted((a, b) => Number(isOfOtherLine(a)) - Number(isOfOtherLine(b)));
}

/** True if a release can be an upgrade from the version in use. */
function isAbove(release: PublishedRelease, { product, version }: VersionGroup): boolean {
  return isSystem(product) || productOf(product).versions.compare(release.version, version) > 0;
}

/** Versions, bugs and assets that an alert about a release names. */
interface ReleaseImpact {
  affected: readonly AffectedVersion[];
  bugs: readonly AlertBug[];
  assets: readonly Asset[];
}

/** Alert about a release, for all versions that lack its fixes; none without such versions. */
function releaseAlert(
  release: PublishedRelease,
  exposed: readonly ExposedVersion[],
  { today, reported }: { today: string; reported: Set<string> },
  describe: (lacking: ReleaseImpact) => Pick<Alert, 'kind' | 'id' | 'message'>,
): Alert[] {
  const groups = exposed
    .filter(({ exposures }) => exposures.length > 0)
    .sort(
      (a, b) => b.exposures.length - a.exposures.length || compareVersions(b.group.version, a.group.version),
    );
  if (groups.length === 0) return [];
  const exposures = groups.flatMap((entry) => entry.exposures);
  for (const { match, assetId } of exposures) markReported(reported, match, assetId);
  const bugs = bugsOf(exposures.map(({ match }) => match));
  const affected = groups.map(({ group, exposures: own }) => ({
    ...(group.runs ?? { product: group.product, version: group.version }),
    fixes: new Set(own.map(({ match }) => match.bug.id)).size,
    assets: exposedAssets(group, own),
  }));
  const assets = affected.flatMap((run) => run.assets);
  return [
    {
      ...describe({ affected, bugs, assets }),
      severity: severityOfBugs(bugs),
      product: release.product,
      release: release.version,
      versions: [...new Set([release.version, ...affected.map(({ version }) => version)])],
      assetIds: assets.map(({ id }) => id),
      bugs,
      changes: [],
      url: release.url,
      foundOn: today,
    },
  ];
}

/** Severity of an alert from its bugs: urgent bugs make it high, others are listed only. */
export function severityOfBugs(bugs: readonly AlertBug[]): FindingSeverity {
  const urgent = bugs.filter(({ urgency }) => urgency === 'urgent');
  if (urgent.length > 0) return urgent.some(({ severity }) => severity === 'critical') ? 'critical' : 'high';
  return bugs.some(({ urgency }) => urgency === 'ordinary') ? 'medium' : 'low';
}

/** Bugs of some matches, each once, the most urgent first. */
export function bugsOf(matches: readonly BugMatch[]): AlertBug[] {
  const byId = new Map(matches.toSorted(byRisingUrgency).map((match) => [match.bug.id, match]));
  return [...byId.values()].toReversed().map(({ bug: { id, title, titleIn, severity }, urgency }) => ({
    id,
    title,
    ...(titleIn && { titleIn }),
    severity,
    urgency: urgency.level,
  }));
}

/** Sorts the least urgent first, so that the most urgent match of a bug overwrites the others. */
function byRisingUrgency(a: BugMatch, b: BugMatch): number {
  return a.urgency.score - b.urgency.score || compareText(b.bug.id, a.bug.id);
}
