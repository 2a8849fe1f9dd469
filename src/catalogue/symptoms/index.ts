/** What symptoms and release notes speak of, in one form: the front door of signatures. */
export { isConcept, kindOfConcept, type Concept } from './concepts.ts';
export { errorNumbers } from './identifiers.ts';
export { conceptsIn, conceptTerm, nameTerm, signTerms, type Term } from './signature.ts';
export { CAUSES, ERRORS, type Ordinary } from './signs.ts';
