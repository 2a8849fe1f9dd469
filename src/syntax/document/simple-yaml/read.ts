import type { Lines } from '../lines.ts';
import type { ParsedDocument } from '../node.ts';
import { BlockReader } from './blocks.ts';
import { readWithReturns } from './returns.ts';
import { BROKEN, NOT_SIMPLE, YamlText } from './text.ts';

/** What the simple part leaves out wherever it stands: directives. */
const NEVER_SIMPLE = /\uFEFF|^%/m;

/**
 * The documents of a YAML text as the `yaml` library reads them, many times faster: blocks, lists and maps in brackets,
 * tags of tools, texts of every style. Null for everything else, and for what has an error: anchors, keys that are no
 * words, escapes that are rare, tabs between words. `broken` where it has an error for certain, because a text template
 * writes a line of it.
 */
export function readSimpleYaml(
  text: string,
  original: string,
  lines: Lines,
): ParsedDocument[] | 'broken' | null {
  if (text.includes('\r'))
    return text === original
      ? readWithReturns(text, lines, (plain) => readSimpleYaml(plain, plain, lines))
      : null;
  if (NEVER_SIMPLE.test(text)) return null;
  try {
    return new BlockReader(new YamlText(text, original, lines)).documents();
  } catch (error) {
    if (error === NOT_SIMPLE) return null;
    if (error === BROKEN) return 'broken';
    throw error;
  }
}
