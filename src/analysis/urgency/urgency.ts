import { featureName, text } from '../../l10n/index.ts';
import type {
  BugMatch,
  Feature,
  KnownBug,
  NamedExtension,
  ProductId,
  Text,
  Trait,
  UrgencyJudgement,
} from '../../model/index.ts';
import { productOf, serviceWord } from '../../products/index.ts';
import { stateFor, type FeatureStates } from '../features.ts';
import { COMMON, likelihood, likelihoodOfNeeds, RARE } from './likelihood.ts';
import {
  COMMUNITY_FACTOR,
  CONFIDENCE_FACTORS,
  NO_TRIGGER_FACTOR,
  OWN_NOTES_FACTOR,
  MIN_SCORES,
  TRAIT_FACTORS,
  weightOfConsequence,
} from './weights.ts';

/** Factor of the score. Most bugs are never shown, so its reason is worded when somebody asks for it. */
interface UrgencyPart {
  factor: number;
  word: () => UrgencyReason;
}

/** Reason for a factor, and the factor that decides its place among the reasons. */
interface UrgencyReason {
  factor: number;
  /** Null if another reason contradicts it. */
  reason: Text | null;
}

/** Match before its urgency is judged. */
export type MatchWithoutUrgency = Pick<BugMatch, 'bug' | 'confidence'>;

/**
 * Urgency of a bug in an asset, by docs/urgency.md: its consequence, times the share of clusters that can meet it, times
 * factors for the circumstances in its text. A bug that is off is never more than minor, one that leaves damage never less
 * than ordinary.
 * @param product that runs, which can contain the product of the bug
 */
export function urgencyOf(
  { bug, confidence }: MatchWithoutUrgency,
  states: FeatureStates,
  product: ProductId = bug.product,
): UrgencyJudgement {
  const parts = factorsOf(bug, states, serviceWord(product, 'unit'));
  const certainty =
    confidence === 'low' ? [partOf(CONFIDENCE_FACTORS.low, () => text('urgency.unsure'))] : [];
  const worst = weightOfConsequence(bug);
  const sure = confidence === 'low' ? 1 : CONFIDENCE_FACTORS[confidence];
  const factors = [...parts, ...certainty];
  const weighed = factors.reduce((all, { factor }) => all * factor, worst * sure);
  const isDamage = bug.traits.includes('damage') && weighed > 0 && confidence !== 'low';
  const score = isDamage ? Math.max(weighed, MIN_SCORES.ordinary) : weighed;
  return {
    level: levelOfScore(score),
    score: Math.round(score * 1000) / 1000,
    get why() {
      const reasons = factors.map(({ word }) => word()).sort(byWeight);
      return [consequenceReason(bug), ...reasons.flatMap(({ reason }) => reason ?? [])];
    },
  };
}

function partOf(factor: number, reason: () => Text | null): UrgencyPart {
  return { factor, word: () => ({ factor, reason: reason() }) };
}

function levelOfScore(score: number): UrgencyJudgement['level'] {
  if (score >= MIN_SCORES.urgent) return 'urgent';
  return score >= MIN_SCORES.ordinary ? 'ordinary' : 'minor';
}

/** Orders reasons by the effect of their factors on the score, up or down, the largest first. */
function byWeight(a: UrgencyReason, b: UrgencyReason): number {
  return distanceToLevel(b) - distanceToLevel(a);
}

function distanceToLevel({ factor }: UrgencyReason): number {
  return factor === 0 ? Infinity : Math.abs(Math.log(factor));
}

function factorsOf(bug: KnownBug, states: FeatureStates, unit: Text): UrgencyPart[] {
  const { needs } = bug;
  // Everyday traffic makes a bug around an event no likelier, and every cluster restarts some day, when a lasting bug
  // occurs.
  const unless: Partial<Record<Trait, Trait>> = { everyday: 'event', event: 'lasting' };
  const traits = bug.traits.filter((trait) => {
    const other = unless[trait];
    return other === undefined || !bug.traits.includes(other);
  });
  const parts: UrgencyPart[] = [
    ...(needs.length === 0 ? [] : [needsPart(bug, states, unit)]),
    ...traits.map((trait) => partOf(TRAIT_FACTORS[trait], () => text(`urgency.trait.${trait}`))),
    ...communityPart(bug, traits.includes('everyday')),
  ];
  if (parts.length > 0 || bug.origin === 'team' || bug.cves.length > 0) return parts;
  return [partOf(NO_TRIGGER_FACTOR, () => text('urgency.noTrigger'))];
}

/** Factor of a bug in the open-source engine, numbered in a vendor's notes or listed in the engine's own. */
function communityPart(
  { product, communityBugs, commits, cves }: KnownBug,
  isEveryday: boolean,
): UrgencyPart[] {
  const { community, names } = productOf(product);
  const engine = commits === undefined ? community?.name : names.display;
  const isReported = communityBugs.length > 0 || (commits !== undefined && cves.length === 0);
  if (engine === undefined || !isReported) return [];
  const factor = commits === undefined ? COMMUNITY_FACTOR : OWN_NOTES_FACTOR;
  return [partOf(factor, () => (isEveryday ? null : text('urgency.community', { engine })))];
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
        ? `urgency.does.unavailability.${effectOfSeverity(severity)}`
        : `urgency.does.${impact}`,
    ),
    others,
  });
}

function effectOfSeverity(severity: KnownBug['severity']): 'cluster' | 'instance' | 'slow' {
  if (severity === 'critical') return 'cluster';
  return severity === 'medium' ? 'slow' : 'instance';
}

/** Factor of a bug's needs. Its reason has the place that it would have without the extensions that code names. */
function needsPart(bug: KnownBug, states: FeatureStates, unit: Text): UrgencyPart {
  const factor = likelihoodOfNeeds(bug, states);
  return {
    factor,
    word: () => {
      const reason = needsReason(bug, states, unit);
      const isNamed = reason.key === 'urgency.reach.named';
      return { factor: isNamed ? likelihoodOfNeeds(bug, new Map()) : factor, reason };
    },
  };
}

/** Reason for the likelihood of a bug's needs: the extensions that code names, else the need that is hardest to meet. */
function needsReason(bug: KnownBug, states: FeatureStates, unit: Text): Text {
  const chanceOf = (feature: Feature): number => likelihood(bug, feature, states);
  const likeliest = bug.needs.map((either) => either.toSorted((a, b) => chanceOf(b) - chanceOf(a))[0]);
  const features = likeliest
    .filter((feature): feature is Feature => feature !== undefined)
    .sort((a, b) => chanceOf(a) - chanceOf(b));
  const [hardest] = features;
  if (hardest === undefined) return text('urgency.reach.any', { unit });
  const here = features.map((feature) => stateFor(bug, feature, states));
  if (here[0]?.state === 'off') return text('urgency.reach.off', { feature: featureName(hardest), unit });
  const named = here.flatMap((each) => each?.named ?? []);
  const open = features.filter((feature, nth) => here[nth]?.state !== 'on' && chanceOf(feature) < COMMON);
  const others = open.filter((feature) => stateFor(bug, feature, states)?.named === undefined);
  if (named.length > 0)
    return text('urgency.reach.named', {
      named: named.map((each) => namingOf(each, unit)),
      others: others.map(featureName),
    });
  if (here.every((each) => each?.state === 'on'))
    return text('urgency.reach.on', { features: features.map(featureName), unit });
  const chance = chanceOf(hardest);
  if (chance >= COMMON) return text('urgency.reach.everyday', { features: features.map(featureName), unit });
  return text(chance < RARE ? 'urgency.reach.seldom' : 'urgency.reach.some', {
    features: open.map(featureName),
    unit,
  });
}

function namingOf({ name, where, isOwn }: NamedExtension, unit: Text): Text {
  return isOwn
    ? text('urgency.reach.naming', { name, where })
    : text('urgency.reach.namingOfOne', { name, where, unit });
}
