import { getOrInsert } from '../../../../model/index.ts';
import type { DeclaredResource, Properties } from '../../../resources/declared.ts';
import { unlessNull, withUse, type Value } from '../../../../values/index.ts';
import { entryOf, locate, valueOf, type Entry, type Node } from '../../../../syntax/index.ts';
import {
  existenceConditions,
  resolve,
  type Resource,
  type Scope,
  scopeFor,
  type Stack,
} from '../../../../values/cloudformation/index.ts';

/** Entry of a resource at a path. Most lookups find none. */
export function entryAt(properties: Node | null, path: string): Entry | null {
  const dot = path.lastIndexOf('.');
  if (dot < 0) return entryOf(properties, path);
  return entryOf(valueOf(properties, ...path.slice(0, dot).split('.')), path.slice(dot + 1));
}

/** Value of a property, resolved to where it is written; absent if the resource does not have it. */
export function propertyOf(properties: Node | null, path: string, scopeOf: () => Scope): Value | null {
  const entry = entryAt(properties, path);
  if (entry === null) return null;
  const scope = scopeOf();
  const resolved = resolve(entry.value, scope);
  return entry.alias === null
    ? resolved
    : withUse(resolved, { location: locate(entry.alias), name: scope.user }, 'variable');
}

/** Properties of a resource, each resolved on first access. @param user name of the resource that uses the values */
export function resolvedPropertiesOf(properties: Node | null, stack: Stack, user: string): Properties {
  const known = new Map<string, Value | null>();
  const follow = (path: string) => unlessNull(propertyOf(properties, path, () => scopeFor(stack, user)));
  return { at: (path) => getOrInsert(known, path, () => follow(path)) };
}

/** A resource in the form that all tools share; `file` is the deployed template. */
export function declaredIn(resource: Resource, stack: Stack, file: string): DeclaredResource {
  const { type, logicalId, entry, count } = resource;
  const name = stack.prefix + logicalId;
  const properties = resolvedPropertiesOf(resource.properties, stack, name);
  const at = locate(entry.keySpan);
  const conditions = existenceConditions(resource, stack);
  const declared = { tool: 'cloudformation', type, name, file, at, properties } as const;
  // The condition is false: the resource is not created.
  if (conditions === null) return { ...declared, count: 0 };
  return { ...declared, count, ...(conditions.length > 0 && { conditions }) };
}
