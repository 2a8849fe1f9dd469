import { compareImpact, type Impact } from '../../model/index.ts';
import {
  CHANNELS,
  CONNECTIVITY,
  DATA,
  MEMORY,
  PERFORMANCE,
  REPLICATION,
  UNAVAILABILITY,
} from './impact-rules.ts';
import { firstMatch, type Rule } from './rules.ts';
import type { Reading } from './words.ts';

/** Effects that stand in the claims of a bullet. */
const EFFECTS: readonly (readonly Rule<Impact>[])[] = [
  DATA,
  UNAVAILABILITY,
  CONNECTIVITY,
  [...CHANNELS, ...REPLICATION],
  PERFORMANCE,
];

/**
 * All that a fix says happened, its impact first, then what is less grave: an instance that restarts because its memory
 * runs out is both. Memory is looked for in the causes, too. What is wrong in a figure only does nothing else.
 */
export function consequencesOf({ text, claims }: Reading, impact: Impact): Impact[] {
  if (impact === 'observability' || impact === 'functionality') return [impact];
  const effects = EFFECTS.flatMap((rules) => firstMatch(rules, claims, text)?.label ?? []);
  const memory = firstMatch(MEMORY, text)?.label ?? [];
  const others = [...effects, memory].flat().filter((other) => compareImpact(other, impact) > 0);
  return [impact, ...[...new Set(others)].sort(compareImpact)];
}
