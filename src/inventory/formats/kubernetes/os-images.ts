import { readOsImage } from '../../../products/index.ts';
import { imageDraft, type AssetDraft } from '../../resources/draft.ts';
import {
  chartDefault,
  type Fact,
  imageOfPieces,
  literalText,
  type Piece,
  textOfPieces,
  toFact,
  writtenText,
  type Manifest,
} from '../../../values/index.ts';
import {
  itemsOf,
  locate,
  mapsIn,
  pathTo,
  textOf,
  valueOf,
  type Entry,
  type Node,
  type ScalarNode,
  type SourceFile,
} from '../../../syntax/index.ts';
import { draftsOfNode } from '../../embedded/texts.ts';
import type { Embedded } from '../../reading/format.ts';

/** A function of Crossplane that writes manifests by a text template. */
const TEMPLATE = 'GoTemplate';
const NODE_GROUPS = ['nodeGroups', 'managedNodeGroups'];
/** Keys of an image's name and of its tag: values of Helm charts, Kustomize. */
const NAME_KEYS = ['newName', 'repository', 'name'];
const TAG_KEYS = ['newTag', 'tag'];
/** What a text template writes. */
const EXPRESSION = /\{\{(?:(?!\{\{|\}\}).)*\}\}/g;

/** An image's name, and how to read it. */
interface Image {
  entry: Entry & { value: ScalarNode };
  /** The value is the name of a family of images, such as `AL2023`. */
  isFamily: boolean;
  /** The value is the release that a host's settings hold it at. */
  isLock?: boolean;
  /** One of several that a template writes: which one depends on its values. */
  isOpen?: boolean;
  /** Says what a release version beside it means. */
  amiType?: Node | null;
  /** Another name of the same image, which says more. */
  closer?: Image | undefined;
}

/** The operating system images that resources name: of nodes (Karpenter, eksctl, node groups) and of containers. */
export function imagesOfManifests(
  manifests: readonly Manifest[],
  source: SourceFile,
  embedded: Embedded,
): AssetDraft[] {
  const seen = new Set<Node>();
  const { file } = source;
  const scripts = manifests.flatMap((manifest) => imagesOfBootstrap(manifest, source, embedded));
  const named = manifests.flatMap((manifest) => {
    const images = imagesOfManifest(manifest)
      .filter(isOfKnownSystem)
      .filter(({ entry }) => !seen.has(entry.value) && seen.add(entry.value));
    const nameOf = (image: Image): string => {
      const index = images.indexOf(image);
      return `${manifest.name}.${image.entry.key}${index === 0 ? '' : `[${index}]`}`;
    };
    return images.map((image) => ({
      ...nodeImageDraft(image, nameOf(image), file),
      links: image.closer === undefined ? [] : [{ role: 'image' as const, target: nameOf(image.closer) }],
    }));
  });
  return [...named, ...scripts];
}

/** Scripts of Karpenter's node classes, and the commands before the bootstrap of eksctl's node groups. */
function imagesOfBootstrap(
  { group, kind, root, spec, name }: Manifest,
  source: SourceFile,
  embedded: Embedded,
): AssetDraft[] {
  const nodeGroups = group === 'eksctl.io' ? NODE_GROUPS.flatMap((key) => itemsOf(valueOf(root, key))) : [];
  const scripts = [
    ...(group === 'karpenter.k8s.aws' ? [valueOf(spec, 'userData')] : []),
    ...(kind === TEMPLATE ? [valueOf(root, 'inline', 'template')] : []),
    ...nodeGroups.flatMap((each) => [
      ...itemsOf(valueOf(each, 'preBootstrapCommands')),
      valueOf(each, 'overrideBootstrapCommand'),
    ]),
  ];
  const of = { source: 'kubernetes', prefix: `${name}.`, embedded } as const;
  const file = kind === TEMPLATE ? 'manifest.yaml' : '';
  return scripts.flatMap((node) => draftsOfNode(node, source, of, file));
}

function nodeImageDraft(
  { entry, isFamily, isLock = false, amiType = null, isOpen = false }: Image,
  name: string,
  file: string,
): AssetDraft {
  const version = versionOf(entry.value);
  return {
    ...imageDraft({ source: 'kubernetes', name, file, at: locate(entry.keySpan), version }),
    settings: {
      ...(isFamily ? { amiFamily: version } : {}),
      ...(isLock ? { versionLock: version } : {}),
      ...(amiType === null ? {} : { amiType: literalText(amiType) }),
    },
    ...(isOpen && { isUnselected: true }),
  };
}

/** What stands outside of a template's expressions tells: inside, names are compared as well as chosen. */
function isOfKnownSystem({ entry, isFamily, isLock = false, amiType = null }: Image): boolean {
  const { text, isTemplated } = entry.value;
  const told = chartDefault(entry.value)?.text ?? (isTemplated ? text.replace(EXPRESSION, '${}') : text);
  if (isLock) return readOsImage(told, { place: 'version-lock' }) !== null;
  const context = amiType === null ? {} : { amiType: textOf(amiType) };
  return readOsImage(told, isFamily ? { place: 'ami-family' } : context) !== null;
}

/** As it is written, or the default that a chart falls back to. */
function versionOf(value: ScalarNode): Fact {
  const fallback = chartDefault(value);
  return fallback === null ? writtenText(value) : toFact(fallback);
}

function imagesOfManifest({ group, root, spec }: Manifest): Image[] {
  if (group === 'karpenter.k8s.aws') return karpenterImages(spec);
  if (group === 'eksctl.io') {
    return NODE_GROUPS.flatMap((key) => itemsOf(valueOf(root, key))).flatMap(nodeGroupImages);
  }
  if (/^eks\.(?:services\.k8s\.aws|aws\.)/.test(group))
    return [spec, valueOf(spec, 'forProvider')].flatMap(nodeGroupImages);
  return mapsIn(root).flatMap(({ map }) => image(map, 'image', false));
}

/** Karpenter's aliases (`al2023@v20240807`) and name filters say more than the family beside them. */
function karpenterImages(spec: Node | null): Image[] {
  const terms = itemsOf(valueOf(spec, 'amiSelectorTerms')).flatMap((term) => [
    ...image(term, 'alias', false),
    ...image(term, 'name', false),
    ...image(term, 'ssmParameter', false),
  ]);
  const told = terms.filter(isOfKnownSystem);
  return [...told, ...image(spec, 'amiFamily', true).map((family) => ({ ...family, closer: told[0] }))];
}

function nodeGroupImages(group: Node | null): Image[] {
  const release = image(group, 'releaseVersion', false);
  const amiType = valueOf(group, 'amiType') ?? valueOf(group, 'amiFamily');
  // Settings of the system stand under its own name.
  const settings = group?.kind === 'map' ? group.entries.map(({ value }) => value) : [];
  const locked = settings
    .flatMap((own) => image(valueOf(own, 'settings', 'updates'), 'version-lock', false))
    .map((each) => ({ ...each, isLock: true }));
  return release.length > 0
    ? [...release.map((each) => ({ ...each, amiType })), ...locked]
    : [...image(group, 'amiFamily', true), ...image(group, 'amiType', false), ...locked];
}

function image(map: Node | null, key: string, isFamily: boolean): Image[] {
  const entries = map?.kind === 'map' ? map.entries.filter((entry) => entry.key === key) : [];
  const written = entries.flatMap((entry) =>
    // An empty text leaves the choice to others.
    entry.value.kind === 'scalar' && entry.value.text !== '' && entry.value.value !== null
      ? [{ ...entry, value: entry.value }]
      : [],
  );
  const isOpen = new Set(written.map(({ value }) => value.text)).size > 1;
  return written.map((entry) => ({ entry, isFamily, isOpen }));
}

/** Images whose name and tag stand under keys of their own, as values of charts and Kustomize write them. */
export function taggedImages(root: Node | null, file: string): AssetDraft[] {
  return mapsIn(root).flatMap((place) => {
    const [tag] = TAG_KEYS.flatMap((key) => pieceAt(place.map, key));
    const [name] = tag === undefined ? [] : NAME_KEYS.flatMap((key) => pieceAt(place.map, key));
    if (name === undefined || tag === undefined) return [];
    const pieces = [name, { ...tag, text: ':', span: { ...tag.span, end: tag.span.start } }, tag];
    if (readOsImage(textOfPieces(pieces))?.flavour !== 'container') return [];
    return [
      imageDraft({
        source: 'kubernetes',
        name: [...pathTo(place), 'image'].join('.'),
        file,
        at: locate(name.span),
        version: imageOfPieces(pieces, tag.span),
      }),
    ];
  });
}

function pieceAt(map: Node, key: string): Piece[] {
  const node = valueOf(map, key);
  if (node?.kind !== 'scalar' || node.value === null || node.isTemplated) return [];
  return [{ text: node.text, span: node, how: 'literal', uses: [] }];
}
