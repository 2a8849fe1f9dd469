import { memoize, type Condition, type Text, type Use } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { SourceFile, Span } from '../../syntax/index.ts';
import type { KnownFact } from './fact.ts';
import { maxOptions } from '../limits.ts';
import type { Piece } from './pieces.ts';

/** Origin of a value at the place of its use. */
export type Origin = KnownFact['origin'];

/** A text, number, boolean or null, and its place. */
export interface Scalar {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** Number as written, so that the version `8.0` is not the number 8. */
  text: string;
  span: Span;
  origin: Origin;
  uses: readonly Use[];
  /** Resources that the value refers to: by an argument, or by name. */
  resources: readonly string[];
  /** Attribute of that resource: `arn`, `[0].identifier`. */
  attribute?: string;
  /** Pieces of an assembled text, so that a part of it is found at its place. */
  pieces?: readonly Piece[];
  /** Place where the text is assembled; `span` can be the place of the deciding piece. */
  template?: Span;
  /** File that the text was read from, so that decoding finds the places in it; absent after a change of the text. */
  source?: SourceFile;
}

export interface Unknown {
  kind: 'unknown';
  /** Known part of a text, with `${…}` for the rest. */
  partial?: string;
  /** Pieces of the partial text. */
  pieces?: readonly Piece[];
  /** Place where the text is assembled. */
  template?: Span;
  reason: Text;
  span: Span | null;
  /** True for a key or argument that is not written, in contrast to an unknown value. */
  isMissing: boolean;
  /** Resources whose attribute this value is, or from which it is composed. */
  resources: readonly string[];
  /** Attribute of that resource: `arn`, `[0].identifier`. */
  attribute?: string;
  /** Decision at deployment that alone selects the value; absent if anything else is unknown, too. */
  decidedBy?: Decision;
  /** Values that the decision chooses from. */
  branches?: readonly Option[];
  /** For the text of a file: names of files, one of which the deployment chooses. */
  files?: Value;
}

/** A parameter that selects a row of a map, or a condition, with its options. */
export interface Decision {
  kind: 'parameter' | 'condition';
  name: string;
  choices: readonly string[];
}

export interface ListValue {
  kind: 'list';
  items: readonly Value[];
  /** Stands for further items of unknown number and position. */
  rest?: Unknown | undefined;
  /** True for a set: its values are also its keys. */
  isSet?: boolean;
  span: Span;
}

export interface MapValue {
  kind: 'map';
  fields: ReadonlyMap<string, Value>;
  /** True if there can be no other fields. */
  isComplete: boolean;
  /** Values of fields with unknown names. */
  others?: readonly Value[];
  span: Span;
}

/** One of several values, which one is unknown: rows of a map, branches of a conditional. Never nested. */
export interface Choice {
  kind: 'choice';
  options: readonly Option[];
}

export interface Option {
  /** Key of the row; null for a branch. */
  label: string | null;
  result: Exclude<Value, Choice>;
  /** Conditions of this option; absent if unknown. */
  conditions?: readonly Condition[];
}

/** Evaluated value, in any format, with the source range of each part. */
export type Value = Scalar | Unknown | ListValue | MapValue | Choice;

const NO_RESOURCES: readonly string[] = [];
const NO_USES: readonly Use[] = [];

export function scalarAt(
  value: Scalar['value'],
  span: Span,
  from: Partial<Omit<Scalar, 'kind' | 'value' | 'span'>> = {},
): Scalar {
  const { text = String(value), origin = 'literal', uses = NO_USES, resources = NO_RESOURCES } = from;
  const scalar: Scalar = { kind: 'scalar', value, text, span, origin, uses, resources };
  return from.pieces === undefined ? scalar : { ...scalar, ...from };
}

/** Map of values. */
export function objectAt(fields: Readonly<Record<string, Value>>, span: Span): MapValue {
  return mapAt(new Map(Object.entries(fields)), span);
}

export function mapAt(
  fields: MapValue['fields'],
  span: Span,
  isComplete = true,
  others?: readonly Value[],
): MapValue {
  const map = { kind: 'map', fields, isComplete, span } as const;
  return others === undefined || others.length === 0 ? map : { ...map, others };
}

export function unknown(
  reason: Text,
  span: Span | null,
  resources: readonly string[] = NO_RESOURCES,
): Unknown {
  return { kind: 'unknown', reason, span, isMissing: false, resources };
}

export function missingValue(name: string, span: Span | null): Unknown {
  return { ...unknown(text('inventory.computed', { expression: name }), span), isMissing: true };
}

/** Reason for values whose evaluation would take too long. */
export const TOO_COMPLEX = text('inventory.tooComplex');

/** List, possibly with further items and the reason why one is unknown. */
export function listOf(
  items: readonly Value[],
  rest: Unknown | null | undefined,
  span: Span,
  isSet = false,
): ListValue | Unknown {
  if (items.length === 0 && rest) return { ...rest, isMissing: false };
  return { kind: 'list', items, rest: rest ?? undefined, isSet, span };
}

/** Possible values, one by one. */
export function optionsOf(value: Value): readonly Option[] {
  return value.kind === 'choice' ? value.options : [{ label: null, result: value }];
}

/** Choice of values; a single one if all have the same place. */
export function choice(
  options: readonly (Pick<Option, 'label' | 'conditions'> & { result: Value })[],
): Value {
  const flat: Option[] = [];
  for (const { label, result, conditions = [] } of options) {
    for (const inner of optionsOf(result)) {
      if (flat.length >= maxOptions) break;
      const same = flat.findIndex((other) => isSamePlace(other.result, inner.result));
      const own = [...conditions, ...(inner.conditions ?? [])];
      if (same < 0) {
        const decided = own.length > 0 && { conditions: own };
        flat.push({ label: joinLabels(label, inner.label), result: inner.result, ...decided });
        continue;
      }
      // An option that is possible in several ways keeps its first label and loses its conditions.
      const { label: first = null, result: kept = inner.result } = flat[same] ?? {};
      flat[same] = { label: first, result: kept };
    }
  }
  const [first] = flat;
  return first !== undefined && flat.length === 1 ? first.result : { kind: 'choice', options: flat };
}

/** Label of a nested row: `eu.prod`. */
export function joinLabels(outer: string | null, inner: string | null): string | null {
  return outer !== null && inner !== null ? `${outer}.${inner}` : (outer ?? inner);
}

function isSamePlace(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return false;
  return a.value === b.value && a.span.lines === b.span.lines && a.span.start === b.span.start;
}

/** Applies a function to every possible value. */
export function mapOptions(value: Value, step: (value: Exclude<Value, Choice>) => Value): Value {
  if (value.kind !== 'choice') return step(value);
  return choice(value.options.map((option) => ({ ...option, result: step(option.result) })));
}

/** Adds a place of use to a value; a literal gets the given origin. */
export function withUse<V extends Value | null>(value: V, use: Use, origin: Origin = 'literal'): V {
  if (value?.kind !== 'scalar') return value;
  const used = {
    ...value,
    origin: value.origin === 'literal' ? origin : value.origin,
    uses: [...value.uses, use],
  };
  if (value.pieces === undefined) return used;
  const pieces = value.pieces.map((piece) => {
    return {
      ...piece,
      origin: piece.origin === 'literal' ? origin : piece.origin,
      uses: [...piece.uses, use],
    };
  });
  return { ...used, pieces };
}

/** The only scalar that a value can be, if known; options with the same value count as one. */
export function scalarOf(value: Value | null | undefined): Scalar | null {
  if (value?.kind === 'scalar') return value;
  if (value?.kind !== 'choice') return null;
  const [first] = value.options;
  if (first?.result.kind !== 'scalar') return null;
  const common = first.result.value;
  const isCommon = value.options.every(
    (option) => option.result.kind === 'scalar' && option.result.value === common,
  );
  return isCommon ? first.result : null;
}

/** Value; null also for an explicit null, which means that nothing is set. */
export function unlessNull(value: Value | null): Value | null {
  return value === null || scalarOf(value)?.value === null ? null : value;
}

/** True for an empty value: variables and parameters pass `""` for nothing, too. */
export function isEmptyValue(value: Value | null): boolean {
  return value === null || (value.kind === 'scalar' && (value.value === null || value.value === ''));
}

/** True for a placeholder of an id that AWS generates: it is the address of the resource. */
export function isGeneratedId({ value, resources }: Scalar): boolean {
  return typeof value === 'string' && resources.includes(value);
}

/** Written text of a version or name; null if the value is not a known scalar. */
export function writtenTextOf(value: Value | null | undefined): string | null {
  return scalarOf(value)?.text ?? null;
}

export function stringOf(value: Value | null | undefined): string | null {
  const scalar = scalarOf(value);
  return typeof scalar?.value === 'string' ? scalar.value : null;
}

/** Value as a piece of a text; null unless it has a text. */
export function pieceOf(value: Value | null): Piece | null {
  if (value?.kind !== 'scalar') return null;
  const { text, span, origin, uses } = value;
  return { text, span, origin, uses };
}

/** Resources that values come from, at any depth; the first ones if there are very many. */
export function resourcesIn(...values: readonly (Value | null)[]): readonly string[] {
  let only = NO_RESOURCES;
  let all: Set<string> | null = null;
  for (const value of values) {
    const own = value === null ? NO_RESOURCES : resourcesOf(value);
    if (own.length === 0 || own === only) continue;
    if (only.length === 0) only = own;
    else {
      all ??= new Set(only);
      for (const resource of own) all.add(resource);
    }
  }
  return all === null ? only : [...all];
}

function resourcesOf(value: Value): readonly string[] {
  if (value.kind === 'scalar' || value.kind === 'unknown') return value.resources;
  return resourcesOfParts(value);
}

/** Memoized, because values share parts. */
const resourcesOfParts = memoize((value: Exclude<Value, Scalar | Unknown>): readonly string[] => {
  const found = new Set<string>();
  for (const part of partsOf(value)) {
    if (found.size > maxOptions) break;
    for (const resource of resourcesOf(part)) found.add(resource);
  }
  return [...found];
});

/** Direct parts of a value. */
export function partsOf(value: Exclude<Value, Scalar | Unknown>): Iterable<Value> {
  switch (value.kind) {
    case 'list':
      return value.rest === undefined ? value.items : [...value.items, value.rest];
    case 'map':
      return value.others === undefined ? value.fields.values() : [...value.fields.values(), ...value.others];
    case 'choice':
      return value.options.map((option) => option.result);
  }
}
