import type { Use, OsImageContext } from '../../model/index.ts';
import { versionNumberRange, readOsImage } from '../../products/index.ts';
import { locate, type Span } from '../../syntax/index.ts';
import type { KnownFact } from './fact.ts';
import { maxTextLength } from '../limits.ts';

interface Range {
  start: number;
  /** Offset after the last character. */
  end: number;
}

/** A part of a text and its place; verbatim if the span is as long as the text. */
export interface Piece {
  text: string;
  span: Span;
  origin: KnownFact['origin'];
  uses: readonly Use[];
}

/** Concatenation of texts; null if it exceeds {@link maxTextLength}. */
export function joinTexts(texts: readonly string[], separator = ''): string | null {
  let length = separator.length * (texts.length - 1);
  for (const text of texts) length += text.length;
  return length > maxTextLength ? null : texts.join(separator);
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Fact for an assembled text, at the place of its only piece, else where it is assembled (`whole`). */
function valueOfPieces(pieces: readonly Piece[], whole: Span): KnownFact {
  const written = pieces.filter((piece) => piece.text !== '');
  const [only] = written;
  if (only !== undefined && written.length === 1) return valueOfPiece(only.text, only, only.span);
  const origin = written.find((piece) => piece.origin !== 'literal')?.origin ?? 'literal';
  return { state: 'known', value: textOfPieces(written), at: locate(whole), origin, uses: [] };
}

/**
 * Like {@link valueOfPieces}, for an engine version: at the place of its own number, which may follow the community's.
 */
export function versionOfPieces(pieces: readonly Piece[], whole: Span): KnownFact {
  const value = valueOfPieces(pieces, whole);
  const written = pieces.filter((piece) => piece.text !== '');
  const last = written.at(-1);
  if (last === undefined || written.length < 2 || !/\d\.\d/.test(last.text)) return value;
  return { ...valueOfPiece(textOfPieces(pieces), last, last.span), origin: value.origin };
}

/** Like {@link valueOfPieces}, for an image name: at the place of its version part. */
export function imageOfPieces(
  pieces: readonly Piece[],
  whole: Span,
  context: OsImageContext = {},
): KnownFact {
  const written = textOfPieces(pieces);
  const range = readOsImage(written, context)?.range;
  if (range === undefined || pieces.filter((piece) => piece.text !== '').length < 2)
    return valueOfPieces(pieces, whole);
  const [first, ...others] = slicePieces(pieces, range);
  if (first !== undefined && others.length === 0) return valueOfPiece(written, first, first.span);
  const place = spanOfRange(whole, range, pieces);
  const { line, endLine } = locate(place);
  // A list of texts on several lines has the place of its first one.
  return valueOfPieces(pieces, line === endLine || first === undefined ? place : first.span);
}

/** Piece that alone contains the engine version of a text, cut to the version; null if none does. */
export function versionPiece(pieces: readonly Piece[]): Piece | null {
  const written = pieces.filter((piece) => piece.text !== '');
  const [only] = written;
  if (only !== undefined && written.length === 1) return only;
  const range = versionNumberRange(textOfPieces(written));
  return range === null ? null : pieceOfRange(written, range);
}

/** Part of a piece for a range of the whole text; null if several pieces share the range. */
function pieceOfRange(pieces: readonly Piece[], range: Range): Piece | null {
  const [part, ...others] = slicePieces(pieces, range);
  return part === undefined || others.length > 0 ? null : part;
}

/** Pieces of a range of a text. A part that differs from its written form has the place of its piece. */
export function slicePieces(pieces: readonly Piece[], range: Range): Piece[] {
  let offset = 0;
  return pieces.flatMap((piece) => {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, piece.text.length);
    offset += piece.text.length;
    if (start >= end) return [];
    const { span } = piece;
    const part = isVerbatim(piece) ? { ...span, start: span.start + start, end: span.start + end } : span;
    return [{ ...piece, text: piece.text.slice(start, end), span: part }];
  });
}

/** Part of `whole` for a range over several pieces, if its first and last character are written there. */
function spanOfRange(whole: Span, range: Range, pieces: readonly Piece[]): Span {
  const start = offsetInFile(pieces, range.start);
  const end = offsetInFile(pieces, range.end - 1);
  if (start === null || end === null || start < whole.start || end >= whole.end || start > end) return whole;
  return { ...whole, start, end: end + 1 };
}

function offsetInFile(pieces: readonly Piece[], index: number): number | null {
  let offset = 0;
  for (const piece of pieces) {
    const at = index - offset;
    offset += piece.text.length;
    if (at < piece.text.length) return isVerbatim(piece) ? piece.span.start + at : null;
  }
  return null;
}

function isVerbatim({ text, span }: Pick<Piece, 'text' | 'span'>): boolean {
  return span.end - span.start === text.length;
}

function valueOfPiece(value: string, { text, origin, uses }: Piece, span: Span): KnownFact {
  return { state: 'known', value, at: locate(withoutMargins(text, span)), origin, uses };
}

/** Span without the blanks and line ends around a value. */
export function withoutMargins(text: string, span: Span): Span {
  if (!isVerbatim({ text, span }) || text.trim() === '') return span;
  const start = span.start + text.length - text.trimStart().length;
  return { ...span, start, end: span.end - (text.length - text.trimEnd().length) };
}
