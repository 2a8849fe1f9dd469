import { type SettingFact, isEmptyValue, scalarOf } from '../../../../values/index.ts';
import { openSources, type Properties, settingsOf } from '../../../resources/declared.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import { text } from '../../../../l10n/index.ts';
import { OTHER_PARAMETERS, OTHER_SETTINGS } from '../../../../model/index.ts';
import { entryOf, valueOf, type Node } from '../../../../syntax/index.ts';
import type { Resource } from '../../../../vocabulary/index.ts';
import { propertyOf } from './properties.ts';
import { partialValue, INCLUDED, scopeFor, type Stack } from '../../../../values/cloudformation/index.ts';

/** Settings of an included file are unknown. */
const INCLUDED_CONTENT: Record<string, SettingFact> = {
  [OTHER_SETTINGS]: { state: 'unknown', reason: text('inventory.cfn.function', { name: INCLUDED }) },
};

/**
 * All supported settings of a resource.
 * @param user name of the resource or output that uses the values
 */
export function settingsIn(
  properties: Node | null,
  written: Properties,
  known: Resource,
  stack: Stack,
  user: string,
): Record<string, SettingFact> {
  const named = (property: string, others: string): Record<string, SettingFact> => {
    const node = valueOf(properties, property);
    const parts = node === null ? null : partialValue(node, scopeFor(stack, user));
    return parts === null ? {} : namedValues(parts, others);
  };
  // A parameter that the parent stack does not pass keeps its default.
  const openAt = (path: string): string | null => {
    if (stack.prefix !== '' || entryOf(properties, path) === null) return null;
    const value = propertyOf(properties, path, () => scopeFor(stack, user));
    return isEmptyValue(value) && scalarOf(value)?.origin !== 'literal' ? path : null;
  };
  return {
    ...settingsOf('cloudformation', known, written),
    ...openSources('cloudformation', known, openAt),
    ...(known.attributes === undefined ? {} : named(known.attributes, OTHER_SETTINGS)),
    ...(known.hasParameters === true ? named('Parameters', OTHER_PARAMETERS) : {}),
    ...(entryOf(properties, INCLUDED) === null ? {} : INCLUDED_CONTENT),
  };
}
