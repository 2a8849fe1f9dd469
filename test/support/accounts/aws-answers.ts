import { json, on, xml, type Rule } from './aws-proxy.ts';

/** Rule with which the group `web` notifies a topic of an account when it terminates an instance. */
export function reportsTerminations(account: string): Rule {
  return on('autoscaling:DescribeNotificationConfigurations', ({ action }) =>
    xml(
      action,
      '<NotificationConfigurations><member><AutoScalingGroupName>web</AutoScalingGroupName>' +
        `<TopicARN>arn:aws:sns:eu-west-1:${account}:ops</TopicARN>` +
        '<NotificationType>autoscaling:EC2_INSTANCE_TERMINATE</NotificationType></member></NotificationConfigurations>',
    ),
  );
}

/** Answers for services that moto does not implement, small and in their own shape. */
export const STAND_IN_RULES: readonly Rule[] = [
  on('rds:DescribeDBEngineVersions', ({ action }) =>
    xml(
      action,
      '<DBEngineVersions><DBEngineVersion><Engine>aurora-mysql</Engine>' +
        '<EngineVersion>8.0.mysql_aurora.3.04.2</EngineVersion>' +
        '<ExportableLogTypes><member>audit</member><member>error</member></ExportableLogTypes>' +
        '<ValidUpgradeTarget><UpgradeTarget><EngineVersion>8.0.mysql_aurora.3.10.4</EngineVersion></UpgradeTarget>' +
        '</ValidUpgradeTarget></DBEngineVersion></DBEngineVersions>',
    ),
  ),
  on('rds:DescribeDBMajorEngineVersions', ({ action }) =>
    xml(
      action,
      '<DBMajorEngineVersions><DBMajorEngineVersion><Engine>aurora-mysql</Engine><MajorEngineVersion>8.0</MajorEngineVersion>' +
        '<SupportedEngineLifecycles><SupportedEngineLifecycle>' +
        '<LifecycleSupportName>open-source-rds-standard-support</LifecycleSupportName>' +
        '<LifecycleSupportEndDate>2028-04-30T00:00:00Z</LifecycleSupportEndDate>' +
        '</SupportedEngineLifecycle></SupportedEngineLifecycles></DBMajorEngineVersion></DBMajorEngineVersions>',
    ),
  ),
  on('rds:DescribePendingMaintenanceActions', ({ action, region }) =>
    xml(
      action,
      '<PendingMaintenanceActions><ResourcePendingMaintenanceActions>' +
        `<ResourceIdentifier>arn:aws:rds:${region}:111111111111:cluster:orders-0</ResourceIdentifier>` +
        '<PendingMaintenanceActionDetails><PendingMaintenanceAction><Action>os-upgrade</Action>' +
        '<ForcedApplyDate>2026-12-01T00:00:00Z</ForcedApplyDate></PendingMaintenanceAction></PendingMaintenanceActionDetails>' +
        '</ResourcePendingMaintenanceActions></PendingMaintenanceActions>',
    ),
  ),
  on('rds:DescribeDBRecommendations', ({ action }) => xml(action, '<DBRecommendations></DBRecommendations>')),
  reportsTerminations('111111111111'),
  on('sns:GetTopicAttributes', ({ action }) => xml(action, '<Attributes></Attributes>')),
  on('sns:ListSubscriptionsByTopic', ({ action }) =>
    xml(
      action,
      '<Subscriptions><member><Protocol>email</Protocol>' +
        '<SubscriptionArn>arn:aws:sns:eu-west-1:111111111111:ops:1</SubscriptionArn></member></Subscriptions>',
    ),
  ),
  on('autoscaling:DescribeScalingActivities', ({ action }) =>
    xml(
      action,
      '<Activities><member><ActivityId>a</ActivityId><AutoScalingGroupName>web</AutoScalingGroupName>' +
        '<Cause>an instance was taken out of service in response to an ELB system health check failure.</Cause>' +
        '<StartTime>2026-11-24T01:00:00Z</StartTime><StatusCode>Successful</StatusCode></member></Activities>',
    ),
  ),
  on('ssm:DescribeInstanceInformation', () => json({ InstanceInformationList: [] })),
];
