import { text } from '../../../l10n/index.ts';
import {
  type Stated,
  type MapValue,
  scalarOf,
  stringOf,
  toStated,
  toStatedText,
  type Value,
} from '../../../values/index.ts';
import { plainName } from '../../../vocabulary/index.ts';

/** Fields of a pair, as tools call them. No engine has a parameter of such a name. */
const NAMES: ReadonlySet<string> = new Set(['name', 'parametername', 'key']);
const VALUES: ReadonlySet<string> = new Set(['value', 'parametervalue']);

/**
 * What a map sets, or a list of names and values: the parameters of a group, the attributes of a load balancer. Each is a
 * setting of its own name, as it is written. `others` is the setting that says why there may be more of them.
 */
export function namedValues(value: Value, others: string): Record<string, Stated> {
  switch (value.kind) {
    case 'scalar':
      return {};
    case 'unknown':
      return { [others]: toStated(value) };
    case 'choice':
      return inCommon(value.options.map(({ result }) => namedValues(result, others)));
    case 'list': {
      const parts = [...value.items, ...(value.rest === undefined ? [] : [value.rest])];
      return Object.fromEntries(parts.flatMap((part) => Object.entries(namedValues(part, others))));
    }
    case 'map': {
      const name = fieldAmong(NAMES, value);
      return name === null
        ? valuesOfMap(value, others)
        : valueOfPair(name, fieldAmong(VALUES, value), others);
    }
  }
}

function fieldAmong(names: ReadonlySet<string>, { fields }: MapValue): Value | null {
  for (const [name, field] of fields) if (names.has(plainName(name))) return field;
  return null;
}

function valueOfPair(name: Value, value: Value | null, others: string): Record<string, Stated> {
  const known = stringOf(name);
  if (known === null) return { [others]: toStated(name) };
  return value === null || isNull(value) ? {} : { [known]: toStatedText(value) };
}

function valuesOfMap({ fields, isComplete }: MapValue, others: string): Record<string, Stated> {
  const known = [...fields].flatMap(([name, field]): [string, Stated][] =>
    isNull(field) ? [] : [[name, toStatedText(field)]],
  );
  const open: Stated = { state: 'unknown', reason: text('inventory.severalValues') };
  return Object.fromEntries(isComplete ? known : [...known, [others, open]]);
}

function isNull(value: Value): boolean {
  return scalarOf(value)?.value === null;
}

/** The settings that several possible groups have alike; where they differ a setting is not known. */
function inCommon(groups: readonly Readonly<Record<string, Stated>>[]): Record<string, Stated> {
  const [only, ...others] = groups;
  if (only === undefined || others.length === 0) return { ...only };
  const settings: Record<string, Stated> = {};
  for (const name of new Set(groups.flatMap((group) => Object.keys(group)))) {
    const value = only[name];
    const isCommon = value?.state === 'known' && others.every((other) => isSame(other[name], value.value));
    settings[name] = isCommon ? value : { state: 'unknown', reason: text('inventory.severalValues') };
  }
  return settings;
}

function isSame(value: Stated | undefined, known: unknown): boolean {
  return value?.state === 'known' && value.value === known;
}
