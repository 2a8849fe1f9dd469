import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { alarmFix, dimensionOf } from './alarm-fix.ts';
import { alarmChain } from './alarms.ts';
import { publishedLink, alarmFixWithMetric } from './asg-alarms.ts';
import { passingLink, isTargetMissing } from '../answers.ts';
import { answerOfChain, bestChain, decisiveLink, follow, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { groupName } from '../subjects/groups.ts';
import { fieldOf, listOf, textOf } from '../reading/readings.ts';
import { actionChain } from '../receivers/actions.ts';
import { getsEvents } from '../receivers/rules.ts';

/** Metrics of instances that are leaving; with a maintenance policy above 100 % the capacity in service never dips. */
const TERMINATING = ['GroupTerminatingInstances', 'GroupTerminatingCapacity'] as const;
/** Metrics of a rule that matches terminations, one event each. */
const EVENTS = /^(?:TriggeredRules|MatchedEvents|Invocations)$/;

/** Minutes in an hour with a leaving instance: three replacements that wait for their hook (our choice). */
const RULE_METRICS = {
  statistic: 'Maximum',
  comparison: 'GreaterThanThreshold',
  threshold: 0,
  evaluationPeriods: 60,
  datapointsToAlarm: 15,
} as const;

/** Seconds within which the alarm has to ring: long enough to see a loop that runs for an hour. */
const RING_WITHIN_SECONDS = 3600;

export const asgAlarmReplacements: Check = {
  id: 'asg-alarm-replacements',
  title: text('check.asg-alarm-replacements.title'),
  why: text('check.asg-alarm-replacements.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph }) {
    const own = alarmChain(graph, {
      metrics: [...TERMINATING],
      about: group,
      whole: [],
      parts: [group],
      within: RING_WITHIN_SECONDS,
      published: (metric) => publishedLink(group, metric),
    });
    const chain = bestChain([own, ...eventAlarms(group, graph)]);
    return answerOfChain(chain, {
      fix: isTargetMissing(decisiveLink(chain)) ? replacementsFix(group) : null,
    });
  },
  care: text('check.asg-alarm-replacements.care'),
  helpUri: scalingGuide('ec2-auto-scaling-metrics'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP01'] }),
};

/** Alarms on the number of terminations that a rule matches. */
function eventAlarms(group: Asset, graph: Graph): Chain[] {
  const rules = graph.near(group, 'event-rule').filter(
    (rule) =>
      getsEvents(rule, {
        source: 'aws.autoscaling',
        types: ['EC2 Instance Terminate Successful', 'EC2 Instance-terminate Lifecycle Action'],
        about: { field: 'AutoScalingGroupName', asset: group },
      }) === true,
  );
  const names = new Set(rules.flatMap(({ name, settings }) => [name, textOf(settings.name) ?? name]));
  return graph
    .around(group, 'alarm')
    .filter(
      ({ settings }) =>
        textOf(settings.namespace) === 'AWS/Events' && EVENTS.test(textOf(settings.metricName) ?? ''),
    )
    .filter(({ settings }) =>
      listOf(settings.dimensions).some((dimension) => names.has(textOf(fieldOf(dimension, 'value')) ?? '')),
    )
    .map((alarm) => {
      const evidence = text('evidence.alarm', { alarm: alarm.name, metrics: ['EC2 Instance Terminate'] });
      return follow(nameLink('metric', alarm, passingLink(evidence)), () => actionChain(alarm, graph));
    });
}

function replacementsFix(group: Asset): Fix {
  const name = groupName(group);
  const alarm = alarmFix({
    about: group,
    prefix: name,
    namespace: 'AWS/AutoScaling',
    metric: TERMINATING[0],
    dimensions: [dimensionOf('AutoScalingGroupName', group, name)],
    rule: RULE_METRICS,
  });
  return alarmFixWithMetric(group, TERMINATING[0], alarm);
}
