import { newDraft } from '../../../resources/new-draft.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { instancesOf } from '../modules/instances.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import type { Scope } from '../modules/scope.ts';
import { LIFECYCLE_HOOK } from '../../../../vocabulary/index.ts';
import { nestedBlocks, readSettings } from './settings.ts';
import { locate } from '../../../../syntax/index.ts';

/** The block of an Auto Scaling group that declares a lifecycle hook. */
export const INITIAL_HOOK = 'initial_lifecycle_hook';

/** The lifecycle hooks that an Auto Scaling group declares in itself. */
export function hooksInGroup(resource: ResourceDeclaration, scope: Scope): LooseDraft[] {
  if (resource.type !== 'aws_autoscaling_group' || resource.isData) return [];
  const { body } = resource.block;
  return instancesOf(body, scope, resource.address).flatMap(({ suffix, bindings, count }) => {
    const group = `${scope.prefix}${resource.address}${suffix}`;
    const hooks = nestedBlocks(body, INITIAL_HOOK, scope.context(resource.address, 'literal', bindings));
    const target = { kinds: ['auto-scaling-group'], addresses: [group], names: [] } as const;
    return hooks.known.map(({ block, context }, i): LooseDraft => ({
      ...newDraft({
        kind: 'lifecycle-hook',
        source: 'terraform',
        name: `${group}.${INITIAL_HOOK}[${i}]`,
        file: scope.calledFrom ?? resource.file,
        at: locate(block.typeSpan),
        settings: readSettings(block.body, LIFECYCLE_HOOK, context),
        count,
      }),
      refersTo: [{ role: 'member-of', target, isReverse: false }],
    }));
  });
}
