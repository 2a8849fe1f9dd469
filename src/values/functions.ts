import { trimTrailing } from '../model/index.ts';
import type { Span } from '../syntax/index.ts';
import { maxTextParts } from './limits.ts';
import { slicePieces } from './value/pieces.ts';
import { joinPieces, listOfParts, piecesOf, splitText, textAt } from './value/texts.ts';
import { mapOptions, scalarAt, scalarOf, type Scalar, type Value } from './value/value.ts';

/** Text function, called at a place; null if its result is unknown. */
type TextFunction = (args: readonly Value[], at: Span) => Value | null;

/** A literal pattern. Others are not executed, because they may not terminate in time. */
const PLAIN_PATTERN = /^\^?[\w -]+\$?$/;

/** Text functions of several tools, by their HCL names: for conditions, and for assembled versions. */
export const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  startswith: comparison((text, part) => text.startsWith(part)),
  endswith: comparison((text, part) => text.endsWith(part)),
  strcontains: comparison((text, part) => text.includes(part)),
  regexall: (args, span) => {
    const [pattern, text] = leadingTexts(args);
    if (pattern === undefined || text === undefined || !PLAIN_PATTERN.test(pattern)) return null;
    const found = [...text.matchAll(new RegExp(pattern, 'g')).take(maxTextParts + 1)];
    if (found.length > maxTextParts) return null;
    const items = found.map((match) => scalarAt(match[0], span));
    return { kind: 'list', items, span };
  },
  contains: ([list, value], span) => {
    const wanted = value === undefined ? null : scalarOf(value);
    const items = list?.kind === 'list' ? list.items.map(scalarOf) : null;
    const isComplete = list?.kind === 'list' && list.rest === undefined;
    if (wanted === null || items === null) return null;
    if (items.some((item) => item?.value === wanted.value)) return scalarAt(true, span);
    return items.includes(null) || !isComplete ? null : scalarAt(false, span);
  },
  split: (args, span) => {
    const [separator, text] = leadingScalars(args);
    if (separator === undefined || text === undefined) return null;
    return listOfParts(splitText(text, separator.text), span);
  },
  join: ([separator, ...lists], span) => {
    const delimiter = scalarOf(separator);
    const items = lists.flatMap((list) =>
      list.kind === 'list' && list.rest === undefined ? list.items.map(scalarOf) : [null],
    );
    const texts = items.filter((item) => item !== null);
    if (delimiter === null || texts.length < items.length) return null;
    const [only, ...others] = texts;
    if (only !== undefined && others.length === 0) return only;
    return textAt(joinPieces(texts.map(piecesOf), delimiter), span);
  },
  replace: (args, span) => {
    const [text, part, other] = leadingScalars(args);
    if (text === undefined || part === undefined || other === undefined || part.text.startsWith('/'))
      return null;
    if (part.text === '') return text;
    const parts = splitText(text, part.text);
    return parts && textAt(joinPieces(parts, other), span);
  },
  trimprefix: (args, span) => {
    const [text, prefix] = leadingScalars(args);
    if (text === undefined || prefix === undefined) return null;
    if (!text.text.startsWith(prefix.text)) return text;
    return textAt(slicePieces(piecesOf(text), { start: prefix.text.length, end: text.text.length }), span);
  },
  trimsuffix: (args, span) => {
    const [text, suffix] = leadingScalars(args);
    if (text === undefined || suffix === undefined) return null;
    if (!text.text.endsWith(suffix.text)) return text;
    const end = text.text.length - suffix.text.length;
    return textAt(slicePieces(piecesOf(text), { start: 0, end }), span);
  },
  trimspace: changeText((text) => text.trim()),
  lower: changeText((text) => text.toLowerCase()),
  upper: changeText((text) => text.toUpperCase()),
  title: changeText((text) => text.replace(/(?<![\p{L}\p{N}_])\p{Ll}/gu, (letter) => letter.toUpperCase())),
  chomp: changeText((text) => trimTrailing(text, '\r\n')),
  tostring: convertTo((text) => text),
  tonumber: convertTo((text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined)),
  tobool: convertTo((text) => (text === 'true' || text === 'false' ? text === 'true' : undefined)),
};

/** Functions for Jinja filters, by filter, with the index of the argument that is piped. */
const JINJA_FILTERS: Readonly<Record<string, readonly [name: string, piped: number]>> = {
  join: ['join', 1],
  split: ['split', 1],
  replace: ['replace', 0],
  trim: ['trimspace', 0],
  lower: ['lower', 0],
  upper: ['upper', 0],
  string: ['tostring', 0],
  mandatory: ['tostring', 0],
};

/** Result of a Jinja filter; null if unknown. */
export function applyFilter(name: string, value: Value, args: readonly Value[], at: Span): Value | null {
  const [own, piped] = Object.hasOwn(JINJA_FILTERS, name) ? (JINJA_FILTERS[name] ?? []) : [];
  if (own === undefined || piped === undefined) return null;
  return TEXT_FUNCTIONS[own]?.(args.toSpliced(piped, 0, value), at) ?? null;
}

function comparison(holds: (text: string, part: string) => boolean): TextFunction {
  return (args, span) => {
    const [text, part] = leadingTexts(args);
    return text === undefined || part === undefined ? null : scalarAt(holds(text, part), span);
  };
}

/** Function that changes a text, or a number's or boolean's text, but keeps its place. */
function changeText(by: (text: string) => string): TextFunction {
  return ([value]) =>
    value === undefined
      ? null
      : mapOptions(value, (inner) => {
          if (inner.kind !== 'scalar' || inner.value === null) return inner;
          const changed = by(inner.text);
          return { ...inner, value: changed, text: changed };
        });
}

/** Function that changes the type of a value, not its text. Null and unknown values stay as they are. */
function convertTo(by: (text: string) => Scalar['value'] | undefined): TextFunction {
  return ([value]) => {
    if (value?.kind !== 'scalar' || value.value === null) return value ?? null;
    const converted = by(value.text);
    return converted === undefined ? null : { ...value, value: converted };
  };
}

/** Arguments before the first one that is not a known text. */
function leadingScalars(args: readonly Value[]): Scalar[] {
  const scalars = args.map(scalarOf);
  const known = scalars.findIndex((scalar) => scalar === null || scalar.value === null);
  return scalars.slice(0, known < 0 ? scalars.length : known).filter((scalar) => scalar !== null);
}

function leadingTexts(args: readonly Value[]): string[] {
  return leadingScalars(args).map((scalar) => scalar.text);
}
