import type { Link, Resource, Setting } from '../../resource-types.ts';
import {
  INSIGHTS_SETTINGS,
  LOGS_RETENTION,
  RDS_API,
  SHARED_SETTINGS,
  SNAPSHOT_LINK,
  MONITORING_ROLE_LINK,
} from './shared.ts';

/** Setting for the machine type of an instance. */
export const INSTANCE_CLASS = 'dbInstanceClass';

/** Setting with the replicas of an instance: from an account, or those that the same code declares. */
export const INSTANCE_REPLICAS = 'readReplicaDBInstanceIdentifiers';

const SETTINGS = {
  ...SHARED_SETTINGS,
  allocatedStorage: { type: 'number' },
  availabilityZone: { type: 'text' },
  caCertificateIdentifier: {
    type: 'text',
    terraform: 'ca_cert_identifier',
    cdk: 'caCertificate',
    cdkType: 'CaCertificate',
  },
  certificateDetails: { type: 'answer' },
  cloudwatchLogsRetention: LOGS_RETENTION,
  dbClusterIdentifier: {
    type: 'text',
    terraform: 'cluster_identifier',
    cdk: 'clusterIdentifier',
    ansible: ['db_cluster_identifier', 'cluster_id'],
  },
  [INSTANCE_CLASS]: { type: 'text', terraform: 'instance_class', cdk: 'instanceType' },
  dbInstanceIdentifier: {
    type: 'text',
    terraform: 'identifier',
    cdk: 'instanceIdentifier',
    ansible: ['db_instance_identifier', 'instance_id', 'id', 'instance_name'],
  },
  dbInstanceStatus: { type: 'answer' },
  dbParameterGroupName: {
    type: 'text',
    cdk: 'parameterGroup',
    answer: 'DBParameterGroups.0.DBParameterGroupName',
    ansible: ['db_parameter_group_name', 'parameter_group'],
  },
  maxAllocatedStorage: { type: 'number', default: 0 },
  multiAZ: { type: 'boolean', default: false },
  optionGroupName: {
    type: 'text',
    cdk: 'optionGroup',
    answer: 'OptionGroupMemberships.0.OptionGroupName',
  },
  performanceInsightsEnabled: { ...INSIGHTS_SETTINGS, request: 'enablePerformanceInsights' },
  promotionTier: { type: 'number' },
  [INSTANCE_REPLICAS]: { type: 'answer' },
  // Only a restore to a point in time names its target; its source has the option of a replica.
  targetDBInstanceIdentifier: {
    type: 'text',
    ...{ terraform: null, cloudformation: null, cdk: null, ansible: null },
    source: 'copy',
  },
  readReplicaSourceDBInstanceIdentifier: {
    type: 'text',
    request: 'sourceDBInstanceIdentifier',
    terraform: 'replicate_source_db',
    cdk: 'sourceDatabaseInstance',
    ansible: ['source_db_instance_identifier', 'source_instance'],
    source: 'replica',
  },
  readReplicaSourceDBClusterIdentifier: {
    type: 'text',
    request: 'sourceDBClusterIdentifier',
    terraform: null,
    cdk: null,
    ansible: null,
    source: 'replica',
  },
  restoreToPointInTime: { type: 'structure', cloudformation: null, cdk: null, ansible: null, source: 'copy' },
  snapshotIdentifier: {
    type: 'text',
    request: 'dbSnapshotIdentifier',
    cdk: 'snapshotIdentifier',
    ansible: ['db_snapshot_identifier', 'snapshot_identifier', 'snapshot_id'],
    source: 'snapshot',
  },
} as const satisfies Record<string, Setting>;

const GROUP_LINK: Link = {
  role: 'parameter-group',
  to: ['parameter-group'],
  settings: ['dbParameterGroupName'],
  cdkTo: ['cluster-parameter-group'],
};
const SOURCE_LINK: Link = {
  role: 'source',
  to: ['db-instance', 'database'],
  settings: ['readReplicaSourceDBInstanceIdentifier', 'readReplicaSourceDBClusterIdentifier'],
};
const COPY_LINK: Link = {
  role: 'restored-from',
  to: ['db-instance'],
  terraform: ['restore_to_point_in_time.source_db_instance_identifier'],
};
const CLUSTER_LINK: Link = {
  role: 'member-of',
  to: ['database'],
  settings: ['dbClusterIdentifier'],
};
const INSTANCE = {
  kind: 'db-instance',
  page: `${RDS_API}CreateDBInstance.html`,
  name: 'dbInstanceIdentifier',
  database: { impliedEngine: null },
  config: {
    always: [
      'autoMinorVersionUpgrade',
      'caCertificateIdentifier',
      'dbInstanceClass',
      'monitoringInterval',
      'performanceInsightsEnabled',
    ],
    often: ['dbClusterIdentifier', 'dbInstanceIdentifier'],
    never: [
      'availabilityZone',
      'databaseInsightsMode',
      'dbParameterGroupName',
      'monitoringRoleArn',
      'promotionTier',
    ],
    spelled: {
      caCertificateIdentifier: 'cACertificateIdentifier',
      dbClusterIdentifier: 'dBClusterIdentifier',
      dbInstanceClass: 'dBInstanceClass',
      dbInstanceIdentifier: 'dBInstanceIdentifier',
    },
  },
} as const satisfies Partial<Resource>;

export const DB_INSTANCE: Resource = {
  ...INSTANCE,
  types: {
    terraform: ['aws_db_instance'],
    cloudformation: 'AWS::RDS::DBInstance',
    awscc: ['awscc_rds_db_instance'],
    cdk: { DatabaseInstance: {}, DatabaseInstanceFromSnapshot: {}, DatabaseInstanceReadReplica: {} },
    pulumi: ['rds:Instance'],
    // Crossplane's earlier hand-written resource.
    kubernetes: ['RDSInstance'],
    ansible: ['rds_instance', 'rds'],
  },
  settings: {
    ...SETTINGS,
    dbClusterIdentifier: { ...SETTINGS.dbClusterIdentifier, terraform: null },
    dbParameterGroupName: { ...SETTINGS.dbParameterGroupName, terraform: 'parameter_group_name' },
  },
  links: [CLUSTER_LINK, GROUP_LINK, SOURCE_LINK, COPY_LINK, SNAPSHOT_LINK, MONITORING_ROLE_LINK],
};

/** Member of a cluster, a separate resource only in Terraform. */
export const CLUSTER_INSTANCE: Resource = {
  ...INSTANCE,
  types: { terraform: ['aws_rds_cluster_instance'], pulumi: ['rds:ClusterInstance'] },
  // Default of the argument in provider versions before 5.
  database: { impliedEngine: 'aurora' },
  settings: SETTINGS,
  links: [CLUSTER_LINK, GROUP_LINK, MONITORING_ROLE_LINK],
};
