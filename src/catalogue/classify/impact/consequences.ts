import { compareImpact, type Impact } from '../../../model/index.ts';
import {
  CHANNEL_PROBLEMS,
  CONNECTIVITY,
  DATA,
  MEMORY,
  PERFORMANCE,
  REPLICATION,
  UNAVAILABILITY,
} from './impact-rules.ts';
import { firstMatch, type LabelRule } from '../rules.ts';
import type { Reading } from '../words.ts';

/** Rules for effects in the claims of a bullet. */
const EFFECTS: readonly (readonly LabelRule<Impact>[])[] = [
  DATA,
  UNAVAILABILITY,
  CONNECTIVITY,
  [...CHANNEL_PROBLEMS, ...REPLICATION],
  PERFORMANCE,
];

/**
 * All effects in a fix, its impact first, then the less severe ones: an instance that restarts because its memory runs
 * out is both. Memory is also searched in the causes. A wrong figure has no other effect.
 */
export function consequencesOf({ text, claims }: Reading, impact: Impact): Impact[] {
  if (impact === 'observability' || impact === 'functionality') return [impact];
  const effects = EFFECTS.flatMap((rules) => firstMatch(rules, claims, text)?.label ?? []);
  const memory = firstMatch(MEMORY, text)?.label ?? [];
  const others = [...effects, memory].flat().filter((other) => compareImpact(other, impact) > 0);
  return [impact, ...[...new Set(others)].sort(compareImpact)];
}
