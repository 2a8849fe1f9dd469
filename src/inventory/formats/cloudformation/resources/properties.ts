import type { SettingValue } from '../../../../model/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { ifWritten, toFact } from '../../../values/facts.ts';
import { usedAt, type Value } from '../../../values/value.ts';
import { entryOf, locate, valueOf, type Node } from '../../../../syntax/index.ts';
import { withApiNames } from '../../../../vocabulary/index.ts';
import { resolve, type Scope } from '../values/scope.ts';

/** A property's value, followed to where it is written; absent when the resource does not write it. */
export function propertyOf(properties: Node | null, path: string, scope: Scope): Value | null {
  const keys = path.split('.');
  const entry = entryOf(valueOf(properties, ...keys.slice(0, -1)), keys.at(-1) ?? '');
  if (entry === null) return null;
  const resolved = resolve(entry.value, scope);
  return entry.alias === null
    ? resolved
    : usedAt(resolved, { location: locate(entry.alias), name: scope.user }, 'variable');
}

/** `"300"` is 300: JSON templates and parameters write numbers as text. */
export function asNumber(resolved: Value | null): Fact | null {
  return converted(resolved, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text));
}

export function asBoolean(resolved: Value | null): Fact | null {
  return converted(resolved, (text) => {
    if (/^true$/i.test(text)) return true;
    return /^false$/i.test(text) ? false : text;
  });
}

/** A list or map with the API's field names. */
export function asStructure(resolved: Value | null): Fact | null {
  const value = ifWritten(resolved, toFact);
  return value?.state === 'known' ? { ...value, value: withApiNames(value.value) } : value;
}

function converted(resolved: Value | null, convert: (text: string) => SettingValue): Fact | null {
  const value = ifWritten(resolved, toFact);
  if (value?.state !== 'known' || typeof value.value !== 'string') return value;
  return { ...value, value: convert(value.value) };
}
