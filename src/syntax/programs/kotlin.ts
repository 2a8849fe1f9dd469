// Kotlin has no grammar here. A few of its words are replaced by Java's of the same length, which makes its constructs
// and calls valid Java and keeps all places.

const REPLACEMENTS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=\bclass\s{1,9}\w{1,99})\s{0,99}\([^{}]{0,2000}(?=\{)/g, blankOf],
  [
    /(?<=\bfun\s{1,9}\w{1,99}\()[^(){}]{0,2000}\)[^={}\n]{0,200}(?=\{)/g,
    (found) => `${blankOf(found.slice(1))})`,
  ],
  [/(?<=\bva[lr]\s{1,9}\w{1,99})\s{0,9}:[^=\n]{0,200}(?==)/g, blankOf],
  [/\bval\b/g, () => 'var'],
  [/\bcompanion object\b/g, () => 'static class Obj'],
  [/\binit(?=\s{0,9}\{)/g, blankOf],
  [/\?:/g, () => '||'],
  [/\?\./g, () => ' .'],
  [/!!/g, () => '  '],
];
/** End of a line whose statement continues. */
const UNFINISHED = /[{([,.=+\-&|<>;]$|^$/;
/** Beginning of a line that continues the previous statement. */
const CONTINUES = /^(?:[.)\]|&+,={]|else\b|catch\b)/;

/** Kotlin program in Java's words, where they differ, and with semicolons after its statements. */
export function kotlinAsJava(text: string): string {
  const code = text.split('\n').map(withoutComment).join('\n');
  const lines = REPLACEMENTS.reduce((before, [pattern, by]) => before.replace(pattern, by), code).split('\n');
  let next = '';
  return lines
    .reverse()
    .map((line, i) => {
      const own = line.trim();
      const isEnd = next !== '' && !CONTINUES.test(next) && !UNFINISHED.test(own);
      if (own !== '') next = own;
      if (i === 0) return line;
      return line + (isEnd ? ';' : '\n');
    })
    .reverse()
    .join('');
}

/** Line with its comment blanked, because a statement ends before the comment. */
function withoutComment(line: string): string {
  let isText = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"' && line[i - 1] !== '\\') isText = !isText;
    if (!isText && line.startsWith('//', i)) return line.slice(0, i) + blankOf(line.slice(i));
  }
  return line;
}

function blankOf(found: string): string {
  return found.replace(/[^\r\n]/g, ' ');
}
