import type { Resource } from '../../resource-types.ts';
import { RDS_API } from './shared.ts';

/** A snapshot, made, copied or looked up. It only leads from a restored database to the one that it was made of. */
export const DB_SNAPSHOT: Resource = {
  kind: 'db-snapshot',
  page: `${RDS_API}DBSnapshot.html`,
  types: {
    terraform: [
      ...['aws_db_snapshot', 'aws_db_snapshot_copy', 'aws_db_cluster_snapshot'],
      ...['aws_rds_cluster_snapshot_copy', 'data.aws_db_snapshot', 'data.aws_db_cluster_snapshot'],
    ],
    pulumi: ['rds:Snapshot', 'rds:SnapshotCopy', 'rds:ClusterSnapshot', 'rds:ClusterSnapshotCopy'],
    kubernetes: ['DBSnapshot', 'DBSnapshotCopy', 'DBClusterSnapshot'],
    ansible: ['rds_instance_snapshot', 'rds_cluster_snapshot', 'rds_snapshot'],
  },
  name: 'dbSnapshotIdentifier',
  settings: {
    dbSnapshotIdentifier: {
      type: 'text',
      terraform: [
        ...['db_snapshot_identifier', 'db_cluster_snapshot_identifier'],
        ...['target_db_snapshot_identifier', 'target_db_cluster_snapshot_identifier'],
      ],
      ansible: [
        ...['db_snapshot_identifier', 'db_cluster_snapshot_identifier'],
        ...['snapshot_id', 'snapshot_name', 'id'],
      ],
    },
    dbInstanceIdentifier: {
      type: 'text',
      ansible: ['db_instance_identifier', 'instance_id'],
      source: 'snapshot',
    },
    dbClusterIdentifier: {
      type: 'text',
      ansible: ['db_cluster_identifier', 'cluster_id', 'cluster_name'],
      source: 'snapshot',
    },
    sourceDBSnapshotIdentifier: {
      type: 'text',
      terraform: ['source_db_snapshot_identifier', 'source_db_cluster_snapshot_identifier'],
      ansible: [
        ...['source_db_snapshot_identifier', 'source_db_cluster_snapshot_identifier'],
        ...['source_snapshot_id', 'source_cluster_snapshot_id', 'source_id'],
      ],
      source: 'snapshot',
    },
  },
  links: [
    { role: 'restored-from', to: ['db-instance'], settings: ['dbInstanceIdentifier'] },
    { role: 'restored-from', to: ['database'], settings: ['dbClusterIdentifier'] },
    { role: 'restored-from', to: ['db-snapshot'], settings: ['sourceDBSnapshotIdentifier'] },
  ],
};
