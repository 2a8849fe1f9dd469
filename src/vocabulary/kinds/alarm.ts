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
  },
  settings: {
    actionsEnabled: { type: 'boolean', default: true },
    alarmActions: { type: 'structure', default: [] },
    alarmName: { type: 'text' },
    comparisonOperator: { type: 'text' },
    datapointsToAlarm: { type: 'number' },
    dimensions: { type: 'pairs' },
    evaluationPeriods: { type: 'number' },
    extendedStatistic: { type: 'text' },
    metricName: { type: 'text' },
    metrics: { type: 'queries', terraform: 'metric_query' },
    namespace: { type: 'text' },
    okActions: { type: 'structure' },
    period: { type: 'number' },
    statistic: { type: 'text' },
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
