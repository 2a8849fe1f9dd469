import { withoutEnd } from '../model/index.ts';
import type { Span } from '../syntax/index.ts';
import { maxTextParts } from './limits.ts';
import { slicePieces } from './value/pieces.ts';
import { between, listOfParts, piecesOf, splitText, textAt } from './value/texts.ts';
import { mapValue, scalarAt, scalarOf, type Scalar, type Value } from './value/value.ts';

/** Text function, called at a place; null if its result is unknown. */
type TextFunction = (args: readonly Value[], at: Span) => Value | null;

/** A literal pattern. Others are not executed, because they may not terminate in time. */
const PLAIN_PATTERN = /^\^?[\w -]+\$?$/;

/** Text functions of several tools, by their HCL names: for conditions, and for assembled versions. */
export const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  startswith: compare((text, part) => text.startsWith(part)),
  endswith: compare((text, part) => text.endsWith(part)),
  strcontains: compare((text, part) => text.includes(part)),
  regexall: (args, span) => {
    const [pattern, text] = textsOf(args);
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
    const [separator, text] = scalarsOf(args);
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
    return textAt(between(texts.map(piecesOf), delimiter), span);
  },
  replace: (args, span) => {
    const [text, part, other] = scalarsOf(args);
    if (text === undefined || part === undefined || other === undefined || part.text.startsWith('/'))
      return null;
    if (part.text === '') return text;
    const parts = splitText(text, part.text);
    return parts && textAt(between(parts, other), span);
  },
  trimprefix: (args, span) => {
    const [text, prefix] = scalarsOf(args);
    if (text === undefined || prefix === undefined) return null;
    if (!text.text.startsWith(prefix.text)) return text;
    return textAt(slicePieces(piecesOf(text), { start: prefix.text.length, end: text.text.length }), span);
  },
  trimsuffix: (args, span) => {
    const [text, suffix] = scalarsOf(args);
    if (text === undefined || suffix === undefined) return null;
    if (!text.text.endsWith(suffix.text)) return text;
    const end = text.text.length - suffix.text.length;
    return textAt(slicePieces(piecesOf(text), { start: 0, end }), span);
  },
  trimspace: change((text) => text.trim()),
  lower: change((text) => text.toLowerCase()),
  upper: change((text) => text.toUpperCase()),
  title: change((text) => text.replace(/(?<![\p{L}\p{N}_])\p{Ll}/gu, (letter) => letter.toUpperCase())),
  chomp: change((text) => withoutEnd(text, '\r\n')),
  tostring: convert((text) => text),
  tonumber: convert((text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined)),
  tobool: convert((text) => (text === 'true' ? true : text === 'false' ? false : undefined)),
};

/** Jinja filters by their functions, and the index of the piped argument. */
const FILTERS: Readonly<Record<string, readonly [name: string, piped: number]>> = {
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
  const [own, piped] = Object.hasOwn(FILTERS, name) ? (FILTERS[name] ?? []) : [];
  if (own === undefined || piped === undefined) return null;
  return TEXT_FUNCTIONS[own]?.(args.toSpliced(piped, 0, value), at) ?? null;
}

function compare(holds: (text: string, part: string) => boolean): TextFunction {
  return (args, span) => {
    const [text, part] = textsOf(args);
    return text === undefined || part === undefined ? null : scalarAt(holds(text, part), span);
  };
}

/** Function that changes a text, or a number's or boolean's text, but keeps its place. */
function change(by: (text: string) => string): TextFunction {
  return ([value]) =>
    value === undefined
      ? null
      : mapValue(value, (inner) => {
          if (inner.kind !== 'scalar' || inner.value === null) return inner;
          const changed = by(inner.text);
          return { ...inner, value: changed, text: changed };
        });
}

/** Function that changes the type of a value, not its text. Null and unknown values stay as they are. */
function convert(by: (text: string) => Scalar['value'] | undefined): TextFunction {
  return ([value]) => {
    if (value?.kind !== 'scalar' || value.value === null) return value ?? null;
    const converted = by(value.text);
    return converted === undefined ? null : { ...value, value: converted };
  };
}

/** Arguments up to the first that is not a known text. */
function scalarsOf(args: readonly Value[]): Scalar[] {
  const scalars = args.map(scalarOf);
  const known = scalars.findIndex((scalar) => scalar === null || scalar.value === null);
  return scalars.slice(0, known < 0 ? scalars.length : known).filter((scalar) => scalar !== null);
}

function textsOf(args: readonly Value[]): string[] {
  return scalarsOf(args).map((scalar) => scalar.text);
}
