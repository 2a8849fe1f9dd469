import { text } from '../../l10n/index.ts';
import { attributeOf, type Block, type Body } from '../../syntax/index.ts';
import { camelCase } from '../../vocabulary/index.ts';
import { maxBlocks } from '../limits.ts';
import { listOf, mapAt, mapValue, missing, scalarOf, unknown, type Unknown, type Value } from '../value.ts';
import type { Context } from './context.ts';
import { evaluate } from './evaluate.ts';
import { knownRowsOf } from './operations.ts';

// What arguments and nested blocks come to.

/** A nested block and what its expressions see: a `dynamic` block stands for one of each row. */
interface Nested {
  block: Block;
  context: Context;
}

/** What stands at a path of arguments and nested blocks; null where nothing does. */
export function resultAt(body: Body, path: readonly string[], context: Context): Value | null {
  const name = path[0] ?? '';
  const attribute = attributeOf(body, name);
  if (attribute !== undefined) return insideOf(evaluate(attribute.value, context), path.slice(1));
  const { known, rest: others } = nestedBlocks(body, name, context);
  const [first] = known;
  if (first === undefined) return others;
  if (path.length > 1) return resultAt(first.block.body, path.slice(1), first.context);
  return known.length === 1 && others === null
    ? objectOfBlock(first)
    : listOf(known.map(objectOfBlock), others, first.block.typeSpan);
}

/** A module's input can be an object where a resource has a block. */
export function insideOf(result: Value, path: readonly string[]): Value | null {
  let current = result;
  for (const name of path) {
    current = mapValue(current, (inner) => {
      const object = inner.kind === 'list' && inner.items.length === 1 ? (inner.items[0] ?? inner) : inner;
      if (object.kind === 'unknown') return object;
      const field = object.kind === 'map' ? object.fields.get(name) : undefined;
      if (field !== undefined || object.kind !== 'map' || object.isComplete)
        return field ?? missing(name, null);
      return unknown(text('inventory.severalValues'), object.span);
    });
  }
  return current.kind === 'unknown' && current.isMissing ? null : current;
}

/** Nested blocks of one type. */
interface Blocks {
  known: readonly Nested[];
  /** What stands for more of them, where their number is not known. */
  rest: Unknown | null;
}

/** The blocks of a type, `dynamic` ones unrolled. */
export function nestedBlocks(body: Body, type: string, context: Context): Blocks {
  const known: Nested[] = [];
  let rest: Unknown | null = null;
  for (const block of body.blocks) {
    if (block.type === type) known.push({ block, context });
    if (block.type !== 'dynamic' || block.labels[0]?.text !== type) continue;
    const made = unroll(block, type, context);
    known.push(...made.known);
    rest ??= made.rest;
  }
  return { known: known.length > maxBlocks ? known.slice(0, maxBlocks) : known, rest };
}

function unroll(block: Block, type: string, context: Context): Blocks {
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

/** A block as the API's object: names in camelCase, nested blocks as objects, what is `null` left out. */
function objectOfBlock({ block, context }: Nested): Value {
  const fields = new Map<string, Value>();
  for (const attribute of block.body.attributes) {
    const result = evaluate(attribute.value, context);
    if (scalarOf(result)?.value !== null) fields.set(camelCase(attribute.name), result);
  }
  for (const type of blockTypes(block.body.blocks)) {
    const result = resultAt(block.body, [type], context);
    if (result !== null) fields.set(camelCase(type), result);
  }
  return mapAt(fields, block.typeSpan);
}

/** The types of nested blocks, each once; a `dynamic` block is of the type that it makes. */
export function blockTypes(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.map(({ type, labels }) => (type === 'dynamic' ? (labels[0]?.text ?? '') : type)));
}
