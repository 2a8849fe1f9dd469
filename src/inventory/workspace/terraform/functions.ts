import { computed, elementOf, evaluate } from './evaluate.ts';
import type { Context } from './evaluate.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { decode, fileExists, readTemplateFile, readText } from './file-functions.ts';
import { keyResult, rowsOf } from './operations.ts';
import { choice, optionsOf, resourcesIn, scalarOf } from './result.ts';
import type { ObjectResult, Result } from './result.ts';
import type { Expression } from './syntax.ts';

type Call = Expression & { kind: 'call' };

/** The functions whose result can be followed to what is written. Any other call is only known at deployment. */
export function callFunction(call: Call, context: Context): Result {
  const name = call.name.replace(/^core::/, '');
  const known = FUNCTIONS[name] ?? TEXT_FUNCTIONS[name];
  const args = call.args.map((arg) => evaluate(arg, context));
  const [resource = null] = resourcesIn({ kind: 'list', items: args, span: call });
  if (known === undefined) return computed(call, resource);
  return known(args, call, context) ?? computed(call, resource);
}

const FUNCTIONS: Partial<
  Record<string, (args: readonly Result[], call: Call, context: Context) => Result | null>
> = {
  try: firstThat((result) => !(result.kind === 'unknown' && result.isMissing)),
  coalesce: firstThat((result) => !isEmpty(result)),
  coalescelist: firstThat((result) => !(result.kind === 'list' && result.items.length === 0)),
  lookup: ([map, key, fallback]) => {
    if (map === undefined || key === undefined) return null;
    const found = elementOf(map, key);
    return fallback === undefined ? found : withFallback(found, fallback);
  },
  element: ([list, index]) => (list === undefined || index === undefined ? null : elementOf(list, index)),
  one: ([list]) => (list?.kind === 'list' ? (list.items[0] ?? null) : null),
  merge: (args, call) => mergeObjects(args, call),
  concat: (args, call) => {
    const items = args.map((arg) => (arg.kind === 'list' ? arg.items : null));
    return items.every((item) => item !== null) ? { kind: 'list', items: items.flat(), span: call } : null;
  },
  flatten: ([list], call) =>
    list?.kind === 'list' ? { kind: 'list', items: flatten(list.items), span: call } : null,
  compact: ([list], call) =>
    list?.kind === 'list'
      ? { kind: 'list', items: list.items.filter((item) => !isEmpty(item)), span: call }
      : null,
  keys: ([map], call) => listOf(map, call, ([key]) => key),
  values: ([map], call) => listOf(map, call, ([, value]) => value),
  toset: ([list], call) => toSet(list, call),
  can: ([result], call) => canBe(result, call),
  length: ([collection], call) => lengthOf(collection, call),
  file: ([name], call, context) => readText(name, call, context),
  fileexists: ([name], call, context) => fileExists(name, call, context),
  filebase64: ([name], call, context) => readText(name, call, context),
  templatefile: ([name], call, context) => readTemplateFile(name, call, context),
  jsondecode: ([value], _, context) => decode(value, context),
  yamldecode: ([value], _, context) => decode(value, context),
  jsonencode: same,
  base64encode: same,
  sensitive: same,
  nonsensitive: same,
  tolist: same,
  tomap: same,
  tostring: same,
  tonumber: same,
  tobool: same,
  distinct: same,
  sort: same,
};

function same([value]: readonly Result[]): Result | null {
  return value ?? null;
}

/** The first argument that counts. One that is not known may or may not count, so what follows is possible too. */
function firstThat(counts: (result: Result) => boolean) {
  return (args: readonly Result[]): Result | null => {
    const possible: Result[] = [];
    for (const arg of args) {
      const options = optionsOf(arg).map((option) => option.result);
      const counting = options.filter(counts);
      possible.push(...counting);
      const isCertain =
        counting.length === options.length && counting.every((option) => option.kind !== 'unknown');
      if (isCertain) break;
    }
    const [first] = possible;
    if (first === undefined) return args.at(-1) ?? null;
    return choice(possible.map((result) => ({ label: null, result })));
  };
}

function isEmpty(result: Result): boolean {
  const scalar = scalarOf(result);
  return (
    (scalar !== null && (scalar.value === null || scalar.value === '')) ||
    (result.kind === 'unknown' && result.isMissing)
  );
}

function withFallback(found: Result, fallback: Result): Result {
  const options = optionsOf(found);
  const certain = options.filter((option) => option.result.kind !== 'unknown');
  if (certain.length === options.length) return found;
  const isMissing = options.every((option) => option.result.kind === 'unknown' && option.result.isMissing);
  return isMissing ? fallback : choice([...options, { label: null, result: fallback }]);
}

function mergeObjects(args: readonly Result[], span: Call): Result {
  const fields = new Map<string, Result>();
  let isComplete = true;
  for (const arg of args) {
    const object = objectOf(arg);
    if (object === null) {
      if (scalarOf(arg)?.value !== null) isComplete = false;
      continue;
    }
    isComplete &&= object.isComplete;
    for (const [name, value] of object.fields) fields.set(name, value);
  }
  return { kind: 'object', fields, isComplete, span };
}

function objectOf(result: Result): ObjectResult | null {
  return result.kind === 'object' ? result : null;
}

function flatten(items: readonly Result[], depth = 0): Result[] {
  return items.flatMap((item) =>
    item.kind === 'list' && depth < 10 ? flatten(item.items, depth + 1) : [item],
  );
}

function listOf(
  collection: Result | undefined,
  span: Call,
  pick: (row: [key: Result, value: Result]) => Result,
): Result | null {
  const rows = collection === undefined ? null : rowsOf(collection);
  return rows === null ? null : { kind: 'list', items: rows.map(pick), span };
}

/** A set's keys are its values. */
function toSet(list: Result | undefined, span: Call): Result | null {
  if (list?.kind !== 'list') return list ?? null;
  const fields = new Map<string, Result>();
  for (const item of list.items) {
    const scalar = scalarOf(item);
    if (scalar === null) return null;
    fields.set(scalar.text, item);
  }
  return { kind: 'object', fields, isComplete: true, span };
}

function lengthOf(collection: Result | undefined, span: Call): Result | null {
  if (collection?.kind === 'list') return keyResult(collection.items.length, span);
  if (collection?.kind === 'object' && collection.isComplete) return keyResult(collection.fields.size, span);
  const scalar = collection === undefined ? null : scalarOf(collection);
  return typeof scalar?.value === 'string' ? keyResult(scalar.value.length, span) : null;
}

function canBe(result: Result | undefined, span: Call): Result | null {
  if (result === undefined || (result.kind === 'unknown' && !result.isMissing)) return null;
  const isKnown = result.kind !== 'unknown';
  return { ...keyResult(String(isKnown), span), value: isKnown };
}
