import type { AssetCounts, BugMatch, Urgency, VersionCounts } from '../../model/index.ts';
import { isReported } from './known-bugs.ts';

/** How many bugs a version has, whatever the settings of what runs it. @param matches those of low confidence too */
export function versionCounts(matches: readonly BugMatch[]): VersionCounts {
  const listed = matches.filter(({ confidence }) => confidence !== 'low');
  return {
    scope: 'version',
    listed: listed.length,
    ...byUrgency(listed),
    undetermined: matches.length - listed.length,
  };
}

/**
 * How many bugs apply to an asset: what is listed for its version without what needs features that are off here, and with
 * what the team recorded.
 * @param applying the reported bugs, the team's own among them
 * @param listed how many the notes list for the version
 */
export function assetCounts(applying: readonly BugMatch[], listed: number): AssetCounts {
  const reported = applying.filter(isReported);
  const recorded = reported.filter(({ bug }) => bug.origin === 'team').length;
  return {
    scope: 'asset',
    listed,
    off: listed - (reported.length - recorded),
    recorded,
    apply: reported.length,
    ...byUrgency(reported),
  };
}

function byUrgency(matches: readonly BugMatch[]): Record<Urgency, number> {
  const counts: Record<Urgency, number> = { urgent: 0, ordinary: 0, minor: 0 };
  for (const { urgency } of matches) counts[urgency.level]++;
  return counts;
}

/** How many of some bugs the notes list, not the team. */
export function countListed(matches: readonly BugMatch[]): number {
  return matches.filter(({ bug }) => bug.origin === 'notes').length;
}

/**
 * Numbers of an asset where its settings switch something off; else of the version: then both are the same.
 * @param matches those of low confidence and those that are off, too
 */
export function countsOf(matches: readonly BugMatch[]): VersionCounts | AssetCounts {
  const sure = matches.filter(({ confidence }) => confidence !== 'low');
  return sure.some(({ applies }) => applies === 'off')
    ? assetCounts(sure, countListed(sure))
    : versionCounts(matches);
}
