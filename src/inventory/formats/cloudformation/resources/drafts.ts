import { locate } from '../../../../syntax/index.ts';
import { linkPathsOf, resourceOf, type Resource as Known } from '../../../../vocabulary/index.ts';
import { attachmentsOf, type Attaching } from '../../../resources/attachments.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { newDraft } from '../../../resources/new-draft.ts';
import { followLinks, looseLink, type LooseDraft, type LooseLink } from '../../../resources/links.ts';
import type { WorkspaceView } from '../../format.ts';
import type { Resource } from '../templates/template.ts';
import { scopeFor, type Stack } from '../values/scope.ts';
import { hooksInGroup } from './lifecycle-hooks.ts';
import { imagesOf } from './os-images.ts';
import { pinsOfNestedStack } from './parameter-pins.ts';
import { propertyOf } from './properties.ts';
import { settingsOf } from './settings.ts';
import { versionsOf } from './versions.ts';

const NO_VERSION = { engine: null, version: null, environment: null };

/** Everything that a stack and its nested stacks declare; `file` is the template that is deployed. */
export function draftsOfStacks(stack: Stack, file: string, read: WorkspaceView['read']): AssetDraft[] {
  const placed = allStacks(stack).flatMap((each) =>
    [...each.template.resources.values()].map((resource) => ({ resource, stack: each })),
  );
  const hooks = placed.map((each) => hooksInGroup(each.resource, each.stack, file));
  const images = allStacks(stack).map((each) => imagesOf(each, file, read));
  const drafts = [
    ...placed.flatMap((each) => draftsOfResource(each.resource, each.stack, file)),
    ...placed.flatMap((each) => pinsOfNestedStack(each.resource, each.stack, file)),
    ...[...hooks, ...images].flatMap((each) => each.drafts),
  ];
  const attachments = attachmentsOf(placed.map((each) => attachingOf(each.resource, each.stack)));
  return followLinks(drafts, [...attachments, ...[...hooks, ...images].flatMap((each) => each.attachments)]);
}

function allStacks(stack: Stack): Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(allStacks)];
}

function draftsOfResource(resource: Resource, stack: Stack, file: string): LooseDraft[] {
  const known = resourceOf('cloudformation', resource.type);
  if (known === null) return [];
  const refersTo = linksIn(resource, known, stack);
  return resource.alternatives.flatMap((properties) =>
    draftsOfWay({ ...resource, properties }, known, stack, file).map((draft) => ({ ...draft, refersTo })),
  );
}

function draftsOfWay(resource: Resource, known: Known, stack: Stack, file: string): LooseDraft[] {
  const name = stack.prefix + resource.logicalId;
  const { kind, database } = known;
  const versions = database === undefined ? [NO_VERSION] : versionsOf(resource.properties, stack, name);
  return versions.map((written) => ({
    ...newDraft({ kind, source: 'cloudformation', name, file, at: locate(resource.entry.keySpan) }),
    ...written,
    settings: settingsOf(resource, known, stack, name),
    count: resource.count,
  }));
}

/** The links that a resource's properties write, by reference or by name. */
function linksIn({ logicalId, properties }: Resource, known: Known, stack: Stack): LooseLink[] {
  const scope = scopeFor(stack, stack.prefix + logicalId);
  return linkPathsOf('cloudformation', known).flatMap(({ path, link }) => {
    const value = propertyOf(properties, path, scope);
    return value === null ? [] : [looseLink(value, link)];
  });
}

function attachingOf({ type, logicalId, properties }: Resource, stack: Stack): Attaching {
  const scope = scopeFor(stack, logicalId);
  const at = (path: string) => propertyOf(properties, path, scope);
  return { tool: 'cloudformation', type, address: stack.prefix + logicalId, at };
}
