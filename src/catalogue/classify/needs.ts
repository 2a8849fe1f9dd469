import type { Feature, Needs } from '../../model/index.ts';
import { NAMES } from './feature-names.ts';
import type { Lexicon, Pattern } from '../../products/index.ts';

/** Write forwarding in both its forms: neither form has to be in use. */
const EITHER_FORWARDING =
  /\b(?:global|local)(?: write[- ]forwarding)?(?: \(\w+\))?(?:,? (?:or|and)|\/) ?(?:global|local)(?= write[- ]forward)/g;
/** The last word that links two features; what follows "or during" is still an alternative. */
const LINKS = new RegExp(
  String.raw`\bor(?: (?:during|when|while|if|by|with|after|on|using|using the))?\b|\b(?:${[
    ...['and', 'when', 'while', 'if', 'during', 'after', 'with', 'using', 'due', 'that'],
    ...['which', 'where', 'that', 'in', 'on', 'leads?', 'leading', 'causes?', 'causing'],
    'results?',
  ].join('|')})\b`,
  'g',
);
const ALSO = /\.[^.]*\balso\b/;
/** Items of a list: "during A, B and C", "A/B". */
const LISTED = /^[\s()]*[,/][\s()]*(?:and [\s(]*)?$/;
const LAST_OF_LIST = /^[\s()]*and[\s(]*$/;
/** A circumstance that needs no feature stands beside one that does. */
const OR_ELSE = /\bor (?:during|when|while|if|under|after)\b([^.,;]*)/g;

interface Mention {
  feature: Feature;
  start: number;
  end: number;
}

/**
 * How the features that a bullet names go together, by the words between them: "or" makes alternatives, a list with
 * commas too, everything else a conjunction. `text` is a reading's.
 */
export function needsOf(text: string, features: readonly Feature[], lexicon: Lexicon | null = null): Needs {
  if (features.length === 0) return [];
  const words = text.replace(EITHER_FORWARDING, (found) => ' '.repeat(found.length));
  const mentions = features.flatMap((feature) => mentionsOf(words, feature, lexicon)).sort(byPosition);
  const found = new Set(mentions.map(({ feature }) => feature));
  // What only the whole bullet or its heading told is one more condition, but for the form of a feature that was blanked
  // out.
  const others = features.filter(
    (feature) => !found.has(feature) && !(words !== text && feature === 'global-database'),
  );
  if (hasOtherWay(words, mentions)) return [];
  const groups: Feature[][] = [];
  let before: Mention | null = null;
  for (const mention of mentions) {
    const group = groups.at(-1);
    if (before?.feature === mention.feature) {
      // Named twice in a row: one condition.
    } else if (
      before !== null &&
      group !== undefined &&
      areAlternatives(words, before, mention, group.length > 1)
    ) {
      group.push(mention.feature);
    } else {
      groups.push([mention.feature]);
    }
    before = mention;
  }
  return simplified([...groups, ...others.map((feature) => [feature])]);
}

/** Whether the bug bites without any of the features, too: "during scaling or under high load". */
function hasOtherWay(text: string, mentions: readonly Mention[]): boolean {
  const first = mentions[0];
  if (first === undefined) return false;
  if (lastLink(text.slice(0, first.start)).startsWith('or')) return true; // "a restart or an upgrade to fail"
  return [...text.matchAll(OR_ELSE)].some(
    ({ index, 0: words }) =>
      index >= first.start && !mentions.some(({ start }) => start >= index && start < index + words.length),
  );
}

function areAlternatives(text: string, a: Mention, b: Mention, isInList: boolean): boolean {
  if (b.start < a.end) return false;
  const between = text.slice(a.end, b.start);
  if (ALSO.test(between)) return true;
  if (LISTED.test(between) || (isInList && LAST_OF_LIST.test(between))) return true;
  return lastLink(between).startsWith('or');
}

function lastLink(words: string): string {
  return [...words.matchAll(LINKS)].at(-1)?.[0] ?? '';
}

function mentionsOf(text: string, feature: Feature, lexicon: Lexicon | null): Mention[] {
  return (lexicon?.features[feature] ?? NAMES[feature]).flatMap((pattern) =>
    [...text.matchAll(new RegExp(wordsOf(pattern), 'g'))].map(({ index, 0: words }) => ({
      feature,
      start: index,
      end: index + words.length,
    })),
  );
}

function wordsOf(pattern: Pattern): RegExp {
  return pattern instanceof RegExp ? pattern : pattern.when;
}

function byPosition(a: Mention, b: Mention): number {
  return a.start - b.start || b.end - a.end;
}

/** Each need once; one that another makes certain falls away. */
export function simplified(needs: Needs): Needs {
  const sets = needs.map((either) => new Set(either)).sort((a, b) => a.size - b.size);
  const kept: Set<Feature>[] = [];
  for (const set of sets) if (!kept.some((other) => other.isSubsetOf(set))) kept.push(set);
  return kept.map((set) => [...set]);
}

/** What is needed where either of two conditions is enough. */
export function either(a: Needs, b: Needs): Needs {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a; // one wording names no condition
  return simplified(a.flatMap((one) => b.map((other) => [...one, ...other])));
}
