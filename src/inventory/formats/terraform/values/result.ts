import type { SettingValue, Text, Use } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { locate, type Span } from '../../../../syntax/index.ts';
import type { Value } from '../../../resources/draft.ts';
import { imageOfPieces, textOfPieces, type Piece } from '../../../resources/pieces.ts';

export type How = Extract<Value, { state: 'known' }>['how'];

export interface ScalarResult {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** As written, so that the version `8.0` is not the number 8. */
  text: string;
  span: Span;
  how: How;
  uses: readonly Use[];
  /** The resource whose argument this is, when it was reached through one. */
  resource: string | null;
  /** Of a text that is put together: what of, so that a part of it is found where it is written. */
  pieces?: readonly Piece[];
  /** Of such a text: where it is put together; `span` can be that of the piece which decides it. */
  template?: Span;
}

export interface UnknownResult {
  kind: 'unknown';
  /** A text as far as it is known, `${…}` standing for the rest. */
  partial?: string;
  reason: Text;
  span: Span | null;
  /** A key or argument that is not written, in contrast to one whose value is not known. */
  isMissing: boolean;
  /** The resource whose attribute this is. */
  resource: string | null;
}

export interface ListResult {
  kind: 'list';
  items: readonly Result[];
  /** What stands for other items, of which neither number nor place is known. */
  rest?: UnknownResult | undefined;
  /** A set: its values are also its keys. */
  isSet?: boolean;
  span: Span;
}

export interface ObjectResult {
  kind: 'object';
  fields: ReadonlyMap<string, Result>;
  /** Whether there can be no other fields. */
  isComplete: boolean;
  span: Span;
}

/** One of these, and which one is not known: rows of a map, branches of a conditional. Never nested. */
export interface ChoiceResult {
  kind: 'choice';
  options: readonly Option[];
}

export interface Option {
  /** The row's key; null for a branch. */
  label: string | null;
  result: Exclude<Result, ChoiceResult>;
}

/** What an expression comes to, with the place where each part of it is written. */
export type Result = ScalarResult | UnknownResult | ListResult | ObjectResult | ChoiceResult;

export const MOST_OPTIONS = 60;
const LARGEST_SETTING = 2000;

export function unknown(reason: Text, span: Span | null, resource: string | null = null): UnknownResult {
  return { kind: 'unknown', reason, span, isMissing: false, resource };
}

export function missing(name: string, span: Span | null): UnknownResult {
  const reason = text('inventory.computed', { expression: name });
  return { kind: 'unknown', reason, span, isMissing: true, resource: null };
}

/** A list that may have more items; of one of which nothing is known, why. */
export function listOf(
  items: readonly Result[],
  rest: UnknownResult | null | undefined,
  span: Span,
  isSet = false,
): ListResult | UnknownResult {
  if (items.length === 0 && rest) return { ...rest, isMissing: false };
  return { kind: 'list', items, rest: rest ?? undefined, isSet, span };
}

/** The results that are possible, one by one. */
export function optionsOf(result: Result): readonly Option[] {
  return result.kind === 'choice' ? result.options : [{ label: null, result }];
}

/** One of several results; a single one when all are written in the same place. */
export function choice(options: readonly { label: string | null; result: Result }[]): Result {
  const flat: Option[] = [];
  for (const { label, result } of options) {
    for (const inner of optionsOf(result)) {
      if (flat.length >= MOST_OPTIONS) break;
      if (flat.some((other) => isSamePlace(other.result, inner.result))) continue;
      flat.push({ label: joinLabels(label, inner.label), result: inner.result });
    }
  }
  const [first] = flat;
  return first !== undefined && flat.length === 1 ? first.result : { kind: 'choice', options: flat };
}

/** The row of a row: `eu.prod`. */
export function joinLabels(outer: string | null, inner: string | null): string | null {
  return outer !== null && inner !== null ? `${outer}.${inner}` : (outer ?? inner);
}

function isSamePlace(a: Result, b: Result): boolean {
  if (a === b) return true;
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return false;
  return a.value === b.value && a.span.lines === b.span.lines && a.span.start === b.span.start;
}

/** Applies a step to every possible result. */
export function mapResult(result: Result, step: (result: Exclude<Result, ChoiceResult>) => Result): Result {
  if (result.kind !== 'choice') return step(result);
  return choice(result.options.map((option) => ({ label: option.label, result: step(option.result) })));
}

/** The one value of a result, when it is known; choices with the same value count as one. */
export function scalarOf(result: Result): ScalarResult | null {
  if (result.kind === 'scalar') return result;
  if (result.kind !== 'choice') return null;
  const [first] = result.options;
  if (first?.result.kind !== 'scalar') return null;
  const { value } = first.result;
  const isCommon = result.options.every(
    (option) => option.result.kind === 'scalar' && option.result.value === value,
  );
  return isCommon ? first.result : null;
}

/** Whether a text stands for one that AWS makes up: it is the address of the resource. */
export function isMadeUp({ value, resource }: ScalarResult): boolean {
  return value !== null && value === resource;
}

export function stringOf(result: Result): string | null {
  const scalar = scalarOf(result);
  return typeof scalar?.value === 'string' ? scalar.value : null;
}

/** The resources that a result comes from, however deep. */
export function resourcesIn(result: Result): ReadonlySet<string> {
  if (result.kind === 'scalar' || result.kind === 'unknown')
    return result.resource === null ? NONE : new Set([result.resource]);
  const before = resources.get(result);
  if (before !== undefined) return before;
  const found = new Set<string>();
  for (const part of partsOf(result)) {
    if (found.size > MOST_OPTIONS) break;
    for (const resource of resourcesIn(part)) found.add(resource);
  }
  resources.set(result, found);
  return found;
}

const NONE: ReadonlySet<string> = new Set();
/** Values share parts: each is looked through once. */
const resources = new WeakMap<Result, ReadonlySet<string>>();

/** What a value consists of. */
export function partsOf(result: Exclude<Result, ScalarResult | UnknownResult>): Iterable<Result> {
  switch (result.kind) {
    case 'list':
      return result.rest === undefined ? result.items : [...result.items, result.rest];
    case 'object':
      return result.fields.values();
    case 'choice':
      return result.options.map((option) => option.result);
  }
}

/** A result as one of a draft's values; what has an unknown part, or several possible values, is unknown. */
export function toValue(result: Result): Value {
  const scalar = scalarOf(result);
  if (scalar !== null) {
    return {
      state: 'known',
      value: scalar.value,
      at: locate(scalar.span),
      how: scalar.how,
      uses: scalar.uses,
    };
  }
  if (result.kind === 'unknown') {
    return {
      state: 'unknown',
      reason: result.reason,
      at: result.span === null ? null : locate(result.span),
    };
  }
  const value = toSetting(result, { nodes: 0 });
  if (value === undefined || (result.kind !== 'list' && result.kind !== 'object')) {
    return { state: 'unknown', reason: text('inventory.severalValues'), at: null };
  }
  return { state: 'known', value, at: locate(result.span), how: 'literal', uses: [] };
}

/** As {@link toValue}, with what is known of a text where a part of it is not. */
export function toPartialText(result: Result): Value {
  if (result.kind !== 'unknown' || result.partial === undefined || result.span === null)
    return toValue(result);
  return { state: 'known', value: result.partial, at: locate(result.span), how: 'literal', uses: [] };
}

/** As {@link toValue}, for the name of an image: it stands where its version part is written. */
export function toImageValue(result: Result): Value {
  const scalar = scalarOf(result);
  return scalar?.pieces !== undefined && textOfPieces(scalar.pieces) === scalar.text
    ? imageOfPieces(scalar.pieces, scalar.template ?? scalar.span)
    : toValue(result);
}

/** As {@link toValue}, with a number as the text that is written. */
export function toVersionValue(result: Result): Value {
  const scalar = scalarOf(result);
  return toValue(typeof scalar?.value === 'number' ? { ...scalar, value: scalar.text } : result);
}

/** Undefined when any part is not known. */
function toSetting(result: Result, seen: { nodes: number }): SettingValue | undefined {
  if (++seen.nodes > LARGEST_SETTING) return undefined;
  const scalar = scalarOf(result);
  if (scalar !== null) return scalar.value;
  if (result.kind === 'list') {
    if (result.rest !== undefined) return undefined;
    const items: SettingValue[] = [];
    for (const item of result.items) {
      const value = toSetting(item, seen);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }
  if (result.kind !== 'object' || !result.isComplete) return undefined;
  const fields = new Map<string, SettingValue>();
  for (const [name, field] of result.fields) {
    const value = toSetting(field, seen);
    if (value === undefined) return undefined;
    fields.set(name, value);
  }
  // Not set one by one: a field of the name `__proto__` would not be one.
  return Object.fromEntries(fields);
}
