import { entryOf, textOf, valueOf, type Node } from '../../syntax/index.ts';

// Schemas in YAML and JSON. That of a form (parameters of a bundle, of a software template) is deployed with its defaults
// when nobody chooses, as a CloudFormation parameter is; that of an API only says what others may write.

const OF_API = /(?:^|\.)(?:openAPIV3Schema|definitions|\$defs|schema\.types)(?:\.|$)/;

/** Whether a document describes an API or a type of resource. */
export function isDefinition(root: Node | null): boolean {
  const kind = textOf(valueOf(root, 'kind')) ?? '';
  const has = (key: string): boolean => entryOf(root, key) !== null;
  return (
    /Definition$/.test(kind) || has('openapi') || has('swagger') || (has('$schema') && has('properties'))
  );
}

/** Whether the keys that lead to a value go through the description of an API. */
export function isOfDefinition(path: readonly string[]): boolean {
  return OF_API.test(path.join('.'));
}

/** The name of a property of a form whose default the last of the keys is; the last key otherwise. */
export function propertyName(path: readonly string[]): string {
  const isDefault = path.at(-1) === 'default' && path.at(-3) === 'properties';
  return path.at(isDefault ? -2 : -1) ?? '';
}
