import { text } from '../../../l10n/index.ts';
import type { ProductId, Text } from '../../../model/index.ts';
import { observabilityOf } from '../../../products/index.ts';
import { isEveryday, questionConcepts, type QuestionConcept } from '../../../lexicon/index.ts';
import { causesOfConcept, type EverydayCause } from './everyday.ts';
import type { Term } from './terms.ts';

/** Number of causes in an answer. */
const MAX_CAUSES = 4;
/** Causes for a symptom whose words name none. */
const ALWAYS: readonly EverydayCause[] = ['planned', 'capacity', 'network'];

const DOUBT = { words: 0.3, number: 0.6 };

/** Messages of other engines. */
const OTHER_ENGINE =
  /autovacuum|conflict with recovery|postgres|\bpsql|ora-\d{5}|\bpg_\w+|sqlserver|mongodb/i;

/** Usual causes of a symptom without a bug, the likeliest first. */
export interface Causes {
  /** One to four causes. */
  all: readonly Text[];
  /** Causes that the words or an error number name: they come first even beside a strong match. */
  named: readonly Text[];
  /** Factor for a match's relevance: lower if the words or an error number name a cause. */
  doubt: number;
}

export function causesOf(symptom: string, terms: readonly Term[], product: ProductId): Causes {
  const keys = new Set(terms.map(({ key }) => key));
  const rows = questionConcepts().filter(({ id }) => keys.has(`=${id}`));
  const numbers = symptom.toLowerCase().match(ERROR_NUMBER) ?? [];
  const everyday = rows.filter(({ id }) => isEveryday(id));
  const ofNumbers = rows.filter(({ phrases }) => numbers.some((number) => isAmong(number, phrases)));
  const isOwn = observabilityOf(product)?.ownWords?.test(symptom) === true;
  const other: readonly EverydayCause[] = OTHER_ENGINE.test(symptom) && !isOwn ? ['other-engine'] : [];
  const isErrorKnown = ofNumbers.some(({ id }) => causesOfConcept(id).length > 0);
  const doubtOfNumbers = isErrorKnown ? DOUBT.number : 1;
  const named = [...other, ...causesOfRows([...everyday, ...ofNumbers])];
  const all = [...named, ...causesOfRows(rows)];
  return {
    all: causeTexts(all.length > 0 ? all : ALWAYS),
    named: causeTexts(named),
    doubt: everyday.length > 0 ? DOUBT.words : doubtOfNumbers,
  };
}

/** Error number or SQL state: `2013`, `40P01`. */
const ERROR_NUMBER = /\b(?:\d{4}|\d[\da-z]{4})\b/g;

function isAmong(number: string, phrases: QuestionConcept['phrases']): boolean {
  return phrases.some((phrase) => phrase.length === 1 && phrase[0]?.includes(number) === true);
}

function causesOfRows(rows: readonly QuestionConcept[]): readonly EverydayCause[] {
  return rows.flatMap(({ id }) => causesOfConcept(id));
}

function causeTexts(causes: readonly EverydayCause[]): Text[] {
  return [...new Set(causes)].slice(0, MAX_CAUSES).map((cause) => text(`ordinary.${cause}`));
}
