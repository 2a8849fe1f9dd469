import { userGivenName } from '../../../../vocabulary/index.ts';
import {
  memoize,
  isUnknownSetting,
  getOrInsert,
  type Asset,
  type AssetKind,
  type SettingValue,
} from '../../../../model/index.ts';
import type { Graph } from '../../reading/graph.ts';
import { arnSuffix } from './dimensions.ts';
import { fieldOf, isUnknownField, listOf, textOf } from '../../reading/readings.ts';

// Matches alarms with the assets that they can watch; indexed, since a repository has thousands of both.

type Certainty = 'yes' | 'no' | 'unknown';

/** CloudWatch namespaces of the watched assets: metrics of other services have the same names. */
const NAMESPACES: Partial<Record<AssetKind, RegExp>> = {
  database: /^AWS\/RDS$/,
  'db-instance': /^AWS\/RDS$/,
  'auto-scaling-group': /^AWS\/AutoScaling$/,
  'target-group': /^AWS\/\w+ELB$/,
  'load-balancer': /^AWS\/\w+ELB$/,
};

/** Certainty that an alarm watches one of these metrics of one of some assets. An unknown name may match. */
export function watchCertainty(
  alarm: Asset,
  metrics: readonly string[],
  subjects: readonly Asset[],
): Certainty {
  const looks = usesMetric(alarm, metrics, subjects);
  const isAbout = watchesOne(alarm, subjects);
  if (looks === 'yes' && isAbout === 'yes') return 'yes';
  return isAbout === 'no' || (looks === 'no' && !mayBeAnyMetric(alarm)) ? 'no' : 'unknown';
}

/** Certainty that an alarm uses one of the metrics, directly or in its metric math. */
function usesMetric(alarm: Asset, metrics: readonly string[], subjects: readonly Asset[]): Certainty {
  const certainties = metricsOf(alarm).map((metric): Certainty => {
    if (!metrics.includes(metric.name ?? '')) return 'no';
    const written = textOf(metric.namespace);
    // A metric made by a construct does not show its namespace.
    if (written === null) return metric.isHidden ? 'unknown' : 'yes';
    return subjects.some(({ kind }) => NAMESPACES[kind]?.test(written) === true) ? 'yes' : 'no';
  });
  return (['yes', 'unknown'] as const).find((each) => certainties.includes(each)) ?? 'no';
}

function watchesOne(alarm: Asset, subjects: readonly Asset[]): Certainty {
  const watched = watchedBy(alarm);
  switch (watched.is) {
    case 'assets':
      return subjects.some(({ id }) => watched.ids.includes(id)) ? 'yes' : 'no';
    case 'names':
      return subjects.flatMap(identifiersOf).some((name) => watched.names.includes(name)) ? 'yes' : 'no';
    case 'all':
      return 'yes';
    case 'unknown':
      return 'unknown';
  }
}

/** Alarms that can watch one of the metrics of one of the assets, from an index and in the order of the inventory. */
export function alarmsFor(
  graph: Graph,
  subjects: readonly [Asset, ...Asset[]],
  metrics: readonly string[],
): readonly Asset[] {
  const { order, byKey } = indexOf(graph.around(subjects[0], 'alarm'));
  const watched = [
    ANY_NAME,
    ...subjects.flatMap((subject) => [idKey(subject.id), ...identifiersOf(subject).map(nameKey)]),
  ];
  const lists = [ANY_NAME, ...metrics].flatMap((metric) =>
    watched.map((key) => byKey.get(`${metric} ${key}`)).filter((list) => list !== undefined),
  );
  const [only = [], ...others] = lists;
  if (others.length === 0) return only;
  return [...new Set(lists.flat())].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Index key for unknown names, and for alarms on everything. */
const ANY_NAME = '*';
const idKey = (id: string): string => `id ${id}`;
const nameKey = (name: string): string => `name ${name}`;

/** Alarms by metric and watched asset. */
const indexOf = memoize((alarms: readonly Asset[]) => {
  const byKey = new Map<string, Asset[]>();
  for (const alarm of alarms) {
    const named = metricsOf(alarm).flatMap(({ name }) => name ?? []);
    for (const metric of new Set(mayBeAnyMetric(alarm) ? [ANY_NAME, ...named] : named))
      for (const key of new Set(keysOf(watchedBy(alarm))))
        getOrInsert(byKey, `${metric} ${key}`, () => []).push(alarm);
  }
  return { order: new Map(alarms.map((alarm, nth) => [alarm, nth])), byKey };
});

function keysOf(watched: Watched): string[] {
  if (watched.is === 'assets') return watched.ids.map(idKey);
  return watched.is === 'names' ? watched.names.map(nameKey) : [ANY_NAME];
}

interface Metric {
  name: string | null;
  namespace: SettingValue | undefined;
  isHidden: boolean;
}

function metricsOf(alarm: Asset): Metric[] {
  const { metricName, namespace, metrics } = alarm.settings;
  const own = { name: textOf(metricName), namespace, isHidden: isUnknownSetting(alarm, 'namespace') };
  const inMath = listOf(metrics).map((query): Metric => {
    const part = (field: string) => fieldOf(query, 'metricStat', 'metric', field);
    const isOpen = isUnknownField(query, 'metricStat', 'metric', 'namespace');
    return { name: textOf(part('metricName')), namespace: part('namespace'), isHidden: isOpen };
  });
  return [own, ...inMath];
}

function mayBeAnyMetric(alarm: Asset): boolean {
  return (
    ['metricName', 'metrics'].some((name) => isUnknownSetting(alarm, name)) ||
    listOf(alarm.settings.metrics).some((query) =>
      isUnknownField(query, 'metricStat', 'metric', 'metricName'),
    )
  );
}

/** Assets that an alarm watches. Without dimensions a metric is the sum over everything in the account. */
type Watched =
  | { is: 'assets'; ids: readonly string[] }
  | { is: 'names'; names: readonly string[] }
  | { is: 'all' }
  | { is: 'unknown' };

const watchedBy = memoize((alarm: Asset): Watched => {
  const linked = alarm.links.filter(({ role }) => role === 'watches').map(({ assetId }) => assetId);
  if (linked.length > 0) return { is: 'assets', ids: linked };
  if (isUnknownSetting(alarm, 'dimensions') || isUnknownSetting(alarm, 'metrics')) return { is: 'unknown' };
  const names = dimensionsOf(alarm);
  const known = names.filter((name) => name !== null);
  if (known.length < names.length) return { is: 'unknown' };
  return names.length === 0 ? { is: 'all' } : { is: 'names', names: known };
});

/** Values of an alarm's dimensions; null for an unknown one. */
function dimensionsOf(alarm: Asset): (string | null)[] {
  const lists = [
    listOf(alarm.settings.dimensions),
    ...listOf(alarm.settings.metrics).map((query) =>
      listOf(fieldOf(query, 'metricStat', 'metric', 'dimensions')),
    ),
  ];
  return lists.flat().map((dimension) => textOf(fieldOf(dimension, 'value')));
}

function identifiersOf(asset: Asset): string[] {
  return [asset.name, userGivenName(asset) ?? [], arnSuffix(asset) ?? []].flat();
}
