import type { Pattern } from '../../products/index.ts';
import { asWritten } from './words.ts';

/** One rule of a table: the label that its words lead to. */
export interface Rule<Label> {
  label: Label;
  when: RegExp;
  unless: RegExp | null;
}

/** A label, and what led to it: words of the bullet in quotes, or where else it comes from. */
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

/** The first rule whose words stand in `words` and against which nothing in `whole` speaks; null when none holds. */
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

/** A label that the heading gives. */
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

/** The first label of a lexicon's own whose words stand in `words`. */
export function firstOwn<Label>(
  rules: readonly (readonly [Label, readonly Pattern[]])[] | undefined,
  words: string,
): Found<Label> | null {
  for (const [label, patterns] of rules ?? []) {
    const found = firstMatch(rulesFor(label, patterns), words);
    if (found !== null) return found;
  }
  return null;
}
