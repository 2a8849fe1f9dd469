import { quoted, text } from '../../l10n/index.ts';
import type { Asset, BugMatch, VersionCoverage, Finding } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { assetCounts } from '../bugs/counts.ts';
import { isReported } from '../bugs/known-bugs.ts';
import { countsByKind, commonFindingParts } from '../judging/finding-parts.ts';
import { MAX_SHOWN_BUGS, worstSeverity } from './bug-finding.ts';

/** Number of issues that are named; the rest is counted. */
const MAX_NAMED_ISSUES = 2;

/** Finding about issues that the team recorded for a version without notes: its only known bugs. */
export function ownIssuesFinding(
  { product, version, coverage }: VersionCoverage,
  assets: readonly [Asset, ...Asset[]],
  matches: readonly BugMatch[],
): Finding | null {
  const reported = matches.filter(isReported);
  if (reported.length === 0) return null;
  const counts = assetCounts(reported, 0);
  const matching = reported.filter(({ applies }) => applies === 'on').length;
  return {
    ruleId: 'known-bugs',
    ...commonFindingParts(assets),
    severity: worstSeverity(reported),
    level: counts.urgent > 0 ? 'warning' : 'information',
    applies: matching > 0 ? 'on' : 'possible',
    message: text('finding.ownIssues', {
      name: productName(product),
      version,
      kinds: countsByKind(assets),
      count: reported.length,
      titles: reported.slice(0, MAX_NAMED_ISSUES).map(({ bug }) => quoted(bug.title)),
      isMore: reported.length > MAX_NAMED_ISSUES,
    }),
    bugIds: reported.map(({ bug }) => bug.id),
    bugs: { product, version, counts, matching, top: reported.slice(0, MAX_SHOWN_BUGS), advice: null },
    coverage,
    helpUri: '',
  };
}
