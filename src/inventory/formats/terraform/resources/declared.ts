import { nestedBlocks } from '../../../../values/hcl/index.ts';
import { attachmentOf } from '../../../../vocabulary/index.ts';
import { locate } from '../../../../syntax/index.ts';
import type { DeclaredResource } from '../../../resources/declared.ts';
import { hooksIn } from '../../../resources/passes/hooks.ts';
import type { DraftsAndAttachments } from '../../../resources/links.ts';
import { mapUnlessNull, toFact, unknown, type Value } from '../../../../values/index.ts';
import { ignoredIn, ignoringRule, reasonOfIgnored } from './ignored.ts';
import { draftOfDeclaration, type ResourceInstance, type UsedResource } from '../modules/instances.ts';
import { propertiesOf } from '../../../hcl/settings.ts';

/** Block of an Auto Scaling group that declares a lifecycle hook. */
const INITIAL_HOOK = 'initial_lifecycle_hook';

/** A resource in the form that all tools share. */
function declaredBy(
  { type, block }: UsedResource,
  { context, declared }: ResourceInstance,
): DeclaredResource {
  const { source: tool, ...of } = draftOfDeclaration(declared);
  const { at, ...properties } = propertiesOf(block.body, context);
  const ignored = ignoredIn(block.body);
  const atUnlessIgnored = (path: string): Value | null => {
    const argument = ignoringRule(path, ignored);
    return argument === null ? at(path) : unknown(reasonOfIgnored(argument), block.typeSpan);
  };
  return {
    tool,
    type,
    ...of,
    properties: { ...properties, at: ignored.length === 0 ? at : atUnlessIgnored },
  };
}

/** Resources that connect assets: listeners, attachments, associations. */
export function connectingResources(resource: UsedResource): DeclaredResource[] {
  if (attachmentOf(resource.type) === null) return [];
  return resource.instances().map((made) => declaredBy(resource, made));
}

/** Lifecycle hooks that an Auto Scaling group declares inline. */
export function hooksOf(resource: UsedResource): DraftsAndAttachments[] {
  if (resource.type !== 'aws_autoscaling_group') return [];
  return resource.instances().map((made) => {
    const { known, rest } = nestedBlocks(resource.block.body, INITIAL_HOOK, made.context);
    return hooksIn(declaredBy(resource, made), {
      path: INITIAL_HOOK,
      known: known.map(({ block: { typeSpan, body }, context }) => {
        return { at: locate(typeSpan), properties: propertiesOf(body, context) };
      }),
      rest: mapUnlessNull(rest, toFact),
    });
  });
}
