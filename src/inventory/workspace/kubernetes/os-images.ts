import { readOsImage } from '../../../model/index.ts';
import { literalText, mapsIn } from '../document/data.ts';
import { entryOf, itemsOf, locate, valueOf, type Entry, type Node } from '../document/node.ts';
import type { AssetDraft } from '../draft.ts';
import type { Manifest } from './manifest.ts';

/** An image's name, and how to read it. */
interface Image {
  entry: Entry;
  /** The value is the name of a family of images, such as `AL2023`. */
  isFamily: boolean;
}

/** The operating system images that resources name: of nodes (Karpenter, eksctl, node groups) and of containers. */
export function imagesOf(manifests: readonly Manifest[], file: string): AssetDraft[] {
  const seen = new Set<Entry>();
  return manifests.flatMap((manifest) =>
    imagesIn(manifest)
      .filter(({ entry, isFamily }) => isAmazonLinux(entry.value, isFamily))
      .filter(({ entry }) => !seen.has(entry) && seen.add(entry))
      .map((image, index) =>
        draftOf(image, `${manifest.name}.${image.entry.key}${index === 0 ? '' : `[${index}]`}`, file),
      ),
  );
}

function draftOf({ entry, isFamily }: Image, name: string, file: string): AssetDraft {
  return {
    kind: 'os-image',
    source: 'kubernetes',
    name,
    file,
    at: locate(entry.keySpan),
    engine: null,
    version: literalText(entry.value),
    settings: isFamily ? { amiFamily: literalText(entry.value) } : {},
    links: [],
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

function isAmazonLinux(node: Node, isFamily: boolean): boolean {
  if (node.kind !== 'scalar' || node.isTemplated) return false;
  return readOsImage(node.text, isFamily ? { place: 'ami-family' } : {}) !== null;
}

function imagesIn({ group, root, spec }: Manifest): Image[] {
  if (group === 'karpenter.k8s.aws') return karpenterImages(spec);
  if (group === 'eksctl.io') {
    return ['nodeGroups', 'managedNodeGroups']
      .flatMap((key) => itemsOf(valueOf(root, key)))
      .flatMap(nodeGroupImages);
  }
  if (/^eks\.(?:services\.k8s\.aws|aws\.)/.test(group))
    return [spec, valueOf(spec, 'forProvider')].flatMap(nodeGroupImages);
  return [...mapsIn(root)].flatMap(({ map }) => image(map, 'image', false));
}

/** Karpenter's aliases (`al2023@v20240807`) and name filters say more than the family beside them. */
function karpenterImages(spec: Node | null): Image[] {
  const terms = itemsOf(valueOf(spec, 'amiSelectorTerms')).flatMap((term) => [
    ...image(term, 'alias', false),
    ...image(term, 'name', false),
    ...image(term, 'ssmParameter', false),
  ]);
  return terms.length > 0 ? terms : image(spec, 'amiFamily', true);
}

function nodeGroupImages(group: Node | null): Image[] {
  const release = image(group, 'releaseVersion', false);
  return release.length > 0
    ? release
    : [...image(group, 'amiFamily', true), ...image(group, 'amiType', false)];
}

function image(map: Node | null, key: string, isFamily: boolean): Image[] {
  const entry = entryOf(map, key);
  return entry === null ? [] : [{ entry, isFamily }];
}
