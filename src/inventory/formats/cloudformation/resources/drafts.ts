import { linksOf, type DeclaredResource } from '../../../resources/declared.ts';
import { resourceOf } from '../../../../vocabulary/index.ts';
import { attachmentsOf } from '../../../resources/passes/attachments.ts';
import { newDraft, type AssetDraft } from '../../../resources/draft.ts';
import { followLinks, type LooseDraft } from '../../../resources/links.ts';
import type { Resource, Stack } from '../../../../values/cloudformation/index.ts';
import { hooksOfGroup } from './lifecycle-hooks.ts';
import { imagesOfStack } from './os-images.ts';
import { pinsOfNestedStack } from './parameter-pins.ts';
import { declaredIn } from './properties.ts';
import { settingsIn } from './settings.ts';
import type { TemplateView } from './user-data.ts';
import { writtenVersions } from './versions.ts';

const NO_VERSION = { engine: null, version: null, environment: null };

/** Everything that a stack and its nested stacks declare; `file` is the template that is deployed. */
export function draftsOfStacks(stack: Stack, file: string, view: TemplateView): AssetDraft[] {
  const placed = allStacks(stack).flatMap((each) =>
    [...each.template.resources.values()].map((resource) => {
      return { resource, stack: each, declared: declaredIn(resource, each, file) };
    }),
  );
  const hooks = placed
    .filter(({ resource }) => resource.type === 'AWS::AutoScaling::AutoScalingGroup')
    .map((each) => hooksOfGroup(each.declared, each.resource.properties, each.stack));
  const images = allStacks(stack).map((each) => imagesOfStack(each, file, view));
  const drafts = [
    ...placed.flatMap(draftsOfPlaced),
    ...placed.flatMap((each) => pinsOfNestedStack(each.resource, each.stack, file)),
    ...[...hooks, ...images].flatMap((each) => each.drafts),
  ];
  const attachments = attachmentsOf(placed.map(({ declared }) => declared));
  return followLinks(drafts, [...attachments, ...[...hooks, ...images].flatMap((each) => each.attachments)]);
}

function allStacks(stack: Stack): Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(allStacks)];
}

/** A resource of a stack. */
interface Placed {
  resource: Resource;
  stack: Stack;
  declared: DeclaredResource;
}

function draftsOfPlaced({ resource, stack, declared }: Placed): LooseDraft[] {
  const known = resourceOf('cloudformation', resource.type);
  if (known === null) return [];
  const { name, file, at, count } = declared;
  const { kind, database } = known;
  const refersTo = linksOf('cloudformation', known, declared.properties);
  return resource.alternatives.flatMap((properties) => {
    const versions = database === undefined ? [NO_VERSION] : writtenVersions(properties, stack, name);
    return versions.map((written) => ({
      ...newDraft({ kind, source: 'cloudformation', name, file, at, count }),
      ...written,
      settings: settingsIn(properties, known, stack, name),
      refersTo,
    }));
  });
}
