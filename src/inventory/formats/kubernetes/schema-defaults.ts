import { itemsOf, textOf, valueOf, type Node, type ScalarNode } from '../../../syntax/index.ts';

/** Schemas of Crossplane's composite resources, by their kinds. */
export type Definitions = ReadonlyMap<string, Node>;

/** The schemas that documents define; of a kind with several versions the first. */
export function definitionsIn(roots: readonly (Node | null)[]): Definitions {
  const schemas = roots.flatMap((root) => {
    const kind = textOf(valueOf(root, 'spec', 'names', 'kind'));
    const [version] = itemsOf(valueOf(root, 'spec', 'versions'));
    const schema = valueOf(version ?? null, 'schema', 'openAPIV3Schema');
    return kind === null || schema === null ? [] : [[kind, schema] as const];
  });
  return new Map(schemas);
}

/**
 * What a schema of OpenAPI gives a field where nothing is written; null where it gives nothing.
 * @param field `spec.parameters.engineVersion`
 */
export function schemaDefault(schema: Node | undefined, field: string): ScalarNode | null {
  const path = field.split('.').flatMap((step) => ['properties', step]);
  const node = valueOf(schema ?? null, ...path, 'default');
  return node?.kind === 'scalar' ? node : null;
}
