import type { Resource } from '../resource-types.ts';

/** Call that returns a trail's event selectors. */
const SELECTORS = 'cloudtrail:GetEventSelectors';

export const TRAIL: Resource = {
  kind: 'trail',
  page: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html',
  types: { terraform: ['aws_cloudtrail'], cloudformation: 'AWS::CloudTrail::Trail' },
  settings: {
    advancedEventSelectors: { type: 'structure', terraform: 'advanced_event_selector', call: SELECTORS },
    cloudWatchLogsLogGroupArn: { type: 'text', terraform: 'cloud_watch_logs_group_arn' },
    eventSelectors: { type: 'structure', terraform: 'event_selector', call: SELECTORS },
    homeRegion: { type: 'answer' },
    includeGlobalServiceEvents: { type: 'boolean' },
    isLogging: {
      type: 'boolean',
      terraform: 'enable_logging',
      call: 'cloudtrail:GetTrailStatus',
      default: true,
    },
    isMultiRegionTrail: { type: 'boolean', default: false },
    isOrganizationTrail: { type: 'boolean' },
    s3BucketName: { type: 'text' },
    trailName: { type: 'text', terraform: 'name', answer: 'Name' },
  },
  links: [{ role: 'bucket', to: ['bucket'], settings: ['s3BucketName'] }],
};
