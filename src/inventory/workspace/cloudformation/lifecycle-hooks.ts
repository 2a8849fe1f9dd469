import type { AssetDraft } from '../draft.ts';
import { itemsOf, locate, valueOf } from '../document/node.ts';
import type { Link } from './links.ts';
import { RESOURCE_RULES } from './resource-rules.ts';
import type { Stack } from './scope.ts';
import { settingsOf } from './settings.ts';
import type { Resource } from './template.ts';

const HOOK_RULE = RESOURCE_RULES.get('AWS::AutoScaling::LifecycleHook');

/** The hooks that an Auto Scaling group writes in itself. */
export function hooksInGroup(
  resource: Resource,
  stack: Stack,
  file: string,
): { drafts: AssetDraft[]; links: Link[] } {
  if (resource.type !== 'AWS::AutoScaling::AutoScalingGroup' || HOOK_RULE === undefined)
    return { drafts: [], links: [] };
  const group = stack.prefix + resource.logicalId;
  const hooks = itemsOf(valueOf(resource.properties, 'LifecycleHookSpecificationList'));
  const drafts = hooks.map((hook, index): AssetDraft => {
    const name = `${group}.LifecycleHookSpecificationList[${index}]`;
    return {
      kind: 'lifecycle-hook',
      source: 'cloudformation',
      name,
      file,
      at: locate(hook),
      engine: null,
      version: null,
      settings: settingsOf({ properties: hook }, HOOK_RULE, stack, name),
      links: [],
      count: resource.count,
      environment: null,
      mayRunNewer: null,
    };
  });
  return {
    drafts,
    links: drafts.map((draft): Link => ({ from: draft.name, role: 'member-of', target: group })),
  };
}
