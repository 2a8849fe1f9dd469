import { computedAtDeployment } from '../computed.ts';
import type { Context } from '../context.ts';
import { maxOptions } from '../../limits.ts';
import { elementOf } from '../../value/members.ts';
import { areTooLarge, stepsToCreate } from '../../value/size.ts';
import {
  choice,
  mapOptions,
  optionsOf,
  resourcesIn,
  scalarAt,
  scalarOf,
  TOO_COMPLEX,
  unknown,
  type Choice,
  type Option,
  type Value,
} from '../../value/value.ts';
import { TERRAGRUNT_FUNCTIONS } from './terragrunt-functions.ts';
import { TEXT_FUNCTIONS } from '../../functions.ts';
import { formatText } from './format.ts';
import { decode, fileExists, readTemplateFile, readText } from './file-functions.ts';
import { isEmpty, lengthOf, LIST_FUNCTIONS } from './list-functions.ts';
import { mergeObjects } from './merge.ts';
import type { Call } from '../../../syntax/index.ts';

/** Evaluates a call of a function whose result has a place in code. Any other call is only known at deployment. */
export function callFunction(call: Call, context: Context): Value {
  const known = KNOWN_FUNCTIONS.get(
    call.name.startsWith('core::') ? call.name.slice('core::'.length) : call.name,
  );
  const args = call.args.map((arg) => context.evaluate(arg, context));
  // The result has about the size of all arguments together.
  if (areTooLarge(args)) return unknown(TOO_COMPLEX, call);
  context.scope.surroundings.budget.spend(args.reduce((sum, arg) => sum + stepsToCreate(arg), 0));
  return known?.(args, call, context) ?? computedAtDeployment(call, resourcesIn(...args));
}

type KnownFunction = (args: readonly Value[], call: Call, context: Context) => Value | null;

const FUNCTIONS: Readonly<Record<string, KnownFunction>> = {
  try: firstAccepted((result) => !(result.kind === 'unknown' && result.isMissing), isRowOfUnknownKey),
  coalesce: firstAccepted((result) => !isEmpty(result)),
  coalescelist: firstAccepted((result) => !(result.kind === 'list' && result.items.length === 0)),
  lookup: ([map, key, fallback]) => {
    if (map === undefined || key === undefined) return null;
    const found = elementOf(map, key);
    return fallback === undefined ? found : withFallback(found, fallback, key);
  },
  element: ([list, index]) =>
    list === undefined || index === undefined
      ? null
      : mapOptions(list, (inner) => wrappedElement(inner, index)),
  one: ([list], call) =>
    list?.kind === 'list' && list.rest === undefined ? onlyItem(list.items, call) : null,
  merge: mergeObjects,
  defaults: ([value, fallback], call, context) =>
    value === undefined || fallback === undefined
      ? null
      : mergeObjects([fallback, withoutNulls(value)], call, context),
  can: ([result], call) => canEvaluate(result, call),
  length: ([collection], call) => lengthOf(collection, call),
  file: ([name], call, context) => readText(name, call, context),
  fileexists: ([name], call, context) => fileExists(name, call, context),
  filebase64: ([name], call, context) => readText(name, call, context),
  templatefile: ([name], call, context) => readTemplateFile(name, call, context),
  jsondecode: ([value], _, context) => decode(value, context, 'text.json'),
  yamldecode: ([value], _, context) => decode(value, context, 'text.yaml'),
  jsonencode: unchanged,
  base64encode: unchanged,
  sensitive: unchanged,
  nonsensitive: unchanged,
  tomap: unchanged,
};

/** Element of a list. An index beyond its end wraps around, as in Terraform's `element`. */
function wrappedElement(list: Exclude<Value, Choice>, index: Value): Value {
  const place = scalarOf(index)?.value;
  const isWhole = list.kind === 'list' && list.rest === undefined;
  const item = isWhole && typeof place === 'number' ? list.items[place % list.items.length] : undefined;
  return item ?? elementOf(list, index);
}

/** Evaluates `one(…)`: null for an empty list. Several items are alternatives, of which a deployment creates one. */
function onlyItem(items: readonly Value[], call: Call): Value {
  return items.length === 0 ? scalarAt(null, call) : choice(items.map((result) => ({ label: null, result })));
}

/** Applies a function to each option of its arguments. */
function forEachOption(known: (args: readonly Value[], call: Call) => Value | null): typeof known {
  const apply: typeof known = (args, call) => {
    const i = args.findIndex((arg) => arg.kind === 'choice' && scalarOf(arg) === null);
    const several = args[i];
    if (several?.kind !== 'choice') return known(args, call);
    return choice(
      several.options.map(({ label, result }) => ({
        label,
        result: apply(args.with(i, result), call) ?? computedAtDeployment(call),
      })),
    );
  };
  return (args, call) => {
    const count = args.reduce((product, arg) => product * optionsOf(arg).length, 1);
    return count > maxOptions ? known(args, call) : apply(args, call);
  };
}

function unchanged([value]: readonly Value[]): Value | null {
  return value ?? null;
}

/** First argument that meets a condition. An unknown argument may or may not meet it, so later ones remain possible. */
function firstAccepted(
  counts: (result: Value) => boolean,
  mayFail: (option: Option) => boolean = () => false,
) {
  return (args: readonly Value[]): Value | null => {
    const possible: Option[] = [];
    for (const arg of args) {
      const options = optionsOf(arg);
      const counting = options.filter(({ result }) => counts(result));
      possible.push(...counting);
      const isCertain =
        counting.length === options.length &&
        counting.every((option) => option.result.kind !== 'unknown' && !mayFail(option));
      if (isCertain) break;
    }
    return possible.length === 0 ? (args.at(-1) ?? null) : choice(possible);
  };
}

/** True for a row of an unknown key, which the map may lack. */
function isRowOfUnknownKey({ label }: Option): boolean {
  return label !== null;
}

/** Value without fields that are null, which `defaults(…)` replaces. */
function withoutNulls(result: Value): Value {
  return mapOptions(result, (inner) => {
    if (inner.kind !== 'map') return inner;
    const fields = [...inner.fields].filter(([, field]) => scalarOf(field)?.value !== null);
    return { ...inner, fields: new Map(fields) };
  });
}

function withFallback(found: Value, fallback: Value, key: Value): Value {
  const options = optionsOf(found);
  const certain = options.filter((option) => option.result.kind !== 'unknown');
  if (certain.length === options.length && key.kind !== 'unknown') return found;
  const isMissing = options.every((option) => option.result.kind === 'unknown' && option.result.isMissing);
  return isMissing ? fallback : choice([...options, { label: null, result: fallback }]);
}

function canEvaluate(result: Value | undefined, span: Call): Value | null {
  if (result === undefined || (result.kind === 'unknown' && !result.isMissing)) return null;
  const isKnown = result.kind !== 'unknown';
  return scalarAt(isKnown, span);
}

const KNOWN_FUNCTIONS: ReadonlyMap<string, KnownFunction> = new Map([
  ...Object.entries<KnownFunction>(TERRAGRUNT_FUNCTIONS),
  ...Object.entries({ ...TEXT_FUNCTIONS, format: formatText }).map(
    ([name, ofTexts]) => [name, forEachOption(ofTexts)] as const,
  ),
  ...Object.entries<KnownFunction>(LIST_FUNCTIONS),
  ...Object.entries(FUNCTIONS),
]);
