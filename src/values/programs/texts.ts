import {
  computedPartsOf,
  rangeInQuotes,
  isString,
  lastName,
  parentOf,
  programOf,
  stringIn,
  unwrap,
  type Node,
} from '../../syntax/programs/index.ts';
import type { Span } from '../../syntax/index.ts';
import type { Piece } from '../index.ts';
import { resolve } from './resolve.ts';

/** A text that a program assembles. */
export interface AssembledText {
  /** Literal parts, known values, and `${name}` for unknown ones. */
  pieces: readonly Piece[];
  whole: Span;
  isKnown: boolean;
}

type Part = Piece & { isKnown: boolean };

const maxJoins = 20;

/** Outermost concatenation around a text. */
export function outermostConcatenation(part: Node): Node {
  let whole = part;
  for (let parent = parentOf(whole); parent !== null && isConcatenation(parent); parent = parentOf(whole))
    whole = parent;
  return whole;
}

function isConcatenation(node: Node): boolean {
  if (/^(?:concatenated_string|parenthesized_expression)$/.test(node.type)) return true;
  return (
    /^binary_(?:expression|operator)$/.test(node.type) && node.childForFieldName('operator')?.type === '+'
  );
}

/** Parts of an interpolated or concatenated text; null for anything else. */
export function assembledText(expression: Node): AssembledText | null {
  const node = unwrap(expression);
  if (!isString(node) && !isConcatenation(node)) return null;
  const parts = partsOfText(node, 0);
  return { pieces: parts, whole: spanOf(node), isKnown: parts.every(({ isKnown }) => isKnown) };
}

function partsOfText(expression: Node, depth: number): Part[] {
  const node = unwrap(expression);
  const written = stringIn(node);
  if (written !== null)
    return written.start === written.end
      ? [literalPart(node, written.start, written.end)]
      : literalParts(node, written.start, written.end);
  if (isConcatenation(node) && depth < maxJoins)
    return node.namedChildren.flatMap((child) => partsOfText(child, depth + 1));
  if (isString(node)) return partsWithin(node);
  const target = resolve(node, lastName(node));
  const value = stringIn(target.node);
  if (value === null) return [{ ...literalPart(node, node.startIndex, node.endIndex), ...unknownPart(node) }];
  const { origin, uses } = target;
  return [{ ...literalPart(target.node, value.start, value.end), origin, uses }];
}

function partsWithin(node: Node): Part[] {
  const { start, end } = rangeInQuotes(node);
  const parts: Part[] = [];
  let from = start;
  for (const computed of computedPartsOf(node)) {
    parts.push(...literalParts(node, from, computed.startIndex));
    const [inner] = computed.namedChildren.filter(({ type }) => type !== 'interpolation_brace');
    const known = inner === undefined ? [] : partsOfText(inner, maxJoins);
    const { lines } = programOf(node);
    // The span has the length of the TypeScript notation, so the piece counts as verbatim.
    const span = { lines, start: computed.startIndex, end: computed.endIndex };
    parts.push(...known.map((part) => (part.isKnown ? part : { ...part, span })));
    from = computed.endIndex;
  }
  return [...parts, ...literalParts(node, from, end)];
}

/** Literal text in pieces that are as long as their source. Python's formatted strings write a brace as two. */
function literalParts(node: Node, start: number, end: number): Part[] {
  const { text } = programOf(node).source;
  const isFormatted = /^[rb]?f/i.test(text.slice(node.startIndex, node.startIndex + 2));
  const parts: Part[] = [];
  let from = start;
  for (let at = start; isFormatted && at + 1 < end; at++) {
    if (text[at] !== text[at + 1] || (text[at] !== '{' && text[at] !== '}')) continue;
    parts.push(literalPart(node, from, ++at));
    from = at + 1;
  }
  return from < end ? [...parts, literalPart(node, from, end)] : parts;
}

function literalPart(node: Node, start: number, end: number): Part {
  const { lines, source } = programOf(node);
  const text = source.text.slice(start, end);
  return { text, span: { lines, start, end }, origin: 'literal', uses: [], isKnown: true };
}

function unknownPart(node: Node): Pick<Part, 'text' | 'isKnown'> {
  return { text: `\${${lastName(node)}}`, isKnown: false };
}

/** Span from the first to the last character, without quotes. */
function spanOf(node: Node): Span {
  const [first, last] = [endPart(node, 0), endPart(node, -1)];
  const rangeOf = (part: Node) =>
    isString(part) ? rangeInQuotes(part) : { start: part.startIndex, end: part.endIndex };
  return { lines: programOf(node).lines, start: rangeOf(first).start, end: rangeOf(last).end };
}

/** First (0) or last (-1) part of a concatenation. */
function endPart(node: Node, at: 0 | -1): Node {
  const next = isConcatenation(node) ? node.namedChildren.at(at) : undefined;
  return next === undefined ? node : endPart(next, at);
}
