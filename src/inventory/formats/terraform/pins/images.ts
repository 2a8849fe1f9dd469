import { type Context, valueInside, nestedBlocks, valueAtPath } from '../../../../values/hcl/index.ts';
import { newDraft } from '../../../resources/draft.ts';
import { IMAGE_NAME, imagePlaces } from '../../../../vocabulary/index.ts';
import { type Declaration, draftOfDeclaration, type UsedResource } from '../modules/instances.ts';
import { isOnlyDeclaring } from '../../../hcl/module.ts';
import { unlessNull, stringOf, writtenTextOf, type Value } from '../../../../values/index.ts';
import {
  draftOfImage,
  type ImagePlace,
  imagesAt,
  imagesOfDeclared,
  type NamedImage,
} from '../../../resources/passes/images.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { type Body, usedKeys } from '../../../../syntax/index.ts';

/** Images of a resource or data source. A machine that uses another resource's image is linked to it. */
export function imagesOfResource(resource: UsedResource): DraftWithLinks[] {
  const { type, block, scope } = resource;
  if (imagePlaces('terraform', type) === null) return [];
  const images = resource.instances().map(({ context, declared, key }) => ({
    key,
    drafts: imagesOfBody(block.body, type, context, declared),
  }));
  const name = block.labels[1]?.text ?? '';
  if (!type.startsWith('data.') || images.every(({ drafts }) => drafts.length === 0))
    return images.flatMap(({ drafts }) => drafts);
  const used = usedKeys(type.slice('data.'.length), name, scope.module.files);
  // The image of an exported data source is used elsewhere.
  const isUsed = (key: string | null): boolean =>
    used.size === 0
      ? isOnlyDeclaring(scope.module)
      : key === null || used.has(null) || used.has(key) || images.length === 1;
  return images.flatMap(({ key, drafts }) =>
    isUsed(key) ? drafts : drafts.map((draft) => ({ ...draft, isUnselected: true as const })),
  );
}

/** Images in the arguments of a resource (or `data.` source) type. */
export function imagesOfBody(
  body: Body,
  type: string,
  context: Context,
  declared: Declaration,
): DraftWithLinks[] {
  const places = imagePlaces('terraform', type);
  if (type === 'data.aws_ami') {
    const images = filtersOf(body, context).map((filter) =>
      unlinkedImage(declared, { ...filter, settings: {} }),
    );
    return images.length > 0 ? images : searchesOf(body, context, declared);
  }
  if (places === null) return [];
  const of = draftOfDeclaration(declared);
  const placesAt = (path: string): ImagePlace[] =>
    valuesAt(body, path, context).map((value) => ({
      ...{ at: of.at, value },
      path: type.startsWith('data.') ? '' : (path.split('.[].')[0] ?? path),
    }));
  return imagesOfDeclared({ ...of, places, placesAt, listsSources: true });
}

/** Values at a path; `[]` in it means each item of a list. */
function valuesAt(body: Body, path: string, context: Context): Value[] {
  const [list = '', inside] = path.split('.[].');
  const value = unlessNull(valueAtPath(body, list.split('.'), context));
  if (value === null || inside === undefined) return value === null ? [] : [value];
  return itemsOf(value).flatMap((item) => valueInside(item, inside.split('.')) ?? []);
}

/** Searches for custom images by name patterns: a build in the workspace may create them. */
function searchesOf(body: Body, context: Context, declared: Declaration): DraftWithLinks[] {
  const patterns = nestedBlocks(body, 'filter', context).known.flatMap(({ block, context: inner }) => {
    const isName = stringOf(valueAtPath(block.body, ['name'], inner)) === 'name';
    const values = isName ? valueAtPath(block.body, ['values'], inner) : null;
    return values === null ? [] : itemsOf(values).flatMap((value) => writtenTextOf(value) ?? []);
  });
  if (patterns.length === 0) return [];
  const settings = { [IMAGE_NAME]: { state: 'known', value: patterns } } as const;
  return [{ ...newDraft({ kind: 'image-search', ...draftOfDeclaration(declared) }), settings }];
}

/** Draft of a declared image. */
export function unlinkedImage(declared: Declaration, image: NamedImage): DraftWithLinks {
  return draftOfImage(image, draftOfDeclaration(declared));
}

/** Name patterns of an AMI search, else description patterns: any of them can match. */
function filtersOf(body: Body, context: Context): Omit<NamedImage, 'settings'>[] {
  const filters = nestedBlocks(body, 'filter', context).known.flatMap(({ block, context: inner }) => {
    const name = valueAtPath(block.body, ['name'], inner);
    const values = valueAtPath(block.body, ['values'], inner);
    return name === null || values === null ? [] : [{ name: stringOf(name), values: itemsOf(values) }];
  });
  const pattern = valueAtPath(body, ['name_regex'], context);
  const filtered = (by: string): Value[] =>
    filters.flatMap(({ name, values }) => (name === by ? values : []));
  return (
    [filtered('name'), pattern === null ? [] : [pattern], filtered('description')]
      .map((texts) => texts.flatMap((each) => imagesAt(each)))
      .find((images) => images.length > 0) ?? []
  );
}

function itemsOf(result: Value): readonly Value[] {
  return result.kind === 'list' ? result.items : [result];
}
