import type { AssetKind } from '../../model/index.ts';
import type { Link, Resource, Setting } from '../resource-types.ts';

/** Kinds of assets that alarms and rules can watch. */
export const WATCHED_KINDS: readonly AssetKind[] = [
  'database',
  'db-instance',
  'auto-scaling-group',
  'target-group',
  'load-balancer',
];

/** Topics of an alarm's actions. */
const TOPIC_LINKS: Link = { role: 'notifies', to: ['topic', 'function'], settings: ['alarmActions'] };

/** Settings of both kinds of alarms' actions. */
const ACTIONS = {
  actionsEnabled: { type: 'boolean', default: true },
  alarmActions: { type: 'structure', cdkMethod: 'addAlarmAction', default: [] },
  alarmName: { type: 'text' },
} as const satisfies Record<string, Setting>;

export const ALARM: Resource = {
  kind: 'alarm',
  page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  types: {
    terraform: ['aws_cloudwatch_metric_alarm'],
    cloudformation: 'AWS::CloudWatch::Alarm',
    cdk: { Alarm: {} },
    cdkMethods: { createAlarm: 'Alarm' },
  },
  settings: {
    ...ACTIONS,
    comparisonOperator: { type: 'text' },
    datapointsToAlarm: { type: 'number' },
    dimensions: { type: 'pairs', cdk: ['metric.dimensionsMap', 'metric.dimensions'] },
    evaluationPeriods: { type: 'number' },
    extendedStatistic: { type: 'text' },
    metricName: { type: 'text', cdk: 'metric.metricName' },
    metrics: { type: 'queries', terraform: 'metric_query' },
    namespace: { type: 'text', cdk: 'metric.namespace' },
    okActions: { type: 'structure' },
    period: { type: 'number', cdk: ['metric.period', 'period'], cdkType: 'Duration' },
    statistic: { type: 'text', cdk: ['metric.statistic', 'statistic'] },
    threshold: { type: 'number' },
    thresholdMetricId: { type: 'text' },
    treatMissingData: { type: 'text' },
    unit: { type: 'text', cdk: ['metric.unit', 'unit'] },
  },
  links: [
    {
      role: 'watches',
      to: [...WATCHED_KINDS, 'event-rule'],
      settings: ['dimensions', 'metrics'],
      cdk: ['metric'],
    },
    TOPIC_LINKS,
  ],
};

/** An alarm on the states of other alarms. */
export const COMPOSITE_ALARM: Resource = {
  kind: 'composite-alarm',
  page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
  types: {
    terraform: ['aws_cloudwatch_composite_alarm'],
    cloudformation: 'AWS::CloudWatch::CompositeAlarm',
    cdk: {},
  },
  name: 'alarmName',
  settings: {
    ...ACTIONS,
    alarmRule: { type: 'part' },
  },
  links: [{ role: 'watches', to: ['alarm', 'composite-alarm'], settings: ['alarmRule'] }, TOPIC_LINKS],
};
