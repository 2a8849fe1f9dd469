import { text } from '../l10n/index.ts';
import { isAsOfPastDay, notesDay, type Catalogue, type ProductId, type Text } from '../model/index.ts';
import { productName } from '../products/index.ts';

/** Days on which the notes of some products were read, each YYYY-MM-DD. */
export interface NotesDays {
  /** Everything about these products is known up to this day. */
  oldest: string;
  newest: string;
  each: Readonly<Record<ProductId, string>>;
  /** `2026-10-06 (Bottlerocket: 2024-10-24)`: newest day, with the older products. For fields of programs. */
  words: string;
  /** The same in a sentence. */
  named: Text;
}

/** Days for some products; the catalogue's own day without products. */
export function notesDays(
  catalogue: Pick<Catalogue, 'asOf' | 'readOn'>,
  products: Iterable<ProductId | null>,
): NotesDays {
  const days = [...new Set(products)].flatMap((product) =>
    product === null ? [] : [[product, notesDay(catalogue, product)] as const],
  );
  const sorted = days.map(([, day]) => day).sort();
  const newest = sorted.at(-1) ?? catalogue.asOf.slice(0, 10);
  const older = days
    .filter(([, day]) => day < newest)
    .map(([product, day]) => `${productName(product)}: ${day}`)
    .sort();
  return {
    oldest: sorted[0] ?? newest,
    newest,
    each: Object.fromEntries(days),
    words: older.length === 0 ? newest : `${newest} (${older.join(', ')})`,
    named: text('notes.days', { newest, older }),
  };
}

/** Sentence about a version that the catalogue does not know: how to make it known, or that later days are left out. */
export function refreshText(catalogue: Parameters<typeof isAsOfPastDay>[0]): Text {
  return text(isAsOfPastDay(catalogue) ? 'catalogue.refresh.past' : 'catalogue.refresh');
}
