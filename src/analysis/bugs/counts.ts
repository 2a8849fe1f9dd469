import type { AssetCounts, BugMatch, Urgency, VersionCounts } from '../../model/index.ts';
import { isReported } from './known-bugs.ts';

/**
 * Numbers of bugs in a version, regardless of settings.
 * @param matches including those of low confidence
 */
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
 * Number of bugs that apply to an asset: those listed for its version, without those that need a feature which is off,
 * and with those that the team recorded.
 * @param applying the reported bugs, including the team's own
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

/** Number of bugs that the notes list; the team's own are not counted. */
export function countListed(matches: readonly BugMatch[]): number {
  return matches.filter(({ bug }) => bug.origin === 'notes').length;
}

/**
 * Counts for an asset if its settings switch a feature off; else those of its version, which are the same.
 * @param matches including those of low confidence and those that are off
 */
export function countsOf(matches: readonly BugMatch[]): VersionCounts | AssetCounts {
  const sure = matches.filter(({ confidence }) => confidence !== 'low');
  return sure.some(({ applies }) => applies === 'off')
    ? assetCounts(sure, countListed(sure))
    : versionCounts(matches);
}
