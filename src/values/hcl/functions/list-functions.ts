import { knownRowsOf } from '../operations.ts';
import {
  listOf,
  mapAt,
  missingValue,
  resourcesIn,
  scalarAt,
  scalarOf,
  writtenTextOf,
  unknown,
  type ListValue,
  type Scalar,
  type Unknown,
  type Value,
} from '../../value/value.ts';
import { compareText } from '../../../model/index.ts';
import type { Call, Span } from '../../../syntax/index.ts';
import { text } from '../../../l10n/index.ts';
import { formatText } from './format.ts';

type ListFunction = (args: readonly Value[], call: Call) => Value | null;

/** Functions on lists and sets. They keep the known items of partly unknown lists. */
export const LIST_FUNCTIONS: Readonly<Record<string, ListFunction>> = {
  concat: (args, span) => concatenated(args, span),
  setunion: (args, span) => concatenated(args, span, true),
  flatten: ([list], span) => (list?.kind === 'list' ? flattened(list, span) : null),
  compact: ([list], span) =>
    list?.kind === 'list'
      ? listOf(
          list.items.filter((item) => !isEmpty(item)),
          list.rest ?? firstUnknownItem(list.items, isEmpty),
          span,
        )
      : null,
  keys: ([map], span) => listOfRows(map, span, ([key]) => key),
  values: ([map], span) => listOfRows(map, span, ([, value]) => value),
  zipmap: ([names, values], span) => {
    if (names?.kind !== 'list' || !isKnownList(names) || values?.kind !== 'list') return null;
    const fields = new Map<string, Value>();
    for (const [i, name] of names.items.entries()) {
      const value = values.items[i] ?? values.rest;
      const key = scalarOf(name);
      if (key !== null && value !== undefined) fields.set(key.text, value);
    }
    return mapAt(fields, span);
  },
  toset: ([list], span) => (list?.kind === 'list' ? asSet(list.items, list.rest, span) : (list ?? null)),
  tolist: asList,
  sort: ([list]) => rearranged(list, sorted),
  distinct: ([list]) => rearranged(list, withoutRepeats),
  reverse: ([list]) =>
    list?.kind === 'list' ? { ...list, isSet: false, items: list.items.toReversed() } : (list ?? null),
  slice: ([list, from, to], span) => {
    const [start, end] = [numberIn(from), numberIn(to)];
    if (list?.kind !== 'list' || list.rest !== undefined || start === null || end === null) return null;
    return listOf(list.items.slice(start, end), null, span);
  },
  setintersection: ([first, ...others], span) =>
    filteredByMembership(first, others, (isIn) => isIn.every(Boolean), span),
  setsubtract: ([first, ...others], span) =>
    filteredByMembership(first, others, (isIn) => !isIn.includes(true), span),
  formatlist: ([pattern, ...values], call) => {
    const lengths = values.flatMap((value) => (value.kind === 'list' ? [value.items.length] : []));
    const isKnown = values.every((value) => value.kind === 'scalar' || isKnownList(value));
    if (pattern === undefined || !isKnown || new Set(lengths).size !== 1) return null;
    const items = Array.from({ length: lengths[0] ?? 0 }, (_, i) => {
      const row = values.map((value) => (value.kind === 'list' ? (value.items[i] ?? value) : value));
      return formatText([pattern, ...row], call);
    });
    return items.every((item) => item !== null) ? listOf(items, null, call) : null;
  },
};

/** True for `null` and `""`, by which code passes nothing. */
export function isEmpty(result: Value): boolean {
  const scalar = scalarOf(result);
  return (
    (scalar !== null && (scalar.value === null || scalar.value === '')) ||
    (result.kind === 'unknown' && result.isMissing)
  );
}

/** Concatenation of lists. Null if none of them is known: then the call itself is more useful. */
function concatenated(args: readonly Value[], span: Span, isSet = false): Value | null {
  if (!args.some((arg) => arg.kind === 'list')) return null;
  // The splat of a counted resource (`aws_x.this.*.id`) is one value here.
  const lists = args.map((arg) => (arg.kind === 'scalar' && arg.resources.length > 0 ? listOfOne(arg) : arg));
  const items = lists.flatMap((arg) => (arg.kind === 'list' ? arg.items : []));
  const rest = lists.map(unknownItemsOf).find((each) => each !== null);
  return isSet ? asSet(items, rest, span) : listOf(items, rest, span);
}

function listOfOne(item: Scalar): ListValue {
  return { kind: 'list', items: [item], span: item.span };
}

/** Represents the unknown items of a list; null if all are known. */
function unknownItemsOf(list: Value): Unknown | null {
  if (list.kind === 'list') return list.rest ?? null;
  return list.kind === 'unknown' ? list : unknown(text('inventory.severalValues'), null);
}

function flattened(list: ListValue, span: Span, depth = 0): Value {
  const items: Value[] = [];
  let { rest } = list;
  for (const item of list.items) {
    const isNested = item.kind === 'list' && depth < 10 && item.items.some(({ kind }) => kind === 'list');
    const part = isNested ? flattened(item, span, depth + 1) : item;
    if (part.kind === 'list') {
      for (const each of part.items) items.push(each);
      rest ??= part.rest;
    } else if (mayBeSeveral(part, ({ kind }) => kind === 'list'))
      rest ??= part.kind === 'unknown' ? part : severalValues(part);
    else items.push(part);
  }
  return listOf(items, rest, span);
}

/** Set of values without duplicates. An unknown value may equal any other. */
function asSet(items: readonly Value[], rest: Unknown | null | undefined, span: Span): Value {
  const byText = new Map<string, Value>();
  let others = rest;
  for (const item of items) {
    const scalar = scalarOf(item);
    if (scalar === null) others ??= unknownItemsOf(item) ?? unknown(text('inventory.severalValues'), span);
    else byText.set(scalar.text, item);
  }
  return listOf(sorted([...byText.values()]), others, span, true);
}

/** List with items moved or dropped by their texts. An unknown item may end up anywhere, or be dropped. */
function rearranged(
  list: Value | undefined,
  rearrange: (items: readonly Value[]) => readonly Value[],
): Value | null {
  if (list?.kind !== 'list') return list ?? null;
  return listOf(rearrange(list.items), list.rest ?? firstUnknownItem(list.items), list.span);
}

/** Items in the order of their texts; as written if one is unknown. */
function sorted(items: readonly Value[]): readonly Value[] {
  const texts = items.map((item) => ({ item, text: writtenTextOf(item) }));
  if (texts.some(({ text }) => text === null)) return items;
  return texts.sort((a, b) => compareText(a.text ?? '', b.text ?? '')).map(({ item }) => item);
}

/** The first of the items with the same text. */
function withoutRepeats(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const written = writtenTextOf(item);
    if (written !== null && seen.has(written)) return false;
    if (written !== null) seen.add(written);
    return true;
  });
}

/** First unknown item, which may be dropped or moved; null if there is none. */
function firstUnknownItem(
  items: readonly Value[],
  isDropped: (item: Value) => boolean = () => false,
): Unknown | null {
  const open = items.find((item) => mayBeSeveral(item, isDropped));
  if (open === undefined) return null;
  return open.kind === 'unknown' ? open : severalValues(open);
}

/**
 * True if an item may stand for several values: an unknown value other than a resource's attribute, or a choice with a
 * matching option.
 */
function mayBeSeveral(item: Value, isOfKind: (option: Value) => boolean): boolean {
  if (item.kind === 'unknown') return item.resources.length === 0;
  return item.kind === 'choice' && item.options.some(({ result }) => isOfKind(result));
}

function severalValues(item: Value): Unknown {
  return unknown(text('inventory.severalValues'), null, resourcesIn(item));
}

/** A set or list as a list. */
function asList([list]: readonly Value[]): Value | null {
  return list?.kind === 'list' ? { ...list, isSet: false } : (list ?? null);
}

function listOfRows(
  map: Value | undefined,
  span: Span,
  pick: (row: [key: Value, value: Value]) => Value,
): Value | null {
  if (map === undefined) return null;
  const { rows, rest } = knownRowsOf(map);
  return rows.length === 0 && rest !== null ? null : listOf(rows.map(pick), rest, span);
}

/** Values of the first set that are wanted. @param isWanted decides by a value's membership in each of the other sets */
function filteredByMembership(
  first: Value | undefined,
  others: readonly Value[],
  isWanted: (isIn: readonly boolean[]) => boolean,
  span: Span,
): Value | null {
  if (first?.kind !== 'list' || ![first, ...others].every(isKnownList)) return null;
  const known = others.map(
    (other) => new Set(other.kind === 'list' ? other.items.map((item) => scalarOf(item)?.text) : []),
  );
  const items = first.items.filter((item) => isWanted(known.map((set) => set.has(scalarOf(item)?.text))));
  return asSet(items, null, span);
}

function isKnownList(list: Value): boolean {
  return (
    list.kind === 'list' && list.rest === undefined && list.items.every((item) => scalarOf(item) !== null)
  );
}

function numberIn(result: Value | undefined): number | null {
  const value = scalarOf(result)?.value;
  return typeof value === 'number' ? value : null;
}

export function lengthOf(collection: Value | undefined, span: Span): Value | null {
  if (collection?.kind === 'list' && collection.rest === undefined)
    return scalarAt(collection.items.length, span);
  if (collection?.kind === 'map' && collection.isComplete) return scalarAt(collection.fields.size, span);
  const scalar = scalarOf(collection);
  // An error, so that `try` continues with the next argument.
  if (scalar?.value === null) return missingValue('length(null)', span);
  return typeof scalar?.value === 'string' ? scalarAt(scalar.value.length, span) : null;
}
