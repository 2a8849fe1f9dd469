import { text } from '../../../l10n/index.ts';
import { isAsOfPastDay, type Catalogue, type ProductId, type Text } from '../../../model/index.ts';
import { productName, productOf } from '../../../products/index.ts';
import { hasAdvisories } from './coverage.ts';

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

/** Sentence about systems without advisories, and what a refresh adds; null if there are none. */
export function missingAdvisories(
  catalogue: Pick<Catalogue, 'bugs' | 'source' | 'calendarReadOn'>,
  ids: Iterable<ProductId | null>,
): Text | null {
  const names = systemsWithoutAdvisories(catalogue, ids).map(productName).sort();
  if (names.length === 0) return null;
  const isEmbedded = catalogue.source === 'snapshot';
  const missing = text(isEmbedded ? 'os.advisories.notEmbedded' : 'os.advisories.notKnown', { names });
  // A refresh adds nothing to a past day.
  if (isAsOfPastDay(catalogue)) return missing;
  return text(isEmbedded ? 'os.advisories.firstRefresh' : 'os.advisories.nextRefresh', { missing });
}
