/** Start of a document in brackets, or of a text template, in which indentation means nothing. */
const UNINDENTED_START = /^[{[]/m;
/** An alias. Its value is elsewhere. */
const ALIAS = /(?::|^[ \t]*-)[ \t]+\*\w/m;

/**
 * Lines of a YAML text below some keys, by indentation; the whole text if indentation is unreliable.
 * @param key matches all such keys
 */
export function linesBelow(key: RegExp, text: string): string[] {
  const found: string[] = [];
  const isInPlace = !UNINDENTED_START.test(text);
  let end = 0;
  for (const { index, 0: written } of text.matchAll(key)) {
    const start = text.lastIndexOf('\n', index + written.length - 1) + 1;
    if (start < end) continue;
    end = endBelow(start, /["'{,]/.test(text.slice(start, index + written.length)), text);
    const lines = text.slice(start, end);
    if (!isInPlace || ALIAS.test(lines)) return [text];
    found.push(lines);
  }
  return found;
}

/** Position of the next line that is not deeper than the one at `start`, and not an item of it. */
function endBelow(start: number, isInBrackets: boolean, text: string): number {
  const depth = indentAt(start, text);
  const isItem = text.charAt(start + depth) === '-';
  for (let line = lineAfter(start, text); line < text.length; line = lineAfter(line, text)) {
    const indent = indentAt(line, text);
    const first = text.charAt(line + indent);
    const isPart = indent === depth && (isInBrackets || (first === '-' && !isItem));
    if (indent <= depth && !isPart && !'#\r\n'.includes(first)) return line;
  }
  return text.length;
}

function indentAt(start: number, text: string): number {
  let at = start;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at - start;
}

function lineAfter(from: number, text: string): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
