import type { ScalarNode } from '../node.ts';
import { LONGEST_KEY } from './keys.ts';
import { matchAt, notSimple, withoutBlanks, withoutSpaces, type YamlText } from './text.ts';

const HEADER = /[|>](?:[-+][1-9]?|[1-9][-+]?)?(?: +#[^\n]*| *)\n/y;

/** A text of one line: without quotes, or with quotes and without escapes. */
const ONE_LINE = String.raw`(?:([\w$/.][^\n\t:#]*(?::(?!\s)[^\n\t:#]*)*)|"([^"\\\n]*)" *|'([^'\n]*)' *)`;
/** A value of one line, with a tag before it or not. */
const SHORT = new RegExp(String.raw`(!\w+ +)?${ONE_LINE}\n`, 'y');
/** A key with such a value, or without any, and at most one line that says nothing, up to the next that does. */
const SHORT_ENTRY = new RegExp(
  String.raw`(\w[\w.-]*):(?:( +(?:!\w+ +)?)${ONE_LINE}| *)\n(?:( *)(#[^\n]*)?\n)?( *)(?=[^\s#])(?!---|\.\.\.)`,
  'y',
);

/** What takes the rest of a line, read at once; its end is that of the line. Null where it is not so simple. */
export function readShort(source: YamlText, at: number): { node: ScalarNode; end: number } | null {
  SHORT.lastIndex = at;
  const found = source.hasMarks ? null : SHORT.exec(source.text);
  if (found === null) return null;
  const before = found[1] ?? '';
  return { node: shortScalar(source, at, before, found[2], found[3] ?? found[4]), end: SHORT.lastIndex };
}

function shortScalar(
  source: YamlText,
  at: number,
  before: string,
  plain: string | undefined,
  quoted: string | undefined,
): ScalarNode {
  const tag = before.length < 2 ? null : before.trim() || null;
  const text = quoted ?? withoutSpaces(plain ?? '');
  const start = at + before.length + (quoted === undefined ? 0 : 1);
  return source.scalar(start, start + text.length, text, tag, quoted === undefined ? 'plain' : 'quoted');
}

/** A key with a value of one line, or with none, and where the next line begins that says something. */
interface ShortEntry {
  key: string;
  /** Null where it stands below, if anywhere. */
  value: ScalarNode | null;
  /** Of its line, of which the key is the end where there is no value. */
  end: number;
  next: number;
  /** Of the next line. */
  column: number;
  /** The column of a comment before it; -1 without one. */
  comment: number;
}

/** An entry, read at once; null where it is not so simple. */
export function readShortEntry(source: YamlText, at: number): ShortEntry | null {
  SHORT_ENTRY.lastIndex = at;
  const found = source.hasMarks ? null : SHORT_ENTRY.exec(source.text);
  const key = found?.[1] ?? '';
  if (found === null || key.length > LONGEST_KEY) return null;
  const afterKey = at + key.length + 1;
  const next = SHORT_ENTRY.lastIndex;
  const column = found[8]?.length ?? 0;
  const comment = found[7] === undefined ? -1 : (found[6]?.length ?? -1);
  const before = found[2];
  if (before === undefined)
    return { key, value: null, end: source.skipSpaces(afterKey), next, column, comment };
  const value = shortScalar(source, afterKey, before, found[3], found[4] ?? found[5]);
  return { key, value, end: source.lineEnd(value.end) + 1, next, column, comment };
}

/**
 * Text without quotes, with the lines to the right of `indent` that go on with it.
 * @param at where it begins
 */
export function readPlain(source: YamlText, at: number, indent: number, tag: string | null): ScalarNode {
  let line = plainLine(source, at);
  let parsed = line.text;
  let { end } = line;
  while (!line.isLast) {
    const next = nextLine(source, end);
    if (next === null || next.indent <= indent || source.is(next.at, '#')) break;
    line = plainLine(source, next.at);
    parsed += (next.blanks === 0 ? ' ' : '\n'.repeat(next.blanks)) + line.text;
    end = line.end;
  }
  return source.scalar(at, end, parsed, tag, 'plain');
}

/** One line of it; the last where a comment follows. */
function plainLine(source: YamlText, at: number): { text: string; end: number; isLast: boolean } {
  const line = source.text.slice(at, source.lineEnd(at));
  const comment = line.indexOf(' #');
  const text = withoutBlanks(comment < 0 ? line : line.slice(0, comment));
  if (text === '' || text.includes(': ') || text.endsWith(':') || text.includes('\t')) notSimple();
  return { text, end: at + text.length, isLast: comment >= 0 };
}

/** The next line that is not blank, with the number of blank ones before it. */
export function nextLine(
  source: YamlText,
  from: number,
): { at: number; indent: number; blanks: number } | null {
  let start = source.lineEnd(from) + 1;
  for (let blanks = 0; start < source.text.length; blanks++) {
    const at = source.skipSpaces(start);
    if (!source.isLineEnd(at)) return { at, indent: at - start, blanks };
    start = source.lineEnd(at) + 1;
  }
  return null;
}

/** Lines of a text as they are written (`|`), or folded (`>`); its end is after the last of them. */
export function readBlockScalar(
  source: YamlText,
  at: number,
  indent: number,
  tag: string | null,
): { node: ScalarNode; end: number } {
  const header = matchAt(HEADER, source.text, at) ?? notSimple();
  const style = header.slice(0, 3).trimEnd();
  const first = at + header.length;
  const isKept = style.includes('+');
  const next = nextLine(source, first - 1) ?? notSimple();
  if (next.indent <= indent) {
    const below = next.at - next.indent;
    // Of blank lines alone only one is a part of it.
    const end = isKept || next.blanks === 0 ? below : source.lineEnd(first) + 1;
    if (source.text.slice(end, below).includes(' ')) notSimple();
    return { node: source.scalar(end, end, isKept ? '\n'.repeat(next.blanks) : '', tag, 'quoted'), end };
  }
  const told = /\d/.exec(style)?.[0];
  const width = told === undefined ? next.indent : indent + Number(told);
  const { lines, end: endOfText, blanks, endOfBlanks } = blockLines(source, first, width);
  if (told !== undefined) {
    const isIndented = source.skipSpaces(endOfBlanks) - endOfBlanks > indent;
    if (next.indent < width || isIndented || lines.at(-1)?.trim() === '') notSimple();
  }
  if (isKept && !source.text.endsWith('\n')) notSimple();
  const end = isKept ? endOfBlanks : endOfText;
  const content = style.startsWith('|') ? lines.join('\n') : folded(lines);
  const after = isKept ? '\n'.repeat(1 + blanks) : style.includes('-') ? '' : '\n';
  const parsed = content + after;
  const written = source.text.slice(first, end);
  const start = first + written.search(/\S/);
  return { node: source.scalar(start, first + written.trimEnd().length, parsed, tag, 'quoted'), end };
}

/** Each without the indentation that all have; blank ones at the end are left out. */
function blockLines(
  source: YamlText,
  first: number,
  width: number,
): { lines: string[]; end: number; blanks: number; endOfBlanks: number } {
  const lines: string[] = [];
  let count = 0;
  let end = first;
  let start = first;
  while (start < source.text.length) {
    const at = source.skipSpaces(start);
    const lineEnd = source.lineEnd(at);
    const isBlank = at === lineEnd;
    if (source.is(at, '\t') && (count === 0 || at - start < width)) notSimple();
    if (!isBlank && at - start < width) break;
    // Blank lines that are longer than the text is indented say so themselves.
    if (isBlank && at - start > width && count === 0) notSimple();
    lines.push(source.text.slice(Math.min(start + width, lineEnd), lineEnd));
    start = lineEnd + 1;
    if (isBlank && at - start < width && lines.at(-1) === '') continue;
    count = lines.length;
    end = Math.min(start, source.text.length);
  }
  const blanks = lines.length - count;
  lines.length = count;
  // Spaces at the end of a file are a text of their own kind.
  if (/^ *$/.test(lines.at(-1) ?? '') && end >= source.text.length) notSimple();
  return { lines, end, blanks, endOfBlanks: Math.min(start, source.text.length) };
}

function folded(lines: readonly string[]): string {
  let text = '';
  let separator = '';
  let wasIndented = false;
  let isFirst = true;
  for (const line of lines) {
    if (line === '' && isFirst) text += '\n';
    else if (line.startsWith(' ') || line.startsWith('\t')) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
      text += separator + line;
      separator = '\n';
      wasIndented = true;
    } else if (line === '') {
      if (separator === '\n') text += '\n';
      else separator = '\n';
    } else {
      text += separator + line;
      separator = ' ';
      wasIndented = false;
    }
    if (line !== '') isFirst = false;
  }
  return text;
}
