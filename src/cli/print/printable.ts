import { unicodeEscape, visibleLines } from '../../model/index.ts';

/** How an output writes a character that it must not hold as it is. */
export type Notation = 'text' | 'json' | 'xml';

const ESCAPE: Record<Notation, (character: string) => string> = {
  text: (character) => `\\${character}`,
  json: unicodeEscape,
  xml: (character) => `&#${character.charCodeAt(0)};`,
};

/** What styleText writes: nothing else that begins with ESC is ours. */
const COLOUR = /\u001b\[\d{1,3}m/g;
/**
 * Where GitHub's runner finds a command: `::` at the beginning of a line, whatever blanks are before it, and the older
 * `##[` anywhere, which runners of other services read too, with a word between.
 */
const COMMAND = /:(?=:)(?<=^[^\S\n]*:)|#(?=[\w.-]{0,40}\[)(?<=##)/gm;

/** An output as it can be printed: it steers no terminal, and whoever reads its lines finds no command in them. */
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
