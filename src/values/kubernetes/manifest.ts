import {
  itemsOf,
  locate,
  mapsIn,
  textOf,
  valueOf,
  type MapNode,
  type Node,
  type ScalarNode,
} from '../../syntax/index.ts';
import type { FileLocation } from '../../model/index.ts';
import { type Definitions, schemaDefault } from '../documents.ts';

/** A custom resource, by itself or as the base of a Crossplane composition. */
export interface Manifest {
  /** `rds.services.k8s.aws`, without its version. */
  group: string;
  kind: string;
  /** `DBCluster/orders`. */
  name: string;
  /** Name in the cluster; null in compositions, which generate it. */
  metadataName: string | null;
  labels: Node | null;
  at: FileLocation;
  spec: Node | null;
  /** Fields that a composition sets from its claim, such as `spec.forProvider.engineVersion`. */
  patched: ReadonlyMap<string, Patch>;
  /** Schema of the group of resources (kro) that contains the resource. */
  schema: Node | null;
  /** Root of the resource. */
  root: MapNode;
}

/** Field of a claim, with its default from the definition. */
export interface Patch {
  claimField: Node;
  defaultValue: ScalarNode | null;
}

/** Every resource in a document, at any depth. Definitions of resource types are excluded: they only describe. */
export function manifestsIn(root: Node | null, definitions: Definitions = new Map()): Manifest[] {
  if (textOf(valueOf(root, 'kind')) === 'CustomResourceDefinition') return [];
  const claim = definitions.get(textOf(valueOf(root, 'spec', 'compositeTypeRef', 'kind')) ?? '');
  const schema = valueOf(root, 'spec', 'schema');
  const maps = mapsIn(root);
  const patchSets = maps.flatMap(({ map }) => itemsOf(valueOf(map, 'patchSets')));
  return maps.flatMap(({ map, around }) =>
    manifestOf(map, around?.map ?? null, { claim, schema, patchSets }),
  );
}

/** Parts of a document that decide fields of the resources in it. */
interface Deciding {
  /** Schema of the claim of a composition. */
  claim: Node | undefined;
  schema: Node | null;
  /** Patches that resources of a composition share, by name. */
  patchSets: readonly Node[];
}

function manifestOf(root: MapNode, owner: MapNode | null, deciding: Deciding): Manifest[] {
  const apiVersion = textOf(valueOf(root, 'apiVersion'));
  const kind = apiVersion === null ? null : valueOf(root, 'kind');
  const isReference = valueOf(root, 'name') !== null && valueOf(root, 'metadata') === null;
  if (kind?.kind !== 'scalar' || apiVersion === null || isReference) return [];
  const spec = valueOf(root, 'spec') ?? root;
  const base = owner !== null && valueOf(owner, 'base') === root ? owner : null;
  const nameNode = valueOf(root, 'metadata', 'name') ?? valueOf(base, 'name');
  const ownName = textOf(nameNode);
  return [
    {
      group: apiVersion.replace(/\/[^/]*$/, ''),
      kind: kind.text,
      name: ownName === null ? kind.text : `${kind.text}/${ownName}`,
      metadataName: textOf(valueOf(root, 'metadata', 'name')),
      labels: valueOf(root, 'metadata', 'labels'),
      at: locate(nameNode ?? kind),
      spec,
      patched: patchesOf(base, deciding),
      schema: deciding.schema,
      root,
    },
  ];
}

function patchesOf(base: MapNode | null, { claim, patchSets }: Deciding): ReadonlyMap<string, Patch> {
  const patches = itemsOf(valueOf(base, 'patches')).flatMap((written) => {
    const shared = textOf(valueOf(written, 'patchSetName'));
    if (shared === null) return [written];
    const set = patchSets.find((each) => textOf(valueOf(each, 'name')) === shared);
    return itemsOf(valueOf(set ?? null, 'patches'));
  });
  return new Map(patches.flatMap((patch) => patchOf(patch, claim)));
}

function patchOf(patch: Node, claim: Node | undefined): (readonly [field: string, patch: Patch])[] {
  // Such a patch writes a field of the resource into its claim.
  if (/^(?:To|CombineTo)Composite/.test(textOf(valueOf(patch, 'type')) ?? '')) return [];
  const source = valueOf(patch, 'fromFieldPath');
  const target = valueOf(patch, 'toFieldPath') ?? source;
  const field = textOf(target);
  if (target === null || field === null) return [];
  const claimField = source ?? target;
  const written = schemaDefault(claim, textOf(claimField) ?? '');
  return [[field, { claimField, defaultValue: written && transformed(written, patch) }]];
}

/** Value that a patch writes for a value of the claim; null if it computes it. */
function transformed(value: ScalarNode, patch: Node): ScalarNode | null {
  return itemsOf(valueOf(patch, 'transforms')).reduce<ScalarNode | null>((before, step) => {
    if (textOf(valueOf(step, 'type')) === 'convert') return before;
    const row = before && valueOf(step, 'map', before.text);
    return row?.kind === 'scalar' ? row : null;
  }, value);
}
