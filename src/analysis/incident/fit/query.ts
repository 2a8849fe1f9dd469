import {
  CAUSES,
  conceptsIn,
  conceptTerm,
  errorNumbers,
  ERRORS,
  isConcept,
  kindOfConcept,
  nameTerm,
  signTerms,
  type Concept,
  type Ordinary,
  type Term,
} from '../../../catalogue/index.ts';

/** What a described symptom says, in terms that bugs have too. */
export interface SymptomQuery {
  terms: readonly Term[];
  concepts: readonly Concept[];
  errors: readonly number[];
  /** Everyday causes that the words name by themselves. */
  causes: readonly Ordinary[];
  /** Where the errors in it usually come from. */
  usual: readonly Ordinary[];
  /** Terms that the usual error says by itself: they count once for all of them. */
  ofErrors: ReadonlySet<Term>;
}

/** Reads a log line, an error, a name or a sentence in English or Japanese. */
export function readSymptom(symptom: string): SymptomQuery {
  if (latest.symptom !== symptom) latest = { symptom, query: queryOf(symptom) };
  return latest.query;
}

/** A replacement loop as the database sees it. */
export const LOOP_SYMPTOM = 'connections aborted under many connects';

/** One is asked of many versions. Of a loop each scan asks, and a hundred patterns are compiled to read a first symptom. */
let latest: { symptom: string; query: SymptomQuery } = {
  symptom: LOOP_SYMPTOM,
  query: {
    terms: ['@connection-lost', '@surge', 'abort', 'connect', 'many'],
    concepts: ['connection-lost', 'surge'],
    ...{ errors: [], causes: [], usual: [], ofErrors: new Set() },
  },
};

function queryOf(symptom: string): SymptomQuery {
  const lower = symptom.toLowerCase();
  const errors = errorNumbers(symptom);
  return {
    terms: signTerms(symptom),
    concepts: conceptsIn(symptom),
    errors,
    causes: CAUSES.flatMap(([cause, words]) => (words.test(lower) ? [cause] : [])),
    usual: errors.flatMap((number) => ERRORS.get(number)?.ordinary ?? []),
    ofErrors: new Set(
      errors.flatMap((number) => [
        nameTerm(number),
        ...(ERRORS.get(number)?.concepts ?? []).map(conceptTerm),
      ]),
    ),
  };
}

/** What a term is: of one kind of concept, a name of the server, or a plain word. */
export type TermKind = 'effect' | 'role' | 'thing' | 'circumstance' | 'name' | 'word';

export function termKind(term: Term): TermKind {
  if (term.startsWith('#')) return 'name';
  const concept = conceptOf(term);
  return concept === null ? 'word' : kindOfConcept(concept);
}

export function conceptOf(term: Term): Concept | null {
  const code = term.slice(1);
  return term.startsWith('@') && isConcept(code) ? code : null;
}
