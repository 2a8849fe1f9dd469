import { memoize, type Condition, type Text, type Use } from '../model/index.ts';
import { text } from '../l10n/index.ts';
import type { SourceFile, Span } from '../syntax/index.ts';
import type { KnownFact } from './fact.ts';
import { maxOptions } from './limits.ts';
import type { Piece } from './pieces.ts';

/** How a value came to where it is used. */
export type How = KnownFact['how'];

/** A text, a number, a truth or nothing, and where it is written. */
export interface Scalar {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** As written, so that the version `8.0` is not the number 8. */
  text: string;
  span: Span;
  how: How;
  uses: readonly Use[];
  /** The resources that the value speaks of: one whose argument this is, or whose name. */
  resources: readonly string[];
  /** Which attribute of that resource it is: `arn`, `[0].identifier`. */
  attribute?: string;
  /** Of a text that is put together: what of, so that a part of it is found where it is written. */
  pieces?: readonly Piece[];
  /** Of such a text: where it is put together; `span` can be that of the piece which decides it. */
  template?: Span;
  /** The file that the text was read from, so that decoding finds the places in it; a change of the text leaves it. */
  source?: SourceFile;
}

export interface Unknown {
  kind: 'unknown';
  /** A text as far as it is known, `${…}` standing for the rest. */
  partial?: string;
  /** Of the partial text. */
  pieces?: readonly Piece[];
  /** Where that is put together. */
  template?: Span;
  reason: Text;
  span: Span | null;
  /** A key or argument that is not written, in contrast to one whose value is not known. */
  isMissing: boolean;
  /** The resources whose attribute this is, or which it is made of. */
  resources: readonly string[];
  /** Which attribute of that resource it is: `arn`, `[0].identifier`. */
  attribute?: string;
  /** What the deployment decides here, where one decision is all that is missing. */
  decidedBy?: Decision;
  /** The values between which that decides. */
  branches?: readonly Option[];
  /** Of the text of a file: the names of files of which the deployment chooses one. */
  files?: Value;
}

/** A parameter that selects a row of a map, or a condition, with what it can be. */
export interface Decision {
  kind: 'parameter' | 'condition';
  name: string;
  choices: readonly string[];
}

export interface ListValue {
  kind: 'list';
  items: readonly Value[];
  /** What stands for other items, of which neither number nor place is known. */
  rest?: Unknown | undefined;
  /** A set: its values are also its keys. */
  isSet?: boolean;
  span: Span;
}

export interface MapValue {
  kind: 'map';
  fields: ReadonlyMap<string, Value>;
  /** Whether there can be no other fields. */
  isComplete: boolean;
  /** What fields have whose names are not known. */
  others?: readonly Value[];
  span: Span;
}

/** One of these, and which one is not known: rows of a map, branches of a conditional. Never nested. */
export interface Choice {
  kind: 'choice';
  options: readonly Option[];
}

export interface Option {
  /** The row's key; null for a branch. */
  label: string | null;
  result: Exclude<Value, Choice>;
  /** What the deployment decides where it is this one; absent where that is not known. */
  conditions?: readonly Condition[];
}

/** What something that is written comes to, in any format, with the place where each part of it is written. */
export type Value = Scalar | Unknown | ListValue | MapValue | Choice;

const NONE: readonly string[] = [];
const NO_USES: readonly Use[] = [];

export function scalarAt(
  value: Scalar['value'],
  span: Span,
  from: Partial<Omit<Scalar, 'kind' | 'value' | 'span'>> = {},
): Scalar {
  const { text = String(value), how = 'literal', uses = NO_USES, resources = NONE } = from;
  const scalar: Scalar = { kind: 'scalar', value, text, span, how, uses, resources };
  return from.pieces === undefined ? scalar : { ...scalar, ...from };
}

/** An object that is made of values. */
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

export function unknown(reason: Text, span: Span | null, resources: readonly string[] = NONE): Unknown {
  return { kind: 'unknown', reason, span, isMissing: false, resources };
}

export function missing(name: string, span: Span | null): Unknown {
  return { ...unknown(text('inventory.computed', { expression: name }), span), isMissing: true };
}

/** Why nothing is said about what would take too long. */
export const TOO_MUCH = text('inventory.tooComplex');

/** A list that may have more items; of one of which nothing is known, why. */
export function listOf(
  items: readonly Value[],
  rest: Unknown | null | undefined,
  span: Span,
  isSet = false,
): ListValue | Unknown {
  if (items.length === 0 && rest) return { ...rest, isMissing: false };
  return { kind: 'list', items, rest: rest ?? undefined, isSet, span };
}

/** The values that are possible, one by one. */
export function optionsOf(value: Value): readonly Option[] {
  return value.kind === 'choice' ? value.options : [{ label: null, result: value }];
}

/** One of several values; a single one when all are written in the same place. */
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
      // It is this one in several ways.
      const { label: first = null, result: kept = inner.result } = flat[same] ?? {};
      flat[same] = { label: first, result: kept };
    }
  }
  const [first] = flat;
  return first !== undefined && flat.length === 1 ? first.result : { kind: 'choice', options: flat };
}

/** The row of a row: `eu.prod`. */
export function joinLabels(outer: string | null, inner: string | null): string | null {
  return outer !== null && inner !== null ? `${outer}.${inner}` : (outer ?? inner);
}

function isSamePlace(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return false;
  return a.value === b.value && a.span.lines === b.span.lines && a.span.start === b.span.start;
}

/** Applies a step to every possible value. */
export function mapValue(value: Value, step: (value: Exclude<Value, Choice>) => Value): Value {
  if (value.kind !== 'choice') return step(value);
  return choice(value.options.map((option) => ({ ...option, result: step(option.result) })));
}

/** The value, used in one more place; a literal then counts as written in some way. */
export function usedAt<V extends Value | null>(value: V, use: Use, how: How = 'literal'): V {
  if (value?.kind !== 'scalar') return value;
  const used = { ...value, how: value.how === 'literal' ? how : value.how, uses: [...value.uses, use] };
  if (value.pieces === undefined) return used;
  const pieces = value.pieces.map((piece) => {
    return { ...piece, how: piece.how === 'literal' ? how : piece.how, uses: [...piece.uses, use] };
  });
  return { ...used, pieces };
}

/** The one scalar that a value is, when it is known; choices with the same value count as one. */
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

/** Null too for what is written as null: that counts as not written. */
export function notNull(value: Value | null): Value | null {
  return value === null || scalarOf(value)?.value === null ? null : value;
}

/** Whether nothing is chosen: `""` is how variables and parameters say so, too. */
export function isNothing(value: Value | null): boolean {
  return value === null || (value.kind === 'scalar' && (value.value === null || value.value === ''));
}

/** Whether a text stands for one that AWS makes up: it is the address of the resource. */
export function isMadeUp({ value, resources }: Scalar): boolean {
  return typeof value === 'string' && resources.includes(value);
}

/** As it is written: a version, a name. Null where it is no scalar that is known. */
export function textIn(value: Value | null | undefined): string | null {
  return scalarOf(value)?.text ?? null;
}

export function stringOf(value: Value | null | undefined): string | null {
  const scalar = scalarOf(value);
  return typeof scalar?.value === 'string' ? scalar.value : null;
}

/** A value as a part of a text; null where it is no text by itself. */
export function pieceOf(value: Value | null): Piece | null {
  if (value?.kind !== 'scalar') return null;
  const { text, span, how, uses } = value;
  return { text, span, how, uses };
}

/** The resources that values come from, however deep; of very many only the first. */
export function resourcesIn(...values: readonly (Value | null)[]): readonly string[] {
  let only = NONE;
  let all: Set<string> | null = null;
  for (const value of values) {
    const own = value === null ? NONE : resourcesOf(value);
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

/** Values share parts: each is looked through once. */
const resourcesOfParts = memoize((value: Exclude<Value, Scalar | Unknown>): readonly string[] => {
  const found = new Set<string>();
  for (const part of partsOf(value)) {
    if (found.size > maxOptions) break;
    for (const resource of resourcesOf(part)) found.add(resource);
  }
  return [...found];
});

/** What a value consists of. */
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
