import type { Asset, AssetKind } from '../../../model/index.ts';

// Names in tools that are not resource types: operations, commands, groups of custom resources.

/**
 * Operations of the AWS CLI that set a version or its owner: the kinds that they create or change, and their cmdlets.
 */
const OPERATION_ROWS: readonly (readonly [operation: string, kind: AssetKind, cmdlet: string])[] = [
  ['create-db-cluster', 'database', 'New-RDSDBCluster'],
  ['modify-db-cluster', 'database', 'Edit-RDSDBCluster'],
  ['restore-db-cluster-from-s3', 'database', 'Restore-RDSDBClusterFromS3'],
  ['restore-db-cluster-from-snapshot', 'database', 'Restore-RDSDBClusterFromSnapshot'],
  ['restore-db-cluster-to-point-in-time', 'database', 'Restore-RDSDBClusterToPointInTime'],
  ['create-blue-green-deployment', 'database', 'New-RDSBlueGreenDeployment'],
  ['create-db-instance', 'db-instance', 'New-RDSDBInstance'],
  ['create-db-instance-read-replica', 'db-instance', 'New-RDSDBInstanceReadReplica'],
  ['modify-db-instance', 'db-instance', 'Edit-RDSDBInstance'],
  ['restore-db-instance-from-db-snapshot', 'db-instance', 'Restore-RDSDBInstanceFromDBSnapshot'],
  ['restore-db-instance-from-s3', 'db-instance', 'Restore-RDSDBInstanceFromS3'],
  ['restore-db-instance-to-point-in-time', 'db-instance', 'Restore-RDSDBInstanceToPointInTime'],
  ['modify-db-snapshot', 'db-instance', 'Edit-RDSDBSnapshot'],
  ['create-db-snapshot', 'db-snapshot', 'New-RDSDBSnapshot'],
  ['copy-db-snapshot', 'db-snapshot', 'Copy-RDSDBSnapshot'],
  ['create-db-cluster-snapshot', 'db-snapshot', 'New-RDSDBClusterSnapshot'],
  ['copy-db-cluster-snapshot', 'db-snapshot', 'Copy-RDSDBClusterSnapshot'],
  ['create-global-cluster', 'global-cluster', 'New-RDSGlobalCluster'],
  ['modify-global-cluster', 'global-cluster', 'Edit-RDSGlobalCluster'],
  ['create-db-cluster-parameter-group', 'cluster-parameter-group', 'New-RDSDBClusterParameterGroup'],
  ['create-db-parameter-group', 'parameter-group', 'New-RDSDBParameterGroup'],
];

/** Kind that each operation creates or changes. */
export const VERSION_OPERATIONS: ReadonlyMap<string, AssetKind> = new Map(
  OPERATION_ROWS.map(([operation, kind]) => [operation, kind]),
);

/** Beginnings of the operations and of their cmdlets: every command that sets a version contains one of these. */
export const OPERATION_WORDS: readonly string[] = [
  ...new Set(OPERATION_ROWS.map(([operation]) => `${operation.split('-', 2).join('-')}-`)),
  '-RDS',
];

const OPERATIONS_OF_CMDLETS: ReadonlyMap<string, string> = new Map(
  OPERATION_ROWS.map(([operation, , cmdlet]) => [cmdlet, operation]),
);

/** Operation for a PowerShell command; null for any other command. */
export function operationOfCmdlet(name: string): string | null {
  return OPERATIONS_OF_CMDLETS.get(name) ?? null;
}

/** Words of the RDS API and related services for a database: a cluster, or a standalone instance. */
interface DatabaseWords {
  /** Prefix in commands, options and event sources: `modify-db-cluster`, `--db-cluster-identifier`. */
  type: 'db-cluster' | 'db-instance';
  /** Call that lists the resources. */
  list: string;
  /** Beginning of the names of the log groups. */
  logGroups: string;
  /** Dimension that identifies the resource in CloudWatch. */
  dimension: string;
  /** Events on the event bus. */
  events: string;
  /** Parameter group: the link to it, the setting that names it, and the group in commands. */
  group: {
    role: 'cluster-parameter-group' | 'parameter-group';
    setting: 'dbClusterParameterGroupName' | 'dbParameterGroupName';
    type: 'db-cluster-parameter-group' | 'db-parameter-group';
  };
}

const CLUSTER_WORDS: DatabaseWords = {
  type: 'db-cluster',
  list: 'DescribeDBClusters',
  logGroups: '/aws/rds/cluster/',
  dimension: 'DBClusterIdentifier',
  events: 'RDS DB Cluster Event',
  group: {
    role: 'cluster-parameter-group',
    setting: 'dbClusterParameterGroupName',
    type: 'db-cluster-parameter-group',
  },
};
const INSTANCE_WORDS: DatabaseWords = {
  type: 'db-instance',
  list: 'DescribeDBInstances',
  logGroups: '/aws/rds/instance/',
  dimension: 'DBInstanceIdentifier',
  events: 'RDS DB Instance Event',
  group: { role: 'parameter-group', setting: 'dbParameterGroupName', type: 'db-parameter-group' },
};

/** The API's words for a database, or for an instance of one. */
export function databaseWords({ kind, declaredAs }: Pick<Asset, 'kind' | 'declaredAs'>): DatabaseWords {
  return (declaredAs ?? kind) === 'db-instance' ? INSTANCE_WORDS : CLUSTER_WORDS;
}

/** API groups of custom resources for RDS, with the paths in `spec` that contain the fields of a resource. */
export const RDS_GROUPS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['rds.services.k8s.aws', []],
  ...[
    'rds.aws.crossplane.io',
    'rds.aws.jet.crossplane.io',
    'database.aws.crossplane.io',
    'rds.aws.upbound.io',
    'rds.aws.m.upbound.io',
  ].map((group) => [group, ['forProvider', 'initProvider']] as const),
]);
