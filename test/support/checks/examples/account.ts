import { SHIPS_ELSEWHERE } from '../agents.ts';
import { apiAsset, type RunOptions } from '../checklist.ts';
import type { Example, Examples } from './example.ts';
import { alarmSettings, topicAsset, LINK_TO_TOPIC } from './alarms.ts';
import { NO_CLUES, type Asset, type CheckAnswer } from '../../../../src/model/index.ts';
import { RUNBOOK } from './other-checks.ts';

/** Result of a scan, and the call that was refused. */
interface Found {
  assets: readonly Asset[];
  refused?: string;
  options?: RunOptions;
  /** Asset of the answer, if the check applies to others as well. */
  about?: string;
}
type Settings = Asset['settings'];
type More = Partial<Asset>;

const ORDERS = 'arn:aws:test:eu-west-1:111122223333:database:db';
const WEB = 'arn:aws:test:eu-west-1:111122223333:auto-scaling-group:web';
const TARGETS = 'arn:aws:test:eu-west-1:111122223333:target-group:web';

/** A cluster with two instances. */
function database(settings: Settings, more: More = {}, instance: Settings = {}, own: More = {}): Asset[] {
  const version = { version: '3.12.1', versions: { declared: null, running: '3.12.1', pending: null } };
  return [
    apiAsset(
      'database',
      'db',
      { dbClusterIdentifier: 'db', instanceCount: 2, ...settings },
      { ...version, ...more },
    ),
    ...['db-1', 'db-2'].map((name) =>
      apiAsset(
        'db-instance',
        name,
        { dbInstanceIdentifier: name, dbInstanceClass: 'db.r6g.large', ...instance },
        { ...version, links: [{ role: 'member-of', assetId: ORDERS }], ...own },
      ),
    ),
  ];
}

/** A cluster with these parameters in its own parameter group, and with other settings. */
function withParameters(parameters: Settings, settings: Settings = {}, family = 'aurora-mysql8.0'): Asset[] {
  const group = apiAsset('cluster-parameter-group', 'own', { dbParameterGroupFamily: family, ...parameters });
  const links = [{ role: 'cluster-parameter-group', assetId: group.id } as const];
  return [...database({ dbClusterParameterGroupName: 'own', ...settings }, { links }), group];
}

/** A group whose parameters the scan was not allowed to read. */
const hiddenParameters = (settings: Settings = {}): Asset[] =>
  database({ dbClusterParameterGroupName: 'own', ...settings });
/** The same databases, of Aurora PostgreSQL. */
const ofPostgresql = (assets: readonly Asset[]): Asset[] =>
  assets.map((asset) =>
    asset.product === null ? asset : { ...asset, product: 'aurora-postgresql', version: '16.4' },
  );
const version = (written: string): More => ({
  version: written,
  versions: { declared: null, running: written, pending: null },
});
const v1 = (): Found => ({ assets: database({ engineMode: 'serverless' }) });
const alarm = (metricName: string, about: string, settings: Settings = {}): Asset =>
  apiAsset(
    'alarm',
    metricName,
    {
      alarmName: metricName,
      metricName,
      namespace: 'AWS/RDS',
      ...alarmSettings(metricName),
      alarmActions: [LINK_TO_TOPIC.assetId],
      ...settings,
    },
    { links: [{ role: 'watches', assetId: about }, LINK_TO_TOPIC] },
  );
const named = (name: string, value: string): Settings => ({ dimensions: [{ name, value }] });
const alarms = (...metrics: string[]): Found => ({
  assets: [
    ...database({}),
    topicAsset(),
    ...metrics.map((metric) => alarm(metric, ORDERS, named('DBClusterIdentifier', 'db'))),
  ],
});
const noAlarms = (): Found => ({ assets: database({}), refused: 'cloudwatch:DescribeAlarms' });

/** A group behind a load balancer, its template and its image. */
function webTier({
  group = {},
  hidden = [],
  target = {},
  targetHidden = [],
  template = {},
  templateHidden = [],
  image = 'amazon-linux-2023',
  imageVersion = '2023.12.20261102',
  imageSettings = {},
  rest = [],
  links = [],
}: {
  group?: Settings;
  links?: Asset['links'];
  hidden?: readonly string[];
  target?: Settings;
  targetHidden?: readonly string[];
  template?: Settings;
  templateHidden?: readonly string[];
  image?: Asset['product'];
  imageVersion?: string;
  imageSettings?: Settings;
  rest?: readonly Asset[];
}): Asset[] {
  const os = apiAsset('operating-system', 'ami', imageSettings, { product: image, version: imageVersion });
  const launch = apiAsset('launch-template', 'web', template, {
    unknownSettings: templateHidden,
    links: [{ role: 'image', assetId: os.id }],
  });
  const targets = apiAsset(
    'target-group',
    'web',
    { protocol: 'HTTP', healthCheckPath: '/', ...target },
    { unknownSettings: targetHidden },
  );
  const settings = { autoScalingGroupName: 'web', maxSize: 4, minSize: 2, healthCheckType: 'ELB', ...group };
  const scaling = apiAsset('auto-scaling-group', 'web', settings, {
    unknownSettings: hidden,
    links: [
      { role: 'target-group', assetId: targets.id },
      { role: 'launch-template', assetId: launch.id },
      ...links,
    ],
  });
  return [scaling, targets, launch, os, ...rest];
}

const hook = (settings: Settings = {}): Asset =>
  apiAsset(
    'lifecycle-hook',
    'save',
    { lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING', ...settings },
    { links: [{ role: 'member-of', assetId: WEB }] },
  );
const empty = (): Found => ({ assets: webTier({ group: { maxSize: 0 } }) });
const byEc2 = (): Found => ({ assets: webTier({ group: { healthCheckType: 'EC2' } }) });
const balancer = (settings: Settings, unknownSettings: readonly string[] = []): Found => ({
  assets: [apiAsset('load-balancer', 'web', { type: 'application', ...settings }, { unknownSettings })],
});
const logGroup = (settings: Settings, more: More = {}): Asset =>
  apiAsset('log-group', 'error', { logGroupName: '/aws/rds/cluster/db/error', ...settings }, more);
const exporting = { enabledCloudwatchLogsExports: ['error'] };
const subscription = (sourceType: string, settings: Settings = {}): Asset =>
  apiAsset(
    'event-subscription',
    sourceType,
    { enabled: true, sourceType, ...settings },
    { links: [LINK_TO_TOPIC] },
  );
const trail = (settings: Settings, unknownSettings: readonly string[] = []): Found => ({
  assets: [apiAsset('trail', 't', settings, { unknownSettings })],
});
const terminating = apiAsset(
  'alarm',
  'terminating',
  {
    namespace: 'AWS/AutoScaling',
    metricName: 'GroupTerminatingInstances',
    ...alarmSettings('GroupTerminatingInstances'),
    dimensions: [{ name: 'AutoScalingGroupName', value: 'web' }],
    alarmActions: ['arn:aws:sns:eu-west-1:1:alerts'],
  },
  { links: [LINK_TO_TOPIC] },
);
const loop = (count: number): Settings => ({
  desiredCapacity: 4,
  scalingActivities: Array.from({ length: count }, (_, index) => ({
    cause: 'an instance was taken out of service in response to an ELB system health check failure.',
    startTime: new Date(Date.parse('2026-11-24T04:00:00Z') - index * 60_000).toISOString(),
  })),
});
const retained = { instanceLifecyclePolicy: { retentionTriggers: { terminateHookAbandon: 'retain' } } };

const FOUND: Record<string, Partial<Record<CheckAnswer, () => Found>>> = {
  'aurora-log-export-error': {
    pass: () => ({ assets: database(exporting) }),
    fail: () => ({ assets: database({ enabledCloudwatchLogsExports: ['audit'] }) }),
    unknown: () => ({ assets: database({}, { unknownSettings: ['enabledCloudwatchLogsExports'] }) }),
  },
  'aurora-slow-query-log-on': {
    pass: () => ({
      assets: withParameters(
        { slow_query_log: '1', long_query_time: '1' },
        { enabledCloudwatchLogsExports: ['slowquery'] },
      ),
    }),
    fail: () => ({ assets: withParameters({}, { enabledCloudwatchLogsExports: ['slowquery'] }) }),
    unknown: () => ({ assets: hiddenParameters({ enabledCloudwatchLogsExports: ['slowquery'] }) }),
  },
  'aurora-audit-connect-events': {
    pass: () => ({
      assets: withParameters(
        { server_audit_logging: '1', server_audit_events: 'CONNECT' },
        { enabledCloudwatchLogsExports: ['audit'] },
      ),
    }),
    fail: () => ({
      assets: withParameters(
        { server_audit_logging: '1', server_audit_events: 'QUERY' },
        { enabledCloudwatchLogsExports: ['audit'] },
      ),
    }),
    unknown: () => ({ assets: hiddenParameters({ enabledCloudwatchLogsExports: ['audit'] }) }),
  },
  'aurora-audit-changes': {
    pass: () => ({
      assets: withParameters(
        { server_audit_logging: '1', server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL' },
        { enabledCloudwatchLogsExports: ['audit'] },
      ),
    }),
    fail: () => ({
      assets: withParameters(
        { server_audit_logging: '1', server_audit_events: 'CONNECT' },
        { enabledCloudwatchLogsExports: ['audit'] },
      ),
    }),
    unknown: () => ({ assets: hiddenParameters({ enabledCloudwatchLogsExports: ['audit'] }) }),
  },
  'aurora-slow-plans-logged': {
    pass: () => ({
      assets: ofPostgresql(
        withParameters(
          { shared_preload_libraries: 'auto_explain', 'auto_explain.log_min_duration': '0' },
          { enabledCloudwatchLogsExports: ['postgresql'] },
        ),
      ),
    }),
    fail: () => ({ assets: ofPostgresql(withParameters({})) }),
    unknown: () => ({
      assets: ofPostgresql(hiddenParameters({ enabledCloudwatchLogsExports: ['postgresql'] })),
    }),
    'not-applicable': () => ({ assets: database({}) }),
  },
  'aurora-tls-required': {
    pass: () => ({ assets: withParameters({ require_secure_transport: '1' }) }),
    fail: () => ({ assets: withParameters({}) }),
    unknown: () => ({ assets: hiddenParameters() }),
  },
  'aurora-general-log-not-permanent': {
    pass: () => ({ assets: withParameters({}) }),
    fail: () => ({ assets: withParameters({ general_log: '1' }) }),
    unknown: () => ({ assets: hiddenParameters() }),
  },
  'aurora-deadlocks-to-error-log': {
    pass: () => ({ assets: withParameters({ innodb_print_all_deadlocks: '1' }) }),
    fail: () => ({ assets: withParameters({}) }),
    unknown: () => ({ assets: hiddenParameters() }),
  },
  'aurora-iam-auth-error-export': {
    pass: () => ({
      assets: database({
        iamDatabaseAuthenticationEnabled: true,
        enabledCloudwatchLogsExports: ['iam-db-auth-error'],
      }),
    }),
    fail: () => ({ assets: database({ iamDatabaseAuthenticationEnabled: true, ...exporting }) }),
    unknown: () => ({
      assets: database({}, { unknownSettings: ['iamDatabaseAuthenticationEnabled'] }),
    }),
    'not-applicable': () => ({ assets: database({ iamDatabaseAuthenticationEnabled: false }) }),
  },
  'aurora-log-group-retention': {
    pass: () => ({ assets: [...database(exporting), logGroup({ retentionInDays: 90 })] }),
    fail: () => ({ assets: [...database(exporting), logGroup({})] }),
    unknown: () => ({ assets: database(exporting), refused: 'logs:DescribeLogGroups' }),
    'not-applicable': () => ({ assets: database({ enabledCloudwatchLogsExports: [] }) }),
  },
  'aurora-log-export-names-valid': {
    pass: () => ({ assets: database(exporting) }),
    unknown: () => ({ assets: database({}, { unknownSettings: ['enabledCloudwatchLogsExports'] }) }),
    'not-applicable': () => ({ assets: database({ enabledCloudwatchLogsExports: [] }) }),
  },
  'aurora-database-insights': {
    pass: () => ({ assets: database({}, {}, { performanceInsightsEnabled: true }) }),
    fail: () => ({
      assets: database({ performanceInsightsEnabled: true }, {}, { performanceInsightsEnabled: false }),
    }),
    unknown: () => ({ assets: database({}, {}, {}, { unknownSettings: ['performanceInsightsEnabled'] }) }),
    'not-applicable': () => ({ assets: database({}, {}, { dbInstanceClass: 'db.t3.medium' }) }),
  },
  'aurora-enhanced-monitoring': {
    pass: () => ({
      assets: database({}, {}, { monitoringInterval: 15, monitoringRoleArn: 'arn:aws:iam::1:role/em' }),
    }),
    fail: () => ({ assets: database({}, {}, { monitoringInterval: 0 }) }),
    unknown: () => ({ assets: database({}, {}, {}, { unknownSettings: ['monitoringInterval'] }) }),
    'not-applicable': v1,
  },
  'aurora-alarm-connections': {
    pass: () => alarms('DatabaseConnections'),
    fail: () => alarms('CPUUtilization'),
    unknown: noAlarms,
  },
  'aurora-alarm-aborted-clients': {
    pass: () => alarms('AbortedClients'),
    fail: () => alarms('DatabaseConnections'),
    unknown: noAlarms,
  },
  'aurora-alarm-cpu-memory-storage': {
    pass: () => alarms('CPUUtilization', 'FreeableMemory', 'FreeLocalStorage'),
    fail: () => alarms('CPUUtilization'),
    unknown: noAlarms,
  },
  'aurora-alarm-replica-lag': {
    pass: () => alarms('AuroraReplicaLag'),
    fail: () => alarms(),
    unknown: noAlarms,
    'not-applicable': () => ({ assets: database({ instanceCount: 1 }) }),
  },
  'aurora-alarm-restart': {
    pass: () => alarms('EngineUptime'),
    fail: () => alarms(),
    unknown: noAlarms,
  },
  'aurora-max-connections-sized': {
    pass: () => ({
      assets: [
        ...withParameters({}),
        apiAsset('db-proxy', 'p', {}, { links: [{ role: 'watches', assetId: ORDERS }] }),
      ],
    }),
    fail: () => ({ assets: withParameters({ max_connections: '20000' }) }),
    unknown: () => ({ assets: hiddenParameters() }),
    'not-applicable': () => ({ assets: database({}, {}, { dbInstanceClass: 'db.serverless' }) }),
  },
  'aurora-reconnection-limits': {
    pass: () => ({ assets: withParameters({ max_connect_errors: '10000', wait_timeout: '600' }) }),
    fail: () => ({ assets: withParameters({ max_connect_errors: '100', wait_timeout: '600' }) }),
    unknown: () => ({ assets: hiddenParameters() }),
    'not-applicable': () => ({ assets: database({}, { product: 'aurora-postgresql', version: '16.4' }) }),
  },
  'asg-alarm-replacements': {
    pass: () => ({
      assets: [
        ...webTier({ group: { metricsCollection: [{ granularity: '1Minute' }] } }),
        topicAsset(),
        terminating,
      ],
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({}), refused: 'cloudwatch:DescribeAlarms' }),
    'not-applicable': empty,
  },
  'asg-reconnection-surge': {
    pass: () => ({
      assets: webTier({
        group: { defaultInstanceWarmup: 120 },
        target: { 'slow_start.duration_seconds': '60' },
      }),
    }),
    fail: () => ({ assets: webTier({ group: { defaultInstanceWarmup: 120 } }) }),
    unknown: () => ({
      assets: webTier({ hidden: ['defaultInstanceWarmup'], target: { 'slow_start.duration_seconds': '60' } }),
    }),
    'not-applicable': () => ({ assets: webTier({ target: { protocol: 'TCP' } }) }),
  },
  'topic-has-subscriber': {
    pass: () => ({
      assets: [
        apiAsset('topic', 't', {
          subscriptions: [{ protocol: 'sqs', endpoint: 'q', subscriptionArn: 'arn:1' }],
        }),
      ],
    }),
    fail: () => ({
      assets: [
        apiAsset('topic', 't', {
          subscriptions: [{ protocol: 'email', subscriptionArn: 'PendingConfirmation' }],
        }),
      ],
    }),
    unknown: () => ({ assets: [apiAsset('topic', 't', {}, { unknownSettings: ['subscriptions'] })] }),
  },
  'aurora-connection-pooling': {
    pass: () => ({
      assets: [
        ...database({}),
        apiAsset('db-proxy', 'p', {}, { links: [{ role: 'watches', assetId: ORDERS }] }),
      ],
    }),
    fail: () => ({ assets: database({}) }),
    unknown: () => ({ assets: database({}), refused: 'rds:DescribeDBProxies' }),
    'not-applicable': v1,
  },
  'aurora-version-errata': {
    pass: () => ({ assets: database({}) }),
    fail: () => ({ assets: database({}, version('2.11.1')) }),
    unknown: () => ({ assets: database({}, version('3.99.0')) }),
  },
  'aurora-version-supported': {
    pass: () => ({ assets: database({}) }),
    fail: () => ({ assets: database({}, version('2.11.1')) }),
    unknown: () => ({ assets: database({}, version('3.99.0')) }),
  },
  'aurora-auto-minor-upgrade-consistent': {
    pass: () => ({ assets: database({}, {}, { autoMinorVersionUpgrade: true }) }),
    fail: () => ({ assets: database({}, version('3.10.1'), { autoMinorVersionUpgrade: true }) }),
    unknown: () => ({ assets: database({}, {}, {}, { unknownSettings: ['autoMinorVersionUpgrade'] }) }),
  },
  'aurora-pending-maintenance': {
    pass: () => ({ assets: database({ pendingMaintenanceActions: [] }) }),
    fail: () => ({
      assets: database({
        pendingMaintenanceActions: [{ action: 'os-upgrade', forcedApplyDate: '2026-12-01T00:00:00Z' }],
      }),
    }),
    unknown: () => ({ assets: database({}) }),
    'not-applicable': v1,
  },
  'aurora-readers-multi-az': {
    pass: () => ({ assets: database({}) }),
    fail: () => ({ assets: database({ instanceCount: 1 }) }),
    unknown: () => ({
      assets: database({ instanceCount: null }, { unknownSettings: ['instanceCount'] }).slice(0, 1),
    }),
    'not-applicable': v1,
  },
  'aurora-ca-certificate': {
    pass: () => ({ assets: database({}, {}, { caCertificateIdentifier: 'rds-ca-rsa4096-g1' }) }),
    fail: () => ({ assets: database({}, {}, { caCertificateIdentifier: 'rds-ca-2019' }) }),
    unknown: () => ({ assets: database({}, {}, {}, { unknownSettings: ['caCertificateIdentifier'] }) }),
    'not-applicable': v1,
  },
  'aurora-custom-parameter-group': {
    // A scan may not return the family.
    pass: () => ({ assets: withParameters({ dbParameterGroupFamily: null }) }),
    fail: () => ({ assets: database({ dbClusterParameterGroupName: 'default.aurora-mysql8.0' }) }),
    unknown: () => ({
      assets: database({}, { unknownSettings: ['dbClusterParameterGroupName'] }),
    }),
    'not-applicable': v1,
  },
  'rds-event-subscription': {
    pass: () => ({
      assets: [
        ...database({}),
        topicAsset(),
        subscription('db-cluster', { eventCategories: ['failover', 'failure'] }),
        subscription('db-instance'),
      ],
    }),
    fail: () => ({ assets: [...database({}), subscription('db-cluster')] }),
    unknown: () => ({ assets: database({}), refused: 'rds:DescribeEventSubscriptions' }),
    'not-applicable': v1,
  },
  'asg-elb-health-grace': {
    pass: () => ({ assets: webTier({ group: { healthCheckGracePeriod: 300 } }) }),
    // The API returns no grace period if none is set.
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({ hidden: ['healthCheckGracePeriod'] }) }),
    'not-applicable': byEc2,
  },
  'asg-unhealthy-loop-live': {
    pass: () => ({ assets: webTier({ group: loop(0) }) }),
    fail: () => ({ assets: webTier({ group: loop(5) }) }),
    unknown: () => ({ assets: webTier({}) }),
    'not-applicable': empty,
  },
  'asg-termination-hook': {
    pass: () => ({
      assets: webTier({
        template: {
          userData: 'curl -s http://169.254.169.254/latest/meta-data/autoscaling/target-lifecycle-state',
        },
        rest: [hook()],
      }),
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({ hidden: ['lifecycleHooks'] }) }),
    'not-applicable': empty,
  },
  'asg-retain-on-abandon': {
    pass: () => ({ assets: webTier({ group: retained, rest: [hook({ defaultResult: 'ABANDON' })] }) }),
    fail: () => ({ assets: webTier({ group: retained, rest: [hook({ defaultResult: 'CONTINUE' })] }) }),
    unknown: () => ({ assets: webTier({ hidden: ['instanceLifecyclePolicy'], rest: [hook()] }) }),
    'not-applicable': empty,
  },
  'asg-instance-maintenance-policy': {
    pass: () => ({
      assets: webTier({ group: { instanceMaintenancePolicy: { minHealthyPercentage: 100 } } }),
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({ hidden: ['instanceMaintenancePolicy'] }) }),
    'not-applicable': empty,
  },
  'asg-emergency-brake-documented': {
    pass: () => ({ assets: webTier({}), options: { clues: { ...NO_CLUES, runbooks: [RUNBOOK] } } }),
    fail: () => ({ assets: webTier({}), options: { clues: NO_CLUES } }),
    unknown: () => ({ assets: webTier({}) }),
    'not-applicable': empty,
  },
  'asg-no-forgotten-suspension': {
    pass: () => ({ assets: webTier({}) }),
    fail: () => ({
      assets: webTier({ group: { suspendedProcesses: [{ processName: 'ReplaceUnhealthy' }] } }),
    }),
    unknown: () => ({ assets: webTier({ hidden: ['suspendedProcesses'] }) }),
    'not-applicable': empty,
  },
  'asg-group-metrics': {
    pass: () => ({
      assets: webTier({
        group: {
          metricsCollection: [
            {
              granularity: '1Minute',
              metrics: ['InServiceInstances', 'DesiredCapacity', 'PendingInstances', 'TerminatingInstances']
                .concat('TotalInstances')
                .map((name) => `Group${name}`),
            },
          ],
        },
      }),
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({ hidden: ['metricsCollection'] }) }),
    'not-applicable': empty,
  },
  'asg-alarms': {
    pass: () => ({
      assets: webTier({
        group: { metricsCollection: [{ granularity: '1Minute' }] },
        rest: [
          topicAsset(),
          alarm('GroupInServiceInstances', WEB, {
            namespace: 'AWS/AutoScaling',
            ...named('AutoScalingGroupName', 'web'),
          }),
          alarm('UnHealthyHostCount', TARGETS, {
            namespace: 'AWS/ApplicationELB',
            dimensions: [
              { name: 'TargetGroup', value: 'targetgroup/web/1' },
              { name: 'LoadBalancer', value: 'app/web/1' },
            ],
          }),
        ],
      }),
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({ assets: webTier({}), refused: 'cloudwatch:DescribeAlarms' }),
    'not-applicable': empty,
  },
  'asg-notifications': {
    pass: () => ({
      assets: webTier({
        group: {
          notificationConfigurations: [
            { topicARN: LINK_TO_TOPIC.assetId, notificationTypes: ['autoscaling:EC2_INSTANCE_TERMINATE'] },
          ],
        },
        links: [LINK_TO_TOPIC],
        rest: [topicAsset()],
      }),
    }),
    fail: () => ({ assets: webTier({ group: { notificationConfigurations: [] } }) }),
    unknown: () => ({ assets: webTier({ hidden: ['notificationConfigurations'] }) }),
    'not-applicable': empty,
  },
  'lt-log-shipping': {
    pass: () => ({
      assets: webTier({
        template: {
          userData: SHIPS_ELSEWHERE,
        },
      }),
    }),
    fail: () => ({ assets: webTier({ template: { userData: 'dnf install -y nginx' } }) }),
    unknown: () => ({ assets: webTier({ templateHidden: ['userData'] }) }),
    'not-applicable': () => ({ assets: webTier({ image: 'bottlerocket' }) }),
  },
  'lt-ssm-managed': {
    pass: () => ({ assets: webTier({ imageSettings: { managedInstances: [{ instanceId: 'i-1' }] } }) }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({
      assets: webTier({ template: { iamInstanceProfile: { name: 'web' } }, image: null }),
    }),
    'not-applicable': () => ({ assets: webTier({ image: 'bottlerocket' }) }),
  },
  'lt-os-release-supported': {
    pass: () => ({ assets: webTier({}) }),
    fail: () => ({ assets: webTier({ image: 'amazon-linux-2', imageVersion: '2.0.20230307.0' }) }),
    unknown: () => ({ assets: webTier({ image: null }) }),
    'not-applicable': () => ({ assets: webTier({ image: 'bottlerocket' }) }),
  },
  'tg-health-path-shallow': {
    pass: () => ({ assets: webTier({ target: { healthCheckPath: '/healthz' } }) }),
    fail: () => ({ assets: webTier({ target: { healthCheckPath: '/ready' } }) }),
    unknown: () => ({ assets: webTier({ target: { healthCheckPath: '/status' } }) }),
    'not-applicable': byEc2,
  },
  'tg-health-thresholds': {
    pass: () => ({
      assets: webTier({ target: { healthCheckIntervalSeconds: 30, unhealthyThresholdCount: 2 } }),
    }),
    fail: () => ({
      assets: webTier({ target: { healthCheckIntervalSeconds: 10, unhealthyThresholdCount: 2 } }),
    }),
    'not-applicable': byEc2,
  },
  'tg-fail-open-policy': {
    pass: () => ({
      assets: webTier({
        target: { 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': '50' },
      }),
    }),
    fail: () => ({ assets: webTier({}) }),
    unknown: () => ({
      assets: webTier({
        targetHidden: ['percentage', 'count'].map(
          (name) => `target_group_health.unhealthy_state_routing.minimum_healthy_targets.${name}`,
        ),
      }),
    }),
    'not-applicable': byEc2,
  },
  'alb-access-logs': {
    pass: () => balancer({ 'access_logs.s3.enabled': 'true' }),
    fail: () => balancer({ 'access_logs.s3.enabled': 'false' }),
    unknown: () => balancer({}, ['access_logs.s3.enabled']),
    'not-applicable': () => balancer({ type: 'gateway' }),
  },
  'alb-health-check-logs': {
    pass: () => balancer({ 'health_check_logs.s3.enabled': 'true' }),
    fail: () => balancer({ 'health_check_logs.s3.enabled': 'false' }),
    unknown: () => balancer({}, ['health_check_logs.s3.enabled']),
    'not-applicable': () => balancer({ type: 'network' }),
  },
  'alarm-actions': {
    pass: () => ({ assets: [topicAsset(), alarm('CPUUtilization', ORDERS)] }),
    fail: () => ({ assets: [topicAsset(), alarm('CPUUtilization', ORDERS, { actionsEnabled: false })] }),
    unknown: () => ({ assets: [alarm('CPUUtilization', ORDERS, { alarmActions: ['arn:aws:sns:x'] })] }),
    'not-applicable': () => ({ assets: [alarm('Errors', ORDERS, { namespace: 'AWS/Lambda' })] }),
  },
  'cloudtrail-rds-asg': {
    pass: () => trail({ isLogging: true }),
    fail: () => ({ assets: database({}) }),
    unknown: () => trail({}, ['isLogging']),
    'not-applicable': () => ({
      assets: [...database({}), ...trail({ isLogging: true }).assets],
      about: ORDERS,
    }),
  },
};

function exampleOf(found: () => Found): Example {
  const { refused, options, about } = found();
  const unreadable =
    refused === undefined
      ? []
      : [{ operation: refused, account: '111122223333', region: 'eu-west-1', reason: 'AccessDenied' }];
  return {
    inventory: () => ({ assets: found().assets, suppressions: [], problems: [], unreadable }),
    ...(options === undefined ? {} : { options }),
    ...(about === undefined ? {} : { about }),
  };
}

/** Results of an account scan, and the answer of each check. */
export const ACCOUNT_EXAMPLES: Examples = Object.fromEntries(
  Object.entries(FOUND).map(([id, answers]) => [
    id,
    {
      'an account': Object.fromEntries(
        Object.entries(answers).map(([answer, found]) => [answer, exampleOf(found)]),
      ),
    },
  ]),
);
