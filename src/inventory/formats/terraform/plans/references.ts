import { entriesOf, itemsOf, textOf, valueOf, type Node } from '../../../../syntax/index.ts';
import { maxShownDepth, scalarAt, type Value } from '../../../../values/index.ts';
import { linkPathsOf, type Resource } from '../../../../vocabulary/index.ts';
import { linksOf, settingsOf } from '../../../resources/declared.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';

/** Expressions of the arguments by the address of the resource in code, without keys. */
export type Expressions = ReadonlyMap<string, Node>;

/** A resource or module in a reference; variables and local values have no address. */
const REFERRED = /^(?!(?:var|local|each|count|path|terraform|self)\.)(?:data\.)?[\w-]+\.[\w-]+/;
const MODULE_PATH = /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*/;
const KEYS = /\[[^[\]]*\]/g;

/** Arguments in the configuration of a plan, by the addresses of its resources. */
export function expressionsOfPlan(root: Node | null): Expressions {
  return new Map(expressionsIn(valueOf(root, 'configuration', 'root_module'), '', 0));
}

function expressionsIn(module: Node | null, prefix: string, depth: number): [string, Node][] {
  if (module === null || depth > maxShownDepth) return [];
  const own = itemsOf(valueOf(module, 'resources')).flatMap((resource): [string, Node][] => {
    const address = textOf(valueOf(resource, 'address'));
    const expressions = valueOf(resource, 'expressions');
    return address === null || expressions === null ? [] : [[prefix + address, expressions]];
  });
  const called = entriesOf(valueOf(module, 'module_calls')).flatMap(({ key, value }) =>
    expressionsIn(valueOf(value, 'module'), `${prefix}module.${key}.`, depth + 1),
  );
  return [...own, ...called];
}

/** Adds the links by arguments whose values a plan does not know yet: the configuration names their resources. */
export function withPlannedReferences(
  draft: DraftWithLinks,
  resource: Resource,
  { values, expressions }: { values: Node; expressions: Expressions },
): DraftWithLinks {
  const own = expressions.get(draft.name.replaceAll(KEYS, '')) ?? null;
  const linking = new Set(linkPathsOf('terraform', resource).map(({ path }) => path));
  const [module = ''] = MODULE_PATH.exec(draft.name) ?? [];
  const at = (path: string): Value | null => {
    const expression = linking.has(path) && valueOf(values, path) === null ? valueOf(own, path) : null;
    const named = itemsOf(valueOf(expression, 'references')).flatMap(
      (each) => REFERRED.exec(textOf(each) ?? '')?.[0] ?? [],
    );
    const resources = [...new Set(named)].map((address) => module + address);
    const [first] = resources;
    return expression === null || first === undefined ? null : scalarAt(first, expression, { resources });
  };
  return {
    ...draft,
    settings: { ...settingsOf('terraform', resource, { at }), ...draft.settings },
    refersTo: [...(draft.refersTo ?? []), ...linksOf('terraform', resource, { at })],
  };
}
