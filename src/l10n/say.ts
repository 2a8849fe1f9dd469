import type { Text, TextArg } from '../model/index.ts';

/** Renders an argument inside a sentence: a Text is said in the same language, a list is joined, as the language does or by `between`. */
export type Say = (arg: TextArg, between?: string) => string;

/** A sentence as a function of its arguments; one without any is the text alone, which is loaded in half the time. */
export type Message = string | ((args: never, say: Say) => string);

export type Language = 'en' | 'ja';

/** Brackets around a remark that follows other words, with the blank before it. */
export const BRACKETS: Record<Language, readonly [open: string, close: string]> = {
  en: [' (', ')'],
  ja: ['（', '）'],
};

/** Separators of a list. */
export const BETWEEN: Record<Language, string> = { en: ', ', ja: '、' };

/** A remark behind other words: ` (source)`, `（出典）`. */
export function inBrackets(remark: string, language: Language): string {
  return BRACKETS[language].join(remark);
}

/** The sentences of a language by their keys. */
export type Messages = Readonly<Record<string, Message | undefined>>;

/** Undefined where it has none. */
export type ArgsOf<M extends Message> = M extends (args: infer A, say: Say) => string ? A : undefined;

/** The Japanese half of a file of messages: the same keys, the same arguments. */
export type Translated<T extends Record<string, Message>> = {
  [K in keyof T]: string | ((args: ArgsOf<T[K]>, say: Say) => string);
};

/** `Amazon Linux 2: standard …`, or `Standard …` below a title that has the name. */
export function named(name: string | null, words: string, by = ': '): string {
  return name === null ? capitalised(words) : name + by + words;
}

/** Words with the name of what they are about; other words below a title that has the name. */
export function withName(
  name: string | null,
  otherwise: string,
  words: (name: string) => string = (it) => it,
): string {
  return name === null ? otherwise : words(name);
}

/** The same of what may be called by a sentence. */
export function titled(name: string | Text | null, words: string, say: Say): string {
  return named(name === null ? null : say(name), words);
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence without its full stop: part of another one. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

const PLURALS = new Intl.PluralRules('en');

/** The form of English words that goes with a count: `is`, `are`. */
export function form(count: number, one: string, other: string): string {
  return PLURALS.select(count) === 'one' ? one : other;
}

/** `1 bug`, `2 bugs`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${form(count, one, many)}`;
}

/** `16.7 to 16.9`, or the one version that both ends are. */
export function span(from: string, to: string, between: string): string {
  return from === to ? to : `${from}${between}${to}`;
}

/**
 * An optional part of a sentence: it stands with what it is about. Left out where that is absent, which is decided by whoever
 * hands it over: null, false, an empty text or list, or a count of none.
 */
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
