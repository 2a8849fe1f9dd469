import { Parser } from 'web-tree-sitter';
import { loadGrammar, type GrammarName } from '../grammars.ts';
import { isNamedTest } from './tests.ts';

/** Grammars by the ending of a file. JavaScript is read as TypeScript, which contains it. */
const ENDINGS: readonly (readonly [RegExp, GrammarName])[] = [
  [/\.(?:[cm]?ts|[cm]?js)$/i, 'typescript'],
  [/\.[jt]sx$/i, 'tsx'],
  [/\.py$/i, 'python'],
  [/\.java$/i, 'java'],
  [/\.go$/i, 'go'],
  [/\.cs$/i, 'c-sharp'],
];
/** Made by tools, or declarations without values. */
const MADE = /\.(?:d\.[cm]?ts|min\.js)$|_pb2\.py$|\.pb\.go$/i;
const parsers = new Map<GrammarName, Parser>();

/** The language of a program; null for any other file. */
export function languageOf(file: string): GrammarName | null {
  if (MADE.test(file) || isNamedTest(file)) return null;
  return ENDINGS.find(([ending]) => ending.test(file))?.[1] ?? null;
}

/** Loads the grammars that some files need, each once. */
export async function prepareLanguages(files: readonly string[]): Promise<void> {
  const languages = new Set(files.flatMap((file) => languageOf(file) ?? []));
  for (const language of languages) {
    if (parsers.has(language)) continue;
    const grammar = await loadGrammar(language);
    parsers.set(language, new Parser().setLanguage(grammar));
  }
}

/** The parser of a language whose grammar is loaded; null before that. */
export function parserOf(language: GrammarName): Parser | null {
  return parsers.get(language) ?? null;
}
