import type { Resource } from '../words.ts';
import { RDS_API } from './databases.ts';

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
    deletionProtection: { type: 'boolean', default: false },
    engineLifecycleSupport: { type: 'text', default: 'open-source-rds-extended-support' },
    globalClusterIdentifier: { type: 'text' },
    globalClusterMembers: { type: 'answer' },
    sourceDBClusterIdentifier: { type: 'text' },
    status: { type: 'answer' },
    storageEncrypted: { type: 'boolean' },
  },
  links: [
    { role: 'member-of', to: ['aurora-cluster'], isReversed: true, settings: ['sourceDBClusterIdentifier'] },
  ],
};
