export {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  CloudTrailClient as Client,
} from '@aws-sdk/client-cloudtrail';
