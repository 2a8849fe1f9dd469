import type { Term } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Text } from '../../../model/index.ts';
import { conceptOf, termKind } from './query.ts';
import type { Ranked } from './rank.ts';

const MOST_REASONS = 5;
const MOST_CHECKS = 4;

/** What a bug and a symptom have in common. */
export function whyOf({ shared }: Pick<Ranked, 'shared'>): Text {
  const named = shared.filter((term) => termKind(term) !== 'word');
  const telling = named.length > 0 ? named : shared;
  return text('symptom.why', { things: telling.slice(0, MOST_REASONS).map(calledAs) });
}

/** What else the bug has to do with. */
export function checkOf({ extra, match }: Pick<Ranked, 'extra' | 'match'>): Text | null {
  const conditions = extra.filter((term) => !['effect', 'word'].includes(termKind(term)));
  if (conditions.length === 0) return match.bug.features.length === 0 ? text('symptom.check.any') : null;
  return text('symptom.check', { things: conditions.slice(0, MOST_CHECKS).map(calledAs) });
}

/** A concept by its name in the reader's language, a name of the server as it is written. */
function calledAs(term: Term): Text | string {
  const concept = conceptOf(term);
  return concept === null ? term.replace(/^#/, '') : text(`concept.${concept}`);
}
