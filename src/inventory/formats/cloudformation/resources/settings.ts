import { type Fact, isNothing, scalarOf } from '../../../../values/index.ts';
import { openSources, type Properties, settingsOf } from '../../../resources/declared.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import { text } from '../../../../l10n/index.ts';
import { OTHER_PARAMETERS, OTHER_SETTINGS } from '../../../../model/index.ts';
import { entryOf, locate, valueOf, type Node } from '../../../../syntax/index.ts';
import type { Resource } from '../../../../vocabulary/index.ts';
import { propertyOf } from './properties.ts';
import { decidedParts, INCLUDED, scopeFor, type Stack } from '../../../../values/cloudformation/index.ts';

/** Everything that is looked at of a resource, as settings; `user` is who uses the values. */
export function settingsIn(
  properties: Node | null,
  written: Properties,
  known: Resource,
  stack: Stack,
  user: string,
): Record<string, Fact> {
  const named = (property: string, others: string): Record<string, Fact> => {
    const node = valueOf(properties, property);
    const parts = node === null ? null : decidedParts(node, scopeFor(stack, user));
    return parts === null ? {} : namedValues(parts, others);
  };
  // What a nested stack is not given is left out for good.
  const openAt = (path: string): string | null => {
    if (stack.prefix !== '' || entryOf(properties, path) === null) return null;
    const value = propertyOf(properties, path, () => scopeFor(stack, user));
    return isNothing(value) && scalarOf(value)?.how !== 'literal' ? path : null;
  };
  return {
    ...settingsOf('cloudformation', known, written),
    ...openSources('cloudformation', known, openAt),
    ...(known.attributes === undefined ? {} : named(known.attributes, OTHER_SETTINGS)),
    ...(known.hasParameters === true ? named('Parameters', OTHER_PARAMETERS) : {}),
    ...includedIn(properties),
  };
}

/** What an included file adds is not known. */
function includedIn(properties: Node | null): Record<string, Fact> {
  const included = entryOf(properties, INCLUDED);
  if (included === null) return {};
  const reason = text('inventory.cfn.function', { name: INCLUDED });
  return { [OTHER_SETTINGS]: { state: 'unknown', reason, at: locate(included.keySpan) } };
}
