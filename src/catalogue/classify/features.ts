import { FEATURES, memoize, type Feature } from '../../model/index.ts';
import type { Lexicon } from '../../products/index.ts';
import { FEATURE_NAMES } from './feature-names.ts';
import { byHeading, firstMatch, rulesFor, type FoundLabel, type LabelRule } from './rules.ts';
import type { Reading } from './words.ts';

/** Identifiers of settings and tables. Replicas in such a name are not replicas in use, unless a lexicon names them. */
const IDENTIFIERS = /\b_*[^\W_]+_\w+\b/g;

/** The word "replica" alone: a binlog replica if the bullet is about the binary log, otherwise one of Aurora's own. */
const BARE_REPLICA = rulesFor<Feature>('replicas', [/\breplicas?\b(?! identit)/]);
const BINLOG_FEATURES: readonly Feature[] = ['binlog', 'enhanced-binlog', 'gtid'];
const UPSTREAM_HEADING = /\bintegration of mysql\b|\bmysql bug fixes\b/;
const COMMUNITY_BINLOG = rulesFor<Feature>('binlog', [/\breplication\b/]);

type Rules = ReadonlyMap<Feature, readonly LabelRule<Feature>[]>;
const COMMON_RULES: Rules = new Map(
  FEATURES.map((feature) => [feature, rulesFor(feature, FEATURE_NAMES[feature])]),
);

const rulesOf = memoize((lexicon: Lexicon | null): Rules =>
  lexicon === null
    ? COMMON_RULES
    : new Map(
        FEATURES.map((feature) => [
          feature,
          rulesFor(feature, lexicon.features[feature] ?? FEATURE_NAMES[feature]),
        ]),
      ),
);

/**
 * Features that have to be in use for the bug to occur: every trigger that the bullet names, including alternatives
 * with "or", and the specific one of a general and a specific feature.
 */
export function featuresOf(
  { section, text }: Reading,
  lexicon: Lexicon | null = null,
): FoundLabel<Feature>[] {
  const withoutIdentifiers = text.replace(IDENTIFIERS, ' ');
  const found = new Map<Feature, FoundLabel<Feature>>();
  for (const [feature, rules] of rulesOf(lexicon)) {
    const isByName = feature !== 'replicas' || lexicon?.features.replicas !== undefined;
    const match = firstMatch(rules, isByName ? text : withoutIdentifiers, text);
    if (match !== null) found.set(feature, match);
  }
  const isCommunity = UPSTREAM_HEADING.test(section);
  const speaksOfBinlog = BINLOG_FEATURES.some((feature) => found.has(feature));
  const bareReplica = speaksOfBinlog ? null : firstMatch(BARE_REPLICA, withoutIdentifiers);
  const inferred = isCommunity ? firstMatch(COMMUNITY_BINLOG, text) : bareReplica;
  if (inferred !== null && !found.has(inferred.label)) found.set(inferred.label, inferred);
  for (const [heading, feature] of lexicon?.sections ?? [])
    if (section.startsWith(heading)) found.set(feature, byHeading(feature, section));
  if (found.has('enhanced-binlog')) found.delete('binlog');
  for (const [feature, others] of lexicon?.covers ?? [])
    if (others.some((other) => found.has(other))) found.delete(feature);
  return FEATURES.flatMap((feature) => found.get(feature) ?? []);
}
