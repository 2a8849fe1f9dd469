import { unicodeEscape, visibleLines } from '../../model/index.ts';

/** Notation in which an output escapes characters. */
export type Notation = 'text' | 'json' | 'xml';

const ESCAPE: Record<Notation, (character: string) => string> = {
  text: (character) => `\\${character}`,
  json: unicodeEscape,
  xml: (character) => `&#${character.charCodeAt(0)};`,
};

/** Colour codes of styleText: no other escape sequence is ours. */
const COLOUR = /\u001b\[\d{1,3}m/g;
/**
 * Start of a workflow command of GitHub's runner: `::` at the beginning of a line after any spaces, and the older `##[`
 * anywhere. Runners of other services also read it with a word between.
 */
const COMMAND = /:(?=:)(?<=^[^\S\n]*:)|#(?=[\w.-]{0,40}\[)(?<=##)/gm;

/** Escapes an output: the result cannot control a terminal, and contains no command for a runner that reads its lines. */
export function printable(output: string, notation: Notation = 'text', isColoured = false): string {
  const lines = isColoured ? besideColours(output, visibleLines) : visibleLines(output);
  return lines.replace(COMMAND, ESCAPE[notation]);
}

function besideColours(output: string, change: (part: string) => string): string {
  const colours = output.match(COLOUR) ?? [];
  return output
    .split(COLOUR)
    .map((part, index) => change(part) + (colours[index] ?? ''))
    .join('');
}
