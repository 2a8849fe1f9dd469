import { Parser } from 'web-tree-sitter';
import { loadGrammar, type GrammarName } from '../../../syntax/index.ts';
import { languageOf } from './language-of.ts';

export { languageOf };

const parsers = new Map<GrammarName, Parser>();

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
