import type { Catalogue, ProductId } from '../../model/index.ts';
import { lineageOf } from '../../products/index.ts';
import { countableBugs, countedBugs, countedIds } from '../bugs/upstream/counted-bugs.ts';
import { bugIdsOf, reportedBugs } from '../bugs/known-bugs.ts';
import { withOpenIssues } from '../bugs/own/own-issues.ts';
import { isPreview } from '../support/support.ts';
import type { AdviceFacts } from './advice-facts.ts';
import { SOAK_DAYS, type UpgradeOptions } from './options.ts';

/** Collects the facts that decide the advice for a version. */
export function adviceFactsOf(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  { day, states = new Map(), soakDays = SOAK_DAYS, offers = null, prefer = null }: UpgradeOptions,
): AdviceFacts {
  const lineage = lineageOf(catalogue, product);
  const own = reportedBugs(catalogue, product, version, states).filter(({ bug }) => bug.origin === 'team');
  const openIds = (at: string): string[] => withOpenIssues([], own, at).map(({ bug }) => bug.id);
  const bugs = {
    bugsAt: (at: string) => withOpenIssues(countableBugs(catalogue, product, at, states), own, at),
    reportedAt: (at: string) => reportedBugs(catalogue, product, at, states),
    countedAt: (at: string) => countedBugs(catalogue, product, at, states),
    countedIdsAt: (at: string) => countedIds(catalogue, product, at).union(new Set(openIds(at))),
    idsAt: (at: string) => bugIdsOf(catalogue, product, at).union(new Set(openIds(at))),
  };
  const noPath = isPreview(catalogue, product, version) ? 'preview' : null;
  const noPathReason = states.get('serverless-v1') === 'on' ? 'serverlessV1' : noPath;
  return { catalogue, product, lineage, version, day, soakDays, offers, prefer, noPathReason, ...bugs };
}
