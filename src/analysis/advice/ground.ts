import { memoize, type BugMatch, type Release } from '../../model/index.ts';
import { productOf, type Lineage } from '../../products/index.ts';
import { daysBetween, supportOf } from '../support/support.ts';
import { linesOf, type Terrain } from './upgrade-path.ts';

/** Facts from which the advice for a version is decided. */
export interface Ground extends Terrain {
  version: string;
  /** Days that a release must have been out before it is chosen. */
  soakDays: number;
  prefer: 'lts' | null;
  /** All bugs of a version, those of low confidence too. */
  bugsAt: (version: string) => readonly BugMatch[];
  /** Those of them that are reported. */
  reportedAt: (version: string) => readonly BugMatch[];
  /** The ids of all of them. */
  idsAt: (version: string) => ReadonlySet<string>;
  /** No page tells of a way from here: from a preview, and which releases Aurora Serverless v1 can run. */
  wayless: 'preview' | 'serverlessV1' | null;
}

/**
 * Releases above, lowest first, that the vendor neither withdrew nor calls a beta. What is built apart from the lines
 * that lead to each other has no way to them, and they have none to it.
 */
export function candidatesOf({
  product,
  lineage,
  version,
  wayless,
}: Pick<Ground, 'product' | 'lineage' | 'version' | 'wayless'>): Release[] {
  if (wayless !== null) return [];
  const { compare, line } = productOf(product).versions;
  const lines = linesOf(product);
  const open = lines.includes(line(version)) ? lines : [line(version)];
  return offeredReleases(lineage, compare).filter(
    (release) => compare(release.version, version) > 0 && open.includes(release.line),
  );
}

/** The releases that one can go to, lowest first. */
const offeredReleases = memoize((lineage: Lineage, compare: (a: string, b: string) => number) =>
  lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .filter(({ status }) => !status.includes('beta') && !status.includes('deprecated'))
    .sort((a, b) => compare(a.version, b.version)),
);

/** Out of standard support on that day; false where the calendar does not tell. */
export function isOutOfSupport({ catalogue, product, day }: Terrain, { version }: Release): boolean {
  const phase = supportOf(catalogue, product, version, day)?.phase ?? 'standard';
  return phase !== 'standard';
}

/** Published long enough ago. */
export function isSettled({ day, soakDays }: Pick<Ground, 'day' | 'soakDays'>, release: Release): boolean {
  return daysBetween(release.date, day) >= soakDays;
}
