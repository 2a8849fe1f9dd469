import { memoize, type BugDetails, type BugMatch, type Finding } from '../../../model/index.ts';
import { isSafeLink } from '../../../report/index.ts';
import type { ShownBug, ShownDetails, ShownFinding } from '../protocol.ts';

/** Converts findings for the editor. Equal parts share one object, which is sent only once. */
export function shownFindings(findings: readonly Finding[]): ShownFinding[] {
  return findings.map(({ bugIds, ...finding }) => ({
    ...finding,
    helpUri: isLinked(finding.helpUri) ? finding.helpUri : null,
    bugs: finding.bugs && detailsOf(finding.bugs),
  }));
}

/** Memoized, because hundreds of findings link the same page. */
const isLinked = memoize(isSafeLink);

const detailsOf = memoize(({ matching, top, ...details }: BugDetails): ShownDetails => ({
  ...details,
  top: top.map((match) => shownBug(match)),
}));

const shownBug = memoize(
  ({ bug: { title, titleIn }, nearestFix, url, urgency: { why } }: BugMatch): ShownBug => ({
    bug: { title, ...(titleIn === undefined ? {} : { titleIn }) },
    ...{ nearestFix, url },
    urgency: { why },
  }),
);
