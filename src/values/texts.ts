import type { Span } from '../syntax/index.ts';
import { maxPieces, maxTextParts, maxTexts } from './limits.ts';
import { joinTexts, slicePieces, textOfPieces, versionPiece, withoutMargins, type Piece } from './pieces.ts';
import {
  choice,
  isMadeUp,
  joinLabels,
  optionsOf,
  resourcesIn,
  scalarAt,
  scalarOf,
  TOO_MUCH,
  unknown,
  type How,
  type Scalar,
  type Unknown,
  type Value,
} from './value.ts';

/** A part of a text, and how it is written where it is not known. */
export interface TextPart {
  value: Value;
  written: string;
}

/**
 * Parts as one text, or a choice of texts. Where a part is not known the text is neither; its `partial` has the part as
 * it is written. Null where a part is no text.
 */
export function textOfParts(parts: readonly TextPart[], whole: Span, how: How = 'literal'): Value | null {
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
        return { ...unknown(result.reason, whole, resources), ...partialOf(parts, whole) };
      if (result.kind !== 'scalar') return null;
    }
    const next = possible.map(({ label, result }) => ({ label, pieces: knownPieces(result, part) }));
    if (options.length * next.length > maxTexts) return unknown(TOO_MUCH, whole, resources);
    options = options.flatMap((before) =>
      next.map(({ label, pieces }) => ({
        label: joinLabels(before.label, label),
        pieces: [...before.pieces, ...pieces],
      })),
    );
  }
  const only = options[0];
  if (only !== undefined && options.length === 1) return textAt(only.pieces, whole, how, resources);
  return choice(
    options.map(({ label, pieces }) => ({ label, result: textAt(pieces, whole, how, resources) })),
  );
}

/** What is known of a text, the rest as it is written. */
function partialOf(
  parts: readonly TextPart[],
  whole: Span,
): Pick<Unknown, 'partial' | 'pieces' | 'template'> {
  const pieces = parts.flatMap((part): readonly Piece[] => {
    const { value } = part;
    const known = knownPieces(value, part);
    if (known.length > 0) return known;
    const isHere = value.kind === 'unknown' && value.span !== null && isWithin(value.span, whole);
    const span = isHere && value.span !== null ? value.span : whole;
    return [{ text: part.written, span, how: 'literal', uses: [] }];
  });
  const partial = joinTexts(pieces.map(({ text }) => text));
  return partial === null ? {} : { partial, pieces, template: whole };
}

function isWithin(span: Span, whole: Span): boolean {
  return span.lines === whole.lines && whole.start <= span.start && span.end <= whole.end;
}

/** A text that AWS makes up is not taken for the text that stands for it. */
function knownPieces(value: Value, part: TextPart): readonly Piece[] {
  if (value.kind === 'scalar')
    return isMadeUp(value) ? piecesOf({ ...value, text: part.written }) : piecesOf(value);
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null) return [];
  const { partial: text, pieces, span } = value;
  return pieces ?? [{ text, span, how: 'literal', uses: [] }];
}

/** What a text is put together of; all of it, where it is written as a whole. */
export function piecesOf({ text, span, how, uses, pieces }: Scalar): readonly Piece[] {
  return pieces !== undefined && textOfPieces(pieces) === text ? pieces : [{ text, span, how, uses }];
}

/** A text that is put together: it stands where the part is written that tells a version, else where it is put together. */
export function textAt(
  pieces: readonly Piece[],
  whole: Span,
  how: How = 'literal',
  resources: readonly string[] = [],
): Scalar | Unknown {
  const written = pieces.filter((piece) => piece.text !== '');
  const text = written.length > maxPieces ? null : joinTexts(written.map((piece) => piece.text));
  if (text === null) return unknown(TOO_MUCH, whole, resources);
  const only = written[0];
  if (only !== undefined && written.length === 1) {
    const { span, uses } = only;
    return scalarAt(text, withoutMargins(text, span), { how: only.how, uses, resources });
  }
  const place = versionPiece(written) ?? { span: whole, how, uses: [] };
  return scalarAt(text, place.span, {
    how: place.how,
    uses: place.uses,
    resources,
    pieces: written,
    template: whole,
  });
}

/** A text between the places where another one stands in it; null where those are more than a text of a setting has. */
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

/** Without the blanks around it. */
export function trimmed(pieces: readonly Piece[]): Piece[] {
  const text = textOfPieces(pieces);
  const start = text.length - text.trimStart().length;
  return slicePieces(pieces, { start, end: start + text.trim().length });
}

/** Texts in a row, with another one between each two. */
export function between(parts: readonly (readonly Piece[])[], separator: Scalar): Piece[] {
  const pieces = separator.text === '' ? [] : piecesOf(separator);
  return parts.flatMap((part, i) => (i === 0 ? part : [...pieces, ...part]));
}

/** A value in JSON: its texts and numbers, where they are known and need no escapes, and what is written between them. */
export function jsonOf(value: Value): (string | Scalar)[] {
  const listed = (items: readonly (string | Scalar)[][]): (string | Scalar)[] =>
    items.flatMap((item, i) => (i === 0 ? item : [',', ...item]));
  if (value.kind === 'list') return ['[', ...listed(value.items.map(jsonOf)), ']'];
  if (value.kind === 'map') {
    const fields = [...value.fields].map(([key, field]) => [`${JSON.stringify(key)}:`, ...jsonOf(field)]);
    return ['{', ...listed(fields), '}'];
  }
  const scalar = scalarOf(value);
  if (scalar === null || /["\\\n]/.test(scalar.text)) return ['""'];
  return typeof scalar.value === 'string' ? ['"', scalar, '"'] : [scalar];
}
