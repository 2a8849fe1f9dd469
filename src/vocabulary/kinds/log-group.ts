import type { Resource } from '../resource-types.ts';

export const LOG_GROUP: Resource = {
  kind: 'log-group',
  page: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  types: {
    terraform: ['aws_cloudwatch_log_group'],
    cloudformation: 'AWS::Logs::LogGroup',
    // The CDK's own default is two years.
    cdk: { LogGroup: { retentionInDays: 731 } },
  },
  name: 'logGroupName',
  settings: {
    createdAt: { type: 'answer', answer: 'creationTime' },
    logGroupClass: { type: 'text' },
    logGroupName: { type: 'part', terraform: 'name' },
    retentionInDays: { type: 'number', cdk: 'retention', cdkType: 'RetentionDays', default: 0 },
  },
  links: [{ role: 'watches', to: ['database', 'db-instance'], settings: ['logGroupName'] }],
};
