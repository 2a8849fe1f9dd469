import { locate, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { computedValue, type Origin, withUse, type Value, valueOfNode } from '../../../values/index.ts';
import { fieldOf } from '../../reading/pulumi-program.ts';

/** `${orders.engineVersion}`: a name and a path into its value. */
interface Reference {
  name: string;
  path: readonly string[];
}

const WHOLE_REFERENCE = /^\$\{([A-Za-z_][\w-]*)((?:\.[A-Za-z_]\w*)*)\}$/;
const INTERPOLATION = /(?<!\$)\$\{/;

/** Reference that a value consists of; null for any other value. */
export function referenceIn(node: Node | null): Reference | null {
  const [, name, path = ''] = WHOLE_REFERENCE.exec(textOf(node) ?? '') ?? [];
  return name === undefined ? null : { name, path: path.split('.').slice(1) };
}

/** Resolves a value through the program's configuration, variables and resources to where it is written. */
export function valueInProgram(node: Node, root: Node | null, user: string): Value {
  return valueOfNode(node, (scalar, follow) => {
    if (!INTERPOLATION.test(scalar.text)) return null;
    const reference = referenceIn(scalar);
    const found = reference === null ? null : referencedNode(reference, root);
    if (found === null) return computedValue(scalar);
    return withUse(follow(found.node), { location: locate(scalar), name: user }, found.origin);
  });
}

function referencedNode({ name, path }: Reference, root: Node | null): { node: Node; origin: Origin } | null {
  for (const section of ['config', 'configuration']) {
    const declared = valueOf(fieldOf(root, section), name);
    const node = fieldOf(declared, 'default') ?? fieldOf(declared, 'value');
    if (node !== null && path.length === 0) return { node, origin: 'default' };
    if (declared?.kind === 'scalar' && path.length === 0) return { node: declared, origin: 'default' };
  }
  const resource = valueOf(fieldOf(root, 'resources'), name);
  const owner = valueOf(fieldOf(root, 'variables'), name) ?? fieldOf(resource, 'properties');
  const node = path.reduce(fieldOf, owner);
  return node === null || (path.length === 0 && node.kind === 'map') ? null : { node, origin: 'variable' };
}
