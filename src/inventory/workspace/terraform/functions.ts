import { computed, elementOf, evaluate } from './evaluate.ts';
import type { Context } from './evaluate.ts';
import { TERRAGRUNT_FUNCTIONS } from './terragrunt-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { decode, fileExists, readTemplateFile, readText } from './file-functions.ts';
import { isEmpty, lengthOf, LIST_FUNCTIONS } from './list-functions.ts';
import { keyResult } from './operations.ts';
import { choice, optionsOf, resourcesIn, scalarOf } from './result.ts';
import type { ObjectResult, Result } from './result.ts';
import type { Expression } from './syntax.ts';

type Call = Expression & { kind: 'call' };

/** The functions whose result can be followed to what is written. Any other call is only known at deployment. */
export function callFunction(call: Call, context: Context): Result {
  const name = call.name.replace(/^core::/, '');
  const known = FUNCTIONS[name] ?? LIST_FUNCTIONS[name] ?? TEXT_FUNCTIONS[name] ?? TERRAGRUNT_FUNCTIONS[name];
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
  one: ([list]) => (list?.kind === 'list' && list.rest === undefined ? (list.items[0] ?? null) : null),
  merge: (args, call) => mergeObjects(args, call),
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
  tomap: same,
  tostring: same,
  tonumber: same,
  tobool: same,
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
  // `merge(list...)` merges what is in the list.
  for (const arg of args.flatMap((arg) =>
    arg.kind === 'list' ? [...arg.items, arg.rest ?? []].flat() : arg,
  )) {
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

function canBe(result: Result | undefined, span: Call): Result | null {
  if (result === undefined || (result.kind === 'unknown' && !result.isMissing)) return null;
  const isKnown = result.kind !== 'unknown';
  return { ...keyResult(String(isKnown), span), value: isKnown };
}
