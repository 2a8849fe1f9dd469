import type { ResourceType } from './resource-type.ts';

const DATABASE = { engine: 'engine', version: 'engine_version' } as const;

const SHARED_SETTINGS = {
  allow_major_version_upgrade: 'allowMajorVersionUpgrade',
  apply_immediately: 'applyImmediately',
  auto_minor_version_upgrade: 'autoMinorVersionUpgrade',
  backup_retention_period: 'backupRetentionPeriod',
  database_insights_mode: 'databaseInsightsMode',
  deletion_protection: 'deletionProtection',
  enabled_cloudwatch_logs_exports: 'enabledCloudwatchLogsExports',
  engine_lifecycle_support: 'engineLifecycleSupport',
  iam_database_authentication_enabled: 'iamDatabaseAuthenticationEnabled',
  monitoring_interval: 'monitoringInterval',
  monitoring_role_arn: 'monitoringRoleArn',
  performance_insights_enabled: 'performanceInsightsEnabled',
  performance_insights_retention_period: 'performanceInsightsRetentionPeriod',
  port: 'port',
  preferred_backup_window: 'preferredBackupWindow',
  preferred_maintenance_window: 'preferredMaintenanceWindow',
  snapshot_identifier: 'snapshotIdentifier',
  storage_encrypted: 'storageEncrypted',
  storage_type: 'storageType',
} as const;

export const CLUSTER_SETTINGS = {
  ...SHARED_SETTINGS,
  availability_zones: 'availabilityZones',
  backtrack_window: 'backtrackWindow',
  ca_certificate_identifier: 'caCertificateIdentifier',
  cluster_identifier: 'dbClusterIdentifier',
  copy_tags_to_snapshot: 'copyTagsToSnapshot',
  db_cluster_instance_class: 'dbClusterInstanceClass',
  db_cluster_parameter_group_name: 'dbClusterParameterGroupName',
  db_instance_parameter_group_name: 'dbInstanceParameterGroupName',
  enable_global_write_forwarding: 'enableGlobalWriteForwarding',
  enable_http_endpoint: 'httpEndpointEnabled',
  enable_local_write_forwarding: 'enableLocalWriteForwarding',
  engine_mode: 'engineMode',
  global_cluster_identifier: 'globalClusterIdentifier',
  replication_source_identifier: 'replicationSourceIdentifier',
  restore_to_point_in_time: 'restoreToPointInTime',
  scaling_configuration: 'scalingConfigurationInfo',
  serverlessv2_scaling_configuration: 'serverlessV2ScalingConfiguration',
} as const;

export const INSTANCE_SETTINGS = {
  ...SHARED_SETTINGS,
  availability_zone: 'availabilityZone',
  ca_cert_identifier: 'caCertificateIdentifier',
  identifier: 'dbInstanceIdentifier',
  instance_class: 'dbInstanceClass',
  promotion_tier: 'promotionTier',
  publicly_accessible: 'publiclyAccessible',
} as const;

const PARAMETER_GROUP_SETTINGS = { family: 'dbParameterGroupFamily', description: 'description' } as const;

export const CLUSTER: ResourceType = {
  kind: 'aurora-cluster',
  ...DATABASE,
  identifier: 'dbClusterIdentifier',
  settings: CLUSTER_SETTINGS,
  links: {
    global_cluster_identifier: 'member-of',
    db_cluster_parameter_group_name: 'cluster-parameter-group',
    db_instance_parameter_group_name: 'parameter-group',
  },
};

/** Databases and their parameter groups. */
export const DATABASE_TYPES: Readonly<Record<string, ResourceType>> = {
  aws_rds_cluster: CLUSTER,
  aws_rds_cluster_instance: {
    kind: 'db-instance',
    ...DATABASE,
    // The default of the argument in the provider's versions before 5.
    impliedEngine: 'aurora',
    identifier: 'dbInstanceIdentifier',
    settings: { ...INSTANCE_SETTINGS, db_parameter_group_name: 'dbParameterGroupName' },
    links: { cluster_identifier: 'member-of', db_parameter_group_name: 'parameter-group' },
  },
  aws_db_instance: {
    kind: 'db-instance',
    ...DATABASE,
    identifier: 'dbInstanceIdentifier',
    settings: {
      ...INSTANCE_SETTINGS,
      multi_az: 'multiAZ',
      parameter_group_name: 'dbParameterGroupName',
      replicate_source_db: 'readReplicaSourceDBInstanceIdentifier',
    },
    links: { parameter_group_name: 'parameter-group' },
  },
  aws_rds_global_cluster: {
    kind: 'global-cluster',
    ...DATABASE,
    identifier: 'globalClusterIdentifier',
    settings: {
      deletion_protection: 'deletionProtection',
      engine_lifecycle_support: 'engineLifecycleSupport',
      global_cluster_identifier: 'globalClusterIdentifier',
      source_db_cluster_identifier: 'sourceDBClusterIdentifier',
      storage_encrypted: 'storageEncrypted',
    },
    reverseLinks: { source_db_cluster_identifier: 'member-of' },
  },
  aws_rds_cluster_parameter_group: {
    kind: 'cluster-parameter-group',
    identifier: 'dbClusterParameterGroupName',
    settings: { ...PARAMETER_GROUP_SETTINGS, name: 'dbClusterParameterGroupName' },
  },
  aws_db_parameter_group: {
    kind: 'parameter-group',
    identifier: 'dbParameterGroupName',
    settings: { ...PARAMETER_GROUP_SETTINGS, name: 'dbParameterGroupName' },
  },
  awscc_rds_db_cluster: {
    kind: 'aurora-cluster',
    ...DATABASE,
    identifier: 'dbClusterIdentifier',
    settings: {
      ...CLUSTER_SETTINGS,
      db_cluster_identifier: 'dbClusterIdentifier',
      enable_cloudwatch_logs_exports: 'enabledCloudwatchLogsExports',
      enable_iam_database_authentication: 'iamDatabaseAuthenticationEnabled',
      serverless_v2_scaling_configuration: 'serverlessV2ScalingConfiguration',
    },
    links: {
      global_cluster_identifier: 'member-of',
      db_cluster_parameter_group_name: 'cluster-parameter-group',
    },
  },
  awscc_rds_db_instance: {
    kind: 'db-instance',
    ...DATABASE,
    identifier: 'dbInstanceIdentifier',
    settings: {
      ...INSTANCE_SETTINGS,
      ca_certificate_identifier: 'caCertificateIdentifier',
      db_instance_class: 'dbInstanceClass',
      db_instance_identifier: 'dbInstanceIdentifier',
      db_parameter_group_name: 'dbParameterGroupName',
      enable_cloudwatch_logs_exports: 'enabledCloudwatchLogsExports',
      enable_iam_database_authentication: 'iamDatabaseAuthenticationEnabled',
      enable_performance_insights: 'performanceInsightsEnabled',
    },
    links: { db_cluster_identifier: 'member-of', db_parameter_group_name: 'parameter-group' },
  },
};
