// Kotlin, for which there is no grammar here. Its constructs and calls become Java after a few words are replaced by
// others of the same length, so that every place in the text is preserved.

const REPLACED: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=\bclass\s{1,9}\w{1,99})\s{0,99}\([^{}]{0,2000}(?=\{)/g, blank],
  [
    /(?<=\bfun\s{1,9}\w{1,99}\()[^(){}]{0,2000}\)[^={}\n]{0,200}(?=\{)/g,
    (found) => `${blank(found.slice(1))})`,
  ],
  [/(?<=\bva[lr]\s{1,9}\w{1,99})\s{0,9}:[^=\n]{0,200}(?==)/g, blank],
  [/\bval\b/g, () => 'var'],
  [/\bcompanion object\b/g, () => 'static class Obj'],
  [/\binit(?=\s{0,9}\{)/g, blank],
  [/\?:/g, () => '||'],
  [/\?\./g, () => ' .'],
  [/!!/g, () => '  '],
];
/** End of a line whose statement continues. */
const UNFINISHED = /[{([,.=+\-&|<>;]$|^$/;
/** Beginning of a line that continues the previous statement. */
const CONTINUES = /^(?:[.)\]|&+,={]|else\b|catch\b)/;

/** Text of a Kotlin program in Java's words, as far as they differ, with semicolons after its statements. */
export function kotlinAsJava(text: string): string {
  const code = text.split('\n').map(withoutComment).join('\n');
  const lines = REPLACED.reduce((before, [pattern, by]) => before.replace(pattern, by), code).split('\n');
  let next = '';
  return lines
    .reverse()
    .map((line, i) => {
      const [own, isEnd] = [line.trim(), i > 0 && next !== '' && !CONTINUES.test(next)];
      if (own !== '') next = own;
      return line + (i === 0 ? '' : isEnd && !UNFINISHED.test(own) ? ';' : '\n');
    })
    .reverse()
    .join('');
}

/** Line with its comment blanked: a statement ends before it. */
function withoutComment(line: string): string {
  let isText = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"' && line[i - 1] !== '\\') isText = !isText;
    if (!isText && line.startsWith('//', i)) return line.slice(0, i) + blank(line.slice(i));
  }
  return line;
}

function blank(found: string): string {
  return found.replace(/[^\r\n]/g, ' ');
}
