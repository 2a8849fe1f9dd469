import { imagePlaces } from '../../../../vocabulary/index.ts';
import { mayNameImage } from '../../../../products/index.ts';
import { ASSET_KINDS, locationKey } from '../../../../model/index.ts';
import { imageDraft, type AssetDraft } from '../../../resources/draft.ts';
import {
  partlyKnownImage,
  mapUnlessNull,
  toImageFact,
  toTextFact,
  type Value,
} from '../../../../values/index.ts';
import {
  type ImagePlace,
  imagesAt,
  imagesOfDeclared,
  type ImageUser,
} from '../../../resources/passes/images.ts';
import type { Attachment, DraftsAndAttachments } from '../../../resources/links.ts';
import { entriesOf, itemsOf, locate, textOf, valueOf, type Node } from '../../../../syntax/index.ts';
import {
  type Assumptions,
  oneForEachPlace,
  valueOfName,
  type Resource,
  scopeFor,
  type Stack,
  deploymentVariants,
} from '../../../../values/cloudformation/index.ts';
import { entryAt, propertyOf } from './properties.ts';
import { imagesOfUserData, type TemplateView } from './user-data.ts';

/** Images of a stack's resources, and the links of launch templates to them. */
export function imagesOfStack(stack: Stack, file: string, view: TemplateView): DraftsAndAttachments {
  const attachments: Attachment[] = [];
  const drafts = [...stack.template.resources.values()].flatMap((resource) => {
    const name = stack.prefix + resource.logicalId;
    const images = imagesOfPlaced(resource, stack, { source: 'cloudformation', name, file });
    attachments.push(...images.map((image) => imageLink(name, image.name)));
    return [...images, ...imagesOfUserData(resource, stack, file, view)];
  });
  return { drafts: [...drafts, ...unusedParameters(stack, file, drafts)], attachments };
}

function imagesOfPlaced(
  { type, properties, count }: Resource,
  stack: Stack,
  of: Pick<ImageUser, 'source' | 'name' | 'file'>,
): AssetDraft[] {
  const places = imagePlaces('cloudformation', type);
  const placesAt = (path: string) => imagePlacesIn(properties, path, '', stack, of.name);
  return places === null ? [] : imagesOfDeclared({ ...of, count, places, placesAt, listsSources: false });
}

/** Link from the owner of an image to it, if the owner is an asset. */
function imageLink(owner: string, image: string): Attachment {
  const from = { kinds: ASSET_KINDS, addresses: [owner], names: [] };
  const to = { kinds: ['operating-system'], addresses: [image], names: [] } as const;
  return { kind: 'link', from, role: 'image', to };
}

/** Places at a path; `[]` in it means each item of a list. */
function imagePlacesIn(
  node: Node | null,
  path: string,
  above: string,
  stack: Stack,
  user: string,
): ImagePlace[] {
  const [list = '', ...rest] = path.split('.[].');
  if (rest.length > 0)
    return itemsOf(valueOf(node, ...list.split('.'))).flatMap((item, index) =>
      imagePlacesIn(item, rest.join('.[].'), `${above}${list}[${index}].`, stack, user),
    );
  const entry = entryAt(node, list);
  if (entry === null) return [];
  const scope = (assumed?: Assumptions) => ({ ...scopeFor(stack, user, assumed), reportsRows: true });
  const value = imageOfProperty(stack, (assumed) => propertyOf(node, list, () => scope(assumed)));
  return value === null ? [] : [{ path: above + path, at: locate(entry.keySpan), value }];
}

/** Images at a place: one, or several between which the deployment decides. */
function imageOfProperty(stack: Stack, read: (assumed?: Assumptions) => Value | null): Value | null {
  const first = read();
  if (first?.kind !== 'unknown' || first.decidedBy === undefined) return first;
  const variants = deploymentVariants(read, stack).flatMap(({ value, environment }) =>
    value === null || value.kind === 'choice' ? [] : [{ result: value, environment }],
  );
  const decided = oneForEachPlace(variants, ({ result }) => toImageFact(partlyKnownImage(result)));
  const images = decided.filter(({ result }) => imagesAt(result).length > 0);
  if (images.length === 0) return first;
  return {
    kind: 'choice',
    options: images.map(({ environment, result }) => ({ label: environment, result })),
  };
}

/** Parameters that name an Amazon Linux image for a resource that is not read. */
function unusedParameters(stack: Stack, file: string, used: readonly AssetDraft[]): AssetDraft[] {
  const parameters = stack.template.parts
    .flatMap((part) => entriesOf(valueOf(part, 'Parameters')))
    .filter(({ value }) => textOf(valueOf(value, 'Type'))?.includes('AWS::EC2::Image::Id') === true);
  if (parameters.length === 0) return [];
  const taken = new Set(used.flatMap(({ version }) => (version?.at ? [locationKey(version.at)] : [])));
  return parameters.flatMap(({ key, keySpan }) => {
    const name = stack.prefix + key;
    const version = mapUnlessNull(valueOfName(key, keySpan, scopeFor(stack, name)), toTextFact);
    if (version?.state !== 'known' || taken.has(locationKey(version.at))) return [];
    if (typeof version.value !== 'string' || !mayNameImage(version.value)) return [];
    const of = { source: 'cloudformation', name, file, at: locate(keySpan) } as const;
    return [imageDraft({ ...of, version: { ...version, uses: [] } })];
  });
}
