import { trimTrailing } from '../model/index.ts';
import { linesOf, placeOf, type SourceFile } from '../syntax/index.ts';
import type { FileLocation } from '../model/index.ts';

/** A change of a file that replaces the text of a range; an empty range inserts. */
export interface TextEdit {
  range: FileLocation;
  newText: string;
}

/** A change with offsets into the text. */
export interface Change {
  start: number;
  end: number;
  text: string;
  /** The same text without braces, for a new object that several changes at one place share. */
  inBraces?: string;
}

/** Converts changes of a file into edits with lines and columns. */
export function toEdits(source: SourceFile, changes: readonly Change[]): TextEdit[] {
  const lines = linesOf(source);
  return changes.map(({ start, end, text }) => ({ range: placeOf(lines, start, end), newText: text }));
}

/**
 * Joins insertions at the same position: the more indented lines, which belong to the block above, come before whole
 * blocks. In programs, joins only changes that start the same new object.
 */
export function joinInsertions({ file, text: whole }: SourceFile, changes: readonly Change[]): Change[] {
  if (/\.(?:[cm]?tsx?|[cm]?jsx?|py)$/.test(file)) return joinObjects(changes);
  const eol = lineEnding(whole);
  const isInsert = ({ start, end, text }: Change): boolean => start === end && text.startsWith(eol);
  const merged = [...Map.groupBy(changes.filter(isInsert), ({ start }) => start)].map(([start, own]) => ({
    start,
    end: start,
    text: alignArguments(
      joined(
        own.map(({ text }) => text).sort((a, b) => indentationOf(b) - indentationOf(a)),
        eol,
      ),
      eol,
    ),
  }));
  return [...changes.filter((change) => !isInsert(change)), ...merged];
}

function joinObjects(changes: readonly Change[]): Change[] {
  return [
    ...Map.groupBy(changes, (change) => (change.inBraces === undefined ? change : change.start)),
  ].flatMap(([, [first, ...others]]) => {
    if (first === undefined) return [];
    const { inBraces = '' } = first;
    const all = [inBraces, ...others.map((each) => each.inBraces ?? '')].join(', ');
    return others.length === 0 ? [first] : [{ ...first, text: first.text.replace(inBraces, () => all) }];
  });
}

/** Indentation of the first non-empty line. */
function indentationOf(text: string): number {
  return /^[\r\n]*([ \t]*)/.exec(text)?.[1]?.length ?? 0;
}

/** A line with a Terraform argument. */
const ARGUMENT_LINE = /^([ \t]*)([\w-]+)[ \t]+= (.*)$/;

/** Aligns the equals signs of a text's leading arguments, like `terraform fmt`. */
function alignArguments(text: string, eol: string): string {
  const lines = text.split(eol);
  const first = lines.findIndex((line) => line !== '');
  const behind = lines.findIndex((line, index) => index > first && !ARGUMENT_LINE.test(line));
  const end = behind < 0 ? lines.length : behind;
  const width = Math.max(
    0,
    ...lines.slice(first, end).map((line) => ARGUMENT_LINE.exec(line)?.[2]?.length ?? 0),
  );
  return lines
    .map((line, index) =>
      index < first || index >= end
        ? line
        : line.replace(
            ARGUMENT_LINE,
            (_, indent: string, name: string, value: string) => `${indent}${name.padEnd(width)} = ${value}`,
          ),
    )
    .join(eol);
}

function joined(texts: readonly string[], eol: string): string {
  return texts.reduce((before, text) => {
    const body = text.replace(/^[\r\n]+/, '');
    const isBlock = indentationOf(text) === 0 || text.startsWith(eol + eol);
    const isParagraph = isBlock && !/^[ \t]*[\w-]+[ \t]+= /.test(body);
    const isOfSameBlock = indentationOf(before) === indentationOf(text) && !isParagraph;
    return trimTrailing(before, '\r\n') + (isOfSameBlock ? eol : eol + eol) + body;
  });
}

/** Applies edits that do not overlap, in the same way as an editor. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  // From last to first, so that earlier positions stay valid. Edits at the same position keep their order.
  return edits
    .map(({ range, newText }) => ({
      start: offset(range.line, range.column),
      end: offset(range.endLine, range.endColumn),
      newText,
    }))
    .toReversed()
    .sort((a, b) => b.start - a.start)
    .reduce((before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end), text);
}

/** Line ending of a file. */
export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** End of the line at an offset, before its line ending. */
export function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset).search(/\r?\n/);
  return found < 0 ? text.length : offset + found;
}

/** Indentation of the line at an offset. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** One step of indentation in the style of the file. */
export function indentUnit({ text }: SourceFile, usual: string): string {
  if (/^\t/m.test(text)) return '\t';
  const widths = [...text.slice(0, 50_000).matchAll(/^( +)\S/gm)].map(([, blanks = '']) => blanks.length);
  const least = Math.min(...widths.filter((width) => width > 1));
  return Number.isFinite(least) ? ' '.repeat(least) : usual;
}

/** Lines with an indentation; empty lines stay empty. */
export function indented(lines: readonly string[], indent: string, eol: string): string {
  return lines.map((line) => (line === '' ? '' : indent + line)).join(eol);
}
