import type { AssetDraft, Fact } from '../../../resources/draft.ts';
import { text } from '../../../../l10n/index.ts';
import { locate, valueOf, type Node } from '../../../../syntax/index.ts';
import type { Attachment } from './attachments.ts';
import { branchesOf } from '../values/conditions.ts';
import { intrinsicOf } from '../values/intrinsic.ts';
import type { Link } from './links.ts';
import { RESOURCE_RULES } from './resource-rules.ts';
import { resolve } from '../values/resolve.ts';
import { scopeFor, type Scope, type Stack } from '../values/scope.ts';
import { settingsOf } from './settings.ts';
import type { Resource } from '../templates/template.ts';

const HOOK_RULE = RESOURCE_RULES.get('AWS::AutoScaling::LifecycleHook');

/** The hooks that an Auto Scaling group writes in itself. */
export function hooksInGroup(
  resource: Resource,
  stack: Stack,
  file: string,
): Attachment & { drafts: AssetDraft[] } {
  if (resource.type !== 'AWS::AutoScaling::AutoScalingGroup' || HOOK_RULE === undefined)
    return { drafts: [], links: [], settings: [] };
  const group = stack.prefix + resource.logicalId;
  const written = valueOf(resource.properties, 'LifecycleHookSpecificationList');
  const { known, unknown } = hooksIn(written, scopeFor(stack, group));
  const drafts = known.map((hook, index): AssetDraft => {
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
    settings: unknown === null ? [] : [{ of: group, name: 'lifecycleHooks', value: unknown }],
  };
}

/** The hooks that are written, and why there may be others. */
function hooksIn(node: Node | null, scope: Scope): { known: Node[]; unknown: Fact | null } {
  if (node === null) return { known: [], unknown: null };
  const call = intrinsicOf(node);
  const branches = call?.name === 'Fn::If' ? branchesOf(call.argument, scope, resolve) : [];
  if (branches.length === 1) return hooksIn(branches[0] ?? null, scope);
  if (call !== null) {
    const resolved = resolve(node, scope);
    if (resolved === null) return { known: [], unknown: null };
    const reason = text('inventory.cfn.function', { name: call.name });
    return { known: [], unknown: { state: 'unknown', reason, at: locate(node) } };
  }
  if (node.kind !== 'list') return { known: [node], unknown: null };
  const items = node.items.map((item) => hooksIn(item, scope));
  return {
    known: items.flatMap(({ known }) => known),
    unknown: items.find(({ unknown }) => unknown !== null)?.unknown ?? null,
  };
}
