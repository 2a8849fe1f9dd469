import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { on, xml, type Rule } from '../../accounts/aws-proxy.ts';
import type { Config } from '../../accounts/fleet.ts';
import { createAlarm, createDatabase } from './databases.ts';
import { withElements } from './added-elements.ts';
import { createWebTier } from './web-tier.ts';

/** A Region that fails the checklist everywhere: an old cluster with defaults, and one with wrong settings. */
export async function createFailingRegion(config: Config): Promise<void> {
  await createDatabase(config, { name: 'old', engineVersion: '5.7.mysql_aurora.2.11.1', instances: 1 });
  await createDatabase(config, {
    name: 'noisy',
    // A long-term line, which automatic upgrades would leave.
    engineVersion: '8.0.mysql_aurora.3.10.1',
    cluster: { EnableCloudwatchLogsExports: ['audit'], EnableIAMDatabaseAuthentication: true },
    instances: 2,
    parameters: { general_log: '1', max_connections: '20000' },
  });
  await createDatabase(config, { name: 'bare', engine: 'aurora-postgresql', engineVersion: '16.4' });
  await createAlarm(config, 'AWS/RDS', 'Queries', ['DBClusterIdentifier', 'old'], true);
  // The topic is in another Region, which the scan does not read.
  await createAlarm(config, 'AWS/RDS', 'Aurora_pq_request_attempted', ['DBClusterIdentifier', 'old']);
  await createWebTier(config, {
    name: 'shop',
    image: 'amzn2-ami-kernel-5.10-hvm-2.0.20250818.2-x86_64-gp2',
    script: 'yum install -y nginx',
    target: { HealthCheckPath: '/index.php', HealthCheckIntervalSeconds: 10, UnhealthyThresholdCount: 2 },
    group: { HealthCheckGracePeriod: 0 },
  });
  await new AutoScaling(config).suspendProcesses({
    AutoScalingGroupName: 'shop',
    ScalingProcesses: ['AZRebalance'],
  });
}

const REPLACED = Array.from(
  { length: 5 },
  (_, index) =>
    `<member><ActivityId>${index}</ActivityId><AutoScalingGroupName>shop</AutoScalingGroupName>` +
    '<Cause>At 2026-11-24T01:00:00Z an instance was taken out of service in response to an ELB system health check failure.</Cause>' +
    `<StartTime>2026-11-24T01:0${index}:00Z</StartTime><StatusCode>Successful</StatusCode></member>`,
);

/** Data that moto does not keep. */
export const FAILING_REGION: readonly Rule[] = [
  ...withElements([
    {
      action: 'autoscaling:DescribeAutoScalingGroups',
      nameElement: 'AutoScalingGroupName',
      name: 'shop',
      // Moto returns 300, the default of the console.
      elements: { HealthCheckGracePeriod: '0' },
    },
    ...['old-1', 'noisy-1', 'noisy-2'].map((name) => ({
      action: 'rds:DescribeDBInstances',
      nameElement: 'DBInstanceIdentifier',
      name,
      elements: {
        AutoMinorVersionUpgrade: 'true',
        CACertificateIdentifier: 'rds-ca-2019',
        MonitoringInterval: '0',
        PerformanceInsightsEnabled: 'false',
      },
    })),
  ]),
  on('rds:DescribePendingMaintenanceActions', ({ action, region }) =>
    xml(
      action,
      '<PendingMaintenanceActions><ResourcePendingMaintenanceActions>' +
        `<ResourceIdentifier>arn:aws:rds:${region}:444444444444:cluster:old</ResourceIdentifier>` +
        '<PendingMaintenanceActionDetails><PendingMaintenanceAction><Action>os-upgrade</Action>' +
        '<ForcedApplyDate>2026-12-01T00:00:00Z</ForcedApplyDate></PendingMaintenanceAction></PendingMaintenanceActionDetails>' +
        '</ResourcePendingMaintenanceActions></PendingMaintenanceActions>',
    ),
  ),
  on('autoscaling:DescribeNotificationConfigurations', ({ action }) =>
    xml(action, '<NotificationConfigurations></NotificationConfigurations>'),
  ),
  on('autoscaling:DescribeScalingActivities', ({ action }) =>
    xml(action, `<Activities>${REPLACED.join('')}</Activities>`),
  ),
];
