import type { Pattern } from '../../products/index.ts';
import { originalWording } from './words.ts';

/** A rule of a table: a label and its words. */
export interface LabelRule<Label> {
  label: Label;
  when: RegExp;
  unless: RegExp | null;
}

/** A label and its reason: words of the bullet in quotes, or another source. */
export interface FoundLabel<Label> {
  label: Label;
  because: string;
}

/** A table of rules for one label. */
export function rulesFor<Label>(label: Label, patterns: readonly Pattern[]): LabelRule<Label>[] {
  return patterns.map((pattern) =>
    pattern instanceof RegExp ? { label, when: pattern, unless: null } : { label, ...pattern },
  );
}

/** First rule whose words occur in `words` and whose exceptions do not occur in `whole`; null if there is none. */
export function firstMatch<Label>(
  rules: readonly LabelRule<Label>[],
  words: string,
  whole: string = words,
): FoundLabel<Label> | null {
  for (const { label, when, unless } of rules) {
    const match = when.exec(words);
    if (match === null || unless?.test(whole)) continue;
    return { label, because: inQuotes(match[0]) };
  }
  return null;
}

/** Label from the heading. */
export function byHeading<Label>(label: Label, section: string): FoundLabel<Label> {
  return { label, because: `heading ${inQuotes(section)}` };
}

export function isByHeading({ because }: FoundLabel<unknown>): boolean {
  return because.startsWith('heading ');
}

const MAX_QUOTED_WORDS = 5;

/** At most five of the words, in quotes. */
export function inQuotes(words: string): string {
  return `"${originalWording(words).trim().split(' ').slice(0, MAX_QUOTED_WORDS).join(' ')}"`;
}

/** First label of a lexicon whose words occur in `words`. */
export function firstLabelIn<Label>(
  rules: readonly (readonly [Label, readonly Pattern[]])[] | undefined,
  words: string,
): FoundLabel<Label> | null {
  for (const [label, patterns] of rules ?? []) {
    const found = firstMatch(rulesFor(label, patterns), words);
    if (found !== null) return found;
  }
  return null;
}
