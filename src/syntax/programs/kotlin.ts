// There is no grammar of Kotlin here. Constructs and calls are written there as in Java once a few words are replaced by others
// of the same length, so that every place in the text stays where it is.

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
/** The end of a line whose statement goes on, and the beginning of one that goes on with the statement before. */
const GOES_ON = /[{([,.=+\-&|<>;]$|^$/;
const CONTINUES = /^(?:[.)\]|&+,={]|else\b|catch\b)/;

/** The text of a program in Kotlin in the words of Java, as far as these differ, with semicolons behind its statements. */
export function kotlinAsJava(text: string): string {
  const code = text.split('\n').map(withoutComment).join('\n');
  const lines = REPLACED.reduce((before, [pattern, by]) => before.replace(pattern, by), code).split('\n');
  let next = '';
  return lines
    .reverse()
    .map((line, i) => {
      const [own, isEnd] = [line.trim(), i > 0 && next !== '' && !CONTINUES.test(next)];
      if (own !== '') next = own;
      return line + (i === 0 ? '' : isEnd && !GOES_ON.test(own) ? ';' : '\n');
    })
    .reverse()
    .join('');
}

/** A line whose comment is blank: a statement ends before it. */
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
