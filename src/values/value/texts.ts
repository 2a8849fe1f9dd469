import type { Span } from '../../syntax/index.ts';
import { maxPieces, maxTextParts, maxTexts } from '../limits.ts';
import { joinTexts, slicePieces, textOfPieces, versionPiece, withoutMargins, type Piece } from './pieces.ts';
import {
  choice,
  isGeneratedId,
  joinLabels,
  optionsOf,
  resourcesIn,
  scalarAt,
  scalarOf,
  TOO_COMPLEX,
  unknown,
  type Origin,
  type Scalar,
  type Unknown,
  type Value,
} from './value.ts';

/** A part of a text, and its written form if it is unknown. */
export interface TextPart {
  value: Value;
  written: string;
}

/**
 * Joins parts to one text, or a choice of texts. If a part is unknown the text is, too; its `partial` contains the part
 * as written. Null if a part is not a text.
 */
export function textOfParts(
  parts: readonly TextPart[],
  whole: Span,
  origin: Origin = 'literal',
): Value | null {
  const resources = resourcesIn(...parts.map(({ value }) => value));
  let options: { label: string | null; pieces: Piece[] }[] = [{ label: null, pieces: [] }];
  for (const part of parts) {
    const { value } = part;
    if (value.kind === 'scalar') {
      const pieces = knownPieces(value, part);
      for (const option of options) for (const piece of pieces) option.pieces.push(piece);
      continue;
    }
    const possible = optionsOf(value);
    for (const { result } of possible) {
      if (result.kind === 'unknown')
        return { ...unknown(result.reason, whole, resources), ...partlyKnownText(parts, whole) };
      if (result.kind !== 'scalar') return null;
    }
    const next = possible.map(({ label, result }) => ({ label, pieces: knownPieces(result, part) }));
    if (options.length * next.length > maxTexts) return unknown(TOO_COMPLEX, whole, resources);
    options = options.flatMap((before) =>
      next.map(({ label, pieces }) => ({
        label: joinLabels(before.label, label),
        pieces: [...before.pieces, ...pieces],
      })),
    );
  }
  const only = options[0];
  if (only !== undefined && options.length === 1) return textAt(only.pieces, whole, origin, resources);
  return choice(
    options.map(({ label, pieces }) => ({ label, result: textAt(pieces, whole, origin, resources) })),
  );
}

/** Text with the known parts, and the others as written. */
function partlyKnownText(
  parts: readonly TextPart[],
  whole: Span,
): Pick<Unknown, 'partial' | 'pieces' | 'template'> {
  const pieces = parts.flatMap((part): readonly Piece[] => {
    const { value } = part;
    const known = knownPieces(value, part);
    if (known.length > 0) return known;
    const isHere = value.kind === 'unknown' && value.span !== null && isWithin(value.span, whole);
    const span = isHere && value.span !== null ? value.span : whole;
    return [{ text: part.written, span, origin: 'literal', uses: [] }];
  });
  const partial = joinTexts(pieces.map(({ text }) => text));
  return partial === null ? {} : { partial, pieces, template: whole };
}

function isWithin(span: Span, whole: Span): boolean {
  return span.lines === whole.lines && whole.start <= span.start && span.end <= whole.end;
}

/** Known pieces of a value. An id that AWS generates stays as written, without its placeholder. */
function knownPieces(value: Value, part: TextPart): readonly Piece[] {
  if (value.kind === 'scalar')
    return isGeneratedId(value) ? piecesOf({ ...value, text: part.written }) : piecesOf(value);
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null) return [];
  const { partial: text, pieces, span } = value;
  return pieces ?? [{ text, span, origin: 'literal', uses: [] }];
}

/** Pieces of a text; one for a text that is written as a whole. */
export function piecesOf({ text, span, origin, uses, pieces }: Scalar): readonly Piece[] {
  return pieces !== undefined && textOfPieces(pieces) === text ? pieces : [{ text, span, origin, uses }];
}

/** Assembled text, at the place of the part with a version, else where it is assembled. */
export function textAt(
  pieces: readonly Piece[],
  whole: Span,
  origin: Origin = 'literal',
  resources: readonly string[] = [],
): Scalar | Unknown {
  const written = pieces.filter((piece) => piece.text !== '');
  const text = written.length > maxPieces ? null : joinTexts(written.map((piece) => piece.text));
  if (text === null) return unknown(TOO_COMPLEX, whole, resources);
  const only = written[0];
  if (only !== undefined && written.length === 1) {
    const { span, uses } = only;
    return scalarAt(text, withoutMargins(text, span), { origin: only.origin, uses, resources });
  }
  const place = versionPiece(written) ?? { span: whole, origin, uses: [] };
  return scalarAt(text, place.span, {
    origin: place.origin,
    uses: place.uses,
    resources,
    pieces: written,
    template: whole,
  });
}

/** Splits a text at a separator; null above the limit of parts. */
export function splitText(text: Scalar, separator: string): (readonly Piece[])[] | null {
  const parts = text.text.split(separator, maxTextParts + 1);
  if (parts.length > maxTextParts) return null;
  const pieces = piecesOf(text);
  let start = 0;
  return parts.map((part) => {
    const range = { start, end: start + part.length };
    start = range.end + separator.length;
    return slicePieces(pieces, range);
  });
}

/** List of the parts of a text; unknown if there are too many. */
export function listOfParts(parts: readonly (readonly Piece[])[] | null, whole: Span): Value {
  if (parts === null) return unknown(TOO_COMPLEX, whole);
  return { kind: 'list', items: parts.map((part) => textAt(part, whole)), span: whole };
}

/** Pieces without the blanks around them. */
export function trimPieces(pieces: readonly Piece[]): Piece[] {
  const text = textOfPieces(pieces);
  const start = text.length - text.trimStart().length;
  return slicePieces(pieces, { start, end: start + text.trim().length });
}

/** Joins texts with a separator. */
export function joinPieces(parts: readonly (readonly Piece[])[], separator: Scalar): Piece[] {
  const pieces = separator.text === '' ? [] : piecesOf(separator);
  return parts.flatMap((part, i) => (i === 0 ? part : [...pieces, ...part]));
}

/** JSON of a value: known texts and numbers that need no escapes, and the punctuation between them. */
export function jsonOf(value: Value): (string | Scalar)[] {
  const listed = (items: readonly (string | Scalar)[][]): (string | Scalar)[] =>
    items.flatMap((item, i) => (i === 0 ? item : [',', ...item]));
  if (value.kind === 'list') return ['[', ...listed(value.items.map(jsonOf)), ']'];
  if (value.kind === 'map') {
    const fields = [...value.fields].map(([key, field]) => [`${JSON.stringify(key)}:`, ...jsonOf(field)]);
    return ['{', ...listed(fields), '}'];
  }
  const scalar = scalarOf(value);
  if (scalar === null || /["\\\p{Cc}]/u.test(scalar.text)) return ['""'];
  return typeof scalar.value === 'string' ? ['"', scalar, '"'] : [scalar];
}
