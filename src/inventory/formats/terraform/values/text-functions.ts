import { withoutEnd } from '../../../../model/index.ts';
import type { Call, Expression, Span } from '../../../../syntax/index.ts';
import { joinTexts, slicePieces, type Piece } from '../../../resources/pieces.ts';
import { computed, describe } from './computed.ts';
import { keyResult, piecesOf, textOfParts } from './operations.ts';
import { mapResult, resourcesIn, scalarOf } from './result.ts';
import type { Result, ScalarResult } from './result.ts';

type TextFunction = (args: readonly Result[], call: Call) => Result | null;

/** A pattern that means itself: others are not run, they can take for ever. */
const PLAIN_PATTERN = /^\^?[\w -]+\$?$/;

/** Parts of a text, as `split` and `regexall` give them. */
const MOST_PARTS = 2000;

/** Functions on texts, for conditions such as `startswith(var.engine, "aurora")` and versions that are put together. */
export const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  startswith: compare((text, part) => text.startsWith(part)),
  endswith: compare((text, part) => text.endsWith(part)),
  strcontains: compare((text, part) => text.includes(part)),
  regexall: (args, span) => {
    const [pattern, text] = textsOf(args);
    if (pattern === undefined || text === undefined || !PLAIN_PATTERN.test(pattern)) return null;
    const found = [...text.matchAll(new RegExp(pattern, 'g')).take(MOST_PARTS + 1)];
    if (found.length > MOST_PARTS) return null;
    const items = found.map((match) => keyResult(match[0], span));
    return { kind: 'list', items, span };
  },
  contains: ([list, value], span) => {
    const wanted = value === undefined ? null : scalarOf(value);
    const items = list?.kind === 'list' ? list.items.map(scalarOf) : null;
    const isComplete = list?.kind === 'list' && list.rest === undefined;
    if (wanted === null || items === null) return null;
    if (items.some((item) => item?.value === wanted.value)) return booleanAt(true, span);
    return items.includes(null) || !isComplete ? null : booleanAt(false, span);
  },
  split: (args, span) => {
    const [separator, text] = scalarsOf(args);
    if (separator === undefined || text === undefined) return null;
    const parts = partsOf(text, separator.text);
    return parts && { kind: 'list', items: parts.map((part) => joined(part, span)), span };
  },
  join: ([separator, list], span) => {
    const between = separator === undefined ? null : scalarOf(separator);
    const items = list?.kind === 'list' && list.rest === undefined ? list.items.map(scalarOf) : null;
    if (between === null || items === null || items.includes(null)) return null;
    const [only] = items;
    if (items.length === 1 && only !== undefined) return only;
    return joined(
      betweenEach(
        items.map((item) => (item === null ? [] : piecesOf(item))),
        between,
      ),
      span,
    );
  },
  format: formatText,
  replace: (args, span) => {
    const [text, part, other] = scalarsOf(args);
    if (text === undefined || part === undefined || other === undefined || part.text.startsWith('/'))
      return null;
    if (part.text === '') return text;
    const parts = partsOf(text, part.text);
    return parts && joined(betweenEach(parts, other), span);
  },
  trimprefix: (args, span) => {
    const [text, prefix] = scalarsOf(args);
    if (text === undefined || prefix === undefined || !text.text.startsWith(prefix.text)) return text ?? null;
    return joined(slicePieces(piecesOf(text), { start: prefix.text.length, end: text.text.length }), span);
  },
  trimsuffix: (args, span) => {
    const [text, suffix] = scalarsOf(args);
    if (text === undefined || suffix === undefined || !text.text.endsWith(suffix.text)) return text ?? null;
    const end = text.text.length - suffix.text.length;
    return joined(slicePieces(piecesOf(text), { start: 0, end }), span);
  },
  trimspace: change((text) => text.trim()),
  lower: change((text) => text.toLowerCase()),
  upper: change((text) => text.toUpperCase()),
  title: change((text) => text),
  chomp: change((text) => withoutEnd(text, '\r\n')),
};

/** What is not known of `format("…%s…", …)` is the code that stands for it, as it is in a template. */
function formatText(args: readonly Result[], call: Call): Result | null {
  const [pattern = null, ...values] = args.map(scalarOf);
  if (pattern === null || /%[^sdv%]/.test(pattern.text)) return null;
  const own = piecesOf(pattern);
  const rest = values.entries();
  const found = [...pattern.text.matchAll(/%[sdv%]|[^%]+/g).take(MOST_PARTS + 1)];
  if (found.length > MOST_PARTS) return null;
  const pieces = found.flatMap(({ 0: part, index: start }) => {
    if (part === '%%') return slicePieces(own, { start, end: start + 1 });
    if (!part.startsWith('%')) return slicePieces(own, { start, end: start + part.length });
    const [i, value] = rest.next().value ?? [];
    if (i === undefined || value === undefined) return [];
    return isText(value) ? piecesOf(value) : codePiece(call.args[i + 1] ?? call);
  });
  if (values.every(isText)) return joined(pieces, call);
  const [resource = null] = resourcesIn({ kind: 'list', items: args, span: call });
  const partial = joinTexts(pieces.map(({ text }) => text));
  return { ...computed(call, resource), span: pattern.span, ...(partial === null ? {} : { partial }) };
}

function isText(scalar: ScalarResult | null): scalar is ScalarResult {
  return scalar !== null && scalar.value !== null;
}

function codePiece(code: Expression): Piece {
  return { text: `\${${describe(code)}}`, span: code, how: 'literal', uses: [] };
}

function joined(pieces: readonly Piece[], span: Span): Result {
  return textOfParts(pieces, span, 'literal');
}

/** A text between the places where another one stands in it; null where those are more than a text of a setting has. */
function partsOf(text: ScalarResult, separator: string): (readonly Piece[])[] | null {
  const parts = text.text.split(separator, MOST_PARTS + 1);
  if (parts.length > MOST_PARTS) return null;
  const pieces = piecesOf(text);
  let start = 0;
  return parts.map((part) => {
    const range = { start, end: start + part.length };
    start = range.end + separator.length;
    return slicePieces(pieces, range);
  });
}

function betweenEach(parts: readonly (readonly Piece[])[], separator: ScalarResult): Piece[] {
  const between = separator.text === '' ? [] : piecesOf(separator);
  return parts.flatMap((part, i) => (i === 0 ? part : [...between, ...part]));
}

function compare(holds: (text: string, part: string) => boolean): TextFunction {
  return (args, span) => {
    const [text, part] = textsOf(args);
    return text === undefined || part === undefined ? null : booleanAt(holds(text, part), span);
  };
}

/** A function that changes a text but not where it is decided. */
function change(by: (text: string) => string): TextFunction {
  return ([value]) =>
    value === undefined
      ? null
      : mapResult(value, (inner) => {
          if (inner.kind !== 'scalar' || typeof inner.value !== 'string') return inner;
          const changed = by(inner.value);
          return { ...inner, value: changed, text: changed };
        });
}

/** The arguments up to the first that is not a known text. */
function scalarsOf(args: readonly Result[]): ScalarResult[] {
  const scalars = args.map(scalarOf);
  const known = scalars.findIndex((scalar) => scalar === null || scalar.value === null);
  return scalars.slice(0, known < 0 ? scalars.length : known).filter((scalar) => scalar !== null);
}

function textsOf(args: readonly Result[]): string[] {
  return scalarsOf(args).map((scalar) => scalar.text);
}

function booleanAt(value: boolean, span: Span): Result {
  return { ...keyResult(String(value), span), value };
}
