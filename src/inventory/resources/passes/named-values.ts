import { text } from '../../../l10n/index.ts';
import {
  type SettingFact,
  type MapValue,
  scalarOf,
  stringOf,
  toSettingFact,
  toTextSettingFact,
  type Value,
} from '../../../values/index.ts';
import { plainName } from '../../../vocabulary/index.ts';

/** Field names of a name-value pair. No engine has a parameter of these names. */
const NAME_FIELDS: ReadonlySet<string> = new Set(['name', 'parametername', 'key']);
const VALUE_FIELDS: ReadonlySet<string> = new Set(['value', 'parametervalue']);

/**
 * Settings in a map, or in a list of name-value pairs: parameters of a group, attributes of a load balancer. Each
 * becomes a setting of its own name. `others` is the setting with the reason why there may be more.
 */
export function namedValues(value: Value, others: string): Record<string, SettingFact> {
  switch (value.kind) {
    case 'scalar':
      return {};
    case 'unknown':
      return { [others]: toSettingFact(value) };
    case 'choice':
      return commonFields(value.options.map(({ result }) => namedValues(result, others)));
    case 'list': {
      const parts = [...value.items, ...(value.rest === undefined ? [] : [value.rest])];
      return Object.fromEntries(parts.flatMap((part) => Object.entries(namedValues(part, others))));
    }
    case 'map': {
      const name = fieldAmong(NAME_FIELDS, value);
      return name === null
        ? valuesOfMap(value, others)
        : valueOfPair(name, fieldAmong(VALUE_FIELDS, value), others);
    }
  }
}

function fieldAmong(names: ReadonlySet<string>, { fields }: MapValue): Value | null {
  for (const [name, field] of fields) if (names.has(plainName(name))) return field;
  return null;
}

function valueOfPair(name: Value, value: Value | null, others: string): Record<string, SettingFact> {
  const known = stringOf(name);
  if (known === null) return { [others]: toSettingFact(name) };
  return value === null || isNull(value) ? {} : { [known]: toTextSettingFact(value) };
}

function valuesOfMap({ fields, isComplete }: MapValue, others: string): Record<string, SettingFact> {
  const known = [...fields].flatMap(([name, field]): [string, SettingFact][] =>
    isNull(field) ? [] : [[name, toTextSettingFact(field)]],
  );
  const open: SettingFact = { state: 'unknown', reason: text('inventory.severalValues') };
  return Object.fromEntries(isComplete ? known : [...known, [others, open]]);
}

function isNull(value: Value): boolean {
  return scalarOf(value)?.value === null;
}

/** Settings on which several possible groups agree; others are unknown. */
function commonFields(groups: readonly Readonly<Record<string, SettingFact>>[]): Record<string, SettingFact> {
  const [only, ...others] = groups;
  if (only === undefined || others.length === 0) return { ...only };
  const settings: Record<string, SettingFact> = {};
  for (const name of new Set(groups.flatMap((group) => Object.keys(group)))) {
    const value = only[name];
    const isCommon = value?.state === 'known' && others.every((other) => isSame(other[name], value.value));
    settings[name] = isCommon ? value : { state: 'unknown', reason: text('inventory.severalValues') };
  }
  return settings;
}

function isSame(value: SettingFact | undefined, known: unknown): boolean {
  return value?.state === 'known' && value.value === known;
}
