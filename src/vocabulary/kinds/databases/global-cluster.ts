import type { Resource } from '../../resource-types.ts';
import { RDS_API, SHARED_SETTINGS } from './shared.ts';

export const GLOBAL_CLUSTER: Resource = {
  kind: 'global-cluster',
  page: `${RDS_API}CreateGlobalCluster.html`,
  types: {
    terraform: ['aws_rds_global_cluster'],
    cloudformation: 'AWS::RDS::GlobalCluster',
    pulumi: ['rds:GlobalCluster'],
  },
  name: 'globalClusterIdentifier',
  database: { impliedEngine: null },
  settings: {
    deletionProtection: SHARED_SETTINGS.deletionProtection,
    engineLifecycleSupport: SHARED_SETTINGS.engineLifecycleSupport,
    globalClusterIdentifier: { type: 'text' },
    globalClusterMembers: { type: 'answer' },
    sourceDBClusterIdentifier: { type: 'text', source: 'globalSource' },
    status: { type: 'answer' },
    storageEncrypted: { type: 'boolean' },
  },
  links: [{ role: 'member-of', to: ['database'], isReversed: true, settings: ['sourceDBClusterIdentifier'] }],
};
