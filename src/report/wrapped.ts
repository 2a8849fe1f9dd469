/** Least width in columns: narrower terminals get longer lines. */
const MIN_WIDTH = 40;
/** Characters that are two columns wide: East Asian ones and emoji. */
const WIDE = new RegExp(
  String.raw`[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|` +
    String.raw`[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]`,
  'u',
);
/**
 * Units between which a line can be broken: spaces, a Japanese character with the brackets and punctuation around it,
 * other words.
 */
const SIGN = String.raw`[\u3040-\u30ff\u4e00-\u9fff]`;
const WORD = String.raw`[^\s\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+`;
const STOPS = '[、。，）」』ー々っゃゅょッャュョ:;]{0,4}';
const PIECE = new RegExp(String.raw`\s+|[（「『]?(?:${SIGN}|${WORD})${STOPS}|.`, 'gu');

/** Codes of terminal colours, which take no column. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** Number of columns of a text on a terminal. */
export function columnsOf(text: string): number {
  return Array.from(text.replace(COLOURS, '')).reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
}

/** Pads to a width in columns: Japanese characters take two. */
export function padded(word: string, width: number): string {
  return word + ' '.repeat(Math.max(0, width - columnsOf(word)));
}

/**
 * Breaks a sentence into lines of a terminal's width; a single line without a width.
 * @param indent of every line; only of those after the first if `first` is the beginning of the first
 */
export function wrappedLines(sentence: string, width: number | null, indent = '', first = indent): string[] {
  if (width === null) return [first + sentence];
  return brokenLines(sentence, Math.max(width - indent.length, MIN_WIDTH)).map(
    (line, index) => (index === 0 ? first : indent) + line,
  );
}

/** Breaks a text between words into lines of at most this width; a longer word has its own line. */
export function brokenLines(words: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of words.matchAll(PIECE)) {
    if (line !== '' && columnsOf(line) + columnsOf(piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Start of a line before its words: spaces, the mark of an item. */
const BEGINNING = /^ *(?:(?:[-+★]|\d+\.) +)?/;
/** Widest indentation; a wider one would leave no room for words. */
const MAX_INDENT = 24;

/**
 * Fits the lines of a text into a width and indents their continuation; table rows stay, and everything without a width.
 */
export function fitted(whole: string, width: number | null): string {
  if (width === null) return whole;
  return whole
    .split('\n')
    .flatMap((line) => {
      const [beginning = ''] = BEGINNING.exec(line) ?? [];
      if (columnsOf(line) <= width || isRow(line) || beginning.length > MAX_INDENT) return [line];
      return wrappedLines(line.slice(beginning.length), width, ' '.repeat(beginning.length), beginning);
    })
    .join('\n');
}

/** True for several columns, with two or more spaces between them. */
function isRow(line: string): boolean {
  return (line.trim().match(/\S {2,}(?=\S)/g)?.length ?? 0) > 1;
}
