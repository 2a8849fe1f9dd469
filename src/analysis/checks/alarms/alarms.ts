import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type Text } from '../../../model/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { bestChain, decisiveLink, follow, nameLink, type Chain, type NamedLink } from '../chain.ts';
import type { Graph } from '../reading/graph.ts';
import { membersOf, unreadMembersReason } from '../subjects/members.ts';
import { readSetting, textOf } from '../reading/readings.ts';
import { actionChain } from '../receivers/actions.ts';
import {
  declaredKind,
  dimensionLink,
  indexIn,
  mayName,
  namesAsset,
  type Candidates,
  type Dimension,
  type Series,
} from './matching/dimensions.ts';
import { factsOf } from './matching/metrics.ts';
import { ruleOf, statisticLink, thresholdLink, timeLink, type Rule } from './matching/ringing.ts';
import { alarmsFor, watchCertainty } from './matching/watching.ts';
import { absentLink } from '../absent-link.ts';

/** Metrics and assets that a check requires an alarm on. */
export interface AlarmDemand {
  /** Alternatives: an alarm on one of them is enough. */
  metrics: readonly [string, ...string[]];
  /** Asset that determines the range of the metrics. */
  about: Asset;
  /** An alarm on one of these covers everything. */
  whole: readonly Asset[];
  /** Alarms on all of these cover everything, too. */
  parts: readonly Asset[];
  /** Seconds within which the alarm has to ring. */
  within: number;
  /** Set for a metric of readers: one reader is enough. */
  isOfReaders?: true;
  /** Set if missing data has to ring the alarm: an instance that is down sends none. */
  isOfLife?: true;
  /** Link that shows if a metric has data at all. */
  published?: (metric: string) => NamedLink;
}

/** Alarm with the links of its chain. */
interface JudgedAlarm {
  chain: Chain;
  /** Parts that the alarm watches; `all` if it watches the whole. */
  covers: readonly Asset[] | 'all';
}

/** Chain of the best alarm: it rings in time when one of the metrics is at its worst, and somebody is notified. */
export function alarmChain(graph: Graph, demand: AlarmDemand): Chain {
  const { metrics, parts, about } = demand;
  const subjects = [about, ...demand.whole, ...parts] as const;
  const judged = alarmsFor(graph, subjects, metrics)
    .filter((alarm) => alarm.count !== 0 && watchCertainty(alarm, metrics, subjects) !== 'no')
    .map((alarm) => judgedAlarm(alarm, demand, graph));
  const [first, ...others] = judged;
  if (first === undefined) return [nameLink('alarm', null, missingAlarm(graph, subjects, metrics))];
  const whole = judged.filter(({ covers }) => covers === 'all').map(({ chain }) => chain);
  const [best, ...rest] = [...whole, ...(parts.length === 0 ? [] : [chainOfParts(judged, demand)])];
  return best === undefined
    ? bestChain([first.chain, ...others.map(({ chain }) => chain)])
    : bestChain([best, ...rest]);
}

/** Chain of the part that is watched worst, since every part needs an alarm. */
function chainOfParts(judged: readonly JudgedAlarm[], { parts, metrics }: AlarmDemand): Chain {
  const chains = parts.map((part): Chain => {
    const own = judged
      .filter(({ covers }) => covers === 'all' || covers.includes(part))
      .map(({ chain }) => chain);
    const [first, ...others] = own;
    const unwatched = failingLink(
      text('evidence.partUnwatched', { asset: part.name, metrics: [...metrics] }),
    );
    return first === undefined ? [nameLink('dimension', part, unwatched)] : bestChain([first, ...others]);
  });
  return (
    chains.find((chain) => decisiveLink(chain)?.outcome === 'fail') ??
    chains.find((chain) => decisiveLink(chain) !== undefined) ??
    chains[0] ??
    []
  );
}

/** A standalone instance is a database. */
const DATABASES = ['db-instance', 'database'] as const;

function judgedAlarm(alarm: Asset, demand: AlarmDemand, graph: Graph): JudgedAlarm {
  const { metrics, about, within, isOfLife, published } = demand;
  const rule = ruleOf(alarm);
  const series = rule.series.find(({ metric }) => metrics.includes(metric));
  const covers = coveredParts(alarm, rule, demand);
  const facts = factsOf(series?.metric ?? '');
  if (series === undefined || facts === null) {
    const evidence = text('evidence.alarmUnclear', { alarm: alarm.name, metrics: [...metrics] });
    return { chain: [nameLink('metric', alarm, unknownLink(evidence))], covers: 'all' };
  }
  const own = {
    alarm,
    rule,
    series,
    facts,
    extent: facts.extent(about, graph),
    together: combinedCount(series, demand),
  };
  const candidates: Candidates = (kinds) =>
    [...new Set(kinds.flatMap((kind) => (kind === 'db-instance' ? DATABASES : [kind])))]
      .flatMap((kind) => graph.around(alarm, kind))
      .filter((asset) => kinds.includes(declaredKind(asset)));
  const evidence = text('evidence.alarm', { alarm: alarm.name, metrics: [series.metric] });
  const looks = watchCertainty(alarm, metrics, [about, ...demand.whole, ...demand.parts]);
  const unclear = text('evidence.alarmUnclear', { alarm: alarm.name, metrics: [series.metric] });
  const links: (() => NamedLink)[] = [
    () => nameLink('metric', alarm, looks === 'unknown' ? unknownLink(unclear) : passingLink(evidence)),
    ...(published === undefined ? [] : [() => published(series.metric)]),
    () =>
      nameLink(
        'dimension',
        alarm,
        readersLink(alarm, series, demand) ?? dimensionLink(alarm, series, facts, candidates),
      ),
    () => nameLink('statistic', alarm, statisticLink(own)),
    () => nameLink('threshold', alarm, thresholdLink(own)),
    () => nameLink('time', alarm, timeLink(alarm, series, within)),
    ...(isOfLife === undefined
      ? []
      : [() => nameLink('missing-data', alarm, missingDataLink(alarm, series.metric))]),
  ];
  return { chain: chainAfter(links, () => actionChain(alarm, graph)), covers };
}

function chainAfter([first, ...rest]: readonly (() => NamedLink)[], last: () => Chain): Chain {
  return first === undefined ? last() : follow(first(), () => chainAfter(rest, last));
}

/** Broken link of an alarm on readers only; null otherwise. Readers say nothing about the writer, which takes all writes. */
function readersLink(
  alarm: Asset,
  { dimensions, metric }: Series,
  { isOfReaders }: AlarmDemand,
): CheckLink | null {
  const isOfThem = dimensions?.some(({ name, value }) => name === 'Role' && value === 'READER') === true;
  return isOfThem && isOfReaders === undefined
    ? failingLink(text('evidence.alarmReaders', { alarm: alarm.name, metric }))
    : null;
}

/** Number of instances that a series combines; 1 for a single instance or a role. */
function combinedCount({ dimensions }: Series, { parts }: AlarmDemand): number {
  const isOne = dimensions?.some(({ name }) => name === 'DBInstanceIdentifier' || name === 'Role') === true;
  return isOne
    ? 1
    : parts.reduce((sum, { count, kind }) => sum + (kind === 'db-instance' ? count : 0), 0) || 1;
}

/** Parts that an alarm watches; `all` if it watches the whole, or if that is unknown. */
function coveredParts(
  alarm: Asset,
  { series }: Rule,
  { whole, parts, metrics }: AlarmDemand,
): JudgedAlarm['covers'] {
  const named = series.filter(({ metric }) => metrics.includes(metric)).map(({ dimensions }) => dimensions);
  if (named.some((dimensions) => dimensions === null)) {
    const linked = parts.filter(({ id }) =>
      alarm.links.some(({ role, assetId }) => role === 'watches' && assetId === id),
    );
    return linked.length === 0 ? 'all' : linked;
  }
  const all = named.flatMap((dimensions) => dimensions ?? []);
  const isAboutParts = all.some((dimension) =>
    parts.some((part) => namesAsset(dimension, part) || mayName(dimension, part)),
  );
  if (!isAboutParts || all.some((dimension) => whole.some((asset) => namesPart(dimension, asset))))
    return 'all';
  return parts.filter((part) => all.some((dimension) => coversPart(alarm, dimension, part)));
}

/**
 * True if a dimension names the watched asset. A load balancer does not count: its name only accompanies that of the
 * target group.
 */
function namesPart(dimension: Dimension, asset: Asset): boolean {
  return asset.kind !== 'load-balancer' && namesAsset(dimension, asset);
}

/** True if an alarm watches all instances that one declaration makes. */
function coversPart(alarm: Asset, dimension: Dimension, part: Asset): boolean {
  if (!namesAsset(dimension, part)) return mayName(dimension, part);
  const isOneOfSeveral = part.count > 1 && indexIn(part, dimension.value ?? '') !== null;
  return !isOneOfSeveral && (part.count <= 1 || alarm.count >= part.count || alarm.count === 1);
}

function missingDataLink(alarm: Asset, metric: string): CheckLink {
  if (isUnknownSetting(alarm, 'treatMissingData'))
    return unknownLink(readSetting(alarm, 'treatMissingData').evidence);
  return textOf(alarm.settings.treatMissingData) === 'breaching'
    ? passingLink(text('evidence.alarmOnSilence', { alarm: alarm.name }))
    : failingLink(text('evidence.silentDeath', { metric }));
}

function missingAlarm(
  graph: Graph,
  subjects: readonly [Asset, ...Asset[]],
  metrics: readonly string[],
): CheckLink {
  // An alarm on an unread instance cannot be distinguished from one on another database.
  const unread = unreadMembersReason(subjects[0], graph);
  return unread === null
    ? absentLink(graph, subjects, 'DescribeAlarms', text('evidence.noAlarm', { metrics: [...metrics] }))
    : unknownLink(unread);
}

/** Demand for an alarm on all instances of a cluster: on the cluster, or on each of them. */
export function databaseDemand(
  cluster: Asset,
  graph: Graph,
  metrics: AlarmDemand['metrics'],
  within: number,
): AlarmDemand {
  return { metrics, about: cluster, whole: [cluster], parts: membersOf(cluster, graph), within };
}

/** Remark on the metrics without an alarm; null if all are watched or that is unknown. */
export function unwatchedMetricsRemark(graph: Graph, demands: readonly AlarmDemand[]): Text | null {
  const missing = demands.filter((demand) => decisiveLink(alarmChain(graph, demand))?.outcome === 'fail');
  return missing.length === 0
    ? null
    : text('evidence.alsoWorthAnAlarm', { metrics: missing.map(({ metrics: [metric] }) => metric) });
}
