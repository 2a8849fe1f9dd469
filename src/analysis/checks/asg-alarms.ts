import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { alarmFix, alarmLink } from './alarms.ts';
import { allOf, open, type Link } from './answers.ts';
import { cloudWatchGuide, maps, type Check } from './check.ts';
import type { Graph } from './graph.ts';
import { groupName } from './groups.ts';
import { listOf, numberOf } from './readings.ts';

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
    return allOf([capacity, ...health], {
      fix: alarmFix(
        groupName(group),
        'AWS/AutoScaling',
        'GroupInServiceInstances',
        `Name=AutoScalingGroupName,Value=${groupName(group)}`,
        `--statistic Average --comparison-operator LessThanThreshold --threshold ${numberOf(group.settings.minSize) ?? 1} --evaluation-periods 10 --datapoints-to-alarm 10`,
      ),
    });
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
