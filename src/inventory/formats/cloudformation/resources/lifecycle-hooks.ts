import type { Fact } from '../../../resources/draft.ts';
import { newDraft } from '../../../resources/new-draft.ts';
import type { Loose, LooseDraft } from '../../../resources/links.ts';
import { text } from '../../../../l10n/index.ts';
import { locate, valueOf, type Node } from '../../../../syntax/index.ts';
import { branchesOf } from '../values/conditions.ts';
import { intrinsicOf } from '../values/intrinsic.ts';
import { LIFECYCLE_HOOK } from '../../../../vocabulary/index.ts';
import { resolve, type Scope, scopeFor, type Stack } from '../values/scope.ts';
import { settingsOf } from './settings.ts';
import type { Resource } from '../templates/template.ts';

/** The hooks that an Auto Scaling group writes in itself. */
export function hooksInGroup(resource: Resource, stack: Stack, file: string): Loose {
  if (resource.type !== 'AWS::AutoScaling::AutoScalingGroup') return { drafts: [], attachments: [] };
  const group = stack.prefix + resource.logicalId;
  const written = valueOf(resource.properties, 'LifecycleHookSpecificationList');
  const { known, unknown } = hooksIn(written, scopeFor(stack, group));
  const of = { kinds: ['auto-scaling-group'], addresses: [group], names: [] } as const;
  const drafts = known.map((hook, index): LooseDraft => {
    const name = `${group}.LifecycleHookSpecificationList[${index}]`;
    return {
      ...newDraft({ kind: 'lifecycle-hook', source: 'cloudformation', name, file, at: locate(hook) }),
      settings: settingsOf({ properties: hook }, LIFECYCLE_HOOK, stack, name),
      refersTo: [{ role: 'member-of', target: of, isReverse: false }],
      count: resource.count,
    };
  });
  const hidden = { kind: 'setting', of, name: 'lifecycleHooks' } as const;
  return { drafts, attachments: unknown === null ? [] : [{ ...hidden, value: unknown }] };
}

/** The hooks that are written, and why there may be others. */
function hooksIn(node: Node | null, scope: Scope): { known: Node[]; unknown: Fact | null } {
  if (node === null) return { known: [], unknown: null };
  const call = intrinsicOf(node);
  const branches = call?.name === 'Fn::If' ? branchesOf(call.argument, scope) : [];
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
