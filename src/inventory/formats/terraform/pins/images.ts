import { imageDraft } from '../../../resources/draft.ts';
import { mayNameImage } from '../../../../products/index.ts';
import type { Context } from '../../../../values/hcl/index.ts';
import { imagePlaces } from '../../../../vocabulary/index.ts';
import type { Declared, UsedResource } from '../modules/instances.ts';
import {
  asFarAsKnown,
  type Fact,
  joinLabels,
  maxImageDepth,
  maxNamedImages,
  optionsOf,
  resourcesIn,
  scalarOf,
  stringOf,
  toFact,
  toImageFact,
  type Value,
} from '../../../../values/index.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { imageContext } from '../../image-settings/image-text.ts';
import { locate, type Body } from '../../../../syntax/index.ts';
import { keysTaken } from './references.ts';
import { nestedBlocks, resultAt } from '../resources/settings.ts';

const AMI_ID = /^ami-[0-9a-f]{8,17}$/;

/** The images that a resource or data source names. A machine that uses another one's is linked to that. */
export function imagesOf({ type, block, made, scope }: UsedResource): LooseDraft[] {
  if (imagePlaces('terraform', type) === null) return [];
  const images = made.map(({ context, declared, key }) => ({
    key,
    drafts: imagesOfBody(block.body, type, context, declared),
  }));
  const name = block.labels[1]?.text ?? '';
  const isTable = type.startsWith('data.') && images.length > 1;
  const taken = isTable ? keysTaken(type.slice('data.'.length), name, scope.module.files) : null;
  return images.flatMap(({ key, drafts }) =>
    taken === null || key === null || taken.has(key)
      ? drafts
      : drafts.map((draft) => ({ ...draft, isUnselected: true as const })),
  );
}

/** The images that the arguments of a resource (or `data.` source) of a type name. */
export function imagesOfBody(body: Body, type: string, context: Context, declared: Declared): LooseDraft[] {
  const settings = settingsOf(body, type, context);
  if (type === 'data.aws_ami')
    return filtersOf(body, context).map((filter) => looseImage(declared, { ...filter, settings }));
  for (const path of imagePlaces('terraform', type)?.images ?? []) {
    const result = resultAt(body, path.split('.'), context);
    if (result === null || scalarOf(result)?.value === null) continue;
    if (isOfParameter(result, type)) return [];
    const images = namesIn(result, type);
    const own = type.startsWith('data.') ? declared : { ...declared, name: `${declared.name}.${path}` };
    if (images.length > 0) return images.map((named) => looseImage(own, { ...named, settings }));
  }
  return [];
}

/** An image that a value names, and what beside it tells how it is meant. */
export interface NamedImage {
  image: Value;
  settings: Record<string, Fact>;
  /** The row of a map that decides for an environment. */
  environment: string | null;
}

export function looseImage(
  { name, file, span, count }: Declared,
  { image, settings, environment }: NamedImage,
): LooseDraft {
  const version = toImageFact(image);
  return {
    ...imageDraft({ source: 'terraform', name, file, at: locate(span), version }),
    ...{ settings, count, environment },
  };
}

/** The patterns that a search for an AMI matches names against: any of them can be the one that finds it. */
function filtersOf(body: Body, context: Context): Omit<NamedImage, 'settings'>[] {
  const names = nestedBlocks(body, 'filter', context).known.flatMap(({ block, context: inner }) => {
    const name = resultAt(block.body, ['name'], inner);
    const values = resultAt(block.body, ['values'], inner);
    return name !== null && stringOf(name) === 'name' && values !== null ? itemsOf(values) : [];
  });
  const pattern = resultAt(body, ['name_regex'], context);
  const named = imagesAmong(names);
  return named.length > 0 || pattern === null ? named : imagesAmong([pattern]);
}

function imagesAmong(results: readonly Value[]): Omit<NamedImage, 'settings'>[] {
  return results
    .flatMap(optionsAsFarAsKnown)
    .filter(({ image }) => isImage(image))
    .slice(0, maxNamedImages);
}

function itemsOf(result: Value): readonly Value[] {
  return result.kind === 'list' ? result.items : [result];
}

function isImage(result: Value): boolean {
  return result.kind === 'scalar' && mayNameImage(result.text);
}

/** The images that a value can be, and the environment that each is for. */
function optionsAsFarAsKnown(result: Value) {
  return optionsOf(result).map(({ label, result: option }) => ({
    image: asFarAsKnown(option),
    environment: label,
  }));
}

/** The release version of a node group that a parameter gives: that is listed with the parameter. */
function isOfParameter(result: Value, type: string): boolean {
  if (type !== 'aws_eks_node_group' || result.kind !== 'unknown') return false;
  return resourcesIn(result).some((address) => address.includes('data.aws_ssm_parameter.'));
}

/** Images in a value: itself, or container definitions with an `image` each. */
function namesIn(result: Value, type: string): Omit<NamedImage, 'settings'>[] {
  if (type === 'aws_ecs_task_definition') return imagesIn(result, 'image');
  const isMachine = imagePlaces('terraform', type)?.isMachine === true;
  return optionsAsFarAsKnown(result)
    .filter(({ image }) => {
      if (isImage(image)) return true;
      if (image.kind === 'unknown') return isMachine && resourcesIn(image).length === 0;
      return isMachine && image.kind === 'scalar' && AMI_ID.test(image.text);
    })
    .slice(0, maxNamedImages);
}

const RELEASE_KEY = /^(?:ami_)?release_version$/;
const TYPE_KEY = 'ami_type';

/** The images anywhere in a value, under one key or under any. A node group's release says more than its type. */
export function imagesIn(result: Value, key: string | null, depth = 0): NamedImage[] {
  if (depth > maxImageDepth) return [];
  if (result.kind === 'list') return result.items.flatMap((item) => imagesIn(item, key, depth + 1));
  if (result.kind === 'choice') {
    return result.options.flatMap(({ label, result: option }) =>
      imagesIn(option, key, depth).map((image) => ({
        ...image,
        environment: joinLabels(label, image.environment),
      })),
    );
  }
  if (result.kind !== 'map') return [];
  const amiType = result.fields.get(TYPE_KEY);
  const hasRelease = [...result.fields].some(
    ([name, field]) => RELEASE_KEY.test(name) && (scalarOf(field)?.value ?? null) !== null,
  );
  return [...result.fields].flatMap(([name, field]) => {
    if (optionsOf(field).some(({ result: { kind } }) => kind === 'map' || kind === 'list')) {
      return imagesIn(field, key, depth + 1);
    }
    if ((key !== null && name !== key) || (hasRelease && name === TYPE_KEY)) return [];
    const options = optionsAsFarAsKnown(field);
    const families = options.filter(({ image }) => isFamily(name, image));
    if (families.length > 0) {
      return families.map((named) => ({ ...named, settings: { amiFamily: toFact(named.image) } }));
    }
    const settings = amiType !== undefined && RELEASE_KEY.test(name) ? { amiType: toFact(amiType) } : {};
    return options.filter(({ image }) => isImage(image)).map((named) => ({ ...named, settings }));
  });
}

/** Whether a value is the family of a node pool's images, which only its key tells. */
function isFamily(key: string, image: Value): boolean {
  return image.kind === 'scalar' && imageContext(key, image.text, null)?.place === 'ami-family';
}

/** What the release version of a node group means depends on its AMI type. */
function settingsOf(body: Body, type: string, context: Context): Record<string, Fact> {
  const amiType = type === 'aws_eks_node_group' ? resultAt(body, ['ami_type'], context) : null;
  return amiType === null ? {} : { amiType: toFact(amiType) };
}
