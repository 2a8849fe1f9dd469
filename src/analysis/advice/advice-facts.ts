import type { BugMatch, Release } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { daysBetween, supportOf } from '../support/support.ts';
import { linesOf, offeredReleases, type UpgradeFacts } from './upgrade-path.ts';

/** Facts from which the advice for a version is decided. */
export interface AdviceFacts extends UpgradeFacts {
  version: string;
  /** Releases that a range can be, lowest first; else the version alone. */
  versions: readonly string[];
  /** Days that a release must have been out before it is chosen. */
  soakDays: number;
  prefer: 'lts' | null;
  /** All bugs of a version that are counted, including those of low confidence and of an upstream that runs unchanged. */
  bugsAt: (version: string) => readonly BugMatch[];
  /** Bugs of a version that are reported, and influence the choice: those of the product's own notes. */
  reportedAt: (version: string) => readonly BugMatch[];
  /** Ids of all bugs of a version in those notes. */
  idsAt: (version: string) => ReadonlySet<string>;
  /** Both again, with the bugs of an upstream that runs unchanged. */
  countedAt: (version: string) => readonly BugMatch[];
  countedIdsAt: (version: string) => ReadonlySet<string>;
  /** Reason why no page states an upgrade path: a preview, or the releases of Aurora Serverless v1. */
  noPathReason: 'preview' | 'serverlessV1' | null;
}

/**
 * Offered releases above the present one, lowest first. A release outside the lineage has no path to or from the others.
 */
export function candidatesOf({
  product,
  lineage,
  version,
  noPathReason,
}: Pick<AdviceFacts, 'product' | 'lineage' | 'version' | 'noPathReason'>): Release[] {
  if (noPathReason !== null) return [];
  const { compare, line } = productOf(product).versions;
  const lines = linesOf(product);
  const open = lines.includes(line(version)) ? lines : [line(version)];
  return offeredReleases(lineage, product).filter(
    (release) => compare(release.version, version) > 0 && open.includes(release.line),
  );
}

/** True if standard support has ended by that day; false if the calendar does not state it. */
export function isOutOfSupport({ catalogue, product, day }: UpgradeFacts, { version }: Release): boolean {
  const phase = supportOf(catalogue, product, version, day)?.phase ?? 'standard';
  return phase !== 'standard';
}

/** True if a release has been out for the soak time. */
export function isSettled(
  { day, soakDays }: Pick<AdviceFacts, 'day' | 'soakDays'>,
  release: Release,
): boolean {
  return daysBetween(release.date, day) >= soakDays;
}
