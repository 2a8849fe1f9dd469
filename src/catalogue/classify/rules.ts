import type { Pattern } from '../../products/index.ts';
import { asWritten } from './words.ts';

/** A rule of a table: a label and its words. */
export interface Rule<Label> {
  label: Label;
  when: RegExp;
  unless: RegExp | null;
}

/** A label and its reason: words of the bullet in quotes, or another source. */
export interface Found<Label> {
  label: Label;
  because: string;
}

/** A table of rules for one label. */
export function rulesFor<Label>(label: Label, patterns: readonly Pattern[]): Rule<Label>[] {
  return patterns.map((pattern) =>
    pattern instanceof RegExp ? { label, when: pattern, unless: null } : { label, ...pattern },
  );
}

/** First rule whose words occur in `words` and whose exceptions do not occur in `whole`; null if there is none. */
export function firstMatch<Label>(
  rules: readonly Rule<Label>[],
  words: string,
  whole: string = words,
): Found<Label> | null {
  for (const { label, when, unless } of rules) {
    const match = when.exec(words);
    if (match === null || unless?.test(whole)) continue;
    return { label, because: quote(match[0]) };
  }
  return null;
}

/** Label from the heading. */
export function byHeading<Label>(label: Label, section: string): Found<Label> {
  return { label, because: `heading ${quote(section)}` };
}

export function isByHeading({ because }: Found<unknown>): boolean {
  return because.startsWith('heading ');
}

const MOST_WORDS = 5;

/** At most five of the words, in quotes. */
export function quote(words: string): string {
  return `"${asWritten(words).trim().split(' ').slice(0, MOST_WORDS).join(' ')}"`;
}

/** First label of a lexicon whose words occur in `words`. */
export function firstLabelIn<Label>(
  rules: readonly (readonly [Label, readonly Pattern[]])[] | undefined,
  words: string,
): Found<Label> | null {
  for (const [label, patterns] of rules ?? []) {
    const found = firstMatch(rulesFor(label, patterns), words);
    if (found !== null) return found;
  }
  return null;
}
