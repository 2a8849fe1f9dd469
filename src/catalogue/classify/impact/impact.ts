import type { Impact } from '../../../model/index.ts';
import {
  CHANNEL_PROBLEMS,
  CONNECTIVITY,
  DATA,
  FUNCTIONALITY,
  MEMORY,
  NOISE,
  PERFORMANCE,
  REPLICATION,
  SECURITY,
  STEP_PROBLEMS,
  STUCK_THREADS,
  UNAVAILABILITY,
  UPGRADE,
  WRONG_FIGURES,
} from './impact-rules.ts';
import type { Lexicon } from '../../../products/index.ts';
import { byHeading, firstMatch, firstLabelIn, type FoundLabel } from '../rules.ts';
import type { Reading } from '../words.ts';

/** Effects, worst first. A circumstance ("when the writer restarts") is not an effect. */
const GRAVE_EFFECTS = [
  ...DATA,
  ...UNAVAILABILITY,
  ...CHANNEL_PROBLEMS,
  ...CONNECTIVITY,
  ...REPLICATION,
  ...MEMORY,
];
/** Effects named by the failed step, so circumstances count: "failures while upgrading". */
const FAILED_STEPS = [...SECURITY, ...UPGRADE];
const LESSER_EFFECTS = [...WRONG_FIGURES, ...PERFORMANCE, ...STUCK_THREADS, ...NOISE];

const SECURITY_HEADING = /\bsecurity\b|\bcves?\b/;
const AVAILABILITY_HEADING = /\bavailability\b|\bstability\b|\brestart\b/;

/** Worst effect in a fix. Without a named effect that of its heading, else `functionality`. */
export function impactOf(
  { section, text, claims }: Reading,
  lexicon: Lexicon | null = null,
): FoundLabel<Impact> {
  const named =
    firstLabelIn(lexicon?.impacts, text) ??
    firstMatch(GRAVE_EFFECTS, claims, text) ??
    firstMatch(FAILED_STEPS, text) ??
    firstMatch(LESSER_EFFECTS, claims, text) ??
    firstMatch(STEP_PROBLEMS, text);
  if (named !== null) return named;
  if (SECURITY_HEADING.test(section)) return byHeading('security', section);
  const other = firstMatch(FUNCTIONALITY, text);
  if (other !== null) return other;
  if (lexicon?.doHeadingsDecide !== false && AVAILABILITY_HEADING.test(section))
    return byHeading('unavailability', section);
  return { label: 'functionality', because: 'no worse effect' };
}
