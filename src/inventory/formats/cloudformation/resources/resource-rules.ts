import type { AssetKind, LinkRole } from '../../../../model/index.ts';

/** What of a resource type becomes an asset. Properties are paths: `LaunchTemplateData.ImageId`. */
export interface ResourceRule {
  kind: AssetKind;
  /** Whether `Engine` and `EngineVersion` are its engine and version. */
  isDatabase?: true;
  texts?: readonly string[];
  numbers?: readonly string[];
  booleans?: readonly string[];
  /** Lists and maps, their keys as the API names them in camelCase. */
  structures?: readonly string[];
  /** Maps whose keys are the user's own. */
  verbatim?: readonly string[];
  /** Lists of `Key` and `Value`: every key becomes a setting of that name. */
  attributes?: readonly string[];
  /** Maps of MySQL parameters: every parameter becomes a setting of its own name. */
  parameters?: readonly string[];
  /** Properties that other code reads, by the setting that they become. */
  shaped?: Readonly<Record<string, string>>;
  links?: readonly LinkRule[];
}

export interface LinkRule {
  property: string;
  role: LinkRole;
  /** The kinds that the property can name, when it writes a name instead of a reference. */
  kinds: readonly AssetKind[];
  /** The other resource belongs to this one. */
  isReversed?: true;
}

const DATABASES: readonly AssetKind[] = ['aurora-cluster', 'db-instance'];
const WATCHED: readonly AssetKind[] = [...DATABASES, 'auto-scaling-group', 'target-group', 'load-balancer'];
const DATABASE_TEXTS = [
  'DatabaseInsightsMode',
  'EngineLifecycleSupport',
  'MonitoringRoleArn',
  'PreferredMaintenanceWindow',
  'PreferredBackupWindow',
  'StorageType',
];
const DATABASE_NUMBERS = [
  'BackupRetentionPeriod',
  'MonitoringInterval',
  'PerformanceInsightsRetentionPeriod',
  'Port',
];
const DATABASE_BOOLEANS = [
  'AutoMinorVersionUpgrade',
  'DeletionProtection',
  'EnableIAMDatabaseAuthentication',
  'PubliclyAccessible',
  'StorageEncrypted',
];

/** The resource types that become assets. Property names: CloudFormation Template Reference Guide. */
export const RESOURCE_RULES: ReadonlyMap<string, ResourceRule> = new Map<string, ResourceRule>([
  [
    'AWS::RDS::DBCluster',
    {
      kind: 'aurora-cluster',
      isDatabase: true,
      texts: [
        ...DATABASE_TEXTS,
        'DBClusterIdentifier',
        'DBClusterInstanceClass',
        'DBClusterParameterGroupName',
        'DBInstanceParameterGroupName',
        'EngineMode',
        'GlobalClusterIdentifier',
        'ReplicationSourceIdentifier',
        'RestoreType',
        'SnapshotIdentifier',
        'SourceDBClusterIdentifier',
      ],
      numbers: [...DATABASE_NUMBERS, 'AllocatedStorage', 'BacktrackWindow', 'Iops'],
      booleans: [
        ...DATABASE_BOOLEANS,
        'CopyTagsToSnapshot',
        'EnableGlobalWriteForwarding',
        'EnableHttpEndpoint',
        'EnableLocalWriteForwarding',
        'PerformanceInsightsEnabled',
      ],
      structures: [
        'AssociatedRoles',
        'AvailabilityZones',
        'EnableCloudwatchLogsExports',
        'ScalingConfiguration',
        'ServerlessV2ScalingConfiguration',
      ],
      links: [
        { property: 'GlobalClusterIdentifier', role: 'member-of', kinds: ['global-cluster'] },
        {
          property: 'DBClusterParameterGroupName',
          role: 'cluster-parameter-group',
          kinds: ['cluster-parameter-group'],
        },
        { property: 'DBInstanceParameterGroupName', role: 'parameter-group', kinds: ['parameter-group'] },
      ],
    },
  ],
  [
    'AWS::RDS::DBInstance',
    {
      kind: 'db-instance',
      isDatabase: true,
      texts: [
        ...DATABASE_TEXTS,
        'AvailabilityZone',
        'CACertificateIdentifier',
        'DBClusterIdentifier',
        'DBInstanceClass',
        'DBInstanceIdentifier',
        'DBParameterGroupName',
        'SourceDBInstanceIdentifier',
      ],
      numbers: [...DATABASE_NUMBERS, 'PromotionTier'],
      booleans: [...DATABASE_BOOLEANS, 'AllowMajorVersionUpgrade', 'EnablePerformanceInsights', 'MultiAZ'],
      structures: ['AssociatedRoles', 'EnableCloudwatchLogsExports'],
      links: [
        { property: 'DBClusterIdentifier', role: 'member-of', kinds: ['aurora-cluster'] },
        { property: 'DBParameterGroupName', role: 'parameter-group', kinds: ['parameter-group'] },
      ],
    },
  ],
  [
    'AWS::RDS::GlobalCluster',
    {
      kind: 'global-cluster',
      isDatabase: true,
      texts: ['EngineLifecycleSupport', 'GlobalClusterIdentifier', 'SourceDBClusterIdentifier'],
      booleans: ['DeletionProtection', 'StorageEncrypted'],
      links: [
        {
          property: 'SourceDBClusterIdentifier',
          role: 'member-of',
          kinds: ['aurora-cluster'],
          isReversed: true,
        },
      ],
    },
  ],
  [
    'AWS::RDS::DBClusterParameterGroup',
    {
      kind: 'cluster-parameter-group',
      texts: ['DBClusterParameterGroupName', 'Description', 'Family'],
      parameters: ['Parameters'],
    },
  ],
  [
    'AWS::RDS::DBParameterGroup',
    {
      kind: 'parameter-group',
      texts: ['DBParameterGroupName', 'Description', 'Family'],
      parameters: ['Parameters'],
    },
  ],
  [
    'AWS::RDS::EventSubscription',
    {
      kind: 'event-subscription',
      texts: ['SnsTopicArn', 'SourceType', 'SubscriptionName'],
      booleans: ['Enabled'],
      structures: ['EventCategories', 'SourceIds'],
      links: [{ property: 'SourceIds', role: 'watches', kinds: DATABASES }],
    },
  ],
  [
    'AWS::RDS::DBProxy',
    {
      kind: 'db-proxy',
      texts: ['DBProxyName', 'EngineFamily'],
      numbers: ['IdleClientTimeout'],
      booleans: ['DebugLogging', 'RequireTLS'],
    },
  ],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    {
      kind: 'auto-scaling-group',
      texts: ['AutoScalingGroupName', 'HealthCheckType'],
      numbers: [
        'Cooldown',
        'DefaultInstanceWarmup',
        'DesiredCapacity',
        'HealthCheckGracePeriod',
        'MaxInstanceLifetime',
        'MaxSize',
        'MinSize',
      ],
      booleans: ['CapacityRebalance', 'NewInstancesProtectedFromScaleIn'],
      structures: [
        'AvailabilityZones',
        'InstanceLifecyclePolicy',
        'InstanceMaintenancePolicy',
        'LoadBalancerNames',
        'MetricsCollection',
        'NotificationConfigurations',
        'TargetGroupARNs',
        'TerminationPolicies',
        'TrafficSources',
        'VPCZoneIdentifier',
      ],
      shaped: { LifecycleHookSpecificationList: 'lifecycleHooks' },
      links: [
        { property: 'LaunchTemplate', role: 'launch-template', kinds: ['launch-template'] },
        { property: 'MixedInstancesPolicy', role: 'launch-template', kinds: ['launch-template'] },
        { property: 'LaunchConfigurationName', role: 'launch-template', kinds: ['launch-template'] },
        { property: 'TargetGroupARNs', role: 'target-group', kinds: ['target-group'] },
        { property: 'TrafficSources', role: 'target-group', kinds: ['target-group'] },
        { property: 'LoadBalancerNames', role: 'load-balancer', kinds: ['load-balancer'] },
      ],
    },
  ],
  [
    'AWS::AutoScaling::LifecycleHook',
    {
      kind: 'lifecycle-hook',
      texts: [
        'AutoScalingGroupName',
        'DefaultResult',
        'LifecycleHookName',
        'LifecycleTransition',
        'NotificationTargetARN',
        'RoleARN',
      ],
      numbers: ['HeartbeatTimeout'],
      links: [{ property: 'AutoScalingGroupName', role: 'member-of', kinds: ['auto-scaling-group'] }],
    },
  ],
  [
    'AWS::EC2::LaunchTemplate',
    {
      kind: 'launch-template',
      texts: [
        'LaunchTemplateName',
        'LaunchTemplateData.ImageId',
        'LaunchTemplateData.InstanceType',
        'LaunchTemplateData.UserData',
      ],
      booleans: ['LaunchTemplateData.DisableApiTermination'],
      structures: [
        'LaunchTemplateData.BlockDeviceMappings',
        'LaunchTemplateData.IamInstanceProfile',
        'LaunchTemplateData.MetadataOptions',
        'LaunchTemplateData.Monitoring',
      ],
    },
  ],
  [
    'AWS::AutoScaling::LaunchConfiguration',
    {
      kind: 'launch-template',
      texts: ['IamInstanceProfile', 'ImageId', 'InstanceType', 'LaunchConfigurationName', 'UserData'],
      structures: ['BlockDeviceMappings', 'MetadataOptions'],
    },
  ],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    {
      kind: 'load-balancer',
      texts: ['Name', 'Scheme', 'Type'],
      structures: ['Subnets'],
      attributes: ['LoadBalancerAttributes'],
    },
  ],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    {
      kind: 'target-group',
      texts: ['HealthCheckPath', 'HealthCheckPort', 'HealthCheckProtocol', 'Name', 'Protocol', 'TargetType'],
      numbers: [
        'HealthCheckIntervalSeconds',
        'HealthCheckTimeoutSeconds',
        'HealthyThresholdCount',
        'Port',
        'UnhealthyThresholdCount',
      ],
      booleans: ['HealthCheckEnabled'],
      structures: ['Matcher'],
      attributes: ['TargetGroupAttributes'],
    },
  ],
  [
    'AWS::Logs::LogGroup',
    {
      kind: 'log-group',
      texts: ['LogGroupClass', 'LogGroupName'],
      numbers: ['RetentionInDays'],
      links: [{ property: 'LogGroupName', role: 'watches', kinds: [] }],
    },
  ],
  [
    'AWS::CloudWatch::Alarm',
    {
      kind: 'alarm',
      texts: [
        'AlarmName',
        'ComparisonOperator',
        'ExtendedStatistic',
        'MetricName',
        'Namespace',
        'Statistic',
        'ThresholdMetricId',
        'TreatMissingData',
      ],
      numbers: ['DatapointsToAlarm', 'EvaluationPeriods', 'Period', 'Threshold'],
      booleans: ['ActionsEnabled'],
      structures: ['AlarmActions', 'Dimensions', 'Metrics', 'OKActions'],
      links: [
        { property: 'Dimensions', role: 'watches', kinds: WATCHED },
        { property: 'Metrics', role: 'watches', kinds: WATCHED },
      ],
    },
  ],
  [
    'AWS::Events::Rule',
    {
      kind: 'event-rule',
      texts: ['EventBusName', 'Name', 'ScheduleExpression', 'State'],
      structures: ['Targets'],
      verbatim: ['EventPattern'],
      links: [{ property: 'EventPattern', role: 'watches', kinds: WATCHED }],
    },
  ],
  [
    'AWS::CloudTrail::Trail',
    {
      kind: 'trail',
      texts: ['CloudWatchLogsLogGroupArn', 'S3BucketName', 'TrailName'],
      booleans: ['IncludeGlobalServiceEvents', 'IsLogging', 'IsMultiRegionTrail', 'IsOrganizationTrail'],
      structures: ['AdvancedEventSelectors', 'EventSelectors'],
    },
  ],
]);
