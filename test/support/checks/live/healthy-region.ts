import { SHIPS_ELSEWHERE } from '../agents.ts';
import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { EC2 } from '@aws-sdk/client-ec2';
import { reportsTerminations } from '../../accounts/aws-answers.ts';
import { json, on, xml, type Rule } from '../../accounts/aws-proxy.ts';
import type { Config } from '../../accounts/fleet.ts';
import {
  createAlarm,
  createDatabase,
  createLogGroup,
  createProxy,
  createSubscription,
  createTopic,
  createTrail,
} from './databases.ts';
import { withElements } from './added-elements.ts';
import { createWebTier } from './web-tier.ts';

const LOGS = ['error', 'slowquery', 'audit', 'iam-db-auth-error'];
const DATABASE_METRICS = [
  'DatabaseConnections',
  'AbortedClients',
  'CPUUtilization',
  'FreeableMemory',
  'FreeLocalStorage',
  'AuroraVolumeBytesLeftTotal',
  'AuroraReplicaLagMaximum',
  'EngineUptime',
];
const NAME = 'orders';
const ROLE = 'arn:aws:iam::444444444444:role/monitoring';
/** Instances whose agent reports to Systems Manager; moto chooses their ids. */
const managed: string[] = [];

/** A Region that passes the checklist everywhere. */
export async function createHealthyRegion(config: Config): Promise<void> {
  await createTopic(config);
  await createDatabase(config, {
    name: NAME,
    engineVersion: '8.0.mysql_aurora.3.12.1',
    cluster: { EnableCloudwatchLogsExports: LOGS, EnableIAMDatabaseAuthentication: true },
    instances: 2,
    parameters: {
      slow_query_log: '1',
      long_query_time: '1',
      server_audit_logging: '1',
      server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL',
      innodb_print_all_deadlocks: '1',
      require_secure_transport: 'ON',
      max_connect_errors: '10000',
      wait_timeout: '600',
    },
  });
  await createDatabase(config, {
    name: 'ledger',
    engine: 'aurora-postgresql',
    engineVersion: '16.4',
    cluster: { EnableCloudwatchLogsExports: ['postgresql'] },
    parameters: {
      shared_preload_libraries: 'pg_stat_statements,auto_explain,pgaudit',
      'auto_explain.log_min_duration': '1000',
      log_connections: '1',
      log_disconnections: '1',
      log_min_duration_statement: '1000',
      'pgaudit.log': 'ddl,role',
      'rds.force_ssl': '1',
    },
  });
  await createLogGroup(config, '/aws/rds/cluster/ledger/postgresql', 90);
  for (const metric of [
    'DatabaseConnections',
    'CPUUtilization',
    'FreeableMemory',
    'FreeLocalStorage',
    'EngineUptime',
  ])
    await createAlarm(
      config,
      'AWS/RDS',
      metric,
      ['DBClusterIdentifier', 'ledger'],
      false,
      `ledger-${metric}`,
    );
  await createProxy(config, 'ledger', 'POSTGRESQL');
  for (const log of LOGS) await createLogGroup(config, `/aws/rds/cluster/${NAME}/${log}`, 90);
  for (const metric of DATABASE_METRICS)
    await createAlarm(config, 'AWS/RDS', metric, ['DBClusterIdentifier', NAME]);
  await createSubscription(config, 'db-cluster', ['failover', 'failure', 'maintenance', 'notification']);
  await createSubscription(config, 'db-instance', ['availability', 'failure']);
  await createProxy(config, NAME);
  await createTrail(config);
  await createGroup(config);
}

async function createGroup(config: Config): Promise<void> {
  const { image, target, balancer } = await createWebTier(config, {
    name: 'web',
    image: 'al2023-ami-2023.12.20261102.0-kernel-6.1-x86_64',
    script: [
      SHIPS_ELSEWHERE,
      'curl -s http://169.254.169.254/latest/meta-data/autoscaling/target-lifecycle-state',
    ].join('\n'),
    template: { IamInstanceProfile: { Name: 'web' } },
    target: { HealthCheckPath: '/healthz', HealthCheckIntervalSeconds: 30, UnhealthyThresholdCount: 3 },
    targetAttributes: {
      'slow_start.duration_seconds': '60',
      'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': '50',
    },
    balancerAttributes: {
      'access_logs.s3.enabled': 'true',
      'access_logs.s3.bucket': 'logs',
      'health_check_logs.s3.enabled': 'true',
    },
    group: { HealthCheckGracePeriod: 300 },
  });
  const run = await new EC2(config).runInstances({ ImageId: image, MinCount: 1, MaxCount: 1 });
  managed.push(...(run.Instances ?? []).flatMap(({ InstanceId = [] }) => InstanceId));
  const scaling = new AutoScaling(config);
  await scaling.putLifecycleHook({
    AutoScalingGroupName: 'web',
    LifecycleHookName: 'save-logs',
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    HeartbeatTimeout: 300,
    DefaultResult: 'ABANDON',
  });
  await scaling.enableMetricsCollection({
    AutoScalingGroupName: 'web',
    Granularity: '1Minute',
    Metrics: ['InServiceInstances', 'DesiredCapacity', 'PendingInstances', 'TerminatingInstances']
      .concat('TotalInstances')
      .map((metric) => `Group${metric}`),
  });
  await createAlarm(config, 'AWS/AutoScaling', 'GroupInServiceInstances', ['AutoScalingGroupName', 'web']);
  await createAlarm(config, 'AWS/AutoScaling', 'GroupTerminatingInstances', ['AutoScalingGroupName', 'web']);
  await createAlarm(config, 'AWS/ApplicationELB', 'UnHealthyHostCount', [
    'TargetGroup',
    target,
    'LoadBalancer',
    balancer,
  ]);
}

/** Data that moto does not keep. */
export const HEALTHY_REGION: readonly Rule[] = [
  ...withElements([
    ...['orders-1', 'orders-2'].map((name) => ({
      action: 'rds:DescribeDBInstances',
      nameElement: 'DBInstanceIdentifier',
      name,
      elements: {
        PerformanceInsightsEnabled: 'true',
        MonitoringInterval: '15',
        MonitoringRoleArn: ROLE,
        CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      },
    })),
    {
      action: 'autoscaling:DescribeAutoScalingGroups',
      nameElement: 'AutoScalingGroupName',
      name: 'web',
      elements: {
        DefaultInstanceWarmup: '120',
        InstanceMaintenancePolicy:
          '<MinHealthyPercentage>100</MinHealthyPercentage><MaxHealthyPercentage>120</MaxHealthyPercentage>',
        InstanceLifecyclePolicy:
          '<RetentionTriggers><TerminateHookAbandon>retain</TerminateHookAbandon></RetentionTriggers>',
      },
    },
  ]),
  on('rds:DescribePendingMaintenanceActions', ({ action }) =>
    xml(action, '<PendingMaintenanceActions></PendingMaintenanceActions>'),
  ),
  reportsTerminations('444444444444'),
  on('ssm:DescribeInstanceInformation', () =>
    json({ InstanceInformationList: managed.map((InstanceId) => ({ InstanceId, PingStatus: 'Online' })) }),
  ),
  on('autoscaling:DescribeScalingActivities', ({ action }) => xml(action, '<Activities></Activities>')),
];
