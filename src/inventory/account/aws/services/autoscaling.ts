export {
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
  DescribeLifecycleHooksCommand,
  DescribeNotificationConfigurationsCommand,
  DescribeScalingActivitiesCommand,
  AutoScalingClient as Client,
} from '@aws-sdk/client-auto-scaling';
