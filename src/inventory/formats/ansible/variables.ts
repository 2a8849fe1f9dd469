import { entryOf, locate, valueOf, type MapNode, type Node } from '../../../syntax/index.ts';
import { text } from '../../../l10n/index.ts';
import {
  computedHere,
  defaultIn,
  type How,
  scalarAt,
  unknown,
  usedAt,
  type Value,
  valueOfNode,
} from '../../../values/index.ts';

/** Variables that an expression sees, the strongest first. */
export interface Variables {
  /** Who uses the values. */
  user: string;
  maps: readonly { node: Node; how: How }[];
}

/** A reference to one variable, with a default or without: `{{ db.version | default('8.0') }}`. */
const REFERENCE =
  /^\s*\{\{-?\s*(?<name>[A-Za-z_][\w.]*)\s*(?:\|\s*(?:d|default)\s*\(\s*(?:'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<other>[A-Za-z_][\w.]*))(?:[^\w.)][^)]*)?\)\s*)?(?:\|\s*(?:string|trim|mandatory)\s*)*-?\}\}\s*$/;

/** Follows a value through its variables to where it is written. */
export function valueWith(variables: Variables, node: Node): Value {
  return valueOfNode(node, (scalar, follow) => {
    if (scalar.isTemplated || (scalar.tag !== null && scalar.tag !== '!unsafe'))
      return unknown(text('inventory.templated'), scalar);
    if (!/\{[{%]/.test(scalar.text)) return scalarAt(scalar.value, scalar, { text: scalar.text });
    const groups = REFERENCE.exec(scalar.text)?.groups ?? {};
    const found = lookUp(groups['name'], variables) ?? lookUp(groups['other'], variables);
    const use = { location: locate(scalar), name: variables.user };
    if (found !== null) return usedAt(follow(found.node), use, found.how);
    const fallback = groups['single'] ?? groups['double'];
    return fallback === undefined ? computedHere(scalar) : usedAt(defaultIn(scalar, fallback), use);
  });
}

function lookUp(name: string | undefined, { maps }: Variables): Variables['maps'][number] | null {
  const path = name?.split('.') ?? [];
  for (const { node, how } of name === undefined ? [] : maps) {
    const found = valueOf(node, ...path);
    if (found !== null) return { node: found, how };
  }
  return null;
}

/** The `vars` of a task and of the blocks and plays around it, given the nearest first. */
export function varsOf(maps: readonly MapNode[]): Variables['maps'] {
  return maps.flatMap((map) => {
    const vars = entryOf(map, 'vars')?.value;
    return vars?.kind === 'map' ? [{ node: vars, how: 'variable' } as const] : [];
  });
}
