import { on, xml, type Rule } from '../../accounts/aws-proxy.ts';
import type { Config } from '../../accounts/fleet.ts';
import { createDatabase, createTrail } from './databases.ts';
import { withElements } from './added-elements.ts';
import { createWebTier } from './web-tier.ts';

/** A Region of resources outside of the checks or of the catalogue. */
export async function createOtherRegion(config: Config): Promise<void> {
  // Serverless v1, where moto has no instances either.
  await createDatabase(config, { name: 'first', engineVersion: '5.7.mysql_aurora.2.11.1' });
  await createDatabase(config, {
    name: 'small',
    engineVersion: '8.0.mysql_aurora.3.99.0',
    instances: 1,
    instance: { DBInstanceClass: 'db.t3.medium' },
  });
  await createDatabase(config, {
    name: 'elastic',
    engineVersion: '8.0.mysql_aurora.3.12.1',
    instances: 1,
    instance: { DBInstanceClass: 'db.serverless' },
  });
  await createDatabase(config, { name: 'headless', engineVersion: '8.0.mysql_aurora.3.12.1' });
  await createTrail(config);
  await createWebTier(config, {
    name: 'plain',
    image: 'bottlerocket-aws-k8s-1.33-x86_64-v1.30.0-1a2b3c4d',
    balancer: 'network',
    target: { Protocol: 'TCP' },
    group: { HealthCheckType: 'EC2' },
  });
  await createWebTier(config, {
    name: 'inline',
    image: 'inspector-0001',
    balancer: 'gateway',
    target: { Protocol: 'GENEVE', Port: 6081 },
  });
  await createWebTier(config, {
    name: 'deep',
    image: 'al2023-ami-2023.12.20261102.0-kernel-6.1-x86_64',
    target: { HealthCheckPath: '/status' },
  });
  await createWebTier(config, {
    name: 'idle',
    image: 'al2023-ami-2023.12.20261102.0-kernel-6.1-arm64',
    group: { MaxSize: 0 },
  });
}

/** Data that moto does not keep. */
export const OTHER_REGION: readonly Rule[] = [
  ...withElements([
    {
      action: 'rds:DescribeDBClusters',
      nameElement: 'DBClusterIdentifier',
      name: 'first',
      elements: { EngineMode: 'serverless' },
    },
  ]),
  on('rds:DescribePendingMaintenanceActions', ({ action }) =>
    xml(action, '<PendingMaintenanceActions></PendingMaintenanceActions>'),
  ),
  on('autoscaling:DescribeNotificationConfigurations', ({ action }) =>
    xml(action, '<NotificationConfigurations></NotificationConfigurations>'),
  ),
  on('autoscaling:DescribeScalingActivities', ({ action }) => xml(action, '<Activities></Activities>')),
];
