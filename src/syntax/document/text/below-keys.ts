/** Beginning of a line in brackets, or of a text template, after which indentation means nothing. */
const NOT_IN_PLACE = /^[{[]/m;
/** An alias. Its value is elsewhere. */
const REFERS = /(?::|^[ \t]*-)[ \t]+\*\w/m;

/**
 * Lines of a YAML text below some keys, by indentation; the whole text if indentation is unreliable.
 * @param key matches all such keys
 */
export function linesBelow(key: RegExp, text: string): string[] {
  const found: string[] = [];
  const isInPlace = !NOT_IN_PLACE.test(text);
  let end = 0;
  for (const { index, 0: written } of text.matchAll(key)) {
    const start = text.lastIndexOf('\n', index + written.length - 1) + 1;
    if (start < end) continue;
    end = endBelow(start, /["'{,]/.test(text.slice(start, index + written.length)), text);
    const lines = text.slice(start, end);
    if (!isInPlace || REFERS.test(lines)) return [text];
    found.push(lines);
  }
  return found;
}

/** Position of the next line that is neither deeper than the one at `start` nor an item of it. */
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
