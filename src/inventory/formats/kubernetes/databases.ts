import { text } from '../../../l10n/index.ts';
import { locate, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { RDS_GROUPS } from '../../../vocabulary/index.ts';
import { draftOfMap, keyedNodes } from '../../resources/declared-map.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import {
  chartDefault,
  chartValue,
  computedValue,
  groupDefault,
  type Fact,
  type Value,
  valueOfNode,
  writtenText,
  type Manifest,
} from '../../../values/index.ts';
import { indexByName, referencedResources } from './links.ts';
import { databaseResource } from '../../resources/passes/custom-kinds.ts';

/**
 * Databases and parameter groups of a file, linked by their names in the cluster.
 * @param values chart values for the file; an earlier file overrides later ones
 */
export function databasesOfManifests(
  manifests: readonly Manifest[],
  file: string,
  values: readonly Node[] = [],
): AssetDraft[] {
  const databases = manifests.flatMap((manifest) => {
    const resource = databaseResource(manifest);
    return resource === null ? [] : [{ manifest, resource }];
  });
  const named = indexByName(databases);
  return databases.map(({ manifest, resource: { kind } }) => {
    const { group, name, at, spec } = manifest;
    const inside = RDS_GROUPS.get(group) ?? [];
    const maps = inside.length === 0 ? [spec] : inside.map((key) => valueOf(spec, key));
    const draft = draftOfMap({
      ...{ kind, source: 'kubernetes', name, file, at },
      entries: keyedNodes(maps, (node) => fieldValue(node, values, manifest.schema)),
      named: ({ entry }, { to }) => to.flatMap((each) => referencedResources(entry, named.get(each))),
    });
    return {
      ...draft,
      engine: patchedField(manifest, 'engine', draft.engine),
      version: patchedField(manifest, 'engineVersion', draft.version),
    };
  });
}

/** Placeholders that tools replace before the manifest is applied: `${ENGINE_VERSION}`, `<< .config.version >>`. */
const TOOL_PLACEHOLDER = /\$[{(]|\{\{|<<|__\w+__/;
function fieldValue(node: Node, values: readonly Node[], schema: Node | null): Value {
  return valueOfNode(node, (scalar) => {
    const fallback = chartValue(scalar, values) ?? chartDefault(scalar) ?? groupDefault(scalar, schema);
    if (fallback !== null) return fallback;
    return scalar.isTemplated || !TOOL_PLACEHOLDER.test(scalar.text) ? null : computedValue(scalar);
  });
}

/** A field that the claim sets; without it the definition's default applies, else the base of a composition. */
function patchedField({ patched, name: owner }: Manifest, name: string, own: Fact | null): Fact | null {
  const patch = patched.get(`spec.forProvider.${name}`);
  if (patch === undefined) return own;
  const at = locate(patch.claimField);
  if (patch.defaultValue !== null) {
    const places = [at, ...(own?.at ? [own.at] : [])];
    const uses = places.map((location) => ({ location, name: owner }));
    return { ...writtenText(patch.defaultValue), origin: 'default', uses };
  }
  const expression = textOf(patch.claimField) ?? name;
  return own ?? { state: 'unknown', reason: text('inventory.computed', { expression }), at };
}
