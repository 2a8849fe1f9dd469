import type { AssetKind } from '../../../model/index.ts';
import { entriesOf, textOf, valueOf, type Entry, type Node } from '../../../syntax/index.ts';
import { settingNamed, type Resource } from '../../../vocabulary/index.ts';
import type { Manifest } from './manifest.ts';

/** The resources of one kind, by their names in the cluster and in AWS. */
interface Named {
  all: Manifest[];
  inCluster: Map<string, Manifest[]>;
  inAws: Map<string, Manifest[]>;
}

export type NamedManifests = ReadonlyMap<AssetKind, Named>;

export function byNames(databases: readonly { manifest: Manifest; resource: Resource }[]): NamedManifests {
  const named = new Map<AssetKind, Named>();
  for (const { manifest, resource } of databases) {
    const ofKind: Named = named.get(resource.kind) ?? { all: [], inCluster: new Map(), inAws: new Map() };
    named.set(resource.kind, ofKind);
    ofKind.all.push(manifest);
    if (manifest.metadataName !== null) add(ofKind.inCluster, manifest.metadataName, manifest);
    for (const name of namesInAws(manifest, resource)) add(ofKind.inAws, name, manifest);
  }
  return named;
}

function add(map: Map<string, Manifest[]>, name: string, manifest: Manifest): void {
  const before = map.get(name);
  if (before === undefined) map.set(name, [manifest]);
  else before.push(manifest);
}

/** What the resource writes as its identifier; else its name in the cluster. */
function namesInAws({ root, spec, metadataName }: Manifest, { kind, name }: Resource): Set<string> {
  const own = [spec, valueOf(spec, 'forProvider')]
    .flatMap(entriesOf)
    .filter(({ key }) => settingNamed(kind, key) === name)
    .map(({ value }) => value);
  const external = valueOf(root, 'metadata', 'annotations', 'crossplane.io/external-name');
  const written = [external, ...own].flatMap((node) => textOf(node) ?? []);
  return new Set(metadataName === null ? written : [metadataName, ...written]);
}

/**
 * The resources that a field names: the field itself by the name in AWS, with `Ref` at its end by the one in the
 * cluster, with `Selector` by labels.
 */
export function meantBy({ key, value }: Entry, candidates: Named | undefined): readonly string[] {
  if (candidates === undefined) return [];
  const referred = textOf(valueOf(value, 'name') ?? valueOf(value, 'from', 'name')) ?? '';
  const meant = key.endsWith('Ref')
    ? (candidates.inCluster.get(referred) ?? [])
    : key.endsWith('Selector')
      ? candidates.all.filter((candidate) => isSelected(value, candidate))
      : (candidates.inAws.get(textOf(value) ?? '') ?? []);
  return meant.map(({ name }) => name);
}

/** `matchControllerRef` means a resource of the same composition, `matchLabels` one with these labels. */
function isSelected(selector: Node, { labels }: Manifest): boolean {
  const wanted = entriesOf(valueOf(selector, 'matchLabels'));
  if (wanted.length === 0) return textOf(valueOf(selector, 'matchControllerRef')) === 'true';
  return wanted.every((label) => textOf(valueOf(labels, label.key)) === textOf(label.value));
}
