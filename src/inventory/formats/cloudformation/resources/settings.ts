import type { Fact } from '../../../resources/draft.ts';
import { ifWritten, toFact, toPartialFact, toTextFact } from '../../../values/facts.ts';
import { resourcesIn, scalarAt, type Value } from '../../../values/value.ts';
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
import { pathsOf, type Resource as Known, type SettingType } from '../../../../vocabulary/index.ts';
import { asBoolean, asNumber, asStructure, propertyOf } from './properties.ts';
import { settingsIn } from '../values/conditional-settings.ts';
import { resolve, type Scope, scopeFor, type Stack } from '../values/scope.ts';
import type { Resource } from '../templates/template.ts';

/** Puts in what another file holds, beside what is written. */
const INCLUDED = 'Fn::Transform';

/** Everything that is looked at of a resource, as settings; `user` is who uses the values. */
export function settingsOf(
  { properties }: Pick<Resource, 'properties'>,
  known: Known,
  stack: Stack,
  user: string,
): Record<string, Fact> {
  const scope = scopeFor(stack, user);
  const included = entryOf(properties, INCLUDED);
  const own = pathsOf('cloudformation', known).map(([path, name]) => {
    const resolved = propertyOf(properties, path, scope);
    return [name, valueAs(known.settings[name]?.type ?? 'text', resolved)] as const;
  });
  const listed = [
    ...(known.attributes === undefined ? [] : [attributesIn(valueOf(properties, known.attributes), scope)]),
    ...(known.hasParameters === true ? [parametersIn(valueOf(properties, 'Parameters'), scope)] : []),
  ];
  const settings = [
    ...own,
    ...listed.flatMap((each) => Object.entries(each)),
    ...(included === null ? [] : [[OTHER_SETTINGS, unknownIn(included)] as const]),
  ];
  return Object.fromEntries(settings.filter(isWritten).filter(([name]) => name !== ''));
}

function valueAs(type: SettingType, resolved: Value | null): Fact | null {
  switch (type) {
    case 'text':
      return textSetting(resolved);
    case 'part':
      return ifWritten(resolved, toPartialFact);
    case 'number':
      return asNumber(resolved);
    case 'boolean':
      return asBoolean(resolved);
    case 'structure':
      return asStructure(resolved);
    default:
      return ifWritten(resolved, toFact);
  }
}

/** A list of `Key` and `Value`. */
function attributesIn(node: Node | null, scope: Scope): Record<string, Fact> {
  if (node === null) return {};
  return settingsIn(node, scope, OTHER_SETTINGS, (list) => {
    if (list.kind === 'list')
      return Object.fromEntries(list.items.flatMap((item) => Object.entries(attributesIn(item, scope))));
    const value = ifWritten(propertyOf(list, 'Value', scope), toTextFact);
    return value === null ? {} : { [textOf(valueOf(list, 'Key')) ?? '']: value };
  });
}

/** A map of MySQL parameters. What an included file adds to it is not known. */
function parametersIn(node: Node | null, scope: Scope): Record<string, Fact> {
  if (node === null) return {};
  return settingsIn(node, scope, OTHER_PARAMETERS, (map) => {
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

/** A resource of the template is known by its logical id where AWS makes up its name. */
function textSetting(resolved: Value | null): Fact | null {
  const [target, ...others] = resourcesIn(resolved);
  const isReference = target !== undefined && others.length === 0;
  if (
    resolved?.kind !== 'unknown' ||
    resolved.partial !== undefined ||
    resolved.span === null ||
    !isReference
  )
    return ifWritten(resolved, toTextFact);
  return toFact(scalarAt(target, resolved.span));
}
