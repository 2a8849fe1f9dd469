import { evaluate } from './evaluate.ts';
import type { Context } from './context.ts';
import { mapAt, mapOptions, unlessNull, scalarAt, type Value } from '../value/value.ts';
import type { Expression } from '../../syntax/index.ts';

/** Adds the defaults of a variable's type, `optional(type, default)`, at any depth. */
export function withTypeDefaults(result: Value, type: Expression | null, context: Context): Value {
  if (type?.kind !== 'call') return result;
  const [argument] = type.args;
  switch (type.name) {
    case 'object':
      return argument?.kind === 'object'
        ? mapOptions(result, (inner) => withFields(inner, argument, context))
        : result;
    case 'map':
    case 'list':
    case 'set':
      return argument === undefined
        ? result
        : mapOptions(result, (inner) => withItems(inner, argument, context));
    default:
      return result;
  }
}

/** Value of a type's `optional` defaults alone; null if it has none. */
export function defaultsOfType(type: Expression | null, context: Context): Value | null {
  if (type?.kind !== 'call') return null;
  const [argument] = type.args;
  if (type.name !== 'object') return defaultsOfType(argument ?? null, context);
  if (argument?.kind !== 'object') return null;
  const fields = new Map<string, Value>();
  for (const { key, value } of argument.entries) {
    if (key.kind !== 'reference') continue;
    const result = value.kind === 'call' ? defaultOfEntry(value, context) : null;
    if (result !== null) fields.set(key.root, result);
  }
  return fields.size === 0 ? null : mapAt(fields, type);
}

/** Default that `optional(type, default)` states for an entry; if absent or empty, the defaults of the inner type. */
function defaultOfEntry(type: Expression & { kind: 'call' }, context: Context): Value | null {
  const [inner = null, fallback] = type.name === 'optional' ? type.args : [type];
  if (fallback === undefined) return defaultsOfType(inner, context);
  const result = withTypeDefaults(evaluate(fallback, context), inner, context);
  return isEmptyContainer(result) ? (defaultsOfType(inner, context) ?? result) : result;
}

function isEmptyContainer(result: Value): boolean {
  switch (result.kind) {
    case 'list':
      return result.items.length === 0;
    case 'map':
      return result.fields.size === 0;
    case 'scalar':
      return result.value === null;
    case 'unknown':
    case 'choice':
      return false;
  }
}

function withFields(
  result: Exclude<Value, { kind: 'choice' }>,
  type: Expression & { kind: 'object' },
  context: Context,
): Value {
  if (result.kind !== 'map') return result;
  const fields = new Map(result.fields);
  for (const { key, value } of type.entries) {
    if (key.kind !== 'reference') continue;
    const isOptional = value.kind === 'call' && value.name === 'optional';
    const [inner, fallback] = isOptional ? value.args : [value];
    const given = unlessNull(fields.get(key.root) ?? null);
    if (given !== null) fields.set(key.root, withTypeDefaults(given, inner ?? null, context));
    else if (fallback !== undefined) {
      fields.set(key.root, withTypeDefaults(evaluate(fallback, context), inner ?? null, context));
    } else if (isOptional) fields.set(key.root, scalarAt(null, value, { origin: context.origin }));
  }
  return { ...result, fields };
}

function withItems(result: Exclude<Value, { kind: 'choice' }>, type: Expression, context: Context): Value {
  if (result.kind === 'list') {
    return { ...result, items: result.items.map((item) => withTypeDefaults(item, type, context)) };
  }
  if (result.kind !== 'map') return result;
  const fields = new Map(
    [...result.fields].map(([name, field]) => [name, withTypeDefaults(field, type, context)]),
  );
  return { ...result, fields };
}
