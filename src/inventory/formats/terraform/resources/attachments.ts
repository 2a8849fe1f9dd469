import { attachmentOf } from '../../../../vocabulary/index.ts';
import type { Attaching } from '../../../resources/attachments.ts';
import { scalarOf } from '../../../values/value.ts';
import { instancesOf } from '../modules/instances.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import type { Scope } from '../modules/scope.ts';
import { resultAt } from './settings.ts';

/** A resource between assets: listeners, attachments, associations. */
export function attachingOf(resource: ResourceDeclaration, scope: Scope): Attaching[] {
  const { type, address, block, isData } = resource;
  if (isData || attachmentOf(type) === null) return [];
  return instancesOf(block.body, scope, address).map(({ suffix, bindings }) => {
    const context = scope.context(address, 'literal', bindings);
    const at = (path: string) => {
      const value = resultAt(block.body, [path], context);
      return value === null || scalarOf(value)?.value === null ? null : value;
    };
    return { tool: 'terraform', type, address: `${scope.prefix}${address}${suffix}`, at };
  });
}
