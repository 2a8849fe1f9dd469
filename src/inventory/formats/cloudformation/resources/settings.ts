import type { Fact } from '../../../resources/draft.ts';
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
import { settingName } from './api-names.ts';
import { asBoolean, asNumber, asStructure, propertyOf } from './properties.ts';
import { settingsIn } from '../values/conditional-settings.ts';
import { resolve } from '../values/resolve.ts';
import { targetsOf, toPartialText, toSetting, toText, type Resolved } from '../values/resolved.ts';
import type { ResourceRule } from './resource-rules.ts';
import { scopeFor, type Scope, type Stack } from '../values/scope.ts';
import type { Resource } from '../templates/template.ts';

/** Puts in what another file holds, beside what is written. */
const INCLUDED = 'Fn::Transform';

/** Texts that tell much even where a part of them is not known. */
const PARTIAL_TEXTS: ReadonlySet<string> = new Set([
  'LogGroupName',
  'LaunchTemplateData.UserData',
  'UserData',
]);

/** Everything that a rule wants to know of a resource, as settings; `user` is who uses the values. */
export function settingsOf(
  { properties }: Pick<Resource, 'properties'>,
  rule: ResourceRule,
  stack: Stack,
  user: string,
): Record<string, Fact> {
  const read = (property: string, from = properties) => propertyOf(from, property, scopeFor(stack, user));
  const named = (
    list: readonly string[] | undefined,
    convert: (resolved: Resolved, property: string) => Fact | null,
  ) => (list ?? []).map((property) => [settingName(property), convert(read(property), property)] as const);
  const included = entryOf(properties, INCLUDED);
  const settings = [
    ...named(rule.texts, textSetting),
    ...named(rule.numbers, asNumber),
    ...named(rule.booleans, asBoolean),
    ...named(rule.structures, asStructure),
    ...named(rule.verbatim, toSetting),
    ...(rule.attributes ?? []).flatMap((property) =>
      Object.entries(attributesIn(valueOf(properties, property), scopeFor(stack, user))),
    ),
    ...(rule.parameters ?? []).flatMap((property) =>
      Object.entries(parametersIn(valueOf(properties, property), scopeFor(stack, user))),
    ),
    ...(included === null ? [] : [[OTHER_SETTINGS, unknownIn(included)] as const]),
  ];
  return Object.fromEntries(settings.filter(isWritten).filter(([name]) => name !== ''));
}

/** A list of `Key` and `Value`. */
function attributesIn(node: Node | null, scope: Scope): Record<string, Fact> {
  if (node === null) return {};
  return settingsIn(node, scope, OTHER_SETTINGS, (list) => {
    if (list.kind === 'list')
      return Object.fromEntries(list.items.flatMap((item) => Object.entries(attributesIn(item, scope))));
    const value = toText(propertyOf(list, 'Value', scope));
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
        : ([entry.key, toText(resolve(entry.value, scope))] as const),
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
function textSetting(resolved: Resolved, property: string): Fact | null {
  if (PARTIAL_TEXTS.has(property)) return toPartialText(resolved);
  const [target, ...others] = targetsOf(resolved);
  const isReference = target !== undefined && others.length === 0;
  if (resolved.state !== 'unknown' || resolved.partial !== null || !isReference) return toText(resolved);
  return { state: 'known', value: target, at: resolved.at, how: 'literal', uses: [] };
}
