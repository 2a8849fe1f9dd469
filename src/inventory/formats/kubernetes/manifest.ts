import {
  entryOf,
  itemsOf,
  locate,
  mapsIn,
  textOf,
  valueOf,
  type MapNode,
  type Node,
} from '../../../syntax/index.ts';
import type { FileLocation } from '../../../model/index.ts';

/** A custom resource, by itself or as the base of a Crossplane composition. */
export interface Manifest {
  /** `rds.services.k8s.aws`, without its version. */
  group: string;
  kind: string;
  /** `DBCluster/orders`. */
  name: string;
  /** Its name in the cluster; null in compositions, which make it up. */
  metadataName: string | null;
  labels: Node | null;
  at: FileLocation;
  spec: Node | null;
  /** Fields that a composition sets from its claim, such as `spec.forProvider.engineVersion`, with that place. */
  patched: ReadonlyMap<string, Node>;
  /** The whole resource. */
  root: MapNode;
}

/** Every resource in a document, however deep. Definitions of resource types are none: they only describe. */
export function manifestsIn(root: Node | null): Manifest[] {
  if (textOf(valueOf(root, 'kind')) === 'CustomResourceDefinition') return [];
  return [...mapsIn(root)].flatMap(({ map, around }) => manifestOf(map, around?.map ?? null));
}

function manifestOf(root: MapNode, owner: MapNode | null): Manifest[] {
  const kind = valueOf(root, 'kind');
  const apiVersion = textOf(valueOf(root, 'apiVersion'));
  const spec = valueOf(root, 'spec') ?? root;
  if (kind?.kind !== 'scalar' || apiVersion === null) return [];
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
      patched: patchesOf(base),
      root,
    },
  ];
}

function patchesOf(base: MapNode | null): ReadonlyMap<string, Node> {
  const patches = itemsOf(valueOf(base, 'patches')).flatMap((patch) => {
    const target = valueOf(patch, 'toFieldPath') ?? valueOf(patch, 'fromFieldPath');
    const path = textOf(target);
    return target === null || path === null
      ? []
      : [[path, entryOf(patch, 'fromFieldPath')?.value ?? target] as const];
  });
  return new Map(patches);
}
