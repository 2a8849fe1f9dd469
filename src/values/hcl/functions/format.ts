import type { Call, Expression } from '../../../syntax/index.ts';
import { maxTextParts } from '../../limits.ts';
import { joinTexts, slicePieces, type Piece } from '../../value/pieces.ts';
import { piecesOf, textAt } from '../../value/texts.ts';
import { resourcesIn, scalarOf, type Scalar, type Value } from '../../value/value.ts';
import { computedAtDeployment, shortCode } from '../computed.ts';

/** Evaluates `format("…%s…", …)`; unknown parts are represented by their code, as in a template. */
export function formatText(args: readonly Value[], call: Call): Value | null {
  const [pattern = null, ...values] = args.map(scalarOf);
  if (pattern === null || /%[^sdv]/.test(pattern.text.replaceAll('%%', ''))) return null;
  const own = piecesOf(pattern);
  const rest = values.entries();
  const found = [...pattern.text.matchAll(/%[sdv%]|[^%]+/g).take(maxTextParts + 1)];
  if (found.length > maxTextParts) return null;
  const pieces = found.flatMap(({ 0: part, index: start }) => {
    if (part === '%%') return slicePieces(own, { start, end: start + 1 });
    if (!part.startsWith('%')) return slicePieces(own, { start, end: start + part.length });
    const [i, value] = rest.next().value ?? [];
    if (i === undefined || value === undefined) return [];
    return isText(value) ? piecesOf(value) : codePiece(call.args[i + 1] ?? call);
  });
  if (values.every(isText)) return textAt(pieces, call);
  const partial = joinTexts(pieces.map(({ text }) => text));
  return {
    ...computedAtDeployment(call, resourcesIn(...args)),
    span: pattern.span,
    ...(partial === null ? {} : { partial, pieces, template: pattern.span }),
  };
}

function isText(scalar: Scalar | null): scalar is Scalar {
  return scalar !== null && scalar.value !== null;
}

function codePiece(code: Expression): Piece {
  return { text: `\${${shortCode(code)}}`, span: code, origin: 'literal', uses: [] };
}
