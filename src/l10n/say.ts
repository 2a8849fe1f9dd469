import type { Text, TextArg } from '../model/index.ts';

/**
 * Renders an argument within a sentence: a Text in the same language; a list joined by `between`, or else by the
 * separator of the language.
 */
export type Say = (arg: TextArg, between?: string) => string;

/** A sentence as a function of its arguments, or as plain text without arguments, which loads twice as fast. */
export type Message = string | ((args: never, say: Say) => string);

export type Language = 'en' | 'ja';

/** Brackets of the language around a remark, with the space before them. */
export const BRACKETS: Record<Language, readonly [open: string, close: string]> = {
  en: [' (', ')'],
  ja: ['（', '）'],
};

/** Separator of list items. */
export const LIST_SEPARATOR: Record<Language, string> = { en: ', ', ja: '、' };

/** A remark in brackets after other words: ` (source)`, `（出典）`. */
export function inBrackets(remark: string, language: Language): string {
  return BRACKETS[language].join(remark);
}

/** The sentences of a language by their keys. */
export type Messages = Readonly<Record<string, Message | undefined>>;

/** Arguments of a message; undefined if it has none. */
export type ArgsOf<M extends Message> = M extends (args: infer A, say: Say) => string ? A : undefined;

/** Japanese messages of a file: same keys, same arguments. */
export type Translated<T extends Record<string, Message>> = {
  [K in keyof T]: string | ((args: ArgsOf<T[K]>, say: Say) => string);
};

/** Prefixes words with a name: `Amazon Linux 2: standard …`. Without a name, starts with a capital: `Standard …`. */
export function named(name: string | null, words: string, by = ': '): string {
  return name === null ? capitalised(words) : name + by + words;
}

/** Chooses the words that contain the name, or others below a title that has it. */
export function withName(
  name: string | null,
  otherwise: string,
  words: (name: string) => string = (it) => it,
): string {
  return name === null ? otherwise : words(name);
}

/** Like `named`, for a name that can be a sentence. */
export function titled(name: string | Text | null, words: string, say: Say): string {
  return named(name === null ? null : say(name), words);
}

/** Words with a Japanese particle behind them: `16.13 に`, but no space after a full-width bracket: `16.13（…）に`. */
export function withParticle(words: string, particle: string): string {
  return words + (words.endsWith('）') ? '' : ' ') + particle;
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence without its full stop, for use within another one. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

const PLURALS = new Intl.PluralRules('en');

/** English word form for a count: `is` or `are`. */
export function form(count: number, one: string, other: string): string {
  return PLURALS.select(count) === 'one' ? one : other;
}

/** `1 bug`, `2 bugs`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${form(count, one, many)}`;
}

/** Words for a count, or for none. */
export function noneOr(count: number, none: string, words: string): string {
  return count === 0 ? none : words;
}

/** A range such as `16.7 to 16.9`; a single version if both ends are equal. */
export function span(from: string, to: string, between: string): string {
  return from === to ? to : `${from}${between}${to}`;
}

/** Optional part of a sentence. Empty if its argument is null, false, an empty text or list, or zero. */
export function part<T extends TextArg>(
  about: T,
  words: string | ((about: Exclude<T, null | false>) => string),
): string {
  const isAbsent = about === null || about === false || about === '' || about === 0 || isEmptyList(about);
  if (isAbsent) return '';
  return typeof words === 'string' ? words : words(about as Exclude<T, null | false>);
}

function isEmptyList(about: unknown): boolean {
  return Array.isArray(about) && about.length === 0;
}
