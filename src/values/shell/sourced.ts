import path from 'node:path/posix';
import type { SourceFile } from '../../syntax/index.ts';
import { asShell, parseShell, plainText, scriptOf } from '../../syntax/shell/index.ts';
import type { Piece } from '../value/pieces.ts';
import { type OuterValues, Variables } from './variables.ts';

const SOURCED = /(?:^-?|&&|\|\||[;{]|\bthen|\bdo)[ \t]*(?:source|\.|include)[ \t]+(?=\S)([^\n]*)/gm;
const maxSourced = 10;

/** Reads a file; null if it is unreadable. */
type ReadFile = (file: string) => SourceFile | null;

/** Variables from scripts that a script sources, read on demand. */
export function sourcedVariables(script: SourceFile, readFile: ReadFile): OuterValues {
  let sourced: Map<string, Variables> | null = null;
  const asked = new Set<string>();
  const valuesOf = (name: string): readonly Piece[] => {
    if (asked.has(name)) return [];
    asked.add(name);
    sourced ??= open(script, new Map());
    // The last assignment wins.
    const found = [...sourced.values()].reverse().map((variables) => variables.valuesForInnerScript(name));
    asked.delete(name);
    return found.find((pieces) => pieces.length > 0) ?? [];
  };
  const open = (from: SourceFile, opened: Map<string, Variables>): Map<string, Variables> => {
    for (const [, rest = ''] of from.text.matchAll(SOURCED)) {
      const source = sourcedFile(rest, path.dirname(from.file), readFile);
      if (source === null || source.file === script.file || opened.has(source.file)) continue;
      if (opened.size >= maxSourced) break;
      const own = scriptOf(asShell(source));
      opened.set(source.file, new Variables(own, parseShell(own.text), valuesOf));
      open(source, opened);
    }
    return opened;
  };
  return valuesOf;
}

/** Sourced file, from the folder of the script or one above: `$DIR/common.sh`, `"$(dirname "$0")/../x.env"`. */
function sourcedFile(written: string, folder: string, readFile: ReadFile): SourceFile | null {
  const [first, ...others] =
    parseShell(`. ${written}`).find(({ words }) => plainText(words[0]) === '.')?.words[1]?.parts ?? [];
  const parts = first?.kind === 'text' ? [first, ...others] : others;
  const texts = parts.map((part) => (part.kind === 'text' ? part.text : null));
  const name = texts.join('').replace(/^\/+/, '');
  if (name === '' || texts.includes(null) || (first?.kind === 'text' && path.isAbsolute(first.text)))
    return null;
  for (let base = folder; ; base = path.dirname(base)) {
    const found = readFile(path.join(base, name));
    if (found !== null || base === '.') return found;
  }
}
