import {
  compareText,
  compareVersions,
  type Asset,
  type BugMatch,
  type FindingSeverity,
  type Catalogue,
} from '../../model/index.ts';
import { isSystem, hasLineage, lineageOf, productOf } from '../../products/index.ts';
import type { AlertInput } from './alert-input.ts';
import { idOf, type Alert, type AlertBug } from './alert.ts';
import {
  exposedAssets,
  exposuresTo,
  isListedIn,
  markTold,
  wasListed,
  wasTold,
  type Exposure,
} from './exposure.ts';
import { placesOf, type Running } from '../running.ts';
import { keyOf, type SeenRelease } from '../seen.ts';
import { fixKeys } from '../os-fixes.ts';
import { newFixesText, newReleaseText, olderReleaseText, type Run } from './texts.ts';

/** A version that you run, and its bugs that a release fixes. */
interface Exposed {
  group: Running;
  exposures: readonly Exposure[];
}

/** Releases to go to that fix bugs of what you run. */
export function newReleases({ catalogue, news, running, today }: AlertInput, told: Set<string>): Alert[] {
  return news.releases.flatMap((release) => {
    const exposed = running
      .filter((group) => isRelated(catalogue, release, group) && isAbove(release, group))
      .map((group) => ({
        group,
        exposures: exposuresTo(group, (match) => isListedIn(match, release.version)),
      }));
    return releaseAlert(release, exposed, { today, told }, ({ runs, bugs, assets }) => ({
      kind: 'new-release',
      id: idOf('new-release', release.product, release.version),
      message: newReleaseText(release, runs, bugs, placesOf(assets)),
    }));
  });
}

/** Releases of older branches: nobody goes there, but what they fix may be a bug of newer ones that was not known. */
export function olderReleases(
  { catalogue, news, running, before, today }: AlertInput,
  told: Set<string>,
): Alert[] {
  const isOld = wasListed(before);
  return news.releases.flatMap((release) => {
    const isNews = (match: BugMatch): boolean => isListedIn(match, release.version) && !isOld(match);
    const exposed = running
      .filter((group) => isRelated(catalogue, release, group) && !isAbove(release, group))
      .map((group) => {
        const exposures = exposuresTo(group, isNews);
        return { group, exposures: exposures.filter(({ match, assetId }) => !wasTold(told, match, assetId)) };
      });
    return releaseAlert(release, exposed, { today, told }, ({ runs, bugs }) => ({
      kind: 'new-bug',
      id: idOf('new-bug', release.product, release.version),
      message: olderReleaseText(release, runs, bugs),
    }));
  });
}

/** Operating system releases that were there before, and of whose fixes an advisory or their page tells only now. */
export function newFixes({ news, running, before, now, today }: AlertInput, told: Set<string>): Alert[] {
  if (news.fixes.size === 0) return [];
  const known = new Set(before.releases.map(({ product, version }) => keyOf(product, version)));
  const isNews = (match: BugMatch): boolean => fixKeys(match.bug).some((key) => news.fixes.has(key));
  return now.releases.flatMap((release) => {
    if (!isSystem(release.product) || !known.has(keyOf(release.product, release.version))) return [];
    const exposed = running
      .filter(({ product }) => product === release.product)
      .map((group) => {
        const exposures = exposuresTo(group, (match) => isListedIn(match, release.version) && isNews(match));
        return { group, exposures: exposures.filter(({ match, assetId }) => !wasTold(told, match, assetId)) };
      });
    return releaseAlert(release, exposed, { today, told }, ({ runs, bugs }) => ({
      kind: 'new-bug',
      id: idOf('new-fixes', release.product, release.version, ...bugs.map(({ id }) => id).sort()),
      message: newFixesText(release, runs, bugs),
    }));
  });
}

/** A release of another major version may list the same bug; what it fixes is fixed there. */
function isRelated(catalogue: Catalogue, release: SeenRelease, { product, version }: Running): boolean {
  if (product !== release.product) return false;
  return !hasLineage(product) || lineageOf(catalogue, product).concerns(release.version, version);
}

/** Whether a release can be one to go to from what runs. */
function isAbove(release: SeenRelease, { product, version }: Running): boolean {
  return isSystem(product) || productOf(product).versions.compare(release.version, version) > 0;
}

/** What an alert about a release follows from. */
interface Lacking {
  runs: readonly Run[];
  bugs: readonly AlertBug[];
  assets: readonly Asset[];
}

/** One alert about a release and all versions that lack its fixes, or none. */
function releaseAlert(
  release: SeenRelease,
  exposed: readonly Exposed[],
  { today, told }: { today: string; told: Set<string> },
  tell: (lacking: Lacking) => Pick<Alert, 'kind' | 'id' | 'message'>,
): Alert[] {
  const groups = exposed
    .filter(({ exposures }) => exposures.length > 0)
    .sort(
      (a, b) => b.exposures.length - a.exposures.length || compareVersions(b.group.version, a.group.version),
    );
  if (groups.length === 0) return [];
  const exposures = groups.flatMap((entry) => entry.exposures);
  for (const { match, assetId } of exposures) markTold(told, match, assetId);
  const bugs = bugsOf(exposures.map(({ match }) => match));
  const runs = groups.map(({ group, exposures: own }) => ({
    version: group.version,
    fixes: new Set(own.map(({ match }) => match.bug.id)).size,
    assets: exposedAssets(group, own),
  }));
  const assets = runs.flatMap((run) => run.assets);
  return [
    {
      ...tell({ runs, bugs, assets }),
      severity: weightOf(bugs),
      product: release.product,
      release: release.version,
      versions: [release.version, ...runs.map(({ version }) => version)],
      assetIds: assets.map(({ id }) => id),
      bugs,
      changes: [],
      url: release.url,
      foundOn: today,
    },
  ];
}

/** Urgent bugs make an alert a serious one; what has none is listed, and alarms nobody. */
export function weightOf(bugs: readonly AlertBug[]): FindingSeverity {
  const urgent = bugs.filter(({ urgency }) => urgency === 'urgent');
  if (urgent.length > 0) return urgent.some(({ severity }) => severity === 'critical') ? 'critical' : 'high';
  return bugs.some(({ urgency }) => urgency === 'ordinary') ? 'medium' : 'low';
}

/** The bugs of some matches, each once, the most urgent first. */
export function bugsOf(matches: readonly BugMatch[]): AlertBug[] {
  const once = new Map(matches.toSorted(byUrgency).map((match) => [match.bug.id, match]));
  return [...once.values()].toReversed().map(({ bug: { id, title, titleIn, severity }, urgency }) => ({
    id,
    title,
    ...(titleIn && { titleIn }),
    severity,
    urgency: urgency.level,
  }));
}

/** The least urgent first, so that of one bug in several assets the most urgent answer stays. */
function byUrgency(a: BugMatch, b: BugMatch): number {
  return a.urgency.score - b.urgency.score || compareText(b.bug.id, a.bug.id);
}
