import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue, type Text } from '../../../model/index.ts';
import { defaultOf, givenName, writtenName } from '../../../vocabulary/index.ts';
import { TOOL_NAMES } from './defaults.ts';

/** What a setting says, with the sentence that proves it. */
export type Reading =
  | { state: 'known'; value: SettingValue; isDefault: boolean; evidence: Text }
  | { state: 'unknown'; evidence: Text };

/** A setting of an asset: as written, else the default of the tool that writes it, else unknown. */
export function read(asset: Asset, setting: string): Reading {
  const name = nameOf(asset, setting);
  const value = asset.settings[setting];
  if (value !== undefined && value !== null) {
    const evidence = text('evidence.setting', { asset: asset.name, name, value: show(value) });
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
    const evidence = unreadable(asset, text(key, { asset: asset.name, name }), name);
    return { state: 'unknown', evidence };
  }
  const fallback = defaultOf(asset, setting);
  const tool = TOOL_NAMES[asset.source];
  if (fallback === undefined) {
    return { state: 'unknown', evidence: text('evidence.notWritten', { asset: asset.name, name, tool }) };
  }
  const evidence = text('evidence.default', { asset: asset.name, name, tool, value: show(fallback) });
  return { state: 'known', value: fallback, isDefault: true, evidence };
}

/** What people call an asset: its own name, else what the code calls it. */
export function shownName(asset: Asset): string {
  return givenName(asset) ?? asset.name;
}

/** A setting as its tool writes it, else as the API names it. */
export function nameOf(asset: Asset, setting: string): string {
  return writtenName(asset, setting) ?? setting;
}

/** Why something is unknown: of code only a deployment tells it; of what runs the scan could not read it. */
export function unreadable({ source, name: asset }: Asset, inCode: Text, name?: string): Text {
  if (source !== 'api') return inCode;
  return name === undefined
    ? text('evidence.assetNotRead', { asset })
    : text('evidence.settingNotRead', { asset, name });
}

/** Whether a setting is written at all; null when that cannot be told. */
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

/** The items of a list; an object is the one of its list: Terraform's blocks can repeat, and a single one is no list. */
export function listOf(value: SettingValue | undefined): readonly SettingValue[] {
  if (Array.isArray(value)) return value as readonly SettingValue[];
  return typeof value === 'object' && value !== null ? [value] : [];
}

export function textsOf(value: SettingValue | undefined): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? []);
}

/** A field of an object, or of the one object in a list: Terraform writes blocks, which can repeat. */
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

/** Whether a field is written but unknown: inside an object that is null. */
export function isHidden(value: SettingValue | undefined, ...path: readonly string[]): boolean {
  return fieldOf(value, ...path) === null;
}

/** `1`, `ON`, `true`: how tools and engines write that something is on. */
export function isOn(value: SettingValue | undefined): boolean {
  return /^(?:1|on|true|yes|enabled)$/i.test(textOf(value) ?? '');
}

const LONGEST = 80;

/** A value in a sentence: lists by their items, objects by their fields, long texts shortened. */
function show(value: SettingValue): string {
  if (Array.isArray(value) && value.length === 0) return '[]';
  const isPlainList =
    Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
  const written = valueWords(value);
  return !isPlainList && written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}

function valueWords(value: SettingValue): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return (value as readonly SettingValue[]).map(valueWords).join(', ');
  return Object.entries(value)
    .map(([name, field]) => `${name} ${valueWords(field)}`)
    .join(', ');
}

/** The names in a setting that is a list of names or of objects that have one. */
export function namesIn(value: SettingValue | undefined, field: string): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, field)) ?? []);
}
