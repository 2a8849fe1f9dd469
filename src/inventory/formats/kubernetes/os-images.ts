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

/** Crossplane function that generates manifests from a text template. */
const TEMPLATE_FUNCTION = 'GoTemplate';
const NODE_GROUPS = ['nodeGroups', 'managedNodeGroups'];
/** Keys of an image's name and tag in Helm values and Kustomize. */
const NAME_KEYS = ['newName', 'repository', 'name'];
const TAG_KEYS = ['newTag', 'tag'];
/** Expression of a text template. */
const TEMPLATE_EXPRESSION = /\{\{(?:(?!\{\{|\}\}).)*\}\}/g;

/** An image name, with the details that its interpretation needs. */
interface NodeImage {
  entry: Entry & { value: ScalarNode };
  /** True if the value names a family of images, such as `AL2023`. */
  isFamily: boolean;
  /** True if the value is the release that host settings lock to. */
  isLock?: boolean;
  /** True for one of several images in a template: its values decide. */
  isUnknown?: boolean;
  /** AMI type beside it, which gives a release version its meaning. */
  amiType?: Node | null;
  /** A more specific name of the same image. */
  moreSpecific?: NodeImage | undefined;
}

/** Operating system images of nodes (Karpenter, eksctl, node groups) and containers. */
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
    const nameOf = (image: NodeImage): string => {
      const index = images.indexOf(image);
      return `${manifest.name}.${image.entry.key}${index === 0 ? '' : `[${index}]`}`;
    };
    return images.map((image) => ({
      ...nodeImageDraft(image, nameOf(image), file),
      links:
        image.moreSpecific === undefined
          ? []
          : [{ role: 'image' as const, target: nameOf(image.moreSpecific) }],
    }));
  });
  return [...named, ...scripts];
}

/** Startup scripts of Karpenter's node classes, and the pre-bootstrap commands of eksctl's node groups. */
function imagesOfBootstrap(
  { group, kind, root, spec, name }: Manifest,
  source: SourceFile,
  embedded: Embedded,
): AssetDraft[] {
  const nodeGroups = group === 'eksctl.io' ? NODE_GROUPS.flatMap((key) => itemsOf(valueOf(root, key))) : [];
  const scripts = [
    ...(group === 'karpenter.k8s.aws' ? [valueOf(spec, 'userData')] : []),
    ...(kind === TEMPLATE_FUNCTION ? [valueOf(root, 'inline', 'template')] : []),
    ...nodeGroups.flatMap((each) => [
      ...itemsOf(valueOf(each, 'preBootstrapCommands')),
      valueOf(each, 'overrideBootstrapCommand'),
    ]),
  ];
  const of = { source: 'kubernetes', prefix: `${name}.`, embedded } as const;
  const file = kind === TEMPLATE_FUNCTION ? 'manifest.yaml' : '';
  return scripts.flatMap((node) => draftsOfNode(node, source, of, file));
}

function nodeImageDraft(
  { entry, isFamily, isLock = false, amiType = null, isUnknown = false }: NodeImage,
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
    ...(isUnknown && { isUnselected: true }),
  };
}

/** True for an image of a system that we know. Text in template expressions does not count: those also compare names. */
function isOfKnownSystem({ entry, isFamily, isLock = false, amiType = null }: NodeImage): boolean {
  const { text, isTemplated } = entry.value;
  const name =
    chartDefault(entry.value)?.text ?? (isTemplated ? text.replace(TEMPLATE_EXPRESSION, '${}') : text);
  if (isLock) return readOsImage(name, { place: 'version-lock' }) !== null;
  const context = amiType === null ? {} : { amiType: textOf(amiType) };
  return readOsImage(name, isFamily ? { place: 'ami-family' } : context) !== null;
}

/** The value as written, or the chart's default. */
function versionOf(value: ScalarNode): Fact {
  const fallback = chartDefault(value);
  return fallback === null ? writtenText(value) : toFact(fallback);
}

function imagesOfManifest({ group, root, spec }: Manifest): NodeImage[] {
  if (group === 'karpenter.k8s.aws') return karpenterImages(spec);
  if (group === 'eksctl.io') {
    return NODE_GROUPS.flatMap((key) => itemsOf(valueOf(root, key))).flatMap(nodeGroupImages);
  }
  if (/^eks\.(?:services\.k8s\.aws|aws\.)/.test(group))
    return [spec, valueOf(spec, 'forProvider')].flatMap(nodeGroupImages);
  return mapsIn(root).flatMap(({ map }) => image(map, 'image', false));
}

/** Karpenter's aliases (`al2023@v20240807`) and name filters are more specific than the family beside them. */
function karpenterImages(spec: Node | null): NodeImage[] {
  const terms = itemsOf(valueOf(spec, 'amiSelectorTerms')).flatMap((term) => [
    ...image(term, 'alias', false),
    ...image(term, 'name', false),
    ...image(term, 'ssmParameter', false),
  ]);
  const known = terms.filter(isOfKnownSystem);
  return [
    ...known,
    ...image(spec, 'amiFamily', true).map((family) => ({ ...family, moreSpecific: known[0] })),
  ];
}

function nodeGroupImages(group: Node | null): NodeImage[] {
  const release = image(group, 'releaseVersion', false);
  const amiType = valueOf(group, 'amiType') ?? valueOf(group, 'amiFamily');
  // Bottlerocket settings are nested under a key of their own.
  const settings = group?.kind === 'map' ? group.entries.map(({ value }) => value) : [];
  const locked = settings
    .flatMap((own) => image(valueOf(own, 'settings', 'updates'), 'version-lock', false))
    .map((each) => ({ ...each, isLock: true }));
  return release.length > 0
    ? [...release.map((each) => ({ ...each, amiType })), ...locked]
    : [...image(group, 'amiFamily', true), ...image(group, 'amiType', false), ...locked];
}

function image(map: Node | null, key: string, isFamily: boolean): NodeImage[] {
  const entries = map?.kind === 'map' ? map.entries.filter((entry) => entry.key === key) : [];
  const written = entries.flatMap((entry) =>
    // An empty text leaves the choice open.
    entry.value.kind === 'scalar' && entry.value.text !== '' && entry.value.value !== null
      ? [{ ...entry, value: entry.value }]
      : [],
  );
  const isUnknown = new Set(written.map(({ value }) => value.text)).size > 1;
  return written.map((entry) => ({ entry, isFamily, isUnknown }));
}

/** Images whose name and tag have separate keys, as in Helm values and Kustomize. */
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
  return [{ text: node.text, span: node, origin: 'literal', uses: [] }];
}
