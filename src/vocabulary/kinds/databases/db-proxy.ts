import type { Resource } from '../../resource-types.ts';
import { RDS_API } from './shared.ts';

export const DB_PROXY: Resource = {
  kind: 'db-proxy',
  page: `${RDS_API}CreateDBProxy.html`,
  types: { terraform: ['aws_db_proxy'], cloudformation: 'AWS::RDS::DBProxy' },
  name: 'dbProxyName',
  settings: {
    connectionPoolConfig: {
      type: 'answer',
      call: 'rds:DescribeDBProxyTargetGroups',
      answer: 'TargetGroups.0.ConnectionPoolConfig',
    },
    dbProxyName: { type: 'text', terraform: 'name' },
    debugLogging: { type: 'boolean' },
    engineFamily: { type: 'text' },
    idleClientTimeout: { type: 'number' },
    requireTLS: { type: 'boolean' },
  },
};
