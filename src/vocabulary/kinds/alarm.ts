import type { AssetKind } from '../../model/index.ts';
import type { Resource } from '../words.ts';

/** What alarms and rules can be about. */
export const WATCHED: readonly AssetKind[] = [
  'aurora-cluster',
  'db-instance',
  'auto-scaling-group',
  'target-group',
  'load-balancer',
];

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
    actionsEnabled: { type: 'boolean', default: true },
    alarmActions: { type: 'structure', cdkMethod: 'addAlarmAction', default: [] },
    alarmName: { type: 'text' },
    comparisonOperator: { type: 'text' },
    datapointsToAlarm: { type: 'number' },
    dimensions: { type: 'pairs', cdk: ['metric.dimensionsMap', 'metric.dimensions'] },
    evaluationPeriods: { type: 'number' },
    extendedStatistic: { type: 'text' },
    metricName: { type: 'text', cdk: 'metric.metricName' },
    metrics: { type: 'queries', terraform: 'metric_query' },
    namespace: { type: 'text', cdk: 'metric.namespace' },
    okActions: { type: 'structure' },
    period: { type: 'number', cdk: ['metric.period', 'period'] },
    statistic: { type: 'text', cdk: ['metric.statistic', 'statistic'] },
    threshold: { type: 'number' },
    thresholdMetricId: { type: 'text' },
    treatMissingData: { type: 'text' },
  },
  links: [
    {
      role: 'watches',
      to: [...WATCHED, 'event-rule'],
      settings: ['dimensions', 'metrics'],
      cdk: ['metric'],
    },
  ],
};
