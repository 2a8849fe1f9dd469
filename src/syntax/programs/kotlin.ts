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

/** Call with a block of assignments, as in the AWS SDK: `= CreateDbClusterRequest { engine = "…" }`, `rds.createDbCluster { … }`. */
const CALL_WITH_BLOCK = new RegExp(
  [
    String.raw`(?:(?<=[=(,]\s{0,200})[A-Z]|(?<=\.)[a-z])\w{0,99}[ \t]{0,9}`,
    String.raw`\{(?=\s*\w{1,99}[ \t]{0,9}=[^=])(?:[^{}]|(?<=\$)\{[^{}]{0,200}\}){0,9999}\}`,
  ].join(''),
  'g',
);
/** End of a line between two assignments of a block. */
const NEXT_ASSIGNMENT = /(?<=[^\s({,=][ \t]{0,9})\n(?=\s*\w{1,99}[ \t]{0,9}=[^=])/g;

/** Kotlin program in Java's words, where they differ, and with semicolons after its statements. */
export function kotlinAsJava(text: string): string {
  const code = text
    .split('\n')
    .map(withoutComment)
    .join('\n')
    .replace(CALL_WITH_BLOCK, withNamedArguments)
    // A block may contain another one.
    .replace(CALL_WITH_BLOCK, withNamedArguments);
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

/** Call with named arguments in place of its block: `Request( a = 1, b = 2 )`. */
function withNamedArguments(call: string): string {
  const open = call.indexOf('{');
  return `${call.slice(0, open)}(${call.slice(open + 1, -1).replaceAll(NEXT_ASSIGNMENT, ',')})`;
}

function blankOf(found: string): string {
  return found.replace(/[^\r\n]/g, ' ');
}
