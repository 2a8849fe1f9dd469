import type { Properties } from '../resources/declared.ts';
import type { Body } from '../../syntax/index.ts';
import { blockTypes, type Context, valueInside, valueAtPath } from '../../values/hcl/index.ts';
import { unlessNull, type Value } from '../../values/index.ts';

/** Arguments and nested blocks of a body, by path. */
export function propertiesOf(body: Body, context: Context): Properties {
  return {
    at: (path) => unlessNull(valueAtPath(body, path.split('.'), context)),
    written: argumentsOf(body),
  };
}

/** Fields of an object, which describes one of the resources in a map. */
export function propertiesIn(object: Value): Properties {
  return { at: (path) => unlessNull(valueInside(object, path.split('.'))) };
}

/** Names of the arguments and nested blocks in a body, each once. */
function argumentsOf({ attributes, blocks }: Body): Set<string> {
  const names = new Set(attributes.map(({ name }) => name));
  for (const type of blockTypes(blocks)) names.add(type);
  return names;
}
