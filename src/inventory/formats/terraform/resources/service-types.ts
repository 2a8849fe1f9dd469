import type { ResourceType } from './resource-type.ts';

const LAUNCH_SETTINGS = {
  image_id: 'imageId',
  instance_type: 'instanceType',
  metadata_options: 'metadataOptions',
  user_data: 'userData',
} as const;

/** Attributes of a target group are keys and values for the API; their keys are the settings' names. */
const UNHEALTHY_ROUTING = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';
const DNS_FAILOVER = 'target_group_health.dns_failover.minimum_healthy_targets';

/** The block of an Auto Scaling group that declares a lifecycle hook. */
export const INITIAL_HOOK = 'initial_lifecycle_hook';

export const AUTO_SCALING_GROUP: ResourceType = {
  kind: 'auto-scaling-group',
  identifier: 'autoScalingGroupName',
  settings: {
    availability_zones: 'availabilityZones',
    capacity_rebalance: 'capacityRebalance',
    default_cooldown: 'cooldown',
    default_instance_warmup: 'defaultInstanceWarmup',
    desired_capacity: 'desiredCapacity',
    health_check_grace_period: 'healthCheckGracePeriod',
    health_check_type: 'healthCheckType',
    instance_lifecycle_policy: 'instanceLifecyclePolicy',
    instance_maintenance_policy: 'instanceMaintenancePolicy',
    load_balancers: 'loadBalancerNames',
    max_instance_lifetime: 'maxInstanceLifetime',
    max_size: 'maxSize',
    min_size: 'minSize',
    name: 'autoScalingGroupName',
    protect_from_scale_in: 'newInstancesProtectedFromScaleIn',
    suspended_processes: 'suspendedProcesses',
    target_group_arns: 'targetGroupARNs',
    termination_policies: 'terminationPolicies',
    traffic_source: 'trafficSources',
    vpc_zone_identifier: 'vpcZoneIdentifier',
    'warm_pool.min_size': 'warmPool.minSize',
    'warm_pool.max_group_prepared_capacity': 'warmPool.maxGroupPreparedCapacity',
    'warm_pool.pool_state': 'warmPool.poolState',
  },
  shaped: { enabled_metrics: 'metricsCollection', [INITIAL_HOOK]: 'lifecycleHooks' },
  links: {
    'launch_template.id': 'launch-template',
    'launch_template.name': 'launch-template',
    launch_configuration: 'launch-template',
    'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id':
      'launch-template',
    'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name':
      'launch-template',
    load_balancers: 'load-balancer',
    target_group_arns: 'target-group',
    traffic_source: 'target-group',
  },
};

export const LAUNCH_TEMPLATE: ResourceType = {
  kind: 'launch-template',
  identifier: 'launchTemplateName',
  settings: {
    ...LAUNCH_SETTINGS,
    block_device_mappings: 'blockDeviceMappings',
    disable_api_termination: 'disableApiTermination',
    iam_instance_profile: 'iamInstanceProfile',
    monitoring: 'monitoring',
    name: 'launchTemplateName',
  },
  links: { image_id: 'image' },
};

export const LIFECYCLE_HOOK_SETTINGS = {
  default_result: 'defaultResult',
  heartbeat_timeout: 'heartbeatTimeout',
  lifecycle_transition: 'lifecycleTransition',
  name: 'lifecycleHookName',
  notification_target_arn: 'notificationTargetARN',
  role_arn: 'roleARN',
} as const;

export const LOAD_BALANCER: ResourceType = {
  kind: 'load-balancer',
  identifier: 'name',
  settings: {
    'access_logs.bucket': 'access_logs.s3.bucket',
    'access_logs.enabled': 'access_logs.s3.enabled',
    'access_logs.prefix': 'access_logs.s3.prefix',
    'connection_logs.enabled': 'connection_logs.s3.enabled',
    'health_check_logs.bucket': 'health_check_logs.s3.bucket',
    'health_check_logs.enabled': 'health_check_logs.s3.enabled',
    'health_check_logs.prefix': 'health_check_logs.s3.prefix',
    idle_timeout: 'idle_timeout.timeout_seconds',
    internal: 'internal',
    load_balancer_type: 'type',
    name: 'name',
    subnets: 'subnets',
  },
};

export const TARGET_GROUP: ResourceType = {
  kind: 'target-group',
  identifier: 'name',
  settings: {
    deregistration_delay: 'deregistration_delay.timeout_seconds',
    'health_check.enabled': 'healthCheckEnabled',
    'health_check.healthy_threshold': 'healthyThresholdCount',
    'health_check.interval': 'healthCheckIntervalSeconds',
    'health_check.matcher': 'matcher.httpCode',
    'health_check.path': 'healthCheckPath',
    'health_check.port': 'healthCheckPort',
    'health_check.protocol': 'healthCheckProtocol',
    'health_check.timeout': 'healthCheckTimeoutSeconds',
    'health_check.unhealthy_threshold': 'unhealthyThresholdCount',
    name: 'name',
    port: 'port',
    protocol: 'protocol',
    slow_start: 'slow_start.duration_seconds',
    target_type: 'targetType',
    'target_group_health.dns_failover.minimum_healthy_targets_count': `${DNS_FAILOVER}.count`,
    'target_group_health.dns_failover.minimum_healthy_targets_percentage': `${DNS_FAILOVER}.percentage`,
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets_count': `${UNHEALTHY_ROUTING}.count`,
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets_percentage': `${UNHEALTHY_ROUTING}.percentage`,
  },
};

/** What the observability checklist looks at besides databases. */
export const SERVICE_TYPES: Readonly<Record<string, ResourceType>> = {
  aws_autoscaling_group: AUTO_SCALING_GROUP,
  aws_autoscaling_lifecycle_hook: {
    kind: 'lifecycle-hook',
    settings: { ...LIFECYCLE_HOOK_SETTINGS, autoscaling_group_name: 'autoScalingGroupName' },
    links: { autoscaling_group_name: 'member-of' },
  },
  aws_launch_template: LAUNCH_TEMPLATE,
  aws_launch_configuration: {
    kind: 'launch-template',
    identifier: 'launchConfigurationName',
    settings: {
      ...LAUNCH_SETTINGS,
      iam_instance_profile: 'iamInstanceProfile',
      name: 'launchConfigurationName',
    },
    links: { image_id: 'image' },
  },
  aws_lb: LOAD_BALANCER,
  aws_alb: LOAD_BALANCER,
  aws_lb_target_group: TARGET_GROUP,
  aws_alb_target_group: TARGET_GROUP,
  aws_cloudwatch_log_group: {
    kind: 'log-group',
    identifier: 'logGroupName',
    settings: {
      log_group_class: 'logGroupClass',
      name: 'logGroupName',
      retention_in_days: 'retentionInDays',
    },
    links: { name: 'watches' },
  },
  aws_cloudwatch_metric_alarm: {
    kind: 'alarm',
    settings: {
      actions_enabled: 'actionsEnabled',
      alarm_actions: 'alarmActions',
      alarm_name: 'alarmName',
      comparison_operator: 'comparisonOperator',
      datapoints_to_alarm: 'datapointsToAlarm',
      dimensions: 'dimensions',
      evaluation_periods: 'evaluationPeriods',
      extended_statistic: 'extendedStatistic',
      metric_name: 'metricName',
      metric_query: 'metrics',
      namespace: 'namespace',
      ok_actions: 'okActions',
      period: 'period',
      statistic: 'statistic',
      threshold: 'threshold',
      threshold_metric_id: 'thresholdMetricId',
      treat_missing_data: 'treatMissingData',
    },
    links: { dimensions: 'watches', metric_query: 'watches' },
  },
  aws_db_event_subscription: {
    kind: 'event-subscription',
    settings: {
      enabled: 'enabled',
      event_categories: 'eventCategories',
      name: 'subscriptionName',
      sns_topic: 'snsTopicArn',
      source_ids: 'sourceIds',
      source_type: 'sourceType',
    },
    links: { source_ids: 'watches' },
  },
  aws_cloudwatch_event_rule: {
    kind: 'event-rule',
    settings: {
      event_bus_name: 'eventBusName',
      event_pattern: 'eventPattern',
      is_enabled: 'isEnabled',
      name: 'name',
      schedule_expression: 'scheduleExpression',
      state: 'state',
    },
    links: { event_pattern: 'watches' },
  },
  aws_db_proxy: {
    kind: 'db-proxy',
    identifier: 'dbProxyName',
    settings: {
      debug_logging: 'debugLogging',
      engine_family: 'engineFamily',
      idle_client_timeout: 'idleClientTimeout',
      name: 'dbProxyName',
      require_tls: 'requireTLS',
    },
  },
  aws_cloudtrail: {
    kind: 'trail',
    settings: {
      advanced_event_selector: 'advancedEventSelectors',
      cloud_watch_logs_group_arn: 'cloudWatchLogsLogGroupArn',
      enable_logging: 'isLogging',
      event_selector: 'eventSelectors',
      include_global_service_events: 'includeGlobalServiceEvents',
      is_multi_region_trail: 'isMultiRegionTrail',
      is_organization_trail: 'isOrganizationTrail',
      name: 'trailName',
      s3_bucket_name: 's3BucketName',
    },
  },
};
