import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { alarmFix, alarmFixes, dimensionOf } from './alarm-fix.ts';
import { alarmLink } from './alarms.ts';
import { arnEnd } from './watching.ts';
import { allOf, isMissing, type Link, open } from '../answers.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import type { Graph } from '../graph.ts';
import { groupName } from '../scaling/groups.ts';
import { listOf, numberOf } from '../readings.ts';

const CAPACITY = ['GroupInServiceInstances', 'GroupInServiceCapacity'] as const;
const TARGETS = [
  'UnHealthyHostCount',
  'HealthyHostCount',
  'HTTPCode_ELB_5XX_Count',
  'TargetConnectionErrorCount',
] as const;

export const asgAlarms: Check = {
  id: 'asg-alarms',
  title: text('check.asg-alarms.title'),
  why: text('check.asg-alarms.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    const targets = graph.linked(group, 'target-group');
    const balancers = targets.flatMap((target) => graph.linked(target, 'load-balancer'));
    const capacity = alarmLink(graph, [group], [...CAPACITY]);
    const [first, ...others] = targets;
    const health =
      first === undefined
        ? unreadTargets(group, graph)
        : [alarmLink(graph, [first, ...others, ...balancers], [...TARGETS])];
    const fixes = new Map<string, Fix>();
    if (isMissing(capacity)) fixes.set('GroupInServiceInstances', capacityFix(group));
    if (health.some(isMissing)) fixes.set('UnHealthyHostCount', targetFix(group, first, balancers[0]));
    return allOf([capacity, ...health], { fix: alarmFixes(fixes) });
  },
  care: text('check.asg-alarms.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL06-BP03', 'REL11-BP01', 'REL11-BP06'] }),
};

/** Target groups that a group names and the scan was not allowed to read can have alarms. */
function unreadTargets(group: Asset, graph: Graph): Link[] {
  const isUnread =
    listOf(group.settings.targetGroupARNs).length > 0 && graph.wasRefused('DescribeTargetGroups', group);
  return isUnread ? [open(text('evidence.refused', { operation: 'DescribeTargetGroups' }))] : [];
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

/** CloudWatch wants the ends of both ARNs; where they are not deployed yet, a command has words to be replaced. */
function targetFix(group: Asset, target: Asset | undefined, balancer: Asset | undefined): Fix {
  return alarmFix({
    about: group,
    prefix: groupName(group),
    namespace: 'AWS/ApplicationELB',
    metric: 'UnHealthyHostCount',
    dimensions: [
      dimensionOf('TargetGroup', target, arnEnd(target) ?? 'TARGET_GROUP'),
      dimensionOf('LoadBalancer', balancer, arnEnd(balancer) ?? 'LOAD_BALANCER'),
    ],
    rule: {
      statistic: 'Maximum',
      comparison: 'GreaterThanThreshold',
      threshold: 0,
      evaluationPeriods: 5,
    },
  });
}
