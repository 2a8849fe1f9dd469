import type { AssetKind, LinkRole } from '../../../model/index.ts';
import { entriesOf, textOf, valueOf, type Node } from '../document/node.ts';
import type { AssetDraft } from '../draft.ts';
import type { Manifest } from './manifest.ts';
import { resourceKind } from './resource-kinds.ts';

/** A field that names another resource: itself by the name in AWS, with `Ref` or `Selector` by the one in the cluster. */
interface Reference {
  field: string;
  role: LinkRole;
  target: AssetKind;
  /** The fields in which the target writes its name in AWS. */
  identifiers: readonly string[];
}

const CLUSTER = {
  role: 'member-of',
  target: 'aurora-cluster',
  identifiers: ['dbClusterIdentifier'],
} as const;
const CLUSTER_GROUP = {
  role: 'cluster-parameter-group',
  target: 'cluster-parameter-group',
  identifiers: ['name'],
} as const;
const INSTANCE_GROUP = { role: 'parameter-group', target: 'parameter-group', identifiers: ['name'] } as const;
const REFERENCES: Partial<Record<AssetKind, readonly Reference[]>> = {
  'aurora-cluster': [
    {
      field: 'globalClusterIdentifier',
      role: 'member-of',
      target: 'global-cluster',
      identifiers: ['globalClusterIdentifier'],
    },
    { field: 'dbClusterParameterGroupName', ...CLUSTER_GROUP },
    { field: 'dbClusterParameterGroup', ...CLUSTER_GROUP },
  ],
  'db-instance': [
    { field: 'dbClusterIdentifier', ...CLUSTER },
    { field: 'clusterIdentifier', ...CLUSTER },
    { field: 'dbParameterGroupName', ...INSTANCE_GROUP },
    { field: 'dbParameterGroup', ...INSTANCE_GROUP },
  ],
};

/** The links that a resource writes to others of the same file. */
export function referencesOf(
  manifest: Manifest,
  places: readonly (Node | null)[],
  manifests: readonly Manifest[],
): AssetDraft['links'] {
  const kind = resourceKind(manifest)?.kind;
  return (kind === undefined ? [] : (REFERENCES[kind] ?? [])).flatMap((reference) => {
    const candidates = manifests.filter((other) => resourceKind(other)?.kind === reference.target);
    return places
      .flatMap((place) => candidates.filter((candidate) => isMeant(place, reference, candidate)))
      .map((target) => ({ role: reference.role, target: target.name }));
  });
}

function isMeant(place: Node | null, { field, identifiers }: Reference, candidate: Manifest): boolean {
  const written = textOf(valueOf(place, field));
  if (written !== null) return namesInAws(candidate, identifiers).includes(written);
  const reference = valueOf(place, `${field}Ref`);
  const referred = textOf(valueOf(reference, 'name') ?? valueOf(reference, 'from', 'name'));
  if (referred !== null) return candidate.metadataName === referred;
  const selector = valueOf(place, `${field}Selector`);
  return selector !== null && isSelected(selector, candidate);
}

function namesInAws(candidate: Manifest, identifiers: readonly string[]): (string | null)[] {
  const external = valueOf(candidate.root, 'metadata', 'annotations', 'crossplane.io/external-name');
  const fields = identifiers.flatMap((name) => [
    textOf(valueOf(candidate.spec, name)),
    textOf(valueOf(candidate.spec, 'forProvider', name)),
  ]);
  return [candidate.metadataName, textOf(external), ...fields];
}

/** `matchControllerRef` means a resource of the same composition, `matchLabels` one with these labels. */
function isSelected(selector: Node, candidate: Manifest): boolean {
  const labels = entriesOf(valueOf(selector, 'matchLabels'));
  const isLabelled = labels.every(
    (label) => textOf(valueOf(candidate.labels, label.key)) === textOf(label.value),
  );
  if (labels.length > 0) return isLabelled;
  return textOf(valueOf(selector, 'matchControllerRef')) === 'true';
}
