import type { Feature, Needs } from '../../model/index.ts';
import { FEATURE_NAMES } from './feature-names.ts';
import type { Lexicon, Pattern } from '../../products/index.ts';
import { withoutExamples } from './examples.ts';
import { isByHeading, type FoundLabel } from './rules.ts';

/** Both forms of write forwarding, of which neither is required. */
const EITHER_FORWARDING =
  /\b(?:global|local)(?: write[- ]forwarding)?(?: \(\w+\))?(?:,? (?:or|and)|\/) ?(?:global|local)(?= write[- ]forward)/g;
/** Last word that links two features; words after "or during" are still an alternative. */
const LINKS = new RegExp(
  String.raw`\bor(?: (?:during|when|while|if|by|with|after|on|using|using the))?\b|\b(?:${[
    ...['and', 'when', 'while', 'if', 'during', 'after', 'with', 'using', 'due', 'that'],
    ...['which', 'where', 'that', 'in', 'on', 'leads?', 'leading', 'causes?', 'causing'],
    'results?',
  ].join('|')})\b`,
  'g',
);
/** Beginning of an alternative circumstance, even if its own words name a requirement. */
const OR_WHEN = /\bor (?:when|while|if|during|after)\b/;
const ALSO = /\.[^.]*\balso\b/;
/** A sentence that adds an alternative to the previous ones. */
const ALSO_SENTENCE = /(?<=\. )(?=[^.]*\b(?:can|could|may|might) also\b)[^.]*/g;
/** Items of a list: "during A, B and C", "A/B", "A and B". */
const LISTED = /^[\s()]*(?:[,/][\s()]*(?:and [\s(]*)?|and[\s(]*)$/;
/** Two features required together, in the words around "A and B". */
const AT_ONCE =
  /\b(?:both|between|combin\w+|concurrent\w*|simultaneous\w*|together|same time)\b|\bintegration\b[^.]*\benabled\b/;
/** Words after "A and B": both are on, or the second one begins a condition of its own ("A and B is set"). */
const ENABLED =
  /^[\s()]*(?:\w+ ){0,2}(?:(?:is|are) )?(?:both )?(?:enabled|turned on|in use)\b|^\w* (?:is|was|has)\b/;
/** "with X enabled, when either doing something or using …" */
const EITHER_UNNAMED = /\beither\b[^.;]*\bor\b[^.;]*$/;
/** A circumstance without a feature beside one with a feature. */
const OR_ELSE = /\bor (?:during|when|while|if|under|after)\b([^.,;]*)/g;
/**
 * Words for a bug that occurs if the feature is off: "when binary logging was disabled", "log-bin=off", "without
 * binlog".
 */
const OFF_AFTER =
  /^[\s()]*(?:\w+ ){0,2}(?:= ?(?:off|0)\b|(?:is|are|was|were) (?:set to (?:off|0)|not (?:enabled|turned on|used|in use|configured)|disabled|turned off|switched off)\b)/;
const OFF_BEFORE = /\b(?:without|not using|with(?:out)? no) (?:an? |the )?$/;
const ON_AFTER = /^[\s()]*(?:\w+ ){0,2}(?:(?:is|are) )?(?:enabled|turned on|used|in use)\b/;
const ON_BEFORE = /\b(?:using|with|enabling|uses?)\s+(?:\w+ )?$/;
/** Parts of a bullet that are alternatives, unless all of them are required. */
const LISTED_CONDITIONS =
  /\b(?:following|when|if|where|during|cases?|conditions?)\b(?:(?!\berrors?\b|\bmessages?\b)[^.:;]){0,200}:/;
const ALL_OF = /\b(?:both|all)\b|\bconditions? (?:\w+ )?(?:are|is) (?:met|true|satisfied|fulfilled)\b/;
const ANY_OF = /\b(?:any|one|either) of\b/;

interface Mention {
  feature: Feature;
  start: number;
  end: number;
}

/**
 * Combination of a bullet's features, by the words between them. "or", a list and the parts of a bullet make
 * alternatives; "when", "with" and the like, which combine conditions, a conjunction. Examples ("such as …") and
 * features that have to be off are not conditions. `text` is the one in which the labels were found.
 */
export function needsOf(
  text: string,
  labels: readonly FoundLabel<Feature>[],
  lexicon: Lexicon | null,
): Needs {
  const features = labels.map(({ label }) => label);
  const words = text.replace(EITHER_FORWARDING, (found) => ' '.repeat(found.length));
  const named = features.flatMap((feature) => mentionsOf(words, feature, lexicon));
  const plain = withoutExamples(words);
  const off = new Set(features.filter((feature) => isSwitchedOff(words, named, feature)));
  const mentions = named
    .filter(({ feature, start, end }) => plain.slice(start, end).trim() !== '' && !off.has(feature))
    .sort(byPosition);
  const found = new Set(named.map(({ feature }) => feature));
  // A feature that only the whole bullet or its heading names is a further condition. Global databases are not a
  // condition if the name of one of their variants was blanked out.
  const others = features.filter(
    (feature) => !found.has(feature) && !(words !== text && feature === 'global-database'),
  );
  const ofHeading = labels.filter(isByHeading).map(({ label }) => label);
  if (hasFeaturelessTrigger(plain, mentions)) return ofHeading.map((feature) => [feature]);
  return withoutImplied([...groupsOf(plain, mentions), ...others.map((feature) => [feature])]);
}

function groupsOf(text: string, mentions: readonly Mention[]): Feature[][] {
  const partsBegin = partsOf(text);
  const groups: Feature[][] = [];
  let before: Mention | null = null;
  for (const mention of mentions) {
    const group = groups.at(-1);
    if (before !== null && EITHER_UNNAMED.test(text.slice(before.end, mention.start))) {
      // An alternative whose other side needs no feature.
    } else if (before?.feature === mention.feature) {
      // The same feature twice in a row: one condition.
    } else if (
      before !== null &&
      group !== undefined &&
      (areAlternatives(text, before, mention) || areInDifferentParts(text, partsBegin, before, mention))
    ) {
      group.push(mention.feature);
    } else {
      groups.push([mention.feature]);
    }
    before = mention;
  }
  return groups;
}

/** Position of a bullet's alternative parts; null if there are none. */
function partsOf(text: string): number | null {
  const found = LISTED_CONDITIONS.exec(text);
  if (found === null) return null;
  const end = found.index + found[0].length;
  const head = text.slice(text.lastIndexOf('.', found.index) + 1, end);
  return ALL_OF.test(head) && !ANY_OF.test(head) ? null : end;
}

/** True if two mentions are in different parts of a list of conditions. */
function areInDifferentParts(text: string, begin: number | null, a: Mention, b: Mention): boolean {
  return begin !== null && a.start >= begin && /[;.]/.test(text.slice(a.end, b.start));
}

/** True if the bug also occurs without any of the features: "during scaling or under high load". */
function hasFeaturelessTrigger(text: string, mentions: readonly Mention[]): boolean {
  const first = mentions[0];
  if (first === undefined) return false;
  if (lastLink(text.slice(0, first.start)).startsWith('or')) return true; // "a restart or an upgrade to fail"
  const isWithout = ({ index, 0: words }: RegExpExecArray): boolean =>
    !mentions.some(({ start }) => start >= index && start < index + words.length);
  return (
    [...text.matchAll(OR_ELSE)].some((found) => found.index >= first.start && isWithout(found)) ||
    [...text.matchAll(ALSO_SENTENCE)].some(
      ({ index, 0: words }) => first.start >= index && first.start < index + words.length,
    )
  );
}

function areAlternatives(text: string, a: Mention, b: Mention): boolean {
  if (b.start < a.end) return false;
  const between = text.slice(a.end, b.start);
  if (ALSO.test(between) || OR_WHEN.test(between)) return true;
  if (LISTED.test(between)) return !/^[\s()]*and/.test(between) || !areAtOnce(text, a, b);
  return lastLink(between).startsWith('or');
}

function areAtOnce(text: string, a: Mention, b: Mention): boolean {
  const [before = ''] = textBefore(text, a).split('.').slice(-1);
  const [after = ''] = textAfter(text, b).split('.', 1);
  return AT_ONCE.test(`${before} ${text.slice(a.start, b.end)} ${after}`) || ENABLED.test(after);
}

function isSwitchedOff(text: string, mentions: readonly Mention[], feature: Feature): boolean {
  const own = mentions.filter((each) => each.feature === feature);
  const isNear = (after: RegExp, before: RegExp): boolean =>
    own.some((each) => after.test(textAfter(text, each)) || before.test(textBefore(text, each)));
  return isNear(OFF_AFTER, OFF_BEFORE) && !isNear(ON_AFTER, ON_BEFORE);
}

/** Number of characters around a mention that are examined. */
const MAX_DISTANCE = 300;

function textBefore(text: string, { start }: Mention): string {
  return text.slice(Math.max(0, start - MAX_DISTANCE), start);
}

function textAfter(text: string, { end }: Mention): string {
  return text.slice(end, end + MAX_DISTANCE);
}

function lastLink(words: string): string {
  return [...words.matchAll(LINKS)].at(-1)?.[0] ?? '';
}

function mentionsOf(text: string, feature: Feature, lexicon: Lexicon | null): Mention[] {
  return (lexicon?.features[feature] ?? FEATURE_NAMES[feature]).flatMap((pattern) =>
    [...text.matchAll(new RegExp(wordsOf(pattern), 'g'))].map(({ index, 0: words }) => ({
      feature,
      ...wholeWords(text, index, index + words.length),
    })),
  );
}

const MAX_NAME_LENGTH = 60;
const IN_A_NAME = /\w/;

/** Range of the whole words around a match: `aws_lambda`. */
function wholeWords(text: string, begin: number, end: number): Pick<Mention, 'start' | 'end'> {
  let [start, stop] = [begin, end];
  while (begin - start < MAX_NAME_LENGTH && IN_A_NAME.test(text.charAt(start - 1))) start--;
  while (stop - end < MAX_NAME_LENGTH && IN_A_NAME.test(text.charAt(stop))) stop++;
  return { start, end: stop };
}

function wordsOf(pattern: Pattern): RegExp {
  return pattern instanceof RegExp ? pattern : pattern.when;
}

function byPosition(a: Mention, b: Mention): number {
  return a.start - b.start || b.end - a.end;
}

/** Distinct needs, without those that another one implies. */
export function withoutImplied(needs: Needs): Needs {
  const sets = needs.map((either) => new Set(either)).sort((a, b) => a.size - b.size);
  const kept: Set<Feature>[] = [];
  for (const set of sets) if (!kept.some((other) => other.isSubsetOf(set))) kept.push(set);
  return kept.map((set) => [...set]);
}

/** Needs for either of two conditions; empty if one wording of a bug names no condition. */
export function eitherNeeds(a: Needs, b: Needs): Needs {
  return withoutImplied(a.flatMap((one) => b.map((other) => [...one, ...other])));
}
