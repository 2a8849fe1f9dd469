import { text } from '../../../l10n/index.ts';
import { isAsOfPastDay, type Catalogue, type ProductId, type Text } from '../../../model/index.ts';
import { productName, productOf } from '../../../products/index.ts';
import { hasAdvisories } from './coverage.ts';
import { osReleases } from './releases.ts';

/** Systems that have advisories, none of which the catalogue has; each once. */
export function systemsWithoutAdvisories(
  catalogue: Pick<Catalogue, 'bugs'>,
  ids: Iterable<ProductId | null>,
): ProductId[] {
  return [...new Set(ids)].filter((id): id is ProductId => {
    if (id === null) return false;
    const { notes, system } = productOf(id);
    return notes !== null && system?.hasAdvisories === true && !hasAdvisories(catalogue.bugs, id);
  });
}

/** Numbers of advisories for parts that no known release contains, for systems that have any. */
export function laterAdvisories(
  catalogue: Pick<Catalogue, 'laterAdvisories'>,
  ids: Iterable<ProductId | null>,
): Record<ProductId, number> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id): [ProductId, number][] => {
      const count = id === null ? 0 : (catalogue.laterAdvisories?.[id] ?? 0);
      return id === null || count === 0 ? [] : [[id, count]];
    }),
  );
}

/** Sentences about advisories that no count contains; null if there are none. */
export function missingAdvisories(
  catalogue: Pick<Catalogue, 'bugs' | 'source' | 'calendarReadOn' | 'laterAdvisories' | 'releases'>,
  ids: Iterable<ProductId | null>,
): Text | null {
  const own = [...ids];
  const unread = unreadAdvisories(catalogue, own);
  const later = Object.entries(laterAdvisories(catalogue, own)).flatMap(([product, count]) => {
    const version = osReleases(catalogue, product).at(-1)?.version;
    return version === undefined
      ? []
      : text('os.advisories.later', { count, name: productName(product), version });
  });
  const parts = [...(unread === null ? [] : [unread]), ...later];
  return parts.length > 1 ? text('advice.sentences', { parts }) : (parts[0] ?? null);
}

/** Sentence about systems without advisories, and what a refresh adds; null if there are none. */
function unreadAdvisories(
  catalogue: Pick<Catalogue, 'bugs' | 'source' | 'calendarReadOn'>,
  ids: readonly (ProductId | null)[],
): Text | null {
  const names = systemsWithoutAdvisories(catalogue, ids).map(productName).sort();
  if (names.length === 0) return null;
  const isEmbedded = catalogue.source === 'snapshot';
  const missing = text(isEmbedded ? 'os.advisories.notEmbedded' : 'os.advisories.notKnown', { names });
  // A refresh adds nothing to a past day.
  if (isAsOfPastDay(catalogue)) return missing;
  return text(isEmbedded ? 'os.advisories.firstRefresh' : 'os.advisories.nextRefresh', { missing });
}
