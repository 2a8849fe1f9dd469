import type { Confidence, Impact, KnownBug, Severity, Trait } from '../../model/index.ts';

/** From which score on a bug is urgent, and from which on ordinary. */
export const THRESHOLDS = { urgent: 0.8, ordinary: 0.2 };

/** What a consequence weighs where the severity says nothing more. */
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
/** The cluster is gone, and the restart that merely takes longer. */
const UNAVAILABILITY: Readonly<Partial<Record<Severity, number>>> = { critical: 1.05, medium: 0.4 };
const MEMORY_GONE = 0.6;
/** A CVE weighs what its vendor says. */
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

/** By what each trait multiplies the score. */
export const TRAIT_FACTORS: Readonly<Record<Trait, number>> = {
  load: 1.15,
  everyday: 1.35,
  reader: 0.85,
  event: 0.7,
  rare: 0.55,
  narrow: 0.45,
  privileged: 0.4,
  unprovoked: 1,
  lasting: 1,
};

export const CONFIDENCE_FACTORS: Readonly<Record<Confidence, number>> = { high: 1, medium: 0.93, low: 0.5 };

/** A fault of the community edition mostly takes one kind of statement. */
export const COMMUNITY_FACTOR = 0.85;
/** The engine's own notes tell of every fault that somebody found, not only of those that a vendor's customers met. */
export const OWN_NOTES_FACTOR = 0.78;
/** The notes tell neither a trigger nor a circumstance. */
export const NO_TRIGGER_FACTOR = 0.92;
