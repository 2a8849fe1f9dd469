import * as z from 'zod';
import type { AssetKind, Settings, SettingValue } from '../../model/index.ts';
import { apiName, isStructure, resourcesOfKind, type Setting } from '../../vocabulary/index.ts';
import { parsedJson } from '../resources/setting-values.ts';
import { toSetting } from './asset.ts';

const METRIC_FIELD = z.object({ metric: z.string(), granularity: z.string().optional() });

/** Settings of a resource of a kind, read from an answer. With `call`, only the settings that this call provides. */
export function settingsFrom(kind: AssetKind, answer: object, call?: string): Settings {
  const fields = new Map(Object.entries(answer).map(([field, value]) => [apiName(field), value as unknown]));
  const entries = rowsOfCall(kind, call).flatMap(([name, row]) => {
    const written = row.answer === undefined ? fields.get(name) : valueAt(answer, row.answer);
    const value = settingValueOf(row, toSetting(written));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Settings that a separate call returns for a resource. Null means that the call failed. */
export function settingsByCall(
  call: string,
  kind: AssetKind,
  answer: object | null,
): { settings: Settings; unknownSettings: string[] } {
  if (answer !== null) return { settings: settingsFrom(kind, answer, call), unknownSettings: [] };
  return { settings: {}, unknownSettings: rowsOfCall(kind, call).map(([name]) => name) };
}

function rowsOfCall(kind: AssetKind, call: string | undefined): (readonly [name: string, row: Setting])[] {
  return resourcesOfKind(kind).flatMap(({ settings }) =>
    Object.entries(settings).filter(([, row]) => row.call === call),
  );
}

function valueAt(answer: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }, answer);
}

/** Value of an answer, in the shape that the setting has in code. */
export function settingValueOf(row: Setting, value: SettingValue | undefined): SettingValue | undefined {
  const { type, answer } = row;
  const isOther = answer !== undefined || (isStructure(type) && type !== 'structure');
  if (value === undefined || (isOther && isStructure(type) && isEmpty(value))) return undefined;
  if (type === 'collections') return metricCollectionOf(value);
  if (typeof value !== 'string') return value;
  if (type === 'verbatim') return parsedJson(value);
  if (!isOther) return value;
  if (type === 'boolean') return value.startsWith('enabl');
  // A list as one text: `subnet-1,subnet-2`.
  return isStructure(type) ? value.split(',').filter((each) => each !== '') : value;
}

function isEmpty(value: SettingValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Metrics collection for all metrics, each of which the API returns with its granularity. */
function metricCollectionOf(metrics: SettingValue): SettingValue {
  const all = z.array(METRIC_FIELD).safeParse(metrics).data ?? [];
  return [{ granularity: all[0]?.granularity ?? '1Minute', metrics: all.map(({ metric }) => metric) }];
}
