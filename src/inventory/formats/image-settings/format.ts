import { imageWords } from '../../../products/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { draftOfImage } from '../../resources/passes/images.ts';
import { listOf, maxChosenImages, scalarAt, type Value } from '../../../values/index.ts';
import {
  entryOf,
  locate,
  mapsIn,
  pathTo,
  readDocuments,
  textOf,
  type MapPlace,
  type Node,
  type SourceFile,
} from '../../../syntax/index.ts';
import { formatOfFiles } from '../of-files.ts';
import { resourcesOf } from '../pulumi/program.ts';
import { isDefinition, isOfDefinition, propertyName } from '../schemas.ts';
import { isAnswer, isOtherKey } from './image-text.ts';
import { imagesAmong } from './images-among.ts';
import { IMAGE_SETTINGS } from './names.ts';

/** Plans and states of Terraform; what Errata Lens printed. */
const OTHER_KIND = /"(?:terraform_version|format_version)"\s*:|^\s*\{\s*"schemaVersion"\s*:\s*\d/;

/** Types of CloudFormation's resources. */
const CLOUDFORMATION = /^\w+::/;
/** Groups of Kubernetes' resources of which every image is read by their own format. */
const OTHER_GROUP = /^(?:karpenter\.k8s\.aws|eksctl\.io|eks\..*)\//;
/**
 * Names of images in settings of one's own, in YAML and JSON: variables of Packer and Ansible, values of charts, what a
 * program or a module reads. Other formats know better what they read; this one tells what they leave.
 */
export const imageSettings = formatOfFiles(
  IMAGE_SETTINGS,
  [
    ...imageWords('ami', 'parameter', 'platform', 'container', 'amiType', 'alias', 'family'),
    ...['release_version', 'releaseVersion', 'ami_version', 'amiVersion'],
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
  return [...mapsIn(root)].flatMap((place) => imagesOfMap(place, source));
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

function imagesOfMap(place: MapPlace, { file }: SourceFile): AssetDraft[] {
  const path = pathTo(place);
  const { entries } = place.map;
  if (isOfDefinition(path) || path.some(isOtherKey) || isAnswer(entries.map(({ key }) => key))) return [];
  const written = entries.map(({ key, keySpan, value }) => ({
    key: propertyName([...path, key]),
    ...{ name: [...path, key].join('.'), keySpan },
    value: () => textsOf(value),
  }));
  const depth = Math.min(path.length, 1);
  return imagesAmong(written, false, depth).map(({ entry: { name, keySpan }, ...found }) =>
    draftOfImage(found, { source: 'image', name, file, at: locate(keySpan), count: 1 }),
  );
}

/** A text, or those of a list: maps are places of their own, of which only is told that they are there. */
function textsOf(node: Node): Value | null {
  if (node.kind === 'scalar') return node.value === null ? null : scalarAt(node.text, node);
  if (node.kind !== 'list') return null;
  const items = node.items.flatMap((item): Value[] => {
    const text = textsOf(item);
    if (text !== null) return [text];
    return item.kind === 'map' ? [{ kind: 'map', fields: new Map(), isComplete: false, span: item }] : [];
  });
  return listOf(items, null, node);
}
