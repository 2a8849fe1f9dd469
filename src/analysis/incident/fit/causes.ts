import { text } from '../../../l10n/index.ts';
import type { ProductId, Text } from '../../../model/index.ts';
import { observabilityOf } from '../../../products/index.ts';
import { THESAURUS, type Everyday, type Row } from './thesaurus.ts';
import type { Term } from './terms.ts';

/** An answer names so many. */
const MOST_CAUSES = 4;
/** What to look at where the words name nothing. */
const ALWAYS: readonly Everyday[] = ['planned', 'capacity', 'network'];

const DOUBT = { words: 0.5, number: 0.6 };

/** Messages of other engines. */
const OTHER_ENGINE =
  /autovacuum|conflict with recovery|postgres|\bpsql|ora-\d{5}|\bpg_\w+|sqlserver|mongodb/i;

/** What a symptom usually comes from where no bug is behind it, the likeliest first. */
export interface Causes {
  /** At most four, never none. */
  all: readonly Text[];
  /** Those that the words name by themselves, or an error number has: they come first even beside a strong match. */
  named: readonly Text[];
  /** Part of its relevance that a match keeps: less where the words, or the number of an error, name a cause by themselves. */
  doubt: number;
}

export function causesOf(symptom: string, terms: readonly Term[], product: ProductId): Causes {
  const keys = new Set(terms.map(({ key }) => key));
  const rows = THESAURUS.filter(({ id }) => keys.has(`=${id}`));
  const numbers = symptom.toLowerCase().match(ERROR_NUMBER) ?? [];
  const everyday = rows.filter(({ isEveryday }) => isEveryday === true);
  const ofNumbers = rows.filter(({ phrases }) => numbers.some((number) => phrases.includes(number)));
  const isOwn = observabilityOf(product)?.ownWords?.test(symptom) === true;
  const other: readonly Everyday[] = OTHER_ENGINE.test(symptom) && !isOwn ? ['other-engine'] : [];
  const named = [...other, ...causesOfRows([...everyday, ...ofNumbers])];
  const all = [...named, ...causesOfRows(rows)];
  return {
    all: inWords(all.length > 0 ? all : ALWAYS),
    named: inWords(named),
    doubt: everyday.length > 0 ? DOUBT.words : ofNumbers.some(({ causes }) => causes) ? DOUBT.number : 1,
  };
}

/** An error number or a state: `2013`, `40P01`. */
const ERROR_NUMBER = /\b(?:\d{4}|\d[\da-z]{4})\b/g;

function causesOfRows(rows: readonly Row[]): readonly Everyday[] {
  return rows.flatMap(({ causes = [] }) => causes);
}

function inWords(causes: readonly Everyday[]): Text[] {
  return [...new Set(causes)].slice(0, MOST_CAUSES).map((cause) => text(`ordinary.${cause}`));
}
