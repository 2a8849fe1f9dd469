export { DescribeAlarmsCommand, CloudWatchClient as Client } from '@aws-sdk/client-cloudwatch';
