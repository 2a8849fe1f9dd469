import { text } from '../../../l10n/index.ts';
import type { Asset, SettingValue, Text } from '../../../model/index.ts';
import type { Link } from '../answers.ts';
import { isReadInFull, isSeenInPart, TOOL_NAMES } from '../defaults.ts';
import type { Graph } from '../graph.ts';
import { unreadMembers } from '../databases/members.ts';
import { fieldOf, listOf, textOf } from '../readings.ts';
import { alarmsFor, watches } from './watching.ts';

/** Whether some alarm looks at one of these metrics of one of these assets. */
export function alarmLink(
  graph: Graph,
  subjects: readonly [Asset, ...Asset[]],
  metrics: readonly [string, ...string[]],
): Link {
  let [possible, other]: (Asset | null)[] = [null, null];
  for (const alarm of alarmsFor(graph, subjects, metrics)) {
    const certainty = watches(alarm, metrics, subjects);
    if (certainty === 'yes' && !ringsTheOtherWay(alarm)) {
      return {
        outcome: 'pass',
        evidence: text('evidence.alarm', { alarm: alarm.name, metrics: [...metrics] }),
      };
    }
    if (certainty === 'yes') other ??= alarm;
    if (certainty === 'unknown') possible ??= alarm;
  }
  if (possible) {
    return {
      outcome: 'unknown',
      evidence: text('evidence.alarmUnclear', { alarm: possible.name, metrics: [...metrics] }),
    };
  }
  const evidence = other
    ? text('evidence.alarmOtherWay', { alarm: other.name, metrics: [...metrics] })
    : text('evidence.noAlarm', { metrics: [...metrics] });
  const unread = unreadMembers(subjects[0], graph);
  // An alarm on an instance that was not read is not told apart from one on another database.
  return unread === null
    ? absent(graph, subjects, 'DescribeAlarms', evidence)
    : { outcome: 'unknown', evidence: unread };
}

/** Something that was not found: missing where everything is read, unknown elsewhere. */
export function absent(graph: Graph, subjects: readonly Asset[], operation: string, evidence: Text): Link {
  const partial = subjects.find((subject) => !isReadInFull(subject));
  if (partial !== undefined) {
    const why = isSeenInPart(partial)
      ? text('evidence.seenInPart', { asset: partial.name })
      : text('evidence.readInPart', { tool: TOOL_NAMES[partial.source] });
    const unclear = {
      outcome: 'unknown',
      evidence: text('evidence.list', { parts: [evidence, why] }),
    } as const;
    // Only programs of the CDK are read in part and written.
    return partial.source === 'cdk' && !isSeenInPart(partial) ? { ...unclear, isUnfound: true } : unclear;
  }
  if (subjects.some((subject) => graph.wasRefused(operation, subject))) {
    return { outcome: 'unknown', evidence: text('evidence.refused', { operation }) };
  }
  return { outcome: 'fail', evidence };
}

/** The metrics among these that no alarm looks at, as a remark; null where all are watched or it is not known. */
export function alsoWorthAnAlarm(
  graph: Graph,
  subjects: readonly [Asset, ...Asset[]],
  metrics: readonly string[],
): Text | null {
  const missing = metrics.filter((metric) => alarmLink(graph, subjects, [metric]).outcome === 'fail');
  return missing.length === 0 ? null : text('evidence.alsoWorthAnAlarm', { metrics: missing });
}

/** Metrics of what runs out: they are low when something is wrong. Of a group's sizes both directions tell something. */
const LOW = /^(?:Free|AuroraVolumeBytesLeft|EngineUptime|HealthyHost)/;
const EITHER = /^Group/;

/** Whether an alarm on one metric rings when all is well: connections that are few, memory that is free. */
function ringsTheOtherWay({ settings }: Asset): boolean {
  const [metric, operator] = [textOf(settings.metricName), textOf(settings.comparisonOperator)];
  const direction = /^(Less|Greater)Than(?:OrEqualTo)?Threshold$/.exec(operator ?? '')?.[1];
  if (metric === null || direction === undefined || EITHER.test(metric)) return false;
  return (direction === 'Less') !== LOW.test(metric);
}

/** The names in a setting that is a list of names or of objects that have one. */
export function namesIn(value: SettingValue | undefined, field: string): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, field)) ?? []);
}
