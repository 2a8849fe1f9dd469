import type { Concept } from '../concept.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { EFFECTS } from './effects.ts';
import { EVERYDAY } from './everyday.ts';
import { FAILURES } from './failures.ts';
import { PARTS } from './parts.ts';
import { POSTGRESQL } from './postgresql.ts';
import { STATEMENTS } from './statements.ts';
import { SYSTEMS } from './systems.ts';

/** The table from phrase to concept. Labels, the comparison of wordings and questions about symptoms are tables over it. */
const CONCEPTS: Readonly<Record<string, Concept>> = {
  ...EFFECTS,
  ...CIRCUMSTANCES,
  ...STATEMENTS,
  ...PARTS,
  ...POSTGRESQL,
  ...SYSTEMS,
  ...EVERYDAY,
  ...FAILURES,
};

/** Concept of the lexicon, null if it has none of that name. */
export function conceptOf(id: string): Concept | null {
  return CONCEPTS[id] ?? null;
}

/** Ids of all concepts. */
export const CONCEPT_IDS: readonly string[] = Object.keys(CONCEPTS);

/** True for a role, a time or another circumstance, which is no symptom by itself. */
export function isCircumstance(id: string): boolean {
  return Object.hasOwn(CIRCUMSTANCES, id);
}
