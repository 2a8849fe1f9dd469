import { text } from '../../l10n/index.ts';
import type { BugMatch, Text } from '../../model/index.ts';
import { productName, productOf } from '../../products/index.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import { candidatesOf, type AdviceFacts } from './advice-facts.ts';

/** Release of an upstream that no release of the product contains so far. */
export interface UnreleasedFix {
  /** `PostgreSQL 17.12`. */
  name: string;
  /** Page of its notes. */
  url: string | null;
  text: Text;
}

/**
 * Newest release of the upstream's same major version that fixes urgent bugs, if no release of the product in the
 * catalogue does; else null.
 */
export function unreleasedFix(facts: AdviceFacts): UnreleasedFix | null {
  const { product, version } = facts;
  const { versions, community } = productOf(product);
  const line = versions.line(version);
  const ahead = candidatesOf(facts).filter((release) => release.line === line);
  const unfixed = urgentAmong(facts.countedAt(version)).filter(
    ({ bug, nearestFix }) =>
      bug.product !== product &&
      nearestFix !== null &&
      productOf(bug.product).versions.line(nearestFix) === line &&
      ahead.every((release) => facts.countedIdsAt(release.version).has(bug.id)),
  );
  const newest = unfixed.reduce<BugMatch | null>(
    (most, match) => (most === null || isLater(match, most) ? match : most),
    null,
  );
  if (newest === null || community === null) return null;
  const name = `${community.name} ${newest.nearestFix ?? ''}`;
  return {
    name,
    url: newest.url,
    text: text('advice.unreleased', { release: name, count: unfixed.length, product: productName(product) }),
  };
}

function isLater({ bug, nearestFix }: BugMatch, than: BugMatch): boolean {
  return productOf(bug.product).versions.compare(nearestFix ?? '', than.nearestFix ?? '') > 0;
}
