import { imagePlaces } from '../../../../vocabulary/index.ts';
import { mayNameImage } from '../../../../products/index.ts';
import { ASSET_KINDS } from '../../../../model/index.ts';
import { imageDraft, type AssetDraft } from '../../../resources/draft.ts';
import {
  asFarAsKnown,
  type Fact,
  ifWritten,
  toImageFact,
  toTextFact,
  type Value,
} from '../../../../values/index.ts';
import type { Attachment, Loose } from '../../../resources/links.ts';
import type { WorkspaceView } from '../../format.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Node,
  type Span,
} from '../../../../syntax/index.ts';
import {
  type Assumptions,
  byPlace,
  referTo,
  type Resource,
  scopeFor,
  type Stack,
  waysOf,
} from '../../../../values/cloudformation/index.ts';
import { propertyOf } from './properties.ts';
import { scriptImagesOf } from './user-data.ts';

const AMI_ID = /^ami-[0-9a-f]{8,17}$/;

/** A named place of a resource. */
interface Place {
  path: string;
  span: Span;
  value: Value | null;
  ways: readonly { value: Fact | null; environment: string }[];
}

/** The images that a stack's resources use, and the links of launch templates to them. */
export function imagesOf(stack: Stack, file: string, read: WorkspaceView['read']): Loose {
  const drafts: AssetDraft[] = [];
  const attachments: Attachment[] = [];
  for (const resource of stack.template.resources.values()) {
    const owner = stack.prefix + resource.logicalId;
    for (const place of placesOf(resource, stack)) {
      const name = `${owner}.${place.path}`;
      for (const { version, environment } of imagesAt(place, resource.type)) {
        drafts.push({
          ...imageDraft({ source: 'cloudformation', name, file, at: locate(place.span), version }),
          count: resource.count,
          settings: amiTypeOf(resource, stack),
          environment,
        });
        attachments.push(imageLink(owner, name));
      }
    }
    drafts.push(...scriptImagesOf(resource, stack, file, read));
  }
  return { drafts: [...drafts, ...unusedParameters(stack, file, drafts)], attachments };
}

/** Of whatever it is that runs the image, where that is an asset. */
function imageLink(owner: string, image: string): Attachment {
  const from = { kinds: ASSET_KINDS, addresses: [owner], names: [] };
  const to = { kinds: ['os-image'], addresses: [image], names: [] } as const;
  return { kind: 'link', from, role: 'image', to };
}

function placesOf(resource: Resource, stack: Stack): Place[] {
  const paths = imagePlaces('cloudformation', resource.type)?.images ?? [];
  const places = paths.flatMap((path) => placesAt(resource.properties, path, '', resource, stack));
  const isPinnedNodeGroup = resource.type === 'AWS::EKS::Nodegroup' && places.length > 1;
  return isPinnedNodeGroup ? places.slice(0, 1) : places;
}

function placesAt(node: Node | null, path: string, above: string, resource: Resource, stack: Stack): Place[] {
  const bracket = path.indexOf('.[].');
  if (bracket >= 0) {
    const list = path.slice(0, bracket);
    const rest = path.slice(bracket + '.[].'.length);
    return itemsOf(valueOf(node, ...list.split('.'))).flatMap((item, index) =>
      placesAt(item, rest, `${above}${list}[${index}].`, resource, stack),
    );
  }
  const keys = path.split('.');
  const entry = entryOf(valueOf(node, ...keys.slice(0, -1)), keys.at(-1) ?? '');
  if (entry === null) return [];
  const read = (assumed?: Assumptions) =>
    propertyOf(node, path, scopeFor(stack, stack.prefix + resource.logicalId, assumed));
  const ways = waysOf(read, stack).map(({ assumed, environment }) => ({
    value: imageText(read(assumed)),
    environment,
  }));
  return [{ path: above + path, span: entry.keySpan, value: read(), ways }];
}

/** What a place names: one image, or those between which the deployment decides. */
function imagesAt({ value, ways }: Place, type: string): { version: Fact; environment: string | null }[] {
  const decided = byPlace(ways, (way) => way.value).flatMap(({ value: version, environment }) =>
    version !== null && isAmazonLinux(version) ? [{ version, environment }] : [],
  );
  if (decided.length > 0) return decided;
  const version = imageText(value);
  return version !== null && isImage(version, type) ? [{ version, environment: null }] : [];
}

function imageText(value: Value | null): Fact | null {
  return value === null || value.kind === 'choice' ? null : toImageFact(asFarAsKnown(value));
}

function isImage(version: Fact, type: string): boolean {
  const isMachine = imagePlaces('cloudformation', type)?.isMachine === true;
  if (version.state === 'unknown') return isMachine;
  if (typeof version.value !== 'string') return false;
  return isAmazonLinux(version) || (isMachine && AMI_ID.test(version.value));
}

function isAmazonLinux(version: Fact): boolean {
  return version.state === 'known' && typeof version.value === 'string' && mayNameImage(version.value);
}

/** What the release version of a node group means depends on its AMI type. */
function amiTypeOf(resource: Resource, stack: Stack): Record<string, Fact> {
  if (resource.type !== 'AWS::EKS::Nodegroup') return {};
  const amiType = ifWritten(
    propertyOf(resource.properties, 'AmiType', scopeFor(stack, resource.logicalId)),
    toTextFact,
  );
  return amiType === null ? {} : { amiType };
}

/** Parameters that name an Amazon Linux image for something that is not read here. */
function unusedParameters(stack: Stack, file: string, used: readonly AssetDraft[]): AssetDraft[] {
  const taken = new Set(
    used.flatMap((draft) => (draft.version?.at ? [JSON.stringify(draft.version.at)] : [])),
  );
  return stack.template.parts
    .flatMap((part) => entriesOf(valueOf(part, 'Parameters')))
    .filter((parameter) => {
      const type = textOf(valueOf(parameter.value, 'Type')) ?? '';
      return type.includes('AWS::EC2::Image::Id');
    })
    .flatMap((parameter) => {
      const scope = scopeFor(stack, stack.prefix + parameter.key);
      const version = ifWritten(referTo(parameter.key, parameter.keySpan, scope), toTextFact);
      if (version?.state !== 'known' || taken.has(JSON.stringify(version.at))) return [];
      if (!isAmazonLinux(version)) return [];
      const name = `${stack.prefix}${parameter.key}`;
      const at = locate(parameter.keySpan);
      return [imageDraft({ source: 'cloudformation', name, file, at, version: { ...version, uses: [] } })];
    });
}
