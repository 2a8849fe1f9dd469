import { Language, Parser } from 'web-tree-sitter';
import { getOrInsert } from '../model/index.ts';
import { readWasm } from './read-wasm.ts';

/** Grammars, with the files and packages that contain them. */
const GRAMMARS = {
  'c-sharp': '@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm',
  go: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
  java: '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm',
  python: '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
  tsx: '@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm',
  typescript: '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
} as const;
export type GrammarName = keyof typeof GRAMMARS;

const RUNTIME = 'web-tree-sitter/web-tree-sitter.wasm';
/** All files that a bundle has to include. */
export const GRAMMAR_FILES: readonly string[] = [RUNTIME, ...Object.values(GRAMMARS)];

let runtime: Promise<void> | null = null;
const loaded = new Map<GrammarName, Promise<Language>>();

/** Loads a grammar once, and the parser's runtime with the first. Rejects if a file is missing. */
function loadGrammar(name: GrammarName): Promise<Language> {
  return getOrInsert(loaded, name, () => load(name));
}

const parsers = new Map<GrammarName, Parser>();

/** Loads grammars and creates their parsers, each once. */
export async function prepareParsers(names: Iterable<GrammarName>): Promise<void> {
  for (const name of new Set(names)) {
    if (parsers.has(name)) continue;
    const grammar = await loadGrammar(name);
    parsers.set(name, new Parser().setLanguage(grammar));
  }
}

/** Parser of a language; null before its grammar is loaded, or without a language. */
export function parserOf(name: GrammarName | null): Parser | null {
  return (name === null ? undefined : parsers.get(name)) ?? null;
}

async function load(name: GrammarName): Promise<Language> {
  runtime ??= readWasm(RUNTIME).then((wasmBinary) => Parser.init({ wasmBinary }));
  await runtime;
  return await Language.load(await readWasm(GRAMMARS[name]));
}
