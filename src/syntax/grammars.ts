import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Language, Parser } from 'web-tree-sitter';

/** Grammars by the name of their file, with the package that has them. */
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
/** Where a bundle keeps the files, packed: beside its entries, which may be one folder above its chunks. */
const BUNDLED = ['grammars', '../grammars'];

/** Every file that a bundle has to bring along. */
export const GRAMMAR_FILES: readonly string[] = [RUNTIME, ...Object.values(GRAMMARS)];

const unpack = promisify(brotliDecompress);
let runtime: Promise<void> | null = null;
const loaded = new Map<GrammarName, Promise<Language>>();

/** Loads a grammar once, and the parser's runtime with the first. Rejects when a file is missing. */
export function loadGrammar(name: GrammarName): Promise<Language> {
  let language = loaded.get(name);
  if (language === undefined) {
    language = load(name);
    loaded.set(name, language);
  }
  return language;
}

async function load(name: GrammarName): Promise<Language> {
  runtime ??= readWasm(RUNTIME).then((wasmBinary) => Parser.init({ wasmBinary }));
  await runtime;
  return await Language.load(await readWasm(GRAMMARS[name]));
}

async function readWasm(inPackage: string): Promise<Uint8Array> {
  for (const folder of BUNDLED) {
    const file = path.join(import.meta.dirname, folder, `${path.basename(inPackage)}.br`);
    if (existsSync(file)) return await unpack(await readFile(file));
  }
  return await readFile(createRequire(import.meta.url).resolve(inPackage));
}
