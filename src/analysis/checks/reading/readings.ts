import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue, type Text } from '../../../model/index.ts';
import { defaultOf, userGivenName, writtenName } from '../../../vocabulary/index.ts';
import { TOOL_NAMES } from './defaults.ts';

/** Value of a setting, with the sentence that proves it. */
export type Reading =
  | { state: 'known'; value: SettingValue; isDefault: boolean; evidence: Text }
  | { state: 'unknown'; evidence: Text };

/** Reading of a setting: as written, else the default of the tool, else unknown. */
export function readSetting(asset: Asset, setting: string): Reading {
  const name = nameOf(asset, setting);
  const value = asset.settings[setting];
  if (value !== undefined && value !== null) {
    const evidence = text('evidence.setting', { asset: asset.name, name, value: shownValue(value) });
    return { state: 'known', value, isDefault: false, evidence };
  }
  if (isUnknownSetting(asset, setting)) {
    const because = asset.unknownBecause?.[setting];
    if (because !== undefined)
      return {
        state: 'unknown',
        evidence: text('evidence.unknownBecause', { asset: asset.name, name, because }),
      };
    const key = asset.unknownSettings.includes(setting) ? 'evidence.unknownSetting' : 'evidence.notSeen';
    const evidence = unknownValueReason(asset, text(key, { asset: asset.name, name }), name);
    return { state: 'unknown', evidence };
  }
  const fallback = defaultOf(asset, setting);
  const tool = TOOL_NAMES[asset.source];
  if (fallback === undefined) {
    return { state: 'unknown', evidence: text('evidence.notWritten', { asset: asset.name, name, tool }) };
  }
  const evidence = text('evidence.default', { asset: asset.name, name, tool, value: shownValue(fallback) });
  return { state: 'known', value: fallback, isDefault: true, evidence };
}

/** Name of an asset in sentences: its own name, else its name in code. */
export function displayName(asset: Asset): string {
  return userGivenName(asset) ?? asset.name;
}

/** Name of a setting in its tool, else in the API. */
export function nameOf(asset: Asset, setting: string): string {
  return writtenName(asset, setting) ?? setting;
}

/** Reason why a value is unknown: in code only a deployment decides it; in an account the scan could not read it. */
export function unknownValueReason({ source, name: asset }: Asset, inCode: Text, name?: string): Text {
  if (source !== 'api') return inCode;
  return name === undefined
    ? text('evidence.assetNotRead', { asset })
    : text('evidence.settingNotRead', { asset, name });
}

/** True if a setting is written; null if unknown. */
export function isWritten(asset: Asset, setting: string): boolean | null {
  const value = asset.settings[setting];
  if (value !== undefined && value !== null) return true;
  return isUnknownSetting(asset, setting) ? null : false;
}

export function textOf(value: SettingValue | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

export function numberOf(value: SettingValue | undefined): number | null {
  const written = textOf(value);
  return written !== null && /^-?\d+(?:\.\d+)?$/.test(written.trim()) ? Number(written) : null;
}

/** Items of a list; an object counts as a list of one, since Terraform's blocks can repeat. */
export function listOf(value: SettingValue | undefined): readonly SettingValue[] {
  if (Array.isArray(value)) return value as readonly SettingValue[];
  return typeof value === 'object' && value !== null ? [value] : [];
}

export function textsOf(value: SettingValue | undefined): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? []);
}

/** Field of an object, or of the only object in a list, since Terraform's blocks can repeat. */
export function fieldOf(
  value: SettingValue | undefined,
  ...path: readonly string[]
): SettingValue | undefined {
  return path.reduce<SettingValue | undefined>((inner, name) => {
    const object = Array.isArray(inner) ? (inner as readonly SettingValue[])[0] : inner;
    return typeof object === 'object' && object !== null && !Array.isArray(object)
      ? (object as Readonly<Record<string, SettingValue>>)[name]
      : undefined;
  }, value);
}

/** True if a field is set to an unknown value, which is null within an object. */
export function isUnknownField(value: SettingValue | undefined, ...path: readonly string[]): boolean {
  return fieldOf(value, ...path) === null;
}

/** True for `1`, `ON`, `true`: ways of tools and engines to switch something on. */
export function isOn(value: SettingValue | undefined): boolean {
  return /^(?:1|on|true|yes|enabled)$/i.test(textOf(value) ?? '');
}

const MAX_SHOWN_LENGTH = 80;

/** Value in a sentence: lists by their items, objects by their fields, long texts shortened. */
function shownValue(value: SettingValue): string {
  if (Array.isArray(value) && value.length === 0) return '[]';
  const isPlainList =
    Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
  const written = valueWords(value);
  return !isPlainList && written.length > MAX_SHOWN_LENGTH
    ? `${written.slice(0, MAX_SHOWN_LENGTH)}…`
    : written;
}

function valueWords(value: SettingValue): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return (value as readonly SettingValue[]).map(valueWords).join(', ');
  return Object.entries(value)
    .map(([name, field]) => `${name} ${valueWords(field)}`)
    .join(', ');
}

/** Names in a setting that lists names, or objects with names. */
export function namesIn(value: SettingValue | undefined, field: string): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, field)) ?? []);
}
