import type { Properties } from '../resources/declared.ts';
import type { Body } from '../../syntax/index.ts';
import { blockTypes, type Context, insideOf, resultAt } from '../../values/hcl/index.ts';
import { notNull, type Value } from '../../values/index.ts';

/** What the arguments and nested blocks of a body write. */
export function propertiesOf(body: Body, context: Context): Properties {
  return { at: (path) => notNull(resultAt(body, path.split('.'), context)), written: argumentsOf(body) };
}

/** What an object writes: one of the things that a map makes. */
export function propertiesIn(object: Value): Properties {
  return { at: (path) => notNull(insideOf(object, path.split('.'))) };
}

/** The names of the arguments and nested blocks that are written, each once. */
function argumentsOf({ attributes, blocks }: Body): Set<string> {
  const names = new Set(attributes.map(({ name }) => name));
  for (const type of blockTypes(blocks)) names.add(type);
  return names;
}
