import { text } from '../../../l10n/index.ts';
import { entriesOf, entryOf, itemsOf, locate, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { isOptionKey } from '../../../vocabulary/index.ts';
import { intrinsicOf } from './intrinsic.ts';
import { resolve, type Resolved, type Scope } from '../template/scope.ts';
import { sectionEntry } from '../template/template.ts';
import { writtenTextOf, unknown, withUse, type Decision, type Value } from '../../value/value.ts';

/**
 * Resolves `Fn::FindInMap`: [mapping, row, column], and a default in newer templates. An unknown key (`AWS::Region`)
 * does not matter if every row has the same value.
 */
export function resolveFindInMap(argument: Node, scope: Scope): Resolved {
  const [mapNode, rowNode, columnNode, options] = itemsOf(argument);
  if (!mapNode || !rowNode || !columnNode) return undefined;
  const named = resolve(mapNode, scope);
  if (named?.kind === 'unknown') return named;
  const mapName = writtenTextOf(named) ?? '';
  const mapping = sectionEntry(scope.stack.template, 'Mappings', mapName)?.value ?? null;
  const keys = [resolve(rowNode, scope), resolve(columnNode, scope)] as const;
  const [row, column] = [writtenTextOf(keys[0]), writtenTextOf(keys[1])];
  const cells = rowsForKey(mapping, row).flatMap((found) => rowsForKey(found, column));
  const values = cells.map((cell) => withMappingOrigin(resolve(cell, scope)));
  const [first] = values;
  if (first === undefined) return valueForMissingKey(argument, mapName, options, scope);
  if (first === null || first.kind === 'unknown') return first;
  const isSame = values.every((value) => writtenTextOf(value) === writtenTextOf(first));
  if (!isSame || (scope.reportsRows === true && values.length > 1)) {
    const open = unknown(text('inventory.cfn.mapKey', { mapping: mapName }), argument);
    const decidedBy = keyDecision(keys) ?? (row === null ? rowDecision(rowNode, mapping, options) : null);
    if (decidedBy !== null) return { ...open, decidedBy };
    if (!isSame) return open;
  }
  return withUse(first, { location: locate(argument), name: scope.user });
}

/** Keyword for the fallback of a mapping, which applies to keys without a row. */
const DEFAULT_KEY = 'DefaultValue';

/** Function that inserts rows, or whole mappings, from another file. */
const TRANSFORM = 'Fn::Transform';

/** Decision inside a key: `!If [IsProduction, prod, dev]`. */
function keyDecision(keys: readonly (Value | null)[]): Decision | null {
  for (const key of keys) if (key?.kind === 'unknown' && key.decidedBy !== undefined) return key.decidedBy;
  return null;
}

/** Parameter that selects a row, if the rows are environments. Values without a row use the default. */
function rowDecision(rowNode: Node, mapping: Node | null, options: Node | undefined): Decision | null {
  const call = intrinsicOf(rowNode);
  const name = call?.name === 'Ref' ? textOf(call.argument) : null;
  const choices = entriesOf(mapping).map((entry) => entry.key);
  if (name === null || choices.some(isOptionKey)) return null;
  const others = valueOf(options ?? null, DEFAULT_KEY) === null ? [] : [DEFAULT_KEY];
  return { kind: 'parameter', name, choices: [...choices, ...others] };
}

function rowsForKey(map: Node | null, key: string | null): Node[] {
  if (key === null) return entriesOf(map).map((entry) => entry.value);
  const value = valueOf(map, key);
  return value === null ? [] : [value];
}

function withMappingOrigin(resolved: Value | null): Value | null {
  return resolved?.kind === 'scalar' ? { ...resolved, origin: 'mapping' } : resolved;
}

function valueForMissingKey(
  at: Node,
  mapping: string,
  options: Node | undefined,
  scope: Scope,
): Value | null {
  const fallback = valueOf(options ?? null, DEFAULT_KEY);
  if (fallback !== null) return resolve(fallback, scope);
  const isIncluded = [mapping, TRANSFORM].some((name) => {
    const entry = sectionEntry(scope.stack.template, 'Mappings', name);
    return entry !== null && (name === TRANSFORM || entryOf(entry.value, TRANSFORM) !== null);
  });
  if (isIncluded) return unknown(text('inventory.cfn.function', { name: TRANSFORM }), at);
  return unknown(text('inventory.cfn.mapMissing', { mapping }), at);
}
