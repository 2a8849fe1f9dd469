import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { alarmFix, alarmFixes, dimensionOf } from './alarm-fix.ts';
import { alarmChain, unwatchedMetricsRemark, type AlarmDemand } from './alarms.ts';
import { arnSuffix } from './matching/dimensions.ts';
import {
  failingLink,
  passingLink,
  isTargetMissing,
  unknownLink,
  withRemarks,
  type CheckLink,
} from '../answers.ts';
import { answerOfChains, decisiveLink, nameLink, type Chain, type NamedLink } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { groupMetricsFix, reportedMetrics } from '../scaling/asg-group-metrics.ts';
import { groupName } from '../subjects/groups.ts';
import { arnSuffixCommand } from '../commands.ts';
import { listOf, numberOf, readSetting, displayName } from '../reading/readings.ts';

const CAPACITY_METRICS = ['GroupInServiceInstances', 'GroupInServiceCapacity'] as const;
const HEALTH_METRICS = ['UnHealthyHostCount', 'HealthyHostCount'] as const;
/** Metrics of the symptoms that users notice. */
const SYMPTOM_METRICS = ['HTTPCode_ELB_5XX_Count', 'TargetConnectionErrorCount'] as const;
/** Seconds within which the alarm has to ring: a loop replaces an instance every few minutes. */
const RING_WITHIN_SECONDS = 1800;

export const asgAlarms: Check = {
  id: 'asg-alarms',
  title: text('check.asg-alarms.title'),
  why: text('check.asg-alarms.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    const targets = graph.linked(group, 'target-group');
    const balancers = targets.flatMap((target) => graph.linked(target, 'load-balancer'));
    const capacity = alarmChain(graph, {
      metrics: [...CAPACITY_METRICS],
      about: group,
      whole: [],
      parts: [group],
      within: RING_WITHIN_SECONDS,
      published: (metric) => publishedLink(group, metric),
    });
    const onTargets = (metrics: AlarmDemand['metrics']): AlarmDemand => {
      return { metrics, about: group, whole: balancers, parts: targets, within: RING_WITHIN_SECONDS };
    };
    const [first] = targets;
    const health =
      first === undefined ? unreadTargets(group, graph) : [alarmChain(graph, onTargets([...HEALTH_METRICS]))];
    const fixes = new Map<string, Fix>();
    if (isTargetMissing(decisiveLink(capacity)))
      fixes.set(
        'GroupInServiceInstances',
        alarmFixWithMetric(group, 'GroupInServiceInstances', capacityFix(group)),
      );
    if (health.some((chain) => isTargetMissing(decisiveLink(chain))))
      fixes.set('UnHealthyHostCount', targetFix(group, first, balancers[0]));
    // If an alarm exists and the group does not publish its metric, the fix is to publish it, not to add another alarm.
    const isUnpublished = decisiveLink(capacity)?.name === 'group-metrics';
    if (isUnpublished) fixes.set('GroupInServiceInstances', groupMetricsFix(group));
    const answer = answerOfChains([capacity, ...health], { fix: alarmFixes(fixes) });
    const beside = first === undefined ? [] : SYMPTOM_METRICS.map((metric) => onTargets([metric]));
    return withRemarks(answer, unwatchedMetricsRemark(graph, beside));
  },
  care: text('check.asg-alarms.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP01', 'REL11-BP06'] }),
};

/** Chains for target groups that a group names but the scan may not read: they can have alarms. */
function unreadTargets(group: Asset, graph: Graph): Chain[] {
  const isUnread =
    listOf(group.settings.targetGroupARNs).length > 0 && graph.wasRefused('DescribeTargetGroups', group);
  const refused = unknownLink(text('evidence.refused', { operation: 'DescribeTargetGroups' }));
  return isUnread ? [[nameLink('alarm', null, refused)]] : [];
}

/** Fix with an alarm on a metric of a group, and the metric itself if the group does not send it yet. */
export function alarmFixWithMetric(group: Asset, metric: string, alarm: Fix): Fix {
  if (publishedLink(group, metric).outcome !== 'fail') return alarm;
  const metrics = groupMetricsFix(group);
  return {
    title: alarm.title,
    changes: [...metrics.changes, ...alarm.changes],
    command: `${metrics.command} && ${alarm.command}`,
  };
}

/** Link that holds if a group publishes a metric: most metrics have to be enabled first. */
export function publishedLink(group: Asset, metric: string): NamedLink {
  return nameLink('group-metrics', group, collectionLink(group, metric));
}

function collectionLink(group: Asset, metric: string): CheckLink {
  const collected = readSetting(group, 'metricsCollection');
  const metrics = reportedMetrics(group);
  if (metrics === 'all' || metrics.includes(metric))
    return passingLink(text('evidence.groupMetrics', { group: group.name }));
  return collected.state === 'unknown'
    ? unknownLink(collected.evidence)
    : failingLink(text('evidence.missingMetrics', { group: group.name, metrics: [metric] }));
}

function capacityFix(group: Asset): Fix {
  const name = groupName(group);
  return alarmFix({
    about: group,
    prefix: name,
    namespace: 'AWS/AutoScaling',
    metric: 'GroupInServiceInstances',
    dimensions: [dimensionOf('AutoScalingGroupName', group, name)],
    rule: {
      statistic: 'Average',
      comparison: 'LessThanThreshold',
      threshold: numberOf(group.settings.minSize) ?? 1,
      evaluationPeriods: 10,
      datapointsToAlarm: 10,
      treatMissingData: 'breaching',
    },
  });
}

/**
 * Fix with an alarm on a target group. CloudWatch needs the ends of both ARNs; before deployment, a command has
 * placeholders for them.
 */
function targetFix(group: Asset, target: Asset | undefined, balancer: Asset | undefined): Fix {
  return alarmFix({
    about: group,
    prefix: groupName(group),
    namespace: 'AWS/ApplicationELB',
    metric: 'UnHealthyHostCount',
    dimensions: [
      dimensionOf(
        'TargetGroup',
        target,
        arnSuffix(target) ??
          arnSuffixCommand('target-group', target === undefined ? 'TARGET_GROUP' : displayName(target)),
      ),
      dimensionOf(
        'LoadBalancer',
        balancer,
        arnSuffix(balancer) ??
          arnSuffixCommand('load-balancer', balancer === undefined ? 'LOAD_BALANCER' : displayName(balancer)),
      ),
    ],
    rule: {
      statistic: 'Maximum',
      comparison: 'GreaterThanThreshold',
      threshold: 0,
      evaluationPeriods: 5,
    },
  });
}
