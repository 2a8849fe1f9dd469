import { text } from '../../l10n/index.ts';
import { attributeOf, type Block, type Body } from '../../syntax/index.ts';
import { camelCase } from '../../vocabulary/index.ts';
import { maxBlocks } from '../limits.ts';
import {
  listOf,
  mapAt,
  mapOptions,
  missingValue,
  scalarOf,
  unknown,
  type Unknown,
  type Value,
} from '../value/value.ts';
import type { Context } from './context.ts';
import { evaluate } from './evaluate.ts';
import { knownRowsOf } from './operations.ts';

// Evaluation of arguments and nested blocks.

/** A nested block and the context of its expressions; a `dynamic` block has one for each row. */
interface NestedBlock {
  block: Block;
  context: Context;
}

/** Value at a path of arguments and nested blocks; null if it is not set. */
export function valueAtPath(body: Body, path: readonly string[], context: Context): Value | null {
  const name = path[0] ?? '';
  const attribute = attributeOf(body, name);
  if (attribute !== undefined) return valueInside(evaluate(attribute.value, context), path.slice(1));
  const { known, rest: others } = nestedBlocks(body, name, context);
  const [first] = known;
  if (first === undefined) return others;
  if (path.length > 1) return valueAtPath(first.block.body, path.slice(1), first.context);
  return known.length === 1 && others === null
    ? objectOfBlock(first)
    : listOf(known.map(objectOfBlock), others, first.block.typeSpan);
}

/** Value at a path inside a module input, which can be an object in place of a resource's block. */
export function valueInside(result: Value, path: readonly string[]): Value | null {
  let current = result;
  for (const name of path) {
    current = mapOptions(current, (inner) => {
      const object = inner.kind === 'list' && inner.items.length === 1 ? (inner.items[0] ?? inner) : inner;
      if (object.kind === 'unknown') return object;
      const field = object.kind === 'map' ? object.fields.get(name) : undefined;
      if (field !== undefined || object.kind !== 'map' || object.isComplete)
        return field ?? missingValue(name, null);
      return unknown(text('inventory.severalValues'), object.span);
    });
  }
  return current.kind === 'unknown' && current.isMissing ? null : current;
}

/** Nested blocks of one type. */
interface NestedBlocks {
  known: readonly NestedBlock[];
  /** Stands for further blocks, if their number is unknown. */
  rest: Unknown | null;
}

/** Blocks of a type, with `dynamic` ones expanded. */
export function nestedBlocks(body: Body, type: string, context: Context): NestedBlocks {
  const known: NestedBlock[] = [];
  let rest: Unknown | null = null;
  for (const block of body.blocks) {
    if (block.type === type) known.push({ block, context });
    if (block.type !== 'dynamic' || block.labels[0]?.text !== type) continue;
    const made = expandedBlock(block, type, context);
    known.push(...made.known);
    rest ??= made.rest;
  }
  return { known: known.length > maxBlocks ? known.slice(0, maxBlocks) : known, rest };
}

function expandedBlock(block: Block, type: string, context: Context): NestedBlocks {
  const forEach = attributeOf(block.body, 'for_each');
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  if (forEach === undefined || content === undefined) return { known: [], rest: null };
  const { rows, rest } = knownRowsOf(evaluate(forEach.value, context));
  const iterator = attributeOf(block.body, 'iterator')?.value;
  const name = iterator?.kind === 'reference' ? iterator.root : type;
  const known = rows.map(([key, value]) => {
    const row = mapAt(
      new Map([
        ['key', key],
        ['value', value],
      ]),
      forEach.value,
    );
    return { block: content, context: { ...context, bindings: new Map(context.bindings).set(name, row) } };
  });
  return { known, rest: rest === null ? null : { ...rest, isMissing: false } };
}

/** A block as an object of the API: names in camelCase, nested blocks as objects, without `null` arguments. */
function objectOfBlock({ block, context }: NestedBlock): Value {
  const fields = new Map<string, Value>();
  for (const attribute of block.body.attributes) {
    const result = evaluate(attribute.value, context);
    if (scalarOf(result)?.value !== null) fields.set(camelCase(attribute.name), result);
  }
  for (const type of blockTypes(block.body.blocks)) {
    const result = valueAtPath(block.body, [type], context);
    if (result !== null) fields.set(camelCase(type), result);
  }
  return mapAt(fields, block.typeSpan);
}

/** Distinct types of nested blocks; a `dynamic` block has the type that it creates. */
export function blockTypes(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.map(({ type, labels }) => (type === 'dynamic' ? (labels[0]?.text ?? '') : type)));
}
