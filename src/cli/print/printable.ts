import { unicodeEscape, escapeInvisibleLines } from '../../model/index.ts';

/** Notation of an output, which decides how characters are escaped. */
export type Notation = 'text' | 'json' | 'xml';

const ESCAPE: Record<Notation, (character: string) => string> = {
  text: (character) => `\\${character}`,
  json: unicodeEscape,
  xml: (character) => `&#${character.charCodeAt(0)};`,
};

/** Colour codes by styleText, the only escape sequences that are kept. */
const COLOUR = /\u001b\[\d{1,3}m/g;
/**
 * Start of a workflow command on GitHub's runner: `::` at the start of a line, possibly indented, and the older `##[`
 * anywhere. Runners of other services have similar commands, such as `##vso[`.
 */
const RUNNER_COMMAND = /:(?=:)(?<=^[^\S\n]*:)|#(?=[\w.-]{0,40}\[)(?<=##)/gm;

/** Escapes an output, so that it cannot control a terminal or issue commands to a CI runner that reads its lines. */
export function escapeOutput(output: string, notation: Notation = 'text', isColoured = false): string {
  const lines = isColoured ? escapeExceptColours(output, escapeInvisibleLines) : escapeInvisibleLines(output);
  return lines.replace(RUNNER_COMMAND, ESCAPE[notation]);
}

function escapeExceptColours(output: string, change: (part: string) => string): string {
  const colours = output.match(COLOUR) ?? [];
  return output
    .split(COLOUR)
    .map((part, index) => change(part) + (colours[index] ?? ''))
    .join('');
}
