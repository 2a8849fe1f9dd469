import type { Resource } from '../words.ts';
import { INSIGHTS, RDS_API, SHARED } from './databases.ts';

/** The settings that name what a cluster is a copy of, at a point in time; of a snapshot it can have another version. */
export const COPY_OF = ['restoreToPointInTime', 'sourceDBClusterIdentifier'] as const;

/** The setting that names what a cluster is a replica of. */
export const REPLICATES = 'replicationSourceIdentifier';

export const AURORA_CLUSTER: Resource = {
  kind: 'aurora-cluster',
  page: `${RDS_API}CreateDBCluster.html`,
  types: {
    terraform: ['aws_rds_cluster'],
    awscc: ['awscc_rds_db_cluster'],
    cloudformation: 'AWS::RDS::DBCluster',
    cdk: {
      DatabaseCluster: {},
      DatabaseClusterFromSnapshot: {},
      ServerlessCluster: { engineMode: 'serverless' },
      ServerlessClusterFromSnapshot: { engineMode: 'serverless' },
    },
    pulumi: ['rds:Cluster'],
    ansible: ['rds_cluster'],
  },
  name: 'dbClusterIdentifier',
  database: { impliedEngine: null },
  settings: {
    ...SHARED,
    activityStreamStatus: { type: 'answer' },
    allocatedStorage: { type: 'number' },
    availabilityZones: { type: 'structure' },
    backtrackWindow: { type: 'number', default: 0 },
    caCertificateIdentifier: {
      type: 'text',
      cdk: 'caCertificate',
      answer: 'CertificateDetails.CAIdentifier',
    },
    cloudwatchLogsRetention: {
      type: 'number',
      terraform: null,
      cloudformation: null,
      cdkType: 'RetentionDays',
    },
    copyTagsToSnapshot: { type: 'boolean' },
    dbClusterIdentifier: {
      type: 'text',
      terraform: 'cluster_identifier',
      cdk: 'clusterIdentifier',
      ansible: ['db_cluster_identifier', 'cluster_id', 'id'],
    },
    dbClusterInstanceClass: { type: 'text' },
    dbClusterMembers: { type: 'answer' },
    dbClusterParameterGroupName: {
      type: 'text',
      cdk: 'parameterGroup',
      answer: 'DBClusterParameterGroup',
    },
    dbInstanceParameterGroupName: { type: 'text' },
    enableGlobalWriteForwarding: { type: 'boolean', answer: 'GlobalWriteForwardingRequested' },
    enableLocalWriteForwarding: { type: 'boolean', answer: 'LocalWriteForwardingStatus' },
    engineMode: { type: 'text' },
    globalClusterIdentifier: { type: 'text' },
    httpEndpointEnabled: {
      type: 'boolean',
      request: 'enableHttpEndpoint',
      terraform: 'enable_http_endpoint',
      cdk: 'enableDataApi',
    },
    iops: { type: 'number' },
    multiAZ: { type: 'answer' },
    performanceInsightsEnabled: INSIGHTS,
    [REPLICATES]: { type: 'text' },
    restoreToPointInTime: { type: 'structure', cloudformation: null },
    restoreType: { type: 'text', terraform: null },
    scalingConfigurationInfo: {
      type: 'structure',
      request: 'scalingConfiguration',
      terraform: 'scaling_configuration',
    },
    serverlessV2ScalingConfiguration: {
      type: 'structure',
      terraform: 'serverlessv2_scaling_configuration',
    },
    snapshotIdentifier: { type: 'text' },
    sourceDBClusterIdentifier: { type: 'text', terraform: null },
    status: { type: 'answer' },
  },
  config: {
    always: [
      'autoMinorVersionUpgrade',
      'dbClusterParameterGroupName',
      'deletionProtection',
      'preferredMaintenanceWindow',
    ],
    often: [
      'enabledCloudwatchLogsExports',
      'engineMode',
      'monitoringInterval',
      'multiAZ',
      'performanceInsightsEnabled',
    ],
    never: [
      'activityStreamStatus',
      'associatedRoles',
      'backtrackWindow',
      'caCertificateIdentifier',
      'databaseInsightsMode',
      'enableGlobalWriteForwarding',
      'enableLocalWriteForwarding',
      'engineLifecycleSupport',
      'globalClusterIdentifier',
      'httpEndpointEnabled',
      'iamDatabaseAuthenticationEnabled',
      'monitoringRoleArn',
      'pendingMaintenanceActions',
      'performanceInsightsRetentionPeriod',
      'recentEvents',
    ],
    spelled: { dbClusterParameterGroupName: 'dbclusterParameterGroup' },
  },
  links: [
    { role: 'member-of', to: ['global-cluster'], settings: ['globalClusterIdentifier'] },
    {
      role: 'cluster-parameter-group',
      to: ['cluster-parameter-group'],
      settings: ['dbClusterParameterGroupName'],
    },
    { role: 'parameter-group', to: ['parameter-group'], settings: ['dbInstanceParameterGroupName'] },
  ],
};
