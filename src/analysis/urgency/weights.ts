import type { Confidence, Impact, KnownBug, Severity, Trait } from '../../model/index.ts';

/** Minimum scores of urgent and of ordinary bugs. */
export const MIN_SCORES = { urgent: 0.8, ordinary: 0.2 };

/** Weight of a consequence, unless the severity changes it. */
const CONSEQUENCES: Readonly<Record<Impact, number>> = {
  data: 1,
  unavailability: 0.9,
  connectivity: 0.9,
  replication: 0.55,
  memory: 0.5,
  performance: 0.45,
  security: 0.45,
  upgrade: 0.3,
  functionality: 0.3,
  observability: 0.12,
};
/** Weight of a lost cluster, and of a restart that only takes longer. */
const UNAVAILABILITY: Readonly<Partial<Record<Severity, number>>> = { critical: 1.05, medium: 0.4 };
const MEMORY_GONE = 0.6;
/** Weight of a CVE by its vendor's rating. */
const RATINGS: Readonly<Record<Severity, number>> = {
  critical: 0.8,
  high: 0.5,
  medium: 0.35,
  unrated: 0.25,
  low: 0.12,
};

export function weightOfConsequence({ impact, severity, cves }: KnownBug): number {
  if (cves.length > 0 && impact === 'security') return RATINGS[severity];
  if (impact === 'unavailability') return UNAVAILABILITY[severity] ?? CONSEQUENCES.unavailability;
  if (impact === 'memory' && severity === 'high') return MEMORY_GONE;
  return CONSEQUENCES[impact];
}

/** Factor of each trait. */
export const TRAIT_FACTORS: Readonly<Record<Trait, number>> = {
  load: 1.15,
  everyday: 1.35,
  reader: 0.85,
  event: 0.7,
  rare: 0.55,
  narrow: 0.45,
  privileged: 0.4,
  unprovoked: 1,
  damage: 1,
  lasting: 1,
};

export const CONFIDENCE_FACTORS: Readonly<Record<Confidence, number>> = { high: 1, medium: 0.93, low: 0.5 };

/** Factor of a community bug, which mostly affects one kind of statement. */
export const COMMUNITY_FACTOR = 0.85;
/** Factor of the engine's own notes, which list every bug that was found, not only those that a vendor's customers met. */
export const OWN_NOTES_FACTOR = 0.78;
/** Factor if the notes state neither a trigger nor a circumstance. */
export const NO_TRIGGER_FACTOR = 0.92;
