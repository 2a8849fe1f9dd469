import type { Manifest } from '../../../values/index.ts';
import { type AssetKind, groupByEach } from '../../../model/index.ts';
import { entriesOf, textOf, valueOf, type Entry, type Node } from '../../../syntax/index.ts';
import { settingNamed, type Resource } from '../../../vocabulary/index.ts';

/** Manifest of a database or parameter group. */
export interface DatabaseManifest {
  manifest: Manifest;
  resource: Resource;
}

/** Resources of one kind, by their names in the cluster and in AWS. */
interface ManifestNames {
  all: readonly DatabaseManifest[];
  inCluster: ReadonlyMap<string | null, readonly DatabaseManifest[]>;
  inAws: ReadonlyMap<string, readonly DatabaseManifest[]>;
}

export type NamedManifests = ReadonlyMap<AssetKind, ManifestNames>;

export function indexByName(databases: readonly DatabaseManifest[]): NamedManifests {
  const byKind = Map.groupBy(databases, ({ resource }) => resource.kind);
  return new Map(
    [...byKind].map(([kind, all]) => {
      const inCluster = Map.groupBy(all, ({ manifest }) => manifest.metadataName);
      return [kind, { all, inCluster, inAws: groupByEach(all, namesInAws) }];
    }),
  );
}

/** AWS identifiers of a resource, else its name in the cluster. */
function namesInAws({ manifest, resource: { kind, name } }: DatabaseManifest): Set<string> {
  const { root, spec, metadataName } = manifest;
  const own = [spec, valueOf(spec, 'forProvider')]
    .flatMap(entriesOf)
    .filter(({ key }) => settingNamed(kind, key) === name)
    .map(({ value }) => value);
  const external = valueOf(root, 'metadata', 'annotations', 'crossplane.io/external-name');
  const written = [external, ...own].flatMap((node) => textOf(node) ?? []);
  return new Set(metadataName === null ? written : [metadataName, ...written]);
}

/** Resources that a field names: the field itself by AWS name, the suffix `Ref` by cluster name, `Selector` by labels. */
export function referencedResources(
  { key, value }: Entry,
  candidates: ManifestNames | undefined,
): readonly string[] {
  if (candidates === undefined) return [];
  return referencedManifests(key, value, candidates).map(({ manifest }) => manifest.name);
}

function referencedManifests(
  key: string,
  value: Node,
  { all, inCluster, inAws }: ManifestNames,
): readonly DatabaseManifest[] {
  if (key.endsWith('Selector')) return all.filter(({ manifest }) => isSelected(value, manifest));
  if (!key.endsWith('Ref')) return inAws.get(textOf(value) ?? '') ?? [];
  const name = textOf(valueOf(value, 'name') ?? valueOf(value, 'from', 'name'));
  return inCluster.get(name ?? '') ?? [];
}

/** `matchControllerRef` means a resource of the same composition, `matchLabels` one with these labels. */
function isSelected(selector: Node, { labels }: Manifest): boolean {
  const wanted = entriesOf(valueOf(selector, 'matchLabels'));
  if (wanted.length === 0) return textOf(valueOf(selector, 'matchControllerRef')) === 'true';
  return wanted.every((label) => textOf(valueOf(labels, label.key)) === textOf(label.value));
}
