import { imageDraft, type AssetDraft } from '../../resources/draft.ts';
import { literalText, maxChosenImages, writtenText } from '../../../values/index.ts';
import {
  entryOf,
  itemsOf,
  locate,
  mapsIn,
  pathTo,
  readDocuments,
  textOf,
  type MapPlace,
  type Node,
  type ScalarNode,
  type SourceFile,
} from '../../../syntax/index.ts';
import { formatOfFiles } from '../of-files.ts';
import { resourcesOf } from '../pulumi/program.ts';
import { isDefinition, isOfDefinition, propertyName } from '../schemas.ts';
import { snakeKey } from '../../../vocabulary/index.ts';
import { imageContext, isAnswer, isOtherKey } from './image-text.ts';

/** Plans and states of Terraform; what Errata Lens printed. */
const OTHER_KIND = /"(?:terraform_version|format_version)"\s*:|^\s*\{\s*"schemaVersion"\s*:\s*\d/;

/** Types of CloudFormation's resources. */
const CLOUDFORMATION = /^\w+::/;
/** Groups of Kubernetes' resources of which every image is read by their own format. */
const OTHER_GROUP = /^(?:karpenter\.k8s\.aws|eksctl\.io|eks\..*)\//;
/** Keys of an image's type and family, and those that name the image more closely. */
const GENERAL_KEY = /(?:^|_)ami_(?:type|family)$/;
const CLOSER_KEY = /(?:^|_)(?:release_version|ami_selector_terms|ami_alias)$/;

/**
 * Names of images in settings of one's own, in YAML and JSON: variables of Packer and Ansible, values of charts, what a
 * program or a module reads. Other formats know better what they read; this one tells what they leave.
 */
export const imageSettings = formatOfFiles(
  'image-settings',
  [
    'amzn-ami',
    'amzn2-ami',
    'al2023-ami',
    'amazon-eks-',
    '/aws/service/',
    '64bit Amazon Linux',
    'amazonlinux:',
    'AL2_',
    'AL2023',
    'AmazonLinux2',
    'al2@',
    'al2023@',
    'ottlerocket',
    'BOTTLEROCKET_',
    'release_version',
    'releaseVersion',
  ],
  (source) => {
    if (OTHER_KIND.test(source.text)) return {};
    const drafts = readDocuments(source).flatMap(({ root }) => imagesOfSettings(root, source));
    return drafts.length > maxChosenImages ? {} : { drafts };
  },
  { givesWay: true },
);

/** The names of images in a document of settings. */
export function imagesOfSettings(root: Node | null, source: SourceFile): AssetDraft[] {
  if (isOtherDocument(root)) return [];
  // Elsewhere, what stands under `resources` is what a policy is about.
  const declared = resourcesOf(root).flatMap(({ key, value }) =>
    imagesBelow(value, source).map((draft) => ({ ...draft, name: `${key}.${draft.name}` })),
  );
  return [...imagesBelow(root, source), ...declared];
}

function imagesBelow(root: Node | null, source: SourceFile): AssetDraft[] {
  return [...mapsIn(root)].flatMap((place) => imagesIn(place, source));
}

/** Templates of CloudFormation, which say themselves which values they use, and descriptions of what others may write. */
function isOtherDocument(root: Node | null): boolean {
  if (isDefinition(root) || entryOf(root, 'AWSTemplateFormatVersion') !== null) return true;
  if (OTHER_GROUP.test(textOf(entryOf(root, 'apiVersion')?.value ?? null) ?? '')) return true;
  const resources = entryOf(root, 'Resources')?.value ?? null;
  return (
    resources?.kind === 'map' &&
    resources.entries.some(({ value }) =>
      CLOUDFORMATION.test(textOf(entryOf(value, 'Type')?.value ?? null) ?? ''),
    )
  );
}

function imagesIn(place: MapPlace, { file }: SourceFile): AssetDraft[] {
  const path = pathTo(place);
  const keys = place.map.entries.map(({ key }) => key);
  if (isOfDefinition(path) || path.some(isOtherKey) || isAnswer(keys)) return [];
  const amiType = amiTypeIn(place);
  const isNamedCloser = keys.some((key) => CLOSER_KEY.test(snakeKey(key)));
  return place.map.entries.flatMap(({ key, keySpan, value }) => {
    const name = propertyName([...path, key]);
    if (isOtherKey(key) || (isNamedCloser && GENERAL_KEY.test(snakeKey(key)))) return [];
    return scalarsOf(value).flatMap((node): AssetDraft[] => {
      const written = node.text;
      const context = imageContext(name, written, textOf(amiType));
      if (context === null) return [];
      const version = writtenText(node);
      const draft = imageDraft({
        source: 'image',
        name: [...path, key].join('.'),
        file,
        at: locate(keySpan),
        version,
      });
      if (context.place === 'ami-family') return [{ ...draft, settings: { amiFamily: version } }];
      const beside =
        context.amiType === undefined || amiType === null ? {} : { amiType: literalText(amiType) };
      return [{ ...draft, settings: beside }];
    });
  });
}

function amiTypeIn({ map }: MapPlace): Node | null {
  return map.entries.find(({ key }) => /(?:^|_)ami_type$/.test(snakeKey(key)))?.value ?? null;
}

function scalarsOf(value: Node): ScalarNode[] {
  const nodes = value.kind === 'list' ? itemsOf(value) : [value];
  return nodes.flatMap((node) => (node.kind === 'scalar' && node.value !== null ? [node] : []));
}
