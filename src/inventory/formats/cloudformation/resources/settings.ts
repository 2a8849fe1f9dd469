import { type Fact, ifWritten, toTextFact } from '../../../../values/index.ts';
import { settingsOf } from '../../../resources/declared.ts';
import { text } from '../../../../l10n/index.ts';
import { OTHER_PARAMETERS, OTHER_SETTINGS } from '../../../../model/index.ts';
import {
  entriesOf,
  entryOf,
  locate,
  textOf,
  valueOf,
  type Entry,
  type Node,
} from '../../../../syntax/index.ts';
import type { Resource } from '../../../../vocabulary/index.ts';
import { resolvedPropertiesOf, propertyOf } from './properties.ts';
import {
  decidedSettings,
  resolve,
  type Scope,
  scopeFor,
  type Stack,
} from '../../../../values/cloudformation/index.ts';

/** Puts in what another file holds, beside what is written. */
const INCLUDED = 'Fn::Transform';

/** Everything that is looked at of a resource, as settings; `user` is who uses the values. */
export function settingsIn(
  properties: Node | null,
  known: Resource,
  stack: Stack,
  user: string,
): Record<string, Fact> {
  const scope = scopeFor(stack, user);
  const included = entryOf(properties, INCLUDED);
  const listed = [
    ...(known.attributes === undefined ? [] : [attributesIn(valueOf(properties, known.attributes), scope)]),
    ...(known.hasParameters === true ? [engineParameters(valueOf(properties, 'Parameters'), scope)] : []),
  ];
  return Object.assign(
    settingsOf('cloudformation', known, resolvedPropertiesOf(properties, stack, user)),
    ...listed,
    included === null ? {} : { [OTHER_SETTINGS]: unknownIn(included) },
  ) as Record<string, Fact>;
}

/** A list of `Key` and `Value`. */
function attributesIn(node: Node | null, scope: Scope): Record<string, Fact> {
  if (node === null) return {};
  return decidedSettings(node, scope, OTHER_SETTINGS, (list) => {
    if (list.kind === 'list')
      return Object.fromEntries(list.items.flatMap((item) => Object.entries(attributesIn(item, scope))));
    const value = ifWritten(propertyOf(list, 'Value', scope), toTextFact);
    const key = textOf(valueOf(list, 'Key'));
    return value === null || key === null ? {} : { [key]: value };
  });
}

/** A map of MySQL parameters. What an included file adds to it is not known. */
function engineParameters(node: Node | null, scope: Scope): Record<string, Fact> {
  if (node === null) return {};
  return decidedSettings(node, scope, OTHER_PARAMETERS, (map) => {
    const parameters = entriesOf(map).map((entry) =>
      entry.key === INCLUDED
        ? ([OTHER_PARAMETERS, unknownIn(entry)] as const)
        : ([entry.key, ifWritten(resolve(entry.value, scope), toTextFact)] as const),
    );
    return Object.fromEntries(parameters.filter(isWritten));
  });
}

function unknownIn({ key, keySpan }: Entry): Fact {
  return { state: 'unknown', reason: text('inventory.cfn.function', { name: key }), at: locate(keySpan) };
}

function isWritten(setting: readonly [string, Fact | null]): setting is readonly [string, Fact] {
  return setting[1] !== null;
}
