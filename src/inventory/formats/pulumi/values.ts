import { text } from '../../../l10n/index.ts';
import type { Fact } from '../../resources/draft.ts';
import { literalText, literalValue } from '../../values/documents.ts';
import { locate, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { fieldOf } from './program.ts';

/** `${orders.engineVersion}`: a name and the path into what it holds. */
interface Reference {
  name: string;
  path: readonly string[];
}

const REFERENCE = /^\$\{([A-Za-z_][\w-]*)((?:\.[A-Za-z_]\w*)*)\}$/;
const INTERPOLATED = /(?<!\$)\$\{/;
const DEEPEST = 20;

/** The reference that a value consists of; null when it is anything else. */
export function referenceIn(node: Node | null): Reference | null {
  const [, name, path = ''] = REFERENCE.exec(textOf(node) ?? '') ?? [];
  return name === undefined ? null : { name, path: path.split('.').slice(1) };
}

/** Follows a value through the program's configuration, variables and resources to where it is written. */
export function resolveValue(node: Node, root: Node | null, user: string): Fact {
  return follow(node, root, user, literalValue, 0);
}

/** As {@link resolveValue}, with a scalar as it is written: an unquoted `5.70` is `5.70`. */
export function resolveText(node: Node, root: Node | null, user: string): Fact {
  return follow(node, root, user, literalText, 0);
}

function follow(
  node: Node,
  root: Node | null,
  user: string,
  read: (node: Node) => Fact,
  depth: number,
): Fact {
  const reference = referenceIn(node);
  const written = textOf(node) ?? '';
  if (reference === null && !INTERPOLATED.test(written)) return read(node);
  const found = reference === null || depth > DEEPEST ? null : target(reference, root);
  if (found === null) {
    const expression = written.slice(0, 80);
    return { state: 'unknown', reason: text('inventory.computed', { expression }), at: locate(node) };
  }
  const value = follow(found.node, root, user, read, depth + 1);
  if (value.state === 'unknown') return value;
  const use = { location: locate(node), name: user };
  return { ...value, how: value.how === 'literal' ? found.how : value.how, uses: [...value.uses, use] };
}

function target(
  { name, path }: Reference,
  root: Node | null,
): { node: Node; how: 'default' | 'variable' } | null {
  for (const section of ['config', 'configuration']) {
    const declared = valueOf(fieldOf(root, section), name);
    const node = fieldOf(declared, 'default') ?? fieldOf(declared, 'value');
    if (node !== null && path.length === 0) return { node, how: 'default' };
    if (declared?.kind === 'scalar' && path.length === 0) return { node: declared, how: 'default' };
  }
  const resource = valueOf(fieldOf(root, 'resources'), name);
  const owner = valueOf(fieldOf(root, 'variables'), name) ?? fieldOf(resource, 'properties');
  const node = path.reduce(fieldOf, owner);
  return node === null || (path.length === 0 && node.kind === 'map') ? null : { node, how: 'variable' };
}
