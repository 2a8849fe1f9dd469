import type { Value } from '../draft.ts';
import { entriesOf, itemsOf, textOf, valueOf } from '../document/node.ts';
import { settingName } from './api-names.ts';
import { asBoolean, asNumber, asStructure, propertyOf } from './properties.ts';
import { resolve } from './resolve.ts';
import { targetsOf, toPartialText, toSetting, toText, type Resolved } from './resolved.ts';
import type { ResourceRule } from './resource-rules.ts';
import { scopeFor, type Stack } from './scope.ts';
import type { Resource } from './template.ts';

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
): Record<string, Value> {
  const read = (property: string, from = properties) => propertyOf(from, property, scopeFor(stack, user));
  const named = (
    list: readonly string[] | undefined,
    convert: (resolved: Resolved, property: string) => Value | null,
  ) => (list ?? []).map((property) => [settingName(property), convert(read(property), property)] as const);
  const settings = [
    ...named(rule.texts, textSetting),
    ...named(rule.numbers, asNumber),
    ...named(rule.booleans, asBoolean),
    ...named(rule.structures, asStructure),
    ...named(rule.verbatim, toSetting),
    ...(rule.attributes ?? []).flatMap((property) =>
      itemsOf(valueOf(properties, property)).map(
        (item) => [textOf(valueOf(item, 'Key')) ?? '', toText(read('Value', item))] as const,
      ),
    ),
    ...entriesOf(rule.parameters === undefined ? null : valueOf(properties, rule.parameters)).map(
      ({ key, value }) => [key, toText(resolve(value, scopeFor(stack, user)))] as const,
    ),
  ];
  const written = settings.filter(
    (setting): setting is [string, Value] => setting[1] !== null && setting[0] !== '',
  );
  return Object.fromEntries(written);
}

/** A resource of the template is known by its logical id where AWS makes up its name. */
function textSetting(resolved: Resolved, property: string): Value | null {
  if (PARTIAL_TEXTS.has(property)) return toPartialText(resolved);
  const [target, ...others] = targetsOf(resolved);
  const isReference = target !== undefined && others.length === 0;
  if (resolved.state !== 'unknown' || resolved.partial !== null || !isReference) return toText(resolved);
  return { state: 'known', value: target, at: resolved.at, how: 'literal', uses: [] };
}
