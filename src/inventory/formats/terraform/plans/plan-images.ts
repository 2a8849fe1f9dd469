import { readOsImage } from '../../../../products/index.ts';
import {
  itemsOf,
  textOf,
  valueOf,
  type Body,
  type MapNode,
  type Node,
  type ScalarNode,
  type SourceFile,
} from '../../../../syntax/index.ts';
import { draftsOfNode } from '../../../embedded/texts.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import type { Declaration } from '../modules/instances.ts';
import { type Context, valueAtPath } from '../../../../values/hcl/index.ts';
import { unlinkedImage, imagesOfBody } from '../pins/images.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { scalarOf, textOfFact } from '../../../../values/index.ts';
import { imagePlaces } from '../../../../vocabulary/index.ts';

/** A resource of a plan or state that may name operating system images. */
interface ResourceWithValues {
  /** Type; data sources have the prefix `data.`. */
  type: string;
  body: Body;
  values: MapNode;
  declared: Declaration;
  context: Context;
  source: SourceFile;
  view: Pick<WorkspaceView, 'embedded'>;
}

/** Attributes of data sources with the id of the image that they found. */
const FOUND_BY_DATA_SOURCE: ReadonlyMap<string, readonly string[]> = new Map([
  ['data.aws_ami', ['id', 'image_id']],
  ['data.aws_ssm_parameter', ['value', 'insecure_value']],
]);

/** Ids of images that a data source found: the image itself is listed there, by its name. */
export function imageIdsFound(resources: readonly { type: string; values: MapNode }[]): Set<string> {
  return new Set(
    resources.flatMap(({ type, values }) =>
      (FOUND_BY_DATA_SOURCE.get(type) ?? []).flatMap((key) => textOf(valueOf(values, key)) ?? []),
    ),
  );
}

/** Images in the values of a resource, including its scripts. @param ids those of {@link imageIdsFound} */
export function planImages(resource: ResourceWithValues, ids: ReadonlySet<string>): DraftWithLinks[] {
  const { type, body, context, declared } = resource;
  const named = type === 'data.aws_ami' ? nameOfFoundImage(resource) : [];
  const images = named.length > 0 ? named : imagesOfBody(body, type, context, declared);
  const isFound = (written: string | null): boolean => written !== null && ids.has(written);
  return [...images.filter(({ version }) => !isFound(textOfFact(version))), ...scriptsOf(resource)];
}

/** The name of the found AMI is more specific than the search. */
function nameOfFoundImage({ body, context, declared }: ResourceWithValues): DraftWithLinks[] {
  const name = valueAtPath(body, ['name'], context);
  const written = name === null ? null : scalarOf(name);
  return written !== null && readOsImage(written.text) !== null
    ? [unlinkedImage(declared, { image: written, settings: {}, environment: null })]
    : [];
}

function scriptsOf({ type, values, declared: { name }, source, view }: ResourceWithValues): DraftWithLinks[] {
  const { embedded } = view;
  return (imagePlaces('terraform', type)?.scripts ?? []).flatMap((path) =>
    valuesAt(values, path.split('.')).flatMap((node) =>
      draftsOfNode(node, source, { source: 'terraform', prefix: `${name}.${path}.`, embedded }),
    ),
  );
}

function valuesAt(node: Node, [key = '', ...rest]: readonly string[]): ScalarNode[] {
  const value = valueOf(node, key);
  if (value === null) return [];
  if (rest.length > 0) return itemsOf(value).flatMap((item) => valuesAt(item, rest));
  return value.kind === 'scalar' && typeof value.value === 'string' ? [value] : [];
}
