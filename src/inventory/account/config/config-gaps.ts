import type { AssetKind, Settings, SettingValue } from '../../../model/index.ts';
import { resourcesOfKind, type Resource } from '../../../vocabulary/index.ts';
import { settingValueOf } from '../answers.ts';
import { toSetting } from '../asset.ts';

export const NOTHING_RECORDED: NonNullable<Resource['config']> = { always: [], often: [], never: [] };

/** Settings that AWS Config recorded for a resource. */
export function recordedSettings(
  kind: AssetKind,
  configuration: Readonly<Record<string, unknown>>,
): Record<string, SettingValue> {
  const { always, often, spelled = {} } = configRecordOf(kind);
  const entries = [...often, ...always].flatMap((name) => {
    const row = resourcesOfKind(kind)[0]?.settings[name];
    const recorded = toSetting(configuration[spelled[name] ?? name]);
    const value = row === undefined ? recorded : settingValueOf(row, recorded);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Names of the settings that AWS Config did not record for a resource. */
export function unrecordedSettings(kind: AssetKind, settings: Settings): string[] {
  const { never, always } = configRecordOf(kind);
  return [...never, ...always.filter((name) => settings[name] === undefined)];
}

function configRecordOf(kind: AssetKind): NonNullable<Resource['config']> {
  return resourcesOfKind(kind)[0]?.config ?? NOTHING_RECORDED;
}
