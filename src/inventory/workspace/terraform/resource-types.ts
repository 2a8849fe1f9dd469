import type { AssetKind, LinkRole } from '../../../model/index.ts';

/**
 * How a resource type becomes an asset. `settings`: argument → setting; a dotted argument is in a nested block
 * (`health_check.path`), and a whole nested block becomes an object. `links`: argument → role of what it refers to.
 * Names of arguments: the documentation of the Terraform AWS provider. Settings that the API holds as key and value
 * (attributes of load balancers and target groups) keep the API's keys.
 */
export interface ResourceType {
  kind: AssetKind;
  engine?: string;
  version?: string;
  settings: Readonly<Record<string, string>>;
  links?: Readonly<Record<string, LinkRole>>;
  /** The setting that other resources name this one by, where they do so by text. */
  identifier?: string;
}

const DATABASE = {
  engine: 'engine',
  version: 'engine_version',
} as const;

const SHARED_BY_DATABASES = {
  performance_insights_enabled: 'performanceInsightsEnabled',
  performance_insights_retention_period: 'performanceInsightsRetentionPeriod',
  database_insights_mode: 'databaseInsightsMode',
  monitoring_interval: 'monitoringInterval',
  monitoring_role_arn: 'monitoringRoleArn',
  auto_minor_version_upgrade: 'autoMinorVersionUpgrade',
  preferred_maintenance_window: 'preferredMaintenanceWindow',
  apply_immediately: 'applyImmediately',
  deletion_protection: 'deletionProtection',
  backup_retention_period: 'backupRetentionPeriod',
  enabled_cloudwatch_logs_exports: 'enabledCloudwatchLogsExports',
  iam_database_authentication_enabled: 'iamDatabaseAuthenticationEnabled',
  engine_lifecycle_support: 'engineLifecycleSupport',
  allow_major_version_upgrade: 'allowMajorVersionUpgrade',
  storage_encrypted: 'storageEncrypted',
} as const;

const INSTANCE = {
  ...SHARED_BY_DATABASES,
  identifier: 'dbInstanceIdentifier',
  instance_class: 'dbInstanceClass',
  availability_zone: 'availabilityZone',
  promotion_tier: 'promotionTier',
  ca_cert_identifier: 'caCertificateIdentifier',
} as const;

export const CLUSTER: ResourceType = {
  kind: 'aurora-cluster',
  ...DATABASE,
  identifier: 'dbClusterIdentifier',
  settings: {
    ...SHARED_BY_DATABASES,
    cluster_identifier: 'dbClusterIdentifier',
    engine_mode: 'engineMode',
    backtrack_window: 'backtrackWindow',
    global_cluster_identifier: 'globalClusterIdentifier',
    db_cluster_parameter_group_name: 'dbClusterParameterGroupName',
    db_instance_parameter_group_name: 'dbInstanceParameterGroupName',
    db_cluster_instance_class: 'dbClusterInstanceClass',
    ca_certificate_identifier: 'caCertificateIdentifier',
    enable_http_endpoint: 'httpEndpointEnabled',
    enable_global_write_forwarding: 'enableGlobalWriteForwarding',
    enable_local_write_forwarding: 'enableLocalWriteForwarding',
    replication_source_identifier: 'replicationSourceIdentifier',
    snapshot_identifier: 'snapshotIdentifier',
    availability_zones: 'availabilityZones',
    serverlessv2_scaling_configuration: 'serverlessV2ScalingConfiguration',
    scaling_configuration: 'scalingConfigurationInfo',
    restore_to_point_in_time: 'restoreToPointInTime',
  },
  links: {
    global_cluster_identifier: 'member-of',
    db_cluster_parameter_group_name: 'cluster-parameter-group',
  },
};

const PARAMETER_GROUP = {
  family: 'dbParameterGroupFamily',
  description: 'description',
} as const;

/** Every resource type and data source that the inventory reads. */
export const RESOURCE_TYPES: Readonly<Partial<Record<string, ResourceType>>> = {
  aws_rds_cluster: CLUSTER,
  aws_rds_cluster_instance: {
    kind: 'db-instance',
    ...DATABASE,
    settings: { ...INSTANCE, db_parameter_group_name: 'dbParameterGroupName' },
    links: { cluster_identifier: 'member-of', db_parameter_group_name: 'parameter-group' },
  },
  aws_db_instance: {
    kind: 'db-instance',
    ...DATABASE,
    settings: {
      ...INSTANCE,
      parameter_group_name: 'dbParameterGroupName',
      multi_az: 'multiAZ',
      replicate_source_db: 'readReplicaSourceDBInstanceIdentifier',
    },
    links: { parameter_group_name: 'parameter-group' },
  },
  aws_rds_global_cluster: {
    kind: 'global-cluster',
    ...DATABASE,
    identifier: 'globalClusterIdentifier',
    settings: {
      global_cluster_identifier: 'globalClusterIdentifier',
      deletion_protection: 'deletionProtection',
      storage_encrypted: 'storageEncrypted',
      engine_lifecycle_support: 'engineLifecycleSupport',
    },
  },
  aws_rds_cluster_parameter_group: {
    kind: 'cluster-parameter-group',
    identifier: 'dbClusterParameterGroupName',
    settings: { ...PARAMETER_GROUP, name: 'dbClusterParameterGroupName' },
  },
  aws_db_parameter_group: {
    kind: 'parameter-group',
    identifier: 'dbParameterGroupName',
    settings: { ...PARAMETER_GROUP, name: 'dbParameterGroupName' },
  },
};
