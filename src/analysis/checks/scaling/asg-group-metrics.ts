import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { fail, pass, unknown } from '../answers.ts';
import { namesIn, fieldOf, isUnknownField, listOf, readSetting, textsOf } from '../reading/readings.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import { groupName } from '../subjects/groups.ts';

const REQUIRED_METRICS = [
  'GroupInServiceInstances',
  'GroupDesiredCapacity',
  'GroupPendingInstances',
  'GroupTerminatingInstances',
  'GroupTotalInstances',
] as const;

export const asgGroupMetrics: Check = {
  id: 'asg-group-metrics',
  title: text('check.asg-group-metrics.title'),
  why: text('check.asg-group-metrics.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group) {
    const collected = readSetting(group, 'metricsCollection');
    if (
      collected.state === 'unknown' ||
      listOf(collected.value).some((each) => isUnknownField(each, 'metrics'))
    ) {
      return unknown(collected.evidence);
    }
    const metrics = reportedMetrics(group);
    if (metrics === 'all') return pass(text('evidence.allMetrics'));
    const missing = REQUIRED_METRICS.filter((metric) => !metrics.includes(metric));
    if (missing.length === 0) return pass(text('evidence.groupMetrics', { group: group.name }));
    return fail(text('evidence.missingMetrics', { group: group.name, metrics: missing }), {
      fix: groupMetricsFix(group),
    });
  },
  helpUri: scalingGuide('ec2-auto-scaling-metrics'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP01'] }),
};

/** Metrics that a group reports. A collection without names means all; the API answers with `enabledMetrics`. */
export function reportedMetrics({ settings }: Asset): readonly string[] | 'all' {
  const collections = listOf(settings.metricsCollection);
  const named = collections.flatMap((collection) => textsOf(fieldOf(collection, 'metrics')));
  const isAll = collections.some((collection) => fieldOf(collection, 'metrics') === undefined);
  return isAll ? 'all' : [...named, ...namesIn(settings.enabledMetrics, 'metric')];
}

/** Fix that enables metrics of a group. */
export function groupMetricsFix(group: Asset): Fix {
  return {
    title: text('fix.metrics'),
    changes: [
      {
        kind: 'setting',
        assetId: group.id,
        setting: 'metricsCollection',
        value: REQUIRED_METRICS,
        mode: 'set',
      },
    ],
    command: `aws autoscaling enable-metrics-collection --auto-scaling-group-name ${groupName(group)} --granularity 1Minute`,
  };
}
