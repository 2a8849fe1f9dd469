import type { AssetKind } from '../../../../model/index.ts';
import { linksOf, type DeclaredResource } from '../../../resources/declared.ts';
import {
  attachmentOf,
  kindsThatMatter,
  resourceOf,
  type Resource as KnownResource,
} from '../../../../vocabulary/index.ts';
import { attachmentsOf } from '../../../resources/passes/attachments.ts';
import { newDraft, type AssetDraft } from '../../../resources/draft.ts';
import { resolveLinks, type DraftWithLinks } from '../../../resources/links.ts';
import {
  isNestedStack,
  neverExists,
  type Resource,
  type Stack,
} from '../../../../values/cloudformation/index.ts';
import { hooksOfGroup } from './lifecycle-hooks.ts';
import { imagesOfStack } from './os-images.ts';
import { pinsOfNestedStack } from './parameter-pins.ts';
import { declaredIn, resolvedPropertiesOf } from './properties.ts';
import { settingsIn } from './settings.ts';
import type { TemplateView } from './user-data.ts';
import { writtenVersions } from './versions.ts';

const NO_VERSION = { engine: null, version: null, environment: null };

/** Drafts of a stack and its nested stacks; `file` is the deployed template. */
export function draftsOfStacks(stack: Stack, file: string, view: TemplateView): AssetDraft[] {
  const stacks = allStacks(stack);
  const isRelevantKind = kindsThatMatter(stacks.flatMap(kindsIn));
  const placed = stacks.flatMap((each) => placedResources(each, file, isRelevantKind));
  const hooks = placed
    .filter(({ resource }) => resource.type === 'AWS::AutoScaling::AutoScalingGroup')
    .map((each) => hooksOfGroup(each.declared, each.resource.properties, each.stack));
  const images = stacks.map((each) => imagesOfStack(each, file, view));
  const drafts = [
    ...placed.flatMap(draftsOfPlaced),
    ...placed.flatMap(({ resource, stack }) =>
      isNestedStack(resource.type) ? pinsOfNestedStack(resource, stack, file) : [],
    ),
    ...[...hooks, ...images].flatMap((each) => each.drafts),
  ];
  const attachments = attachmentsOf(placed.map(({ declared }) => declared));
  return resolveLinks(drafts, [...attachments, ...[...hooks, ...images].flatMap((each) => each.attachments)]);
}

function allStacks(stack: Stack): Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(allStacks)];
}

/** A resource of a stack: an asset, an attachment, or a nested stack. */
interface PlacedResource {
  resource: Resource;
  known: KnownResource | null;
  stack: Stack;
  declared: DeclaredResource;
}

function placedResources(
  stack: Stack,
  file: string,
  isRelevantKind: (kind: AssetKind) => boolean,
): PlacedResource[] {
  return [...stack.template.resources.values()].flatMap((resource) => {
    const known = resourceOf('cloudformation', resource.type);
    const kinds = known === null ? attachmentOf(resource.type)?.of.kinds : [known.kind];
    const isPlaced = kinds?.some(isRelevantKind) ?? isNestedStack(resource.type);
    return isPlaced && !neverExists(resource, stack)
      ? [{ resource, known, stack, declared: declaredIn(resource, stack, file) }]
      : [];
  });
}

function kindsIn({ template }: Stack): AssetKind[] {
  return [...template.resources.values()].flatMap(
    ({ type }) => resourceOf('cloudformation', type)?.kind ?? [],
  );
}

function draftsOfPlaced({ resource, known, stack, declared }: PlacedResource): DraftWithLinks[] {
  if (known === null) return [];
  const { name, file, at, count, conditions, properties: own } = declared;
  const { kind, database } = known;
  const refersTo = linksOf('cloudformation', known, own);
  return resource.alternatives.flatMap((properties) => {
    const versions = database === undefined ? [NO_VERSION] : writtenVersions(properties, stack, name);
    const written = properties === resource.properties ? own : resolvedPropertiesOf(properties, stack, name);
    return versions.map((version) => ({
      ...newDraft({ kind, source: 'cloudformation', name, file, at, count }),
      ...version,
      ...(conditions !== undefined && { conditions }),
      settings: settingsIn(properties, written, known, stack, name),
      refersTo,
    }));
  });
}
