import { memoize, type Catalogue, type ProductId } from '../../model/index.ts';
import { lineageOf } from '../../products/index.ts';
import { bugsOfAny } from '../bugs/bugs-of-any.ts';
import { countableBugs, countedBugs, countedIds } from '../bugs/upstream/counted-bugs.ts';
import { bugIdsOf, reportedBugs } from '../bugs/known-bugs.ts';
import { withOpenIssues } from '../bugs/own/own-issues.ts';
import { isPreview } from '../support/support.ts';
import type { AdviceFacts } from './advice-facts.ts';
import { SOAK_DAYS, type UpgradeOptions } from './options.ts';

type BugsAt = AdviceFacts['bugsAt'];

/**
 * Collects the facts that decide the advice for a version.
 * @param versions releases that it can be, lowest first: a path begins at the lowest, and the bugs of any count
 */
export function adviceFactsOf(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  { day, states = new Map(), soakDays = SOAK_DAYS, offers = null, prefer = null }: UpgradeOptions,
): AdviceFacts {
  const lineage = lineageOf(catalogue, product);
  const [version = ''] = versions;
  const ofAny = (bugsAt: BugsAt): BugsAt =>
    versions.length < 2
      ? bugsAt
      : memoize((at) => (at === version ? bugsOfAny(versions, bugsAt) : bugsAt(at)));
  const reportedAt = ofAny((at) => reportedBugs(catalogue, product, at, states));
  const own = reportedAt(version).filter(({ bug }) => bug.origin === 'team');
  const openIds = (at: string): string[] => withOpenIssues([], own, at).map(({ bug }) => bug.id);
  const bugs = {
    bugsAt: ofAny((at) => withOpenIssues(countableBugs(catalogue, product, at, states), own, at)),
    reportedAt,
    countedAt: ofAny((at) => countedBugs(catalogue, product, at, states)),
    countedIdsAt: (at: string) => countedIds(catalogue, product, at).union(new Set(openIds(at))),
    idsAt: (at: string) =>
      (at === version ? versions : [at]).reduce(
        (ids, each) => ids.union(bugIdsOf(catalogue, product, each)),
        new Set(openIds(at)),
      ),
  };
  const noPath = isPreview(catalogue, product, version) ? 'preview' : null;
  const noPathReason = states.get('serverless-v1') === 'on' ? 'serverlessV1' : noPath;
  return {
    catalogue,
    product,
    lineage,
    version,
    versions,
    day,
    soakDays,
    offers,
    prefer,
    noPathReason,
    ...bugs,
  };
}
