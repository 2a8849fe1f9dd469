import type { AssetKind, LinkRole } from '../../../model/index.ts';
import { entriesOf, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { Manifest } from './manifest.ts';
import { resourceKind } from './resource-kinds.ts';

/** A field that names another resource: itself by the name in AWS, with `Ref` or `Selector` by the one in the cluster. */
interface Reference {
  field: string;
  role: LinkRole;
  target: AssetKind;
}

const REFERENCES: Partial<Record<AssetKind, readonly Reference[]>> = {
  'aurora-cluster': [
    { field: 'globalClusterIdentifier', role: 'member-of', target: 'global-cluster' },
    {
      field: 'dbClusterParameterGroupName',
      role: 'cluster-parameter-group',
      target: 'cluster-parameter-group',
    },
    { field: 'dbClusterParameterGroup', role: 'cluster-parameter-group', target: 'cluster-parameter-group' },
  ],
  'db-instance': [
    { field: 'dbClusterIdentifier', role: 'member-of', target: 'aurora-cluster' },
    { field: 'clusterIdentifier', role: 'member-of', target: 'aurora-cluster' },
    { field: 'dbParameterGroupName', role: 'parameter-group', target: 'parameter-group' },
    { field: 'dbParameterGroup', role: 'parameter-group', target: 'parameter-group' },
  ],
};

/** The fields in which a resource writes its own name in AWS. */
const IDENTIFIERS: Partial<Record<AssetKind, string>> = {
  'aurora-cluster': 'dbClusterIdentifier',
  'global-cluster': 'globalClusterIdentifier',
  'cluster-parameter-group': 'name',
  'parameter-group': 'name',
};

/** The resources of one kind, by their names in the cluster and in AWS. */
interface Named {
  all: Manifest[];
  inCluster: Map<string, Manifest[]>;
  inAws: Map<string, Manifest[]>;
}

export type NamedManifests = ReadonlyMap<AssetKind, Named>;

export function byNames(manifests: readonly Manifest[]): NamedManifests {
  const named = new Map<AssetKind, Named>();
  for (const manifest of manifests) {
    const kind = resourceKind(manifest)?.kind;
    if (kind === undefined) continue;
    const ofKind: Named = named.get(kind) ?? { all: [], inCluster: new Map(), inAws: new Map() };
    named.set(kind, ofKind);
    ofKind.all.push(manifest);
    if (manifest.metadataName !== null) add(ofKind.inCluster, manifest.metadataName, manifest);
    for (const name of namesInAws(manifest, IDENTIFIERS[kind] ?? 'name')) add(ofKind.inAws, name, manifest);
  }
  return named;
}

function add(map: Map<string, Manifest[]>, name: string, manifest: Manifest): void {
  const before = map.get(name);
  if (before === undefined) map.set(name, [manifest]);
  else before.push(manifest);
}

/** What the resource writes as its identifier; else its name in the cluster. */
function namesInAws({ root, spec, metadataName }: Manifest, identifier: string): Set<string> {
  const written = [
    valueOf(root, 'metadata', 'annotations', 'crossplane.io/external-name'),
    valueOf(spec, identifier),
    valueOf(spec, 'forProvider', identifier),
  ].flatMap((node) => textOf(node) ?? []);
  return new Set(metadataName === null ? written : [metadataName, ...written]);
}

/** The links that a resource writes to others of the same file. */
export function referencesOf(
  kind: AssetKind,
  places: readonly (Node | null)[],
  named: NamedManifests,
): AssetDraft['links'] {
  return (REFERENCES[kind] ?? []).flatMap(({ field, role, target }) => {
    const candidates = named.get(target);
    if (candidates === undefined) return [];
    return places
      .flatMap((place) => meantBy(place, field, candidates))
      .map((manifest) => ({ role, target: manifest.name }));
  });
}

function meantBy(place: Node | null, field: string, candidates: Named): readonly Manifest[] {
  const written = textOf(valueOf(place, field));
  if (written !== null) return candidates.inAws.get(written) ?? [];
  const reference = valueOf(place, `${field}Ref`);
  const referred = textOf(valueOf(reference, 'name') ?? valueOf(reference, 'from', 'name'));
  if (referred !== null) return candidates.inCluster.get(referred) ?? [];
  const selector = valueOf(place, `${field}Selector`);
  return selector === null ? [] : candidates.all.filter((candidate) => isSelected(selector, candidate));
}

/** `matchControllerRef` means a resource of the same composition, `matchLabels` one with these labels. */
function isSelected(selector: Node, { labels }: Manifest): boolean {
  const wanted = entriesOf(valueOf(selector, 'matchLabels'));
  if (wanted.length === 0) return textOf(valueOf(selector, 'matchControllerRef')) === 'true';
  return wanted.every((label) => textOf(valueOf(labels, label.key)) === textOf(label.value));
}
