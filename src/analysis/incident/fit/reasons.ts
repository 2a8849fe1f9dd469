import type { Term } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Text } from '../../../model/index.ts';
import { conceptOf, termKind } from './query.ts';
import type { Ranked } from './rank.ts';

const MOST_REASONS = 5;

/** What a bug and a symptom have in common. */
export function whyOf({ shared }: Pick<Ranked, 'shared'>): Text {
  const named = shared.filter((term) => termKind(term) !== 'word');
  const telling = named.length > 0 ? named : shared;
  return text('symptom.why', { things: telling.slice(0, MOST_REASONS).map(calledAs) });
}

/** A concept by its name in the reader's language, a name of the server as it is written. */
export function calledAs(term: Term): Text | string {
  const concept = conceptOf(term);
  return concept === null ? term.replace(/^#/, '') : text(`concept.${concept}`);
}
