import { text } from '../../l10n/index.ts';
import type { BugMatch, Feature, KnownBug, Text, UrgencyJudgement } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import type { FeatureStates } from '../bugs/features.ts';
import { EVERYDAY, likelihood, reachOf, SELDOM } from './reach.ts';
import {
  COMMUNITY_FACTOR,
  CONFIDENCE_FACTORS,
  NO_TRIGGER_FACTOR,
  THRESHOLDS,
  TRAIT_FACTORS,
  weightOfConsequence,
} from './weights.ts';

/** A factor of the score, and what it stands for in words. */
interface Part {
  factor: number;
  reason: Text;
}

/** What a match tells before its urgency is judged. */
export type Unjudged = Pick<BugMatch, 'bug' | 'confidence'>;

/**
 * How soon a bug asks for action in an asset, by docs/urgency.md: what it does, times how many clusters can meet it, times
 * what its words tell of when it bites. What is known to be off is never more than minor.
 */
export function urgencyOf({ bug, confidence }: Unjudged, states: FeatureStates): UrgencyJudgement {
  const parts = factorsOf(bug, states);
  const certainty: Part[] =
    confidence === 'low' ? [{ factor: CONFIDENCE_FACTORS.low, reason: text('urgency.unsure') }] : [];
  const worst = weightOfConsequence(bug);
  const sure = confidence === 'low' ? 1 : CONFIDENCE_FACTORS[confidence];
  const factors = [...parts, ...certainty];
  const score = factors.reduce((product, { factor }) => product * factor, worst * sure);
  return {
    level: levelOfScore(score),
    score: Math.round(score * 1000) / 1000,
    why: [consequenceReason(bug), ...factors.toSorted(byWeight).map(({ reason }) => reason)],
  };
}

function levelOfScore(score: number): UrgencyJudgement['level'] {
  if (score >= THRESHOLDS.urgent) return 'urgent';
  return score >= THRESHOLDS.ordinary ? 'ordinary' : 'minor';
}

/** What moves the score most, up or down, first. */
function byWeight(a: Part, b: Part): number {
  return distance(b) - distance(a);
}

function distance({ factor }: Part): number {
  return factor === 0 ? Infinity : Math.abs(Math.log(factor));
}

function factorsOf(bug: KnownBug, states: FeatureStates): Part[] {
  const { needs, communityBugs } = bug;
  const { community } = productOf(bug.product);
  // Around an event ordinary traffic makes nothing likelier.
  const traits = bug.traits.filter((trait) => trait !== 'everyday' || !bug.traits.includes('event'));
  const parts: Part[] = [
    ...(needs.length === 0 ? [] : [{ factor: reachOf(needs, states), reason: reachReason(bug, states) }]),
    ...traits.map((trait) => ({ factor: TRAIT_FACTORS[trait], reason: text(`urgency.trait.${trait}`) })),
    ...(community === null || communityBugs.length === 0
      ? []
      : [
          {
            factor: COMMUNITY_FACTOR,
            reason: text('urgency.community', { engine: community.name }),
          },
        ]),
  ];
  if (parts.length > 0 || bug.origin === 'team' || bug.cves.length > 0) return parts;
  return [{ factor: NO_TRIGGER_FACTOR, reason: text('urgency.noTrigger') }];
}

function consequenceReason({ impact, severity, cves, consequences }: KnownBug): Text {
  if (cves.length > 0 && impact === 'security') {
    return severity === 'unrated'
      ? text('urgency.unrated')
      : text('urgency.rated', { severity: text(`severity.${severity}`) });
  }
  const others = consequences.slice(1).map((other) => text(`impact.${other}`));
  return text('urgency.consequence', {
    worst: text(
      impact === 'unavailability'
        ? `urgency.does.unavailability.${gravity(severity)}`
        : `urgency.does.${impact}`,
    ),
    others,
  });
}

function gravity(severity: KnownBug['severity']): 'cluster' | 'instance' | 'slow' {
  if (severity === 'critical') return 'cluster';
  return severity === 'medium' ? 'slow' : 'instance';
}

/** The need that is hardest to meet decides how this is said. */
function reachReason({ needs }: KnownBug, states: FeatureStates): Text {
  const likeliest = needs.map(
    (either) => either.toSorted((a, b) => likelihood(b, states) - likelihood(a, states))[0],
  );
  const features = likeliest
    .filter((feature): feature is Feature => feature !== undefined)
    .sort((a, b) => likelihood(a, states) - likelihood(b, states));
  const [hardest] = features;
  if (hardest === undefined) return text('urgency.reach.any');
  if (states.get(hardest) === 'off') return text('urgency.reach.off', { feature: hardest });
  if (features.every((feature) => states.get(feature) === 'on'))
    return text('urgency.reach.on', { features });
  const chance = likelihood(hardest, states);
  if (chance >= EVERYDAY) return text('urgency.reach.everyday', { features });
  const open = features.filter(
    (feature) => states.get(feature) !== 'on' && likelihood(feature, states) < EVERYDAY,
  );
  return text(chance < SELDOM ? 'urgency.reach.seldom' : 'urgency.reach.some', { features: open });
}
