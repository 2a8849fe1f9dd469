import type { LooseDraft } from './links.ts';
import { instancesOf } from '../modules/instances.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import type { Scope } from '../modules/scope.ts';
import { INITIAL_HOOK, LIFECYCLE_HOOK_SETTINGS } from './service-types.ts';
import { nestedBlocks, readSettings } from './settings.ts';
import { locate } from '../../../../syntax/index.ts';

/** The lifecycle hooks that an Auto Scaling group declares in itself. */
export function hooksInGroup(resource: ResourceDeclaration, scope: Scope): LooseDraft[] {
  if (resource.type !== 'aws_autoscaling_group' || resource.isData) return [];
  const { body } = resource.block;
  return instancesOf(body, scope, resource.address).flatMap(({ suffix, bindings, count }) => {
    const group = `${scope.prefix}${resource.address}${suffix}`;
    const hooks = nestedBlocks(body, INITIAL_HOOK, scope.context(resource.address, 'literal', bindings));
    const target = { kinds: ['auto-scaling-group'], addresses: [group], name: null } as const;
    return hooks.known.map(({ block, context }, i): LooseDraft => ({
      identifier: null,
      links: [{ role: 'member-of', target, isReverse: false }],
      draft: {
        kind: 'lifecycle-hook',
        source: 'terraform',
        name: `${group}.${INITIAL_HOOK}[${i}]`,
        file: scope.calledFrom ?? resource.file,
        at: locate(block.typeSpan),
        engine: null,
        version: null,
        settings: readSettings(block.body, LIFECYCLE_HOOK_SETTINGS, context),
        count,
        environment: null,
        mayRunNewer: null,
      },
    }));
  });
}
