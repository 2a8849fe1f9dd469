import type { Asset, Change as Wish, MetricDimension } from '../../model/index.ts';

/** What tells somebody about an asset. */
export type Alert = Extract<Wish, { kind: 'alarm' | 'event-subscription' | 'notification' }>;
export type Alarm = Extract<Wish, { kind: 'alarm' }>;

/** The settings of an alarm in the order in which they read. */
export function ruleSettings<T>(
  { rule }: Alarm,
  ofText: (text: string) => T,
  ofNumber: (number: number) => T,
): Record<string, T> {
  const { statistic, comparison, threshold, evaluationPeriods, datapointsToAlarm, treatMissingData } = rule;
  return {
    statistic: ofText(statistic),
    comparisonOperator: ofText(comparison),
    threshold: ofNumber(threshold),
    period: ofNumber(60),
    evaluationPeriods: ofNumber(evaluationPeriods),
    ...(datapointsToAlarm !== undefined && { datapointsToAlarm: ofNumber(datapointsToAlarm) }),
    ...(treatMissingData !== undefined && { treatMissingData: ofText(treatMissingData) }),
  };
}

/** Whether the code has something of that name. */
export function isTaken(address: string, assets: readonly Asset[]): boolean {
  return assets.some(({ name }) => name === address);
}

/** Words that are themselves; others stand for what is to be replaced, which code must not hold. */
const FIXED: ReadonlySet<string> = new Set(['WRITER', 'READER']);

/**
 * The values of an alarm's dimensions, where `nameOf` tells what the code calls an asset. Null where one of them is out of
 * reach, or only a command could say it.
 */
export function dimensionsOf<T>(
  { dimensions }: Alarm,
  assets: readonly Asset[],
  nameOf: (asset: Asset) => T | null,
  ofText: (text: string) => T,
): (readonly [name: string, value: T])[] | null {
  const rows: (readonly [name: string, value: T])[] = [];
  for (const { name, value } of dimensions) {
    const written = valueIn(value, assets, nameOf, ofText);
    if (written === null) return null;
    rows.push([name, written]);
  }
  return rows;
}

function valueIn<T>(
  value: MetricDimension['value'],
  assets: readonly Asset[],
  nameOf: (asset: Asset) => T | null,
  ofText: (text: string) => T,
): T | null {
  if (typeof value === 'string') return FIXED.has(value) ? ofText(value) : null;
  const asset = assets.find(({ id }) => id === value.assetId);
  return asset === undefined ? null : nameOf(asset);
}
