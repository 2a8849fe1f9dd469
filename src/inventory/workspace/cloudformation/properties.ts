import type { SettingValue } from '../../../model/index.ts';
import type { Value } from '../draft.ts';
import { entryOf, locate, valueOf, type Node } from '../document/node.ts';
import { resolve } from './resolve.ts';
import { ABSENT, usedAt, type Resolved } from './resolved.ts';
import type { Scope } from './scope.ts';

/** A property's value, followed to where it is written; absent when the resource does not write it. */
export function propertyOf(properties: Node | null, path: string, scope: Scope): Resolved {
  const keys = path.split('.');
  const entry = entryOf(valueOf(properties, ...keys.slice(0, -1)), keys.at(-1) ?? '');
  if (entry === null) return ABSENT;
  const resolved = resolve(entry.value, scope);
  if (entry.alias === null || resolved.state !== 'known') return resolved;
  const how = resolved.how === 'literal' ? 'variable' : resolved.how;
  return usedAt({ ...resolved, how }, { location: locate(entry.alias), name: scope.user });
}

/** `"300"` is 300: JSON templates and parameters write numbers as text. */
export function asNumber(value: Value): Value {
  return withValue(value, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text));
}

export function asBoolean(value: Value): Value {
  return withValue(value, (text) => {
    if (/^true$/i.test(text)) return true;
    return /^false$/i.test(text) ? false : text;
  });
}

function withValue(value: Value, convert: (text: string) => SettingValue): Value {
  if (value.state === 'unknown' || typeof value.value !== 'string') return value;
  return { ...value, value: convert(value.value) };
}
