import type { AssetDraft } from '../../../resources/draft.ts';
import type { WorkspaceView } from '../../format.ts';
import { locate } from '../../../../syntax/index.ts';
import { attachmentOf, type Attachment } from './attachments.ts';
import { hooksInGroup } from './lifecycle-hooks.ts';
import { byOwnName, linksOf, type Link } from './links.ts';
import { imagesOf } from './os-images.ts';
import { pinsOfNestedStack } from './parameter-pins.ts';
import { RESOURCE_RULES, type ResourceRule } from './resource-rules.ts';
import type { Stack } from '../values/scope.ts';
import { settingsOf } from './settings.ts';
import type { Resource } from '../templates/template.ts';
import { versionsOf } from './versions.ts';

const NO_VERSION = { engine: null, version: null, environment: null };

/** Everything that a stack and its nested stacks declare; `file` is the template that is deployed. */
export function draftsOf(stack: Stack, file: string, read: WorkspaceView['read']): AssetDraft[] {
  const placed = allStacks(stack).flatMap((each) =>
    [...each.template.resources.values()].map((resource) => ({ resource, stack: each })),
  );
  const images = allStacks(stack).map((each) => imagesOf(each, file, read));
  const hooks = placed.map((each) => hooksInGroup(each.resource, each.stack, file));
  const drafts = [
    ...placed.flatMap((each) => draftsOfResource(each.resource, each.stack, file)),
    ...placed.flatMap((each) => pinsOfNestedStack(each.resource, each.stack, file)),
    ...[...hooks, ...images].flatMap((each) => each.drafts),
  ];
  const byName = byOwnName(drafts);
  const attachments = placed.map((each) => attachmentOf(each.resource, each.stack, byName));
  const links = [
    ...placed.flatMap((each) => linksOf(each.resource, each.stack, byName)),
    ...[...hooks, ...images, ...attachments].flatMap((each) => each.links),
  ];
  return complete(drafts, links, [...attachments, ...hooks]);
}

function allStacks(stack: Stack): Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(allStacks)];
}

function draftsOfResource(resource: Resource, stack: Stack, file: string): AssetDraft[] {
  const rule = RESOURCE_RULES.get(resource.type);
  if (rule === undefined) return [];
  return resource.alternatives.flatMap((properties) =>
    draftsOfWay({ ...resource, properties }, rule, stack, file),
  );
}

function draftsOfWay(resource: Resource, rule: ResourceRule, stack: Stack, file: string): AssetDraft[] {
  const name = stack.prefix + resource.logicalId;
  const versions = rule.isDatabase ? versionsOf(resource.properties, stack, name) : [NO_VERSION];
  return versions.map((written) => ({
    kind: rule.kind,
    source: 'cloudformation',
    name,
    file,
    at: locate(resource.entry.keySpan),
    ...written,
    settings: settingsOf(resource, rule, stack, name),
    links: [],
    count: resource.count,
    mayRunNewer: null,
  }));
}

/** The drafts with what other resources say about them, each link once. */
function complete(
  drafts: readonly AssetDraft[],
  links: readonly Link[],
  attachments: readonly Attachment[],
): AssetDraft[] {
  const linksFrom = Map.groupBy(links, (link) => link.from);
  const settingsOn = Map.groupBy(
    attachments.flatMap((attachment) => attachment.settings),
    (setting) => setting.of,
  );
  return drafts.map((draft) => {
    const own = new Map(
      (linksFrom.get(draft.name) ?? []).map((link) => [`${link.role} ${link.target}`, link]),
    );
    const attached = (settingsOn.get(draft.name) ?? []).map(({ name, value }) => [name, value] as const);
    return {
      ...draft,
      settings: { ...draft.settings, ...Object.fromEntries(attached) },
      links: [...own.values()].map(({ role, target }) => ({ role, target })),
    };
  });
}
