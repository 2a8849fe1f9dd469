import { text } from '../../../l10n/index.ts';
import {
  memoize,
  type Advice,
  compareSeverity,
  isSerious,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type EditorLevel,
  type Finding,
  type FindingSeverity,
} from '../../../model/index.ts';
import { productOf, type PinnedOs } from '../../../products/index.ts';
import { assetCounts, countListed } from '../../bugs/counts.ts';
import { commonFindingParts } from '../../judging/finding-parts.ts';
import type { OsReleaseGap } from '../../bugs/systems/release-gap.ts';
import { osBehindMessage, osImageFacts, osNewerMessage } from '../../bugs/systems/messages.ts';
import { osLineMessage } from './line-message.ts';
import { osAdvice } from '../../upgrade/upgrade-os.ts';
import type { AdviceOptions } from '../../advice/options.ts';
import { osSupportOf } from '../../support/system-support.ts';
import { warningText } from '../../bugs/systems/release-notices.ts';
import { informationFinding, type Assets } from './information.ts';

/** Number of bugs that a hover shows. */
const MAX_SHOWN_BUGS = 5;

type OsOptions = Pick<ReturnType<AdviceOptions>, 'day' | 'soakDays'>;

/** Finding about fixes that one image lacks; null if there is nothing to report. */
export function behindFinding(
  catalogue: Catalogue,
  behind: OsReleaseGap,
  assets: Assets,
  options: OsOptions,
): Finding | null {
  const { pinned, releases, isNewer, warnings, ownIssues, coverage } = behind;
  if (isNewer) {
    const message = osNewerMessage(catalogue, behind);
    return {
      ...informationFinding('unknown-version', catalogue, pinned.product, assets, message),
      level: 'information',
      coverage,
    };
  }
  if (releases === 0 && warnings.length === 0 && ownIssues.length === 0) return null;
  const advice = adviceOf(catalogue, pinned, options.day, options.soakDays);
  const bugs = detailsOf(catalogue, behind, options.day, advice);
  return {
    ruleId: 'known-bugs',
    ...commonFindingParts(assets),
    severity: severityOfBehind(behind),
    level: levelOfBehind(behind),
    applies: 'possible',
    message: osLineMessage(catalogue, behind, bugs.counts, assets, advice),
    bugIds: reportedMatches(behind).map(({ bug }) => bug.id),
    bugs,
    coverage,
    helpUri: behind.newest.url,
  };
}

/** Counted fixes; if there are none, the team's own issues. */
function reportedMatches({ matches, ownIssues }: OsReleaseGap): readonly BugMatch[] {
  return matches.length > 0 ? matches : ownIssues;
}

function severityOfBehind(behind: OsReleaseGap): FindingSeverity {
  const { warnings, days } = behind;
  const isRecalled = warnings.some(({ topic }) => topic === 'recalled');
  const byAge = days > 90 || warnings.length > 0 ? 'medium' : 'low';
  return worstOf(isRecalled ? 'high' : byAge, reportedMatches(behind)[0]?.bug.severity);
}

function worstOf(a: FindingSeverity, b: FindingSeverity = 'info'): FindingSeverity {
  return compareSeverity(a, b) <= 0 ? a : b;
}

/** Level of a finding. A warning in the notes about the release itself counts like a missing serious fix. */
function levelOfBehind(behind: OsReleaseGap): EditorLevel {
  const { warnings } = behind;
  const [worst] = reportedMatches(behind);
  const isLoud = (worst !== undefined && isSerious(worst.bug.severity)) || warnings.length > 0;
  return isLoud ? 'warning' : 'information';
}

function detailsOf(
  catalogue: Catalogue,
  behind: OsReleaseGap,
  today: string,
  advice: Advice | null,
): BugDetails {
  const { pinned, matches, ofHost, warnings } = behind;
  const support = osSupportOf(catalogue, pinned.product, today);
  return {
    product: pinned.product,
    version: productOf(pinned.product).system?.pinName(pinned) ?? pinned.version,
    counts: assetCounts(matches, countListed(matches) + ofHost),
    matching: matches.filter(({ applies }) => applies === 'on').length,
    top: matches.slice(0, MAX_SHOWN_BUGS),
    ...(support !== null && {
      support: text(support.phase === 'ended' ? 'upgrade.support.ended' : 'upgrade.support.until', {
        date: support.ends,
      }),
    }),
    ...(warnings.length > 0 && { notices: warnings.map(warningText) }),
    facts: [osBehindMessage(catalogue, behind, 1), ...osImageFacts(behind)],
    advice,
  };
}

/** Memoized, because hundreds of places pin one release. */
const adviceOf = memoize(
  (catalogue: Catalogue, pinned: PinnedOs, day: string, soakDays: number): Advice | null =>
    osAdvice(catalogue, pinned, { day, soakDays }).advice,
  (catalogue, pinned, day, soakDays) => [catalogue, day, soakDays, Object.values(pinned).join(' ')],
);
