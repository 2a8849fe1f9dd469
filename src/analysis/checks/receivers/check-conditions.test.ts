import assert from 'node:assert/strict';
import test from 'node:test';
import { runChecks } from '../../index.ts';
import { getsEvents } from './rules.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import { SHIPS_HTTPD } from '../../../../test/support/checks/agents.ts';
import { NO_CLUES, type Asset, type CheckRow, type Inventory } from '../../../model/index.ts';
import { bugOf } from '../../../../test/support/catalogue/catalogue.ts';
import {
  apiAsset,
  CATALOGUE,
  inventoryOf,
  rowOf,
  TODAY,
  type RunOptions,
} from '../../../../test/support/checks/checklist.ts';
import { alarmSettings, topicAsset, LINK_TO_TOPIC } from '../../../../test/support/checks/examples/alarms.ts';
import { osReleaseOf } from '../../../../test/support/catalogue/os-catalogue.ts';

type Settings = Asset['settings'];
const AGENT_CONFIG = JSON.stringify({
  logs: {
    logs_collected: { files: { collect_list: [{ file_path: '/var/log/messages', log_group_name: 'web' }] } },
  },
});
/** Agent that ships the system log of a host with rsyslog. */
const AGENT_SCRIPT = `dnf install -y amazon-cloudwatch-agent rsyslog
echo '${AGENT_CONFIG}' > /agent.json
amazon-cloudwatch-agent-ctl -a fetch-config -s -c file:/agent.json`;
const inventory = (...assets: Asset[]): Inventory => ({ assets, suppressions: [], problems: [] });

/** Cluster with these settings, instances and parameters of its group. */
function database(settings: Settings, instances: readonly Settings[] = [{}, {}], parameters: Settings = {}) {
  const group = apiAsset('cluster-parameter-group', 'own', parameters);
  const cluster = apiAsset(
    'database',
    'db',
    { dbClusterIdentifier: 'db', instanceCount: instances.length, ...settings },
    { links: [{ role: 'cluster-parameter-group', assetId: group.id }] },
  );
  const members = instances.map((own, index) =>
    apiAsset(
      'db-instance',
      `db-${index + 1}`,
      { dbInstanceIdentifier: `db-${index + 1}`, dbInstanceClass: 'db.r6g.large', ...own },
      { links: [{ role: 'member-of', assetId: cluster.id }] },
    ),
  );
  return [cluster, ...members, group];
}

function resultOf(
  id: string,
  assets: readonly Asset[],
  options?: RunOptions,
): { row: CheckRow; evidence: string } {
  const row = rowOf(inventory(...assets), id, options);
  return { row, evidence: say(row.evidence, 'en') };
}

test('aurora-audit-connect-events: requires a role for the upload, and is a must for a public database', () => {
  const on = { server_audit_logging: '1', server_audit_events: 'CONNECT', server_audit_logs_upload: '1' };
  const without = resultOf('aurora-audit-connect-events', database({}, [{}], on));
  assert.match(without.evidence, /aws_default_logs_role/);
  assert.equal(without.row.level, 'should');
  const withRole = { ...on, aws_default_logs_role: 'arn:aws:iam::1:role/logs' };
  assert.equal(resultOf('aurora-audit-connect-events', database({}, [{}], withRole)).row.answer, 'pass');
  const open = resultOf('aurora-audit-connect-events', database({}, [{ publiclyAccessible: true }]));
  assert.equal(open.row.level, 'must');
});

test('aurora-error-log-not-suppressed: does not rely on undocumented parameters', () => {
  const note = (parameters: Settings) =>
    resultOf('aurora-log-export-error', database({}, [{}], parameters)).row.notes[0]?.answer;
  assert.equal(note({ log_error_verbosity: '3' }), 'fail');
  assert.equal(note({}), 'pass');
});

test('aurora-log-group-retention: includes the log group of Enhanced Monitoring', () => {
  const error = apiAsset('log-group', 'error', {
    logGroupName: '/aws/rds/cluster/db/error',
    retentionInDays: 90,
  });
  const measurements = (days: number) =>
    apiAsset('log-group', 'RDSOSMetrics', { logGroupName: 'RDSOSMetrics', retentionInDays: days });
  const exporting = database({ enabledCloudwatchLogsExports: ['error'] });
  const { row } = resultOf('aurora-log-group-retention', [...exporting, error, measurements(7)]);
  assert.equal(row.answer, 'fail');
  assert.match(row.fix?.command ?? '', /put-retention-policy --log-group-name RDSOSMetrics/);
  assert.equal(
    resultOf('aurora-log-group-retention', [...exporting, error, measurements(30)]).row.answer,
    'pass',
  );
});

test('aurora-database-insights and aurora-enhanced-monitoring: state costs and mixed intervals', () => {
  const paid = database({ performanceInsightsRetentionPeriod: 31 }, [{ performanceInsightsEnabled: true }]);
  assert.match(resultOf('aurora-database-insights', paid).evidence, /retention of 31 days is charged/);
  const mixed = database({}, [{ monitoringInterval: 15 }, { monitoringInterval: 60 }]);
  assert.match(resultOf('aurora-enhanced-monitoring', mixed).evidence, /every 15, 60 s/);
});

test("aurora-alarm-connections: offers 80 % of the class's limit as threshold", () => {
  const { row } = resultOf('aurora-alarm-connections', database({}, [{ dbInstanceClass: 'db.r6g.xlarge' }]));
  assert.match(row.fix?.command ?? '', /Name=Role,Value=WRITER .*--threshold 1600 /);
});

test('aurora-alarm-connections: counts an alarm only in the namespace of its subject', () => {
  const answerOf = (settings: Settings): string => {
    const own = { ...alarmSettings('DatabaseConnections'), metricName: 'DatabaseConnections' };
    const alarm = apiAsset('alarm', 'busy', { ...own, ...settings }, { links: [LINK_TO_TOPIC] });
    return resultOf('aurora-alarm-connections', [...database({}), topicAsset(), alarm]).row.answer;
  };
  assert.equal(answerOf({ namespace: 'AWS/RDS' }), 'pass');
  assert.equal(answerOf({ namespace: 'AWS/DocDB' }), 'fail');
  assert.equal(answerOf({}), 'pass', 'a construct gives the metric');
  const inMath = (namespace: string): Settings => {
    const metric = { namespace, metricName: 'DatabaseConnections', dimensions: [] };
    return { metricName: '', metrics: [{ id: 'm1', metricStat: { metric, stat: 'Maximum', period: 60 } }] };
  };
  assert.equal(answerOf(inMath('AWS/RDS')), 'pass');
  assert.equal(answerOf(inMath('AWS/Redshift')), 'fail');
});

test('aurora-alarm-replica-lag: applies to a single instance that replicates by binlog', () => {
  const follower = database({ replicationSourceIdentifier: 'arn:aws:rds:x' }, [{}]);
  const { row } = resultOf('aurora-alarm-replica-lag', follower);
  assert.equal(row.answer, 'fail');
  assert.match(row.fix?.command ?? '', /AuroraBinlogReplicaLag/);
});

test('aurora-connection-pooling: requires a proxy if pools together exceed the limit', () => {
  const pool = (size: number) => ({
    clues: {
      ...NO_CLUES,
      pools: [{ size, location: { file: 'app.ts', line: 1, column: 1, endLine: 1, endColumn: 2 } }],
    },
  });
  const group = apiAsset('auto-scaling-group', 'web', { maxSize: 20 });
  const assets = [...database({}, [{}]), group];
  assert.equal(resultOf('aurora-connection-pooling', assets, pool(10)).row.answer, 'pass');
  const due = resultOf('aurora-connection-pooling', assets, pool(100)).row;
  assert.deepEqual([due.answer, due.level], ['fail', 'should']);
});

test('aurora-max-connections-sized: fails a small class unless it is outside production', () => {
  const small = (environment: string | null) =>
    resultOf(
      'aurora-max-connections-sized',
      database({}, [{ dbInstanceClass: 'db.t3.medium' }]).map((asset) => ({ ...asset, environment })),
    ).row.answer;
  assert.equal(small('prod'), 'fail');
  assert.equal(small(null), 'fail');
  assert.equal(small('dev'), 'unknown');
});

test('aurora-max-connections-sized: passes only if servers and their pools are known to fit', () => {
  const pool = { size: 20, location: { file: 'app.ts', line: 1, column: 1, endLine: 1, endColumn: 2 } };
  const group = (maxSize: number) => apiAsset('auto-scaling-group', 'web', { maxSize });
  const answer = (assets: readonly Asset[], pools: readonly (typeof pool)[] | null) =>
    resultOf('aurora-max-connections-sized', assets, {
      clues: pools === null ? null : { ...NO_CLUES, pools },
    });
  assert.equal(answer([...database({}), group(10)], [pool]).row.answer, 'pass');
  assert.equal(answer([...database({}), group(100)], [pool]).row.answer, 'fail');
  assert.equal(answer([...database({}), group(10)], []).row.answer, 'unknown');
  assert.equal(answer([...database({}), group(10)], null).row.answer, 'unknown');
  assert.equal(answer(database({}), [pool]).row.answer, 'unknown');
  assert.match(answer([...database({}), group(10)], []).evidence, /no pool size is found/);
  // Each server needs one connection, regardless of its pool.
  const few = database({}, [{}, {}], { max_connections: '20' });
  assert.equal(answer([...few, group(30)], []).row.answer, 'fail');
  const computed = database({}, [{}, {}], { max_connections: '{DBInstanceClassMemory/999999999}' });
  assert.equal(answer([...computed, group(10)], [pool]).row.answer, 'unknown');
});

test('aurora-max-connections-sized: names a class with an unknown limit', () => {
  const ofClass = (instances: readonly Settings[]) =>
    resultOf('aurora-max-connections-sized', database({}, instances)).evidence;
  assert.match(ofClass([{ dbInstanceClass: 'db.new' }]), /how many connections db\.new takes is unknown/);
  assert.match(ofClass([]), /the instance class is unknown/);
});

test('aurora-log-export-error: passes Aurora Serverless v1, which exports by itself', () => {
  assert.equal(
    resultOf('aurora-log-export-error', database({ engineMode: 'serverless' }, [])).row.answer,
    'pass',
  );
  assert.equal(resultOf('aurora-log-export-error', database({}, [])).row.answer, 'fail');
});

test('aurora-pending-maintenance: states an unforced patch, and fails after 60 days', () => {
  const patch = { action: 'system-update', description: 'New Operating System patch is available' };
  const answer = (action: Settings, events: readonly Settings[] = []) =>
    resultOf(
      'aurora-pending-maintenance',
      database({ pendingMaintenanceActions: [action], recentEvents: [...events] }),
    );
  const waits = answer(patch);
  assert.equal(waits.row.answer, 'pass');
  assert.match(waits.evidence, /patch is pending, start unknown/);
  const announced = { date: '2026-11-20T00:00:00Z', message: 'An operating system update is available.' };
  assert.match(answer(patch, [announced]).evidence, /has been pending for 4 days/);
  const old = answer({ ...patch, currentApplyDate: '2026-09-01T00:00:00Z' }).row;
  assert.deepEqual([old.answer, old.level], ['fail', 'could']);
  assert.match(old.fix?.command ?? '', /--apply-action system-update/);
});

test('aurora-maintenance-window-set: reports an overlap with the backup window, also over midnight', () => {
  const note = (window: string, backup: string) =>
    resultOf(
      'aurora-pending-maintenance',
      database({
        pendingMaintenanceActions: [],
        preferredMaintenanceWindow: window,
        preferredBackupWindow: backup,
      }),
    ).row.notes[0]?.answer;
  assert.equal(note('sun:04:00-sun:04:30', '04:15-05:00'), 'fail');
  assert.equal(note('sun:23:45-mon:00:15', '00:00-00:30'), 'fail');
  assert.equal(note('sun:04:00-sun:04:30', '04:30-05:00'), 'pass');
});

test('aurora-readers-multi-az: states high promotion tiers of readers', () => {
  const low = database({}, [{ promotionTier: 0 }, { promotionTier: 15 }]);
  assert.match(resultOf('aurora-readers-multi-az', low).evidence, /promotion tiers 0, 15/);
  assert.doesNotMatch(resultOf('aurora-readers-multi-az', database({})).evidence, /tiers/);
});

test("aurora-ca-certificate: fails if an instance's own certificate expires soon", () => {
  const until = (validTill: string) =>
    resultOf(
      'aurora-ca-certificate',
      database({}, [{ caCertificateIdentifier: 'rds-ca-rsa2048-g1', certificateDetails: { validTill } }]),
    );
  assert.equal(until('2026-12-01T00:00:00Z').row.answer, 'fail');
  const later = until('2027-08-01T00:00:00Z');
  assert.equal(later.row.answer, 'pass');
  assert.match(later.evidence, /expires 2027-08-01/);
});

test('asg-no-forgotten-suspension: accepts a suspension of today, and fails one of last week', () => {
  const suspended = (processName: string, suspensionReason: string) =>
    resultOf('asg-no-forgotten-suspension', [
      apiAsset('auto-scaling-group', 'web', {
        maxSize: 2,
        suspendedProcesses: [{ processName, suspensionReason }],
      }),
    ]);
  assert.equal(suspended('ReplaceUnhealthy', 'User suspended at 2026-11-24T01:00:00Z').row.answer, 'pass');
  assert.equal(suspended('ReplaceUnhealthy', 'User suspended at 2026-11-17T01:00:00Z').row.answer, 'fail');
  assert.equal(suspended('Launch', 'User suspended at 2026-11-24T01:00:00Z').row.answer, 'fail');
  assert.match(suspended('Launch', 'administrative suspension').evidence, /AWS suspended it:/);
});

test('asg-alarms: creates the missing alarm on capacity, on targets, or both', () => {
  const targets = apiAsset('target-group', 'web', {});
  const group = apiAsset(
    'auto-scaling-group',
    'web',
    { maxSize: 2, autoScalingGroupName: 'web', metricsCollection: [{ granularity: '1Minute' }] },
    { links: [{ role: 'target-group', assetId: targets.id }] },
  );
  const alarm = (metricName: string, about: Asset, dimensions: Record<string, string>) => {
    const named = Object.entries(dimensions).map(([name, value]) => ({ name, value }));
    const settings = { ...alarmSettings(metricName), metricName, dimensions: named };
    return apiAsset('alarm', metricName, settings, {
      links: [{ role: 'watches', assetId: about.id }, LINK_TO_TOPIC],
    });
  };
  const command = (...alarms: Asset[]) =>
    resultOf('asg-alarms', [group, targets, topicAsset(), ...alarms]).row.fix?.command ?? '';
  assert.match(command(), /GroupInServiceInstances .* && .*UnHealthyHostCount/);
  const hosts = command(alarm('GroupInServiceInstances', group, { AutoScalingGroupName: 'web' }));
  assert.match(hosts, /UnHealthyHostCount/);
  assert.doesNotMatch(hosts, /GroupInServiceInstances/);
  const health = { TargetGroup: 'targetgroup/web/1', LoadBalancer: 'app/web/1' };
  assert.doesNotMatch(command(alarm('UnHealthyHostCount', targets, health)), /UnHealthyHostCount/);
});

test('lt-log-shipping and lt-ssm-managed: require a role for an agent, and accept Systems Manager as proof', () => {
  const image = apiAsset(
    'operating-system',
    'ami',
    { managedInstances: [{ instanceId: 'i-1' }] },
    { product: 'amazon-linux-2023', version: '2023.12.20261102' },
  );
  const template = apiAsset(
    'launch-template',
    'web',
    { userData: AGENT_SCRIPT },
    { links: [{ role: 'image', assetId: image.id }] },
  );
  assert.match(resultOf('lt-log-shipping', [template, image]).evidence, /no instance profile/);
  assert.equal(resultOf('lt-ssm-managed', [template, image]).row.answer, 'pass');
});

test('lt-log-shipping: counts agents that State Manager installs on a group', () => {
  const image = apiAsset(
    'operating-system',
    'ami',
    {},
    { product: 'amazon-linux-2023', version: '2023.12.20261102' },
  );
  const template = apiAsset(
    'launch-template',
    'web',
    { userData: 'dnf install -y nginx rsyslog', iamInstanceProfile: 'web' },
    { links: [{ role: 'image', assetId: image.id }] },
  );
  const group = apiAsset(
    'auto-scaling-group',
    'web',
    {},
    { links: [{ role: 'launch-template', assetId: template.id }] },
  );
  const other = apiAsset('auto-scaling-group', 'other', {});
  const answer = (settings: Asset['settings'], ...about: Asset[]): string => {
    const links = about.map(({ id }) => ({ role: 'watches', assetId: id }) as const);
    const association = apiAsset('ssm-association', 'agent', settings, { links });
    return resultOf('lt-log-shipping', [template, image, group, other, association]).row.answer;
  };
  const installs = {
    name: 'AWS-RunShellScript',
    associationParameters: { commands: [SHIPS_HTTPD.replaceAll('httpd/error_log', 'nginx/error.log')] },
  };
  assert.equal(answer(installs, group), 'pass');
  assert.equal(answer(installs, other), 'fail');
  // A tag or a document of the team leaves the answer unknown.
  assert.equal(answer(installs), 'unknown');
  assert.equal(answer({ name: 'our-agents' }, group), 'unknown');
  assert.equal(
    answer({ name: 'AWS-RunPatchBaseline', associationParameters: { Operation: ['Scan'] } }, group),
    'fail',
  );
  // The document configures an agent but does not install it.
  assert.equal(answer({ name: 'AmazonCloudWatch-ManageAgent' }, group), 'fail');
});

test('rds-event-subscription and alarm-actions: state further gaps in alerting', () => {
  const subscription = (sourceType: string, eventCategories: string[]) =>
    apiAsset(
      'event-subscription',
      sourceType,
      { enabled: true, sourceType, eventCategories },
      { links: [LINK_TO_TOPIC] },
    );
  const { row, evidence } = resultOf('rds-event-subscription', [
    ...database({}),
    topicAsset(),
    subscription('db-cluster', ['failover', 'failure']),
    subscription('db-instance', []),
  ]);
  assert.equal(row.answer, 'pass');
  assert.match(evidence, /no subscription covers db-cluster: maintenance, notification; db-parameter-group/);
  const alarm = (settings: Settings) =>
    resultOf('alarm-actions', [
      apiAsset('alarm', 'up', {
        namespace: 'AWS/RDS',
        metricName: 'EngineUptime',
        alarmActions: ['t'],
        ...settings,
      }),
    ]).evidence;
  assert.match(alarm({}), /let missing data count as breaching/);
  assert.doesNotMatch(alarm({ treatMissingData: 'breaching' }), /missing data/);
});

test('fixes everything that a check misses in one command', () => {
  const command = (id: string, assets: readonly Asset[]) => resultOf(id, assets).row.fix?.command ?? '';
  const alarms = command('aurora-alarm-cpu-memory-storage', database({}));
  assert.equal(alarms.match(/put-metric-alarm/g)?.length, 3);
  const subscriptions = command('rds-event-subscription', database({}));
  assert.match(subscriptions, /--source-type db-cluster .* && .*--source-type db-instance .*'low storage'/);
  const hooked = apiAsset('auto-scaling-group', 'web', { maxSize: 2, autoScalingGroupName: 'web' });
  const hook = apiAsset(
    'lifecycle-hook',
    'save',
    { lifecycleHookName: 'save', lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' },
    { links: [{ role: 'member-of', assetId: hooked.id }] },
  );
  assert.match(
    command('asg-termination-hook', [hooked, hook]),
    /--lifecycle-hook-name save .*--notification-target-arn/,
  );
});

test('credits a CDK construct with its own role, parameter group and log retention', () => {
  const construct = (settings: Settings, name = 'DatabaseCluster.Db') => [
    {
      ...apiAsset('database', name, { enabledCloudwatchLogsExports: ['slowquery'], ...settings }),
      source: 'cdk' as const,
      location: { file: 'stack.ts', line: 1, column: 1, endLine: 1, endColumn: 2 },
    },
  ];
  const answer = (id: string, settings: Settings, name?: string) =>
    resultOf(id, construct(settings, name)).row.answer;
  assert.equal(answer('aurora-enhanced-monitoring', { monitoringInterval: 15 }), 'pass');
  assert.equal(answer('aurora-enhanced-monitoring', { monitoringInterval: 15 }, 'CfnDBCluster.Db'), 'fail');
  const parameters = { slow_query_log: '1', long_query_time: '1' };
  assert.equal(answer('aurora-slow-query-log-on', parameters), 'pass');
  assert.equal(answer('aurora-slow-query-log-on', { ...parameters, slow_query_log: '0' }), 'fail');
  assert.equal(answer('aurora-custom-parameter-group', parameters), 'pass');
  assert.equal(answer('aurora-custom-parameter-group', {}), 'unknown');
  assert.equal(answer('aurora-log-group-retention', { cloudwatchLogsRetention: 90 }), 'pass');
  assert.equal(answer('aurora-log-group-retention', { cloudwatchLogsRetention: 7 }), 'fail');
  const { evidence } = resultOf('aurora-alarm-restart', construct({}));
  assert.match(evidence, /only part of CDK code is read/);
});

test('lt-os-release-supported: counts later serious fixes', () => {
  const image = apiAsset(
    'operating-system',
    'ami',
    {},
    { product: 'amazon-linux-2023', version: '2023.11.20261001', resolution: 'literal' },
  );
  const template = apiAsset('launch-template', 'web', {}, { links: [{ role: 'image', assetId: image.id }] });
  const release = osReleaseOf('2023.12.20261102');
  const later = bugOf('kernel', [release.version], {
    product: 'amazon-linux-2023',
    severity: 'critical',
    os: { package: 'kernel', advisory: 'ALAS2023-2026-1', assigned: 'by version', date: '2026-10-20' },
  });
  const catalogue = {
    ...CATALOGUE,
    releases: [...CATALOGUE.releases, osReleaseOf('2023.11.20261001'), release],
    bugs: [later],
  };
  const [row] = runChecks(catalogue, inventory(template, image), EMPTY_CONFIG, { today: TODAY }).filter(
    ({ id }) => id === 'lt-os-release-supported',
  );
  assert.ok(row);
  assert.equal(row.answer, 'pass');
  assert.match(say(row.evidence, 'en'), /1 serious fix is listed in releases after 2023\.11\.20261001/);
});

test('ignores a subscription without a topic', () => {
  const subscriptions = (status: string) =>
    ['db-cluster', 'db-instance'].map((sourceType) =>
      apiAsset(
        'event-subscription',
        sourceType,
        { enabled: true, sourceType, status },
        { links: [LINK_TO_TOPIC] },
      ),
    );
  const answer = (status: string) =>
    resultOf('rds-event-subscription', [...database({}), topicAsset(), ...subscriptions(status)]).row.answer;
  assert.equal(answer('active'), 'pass');
  assert.equal(answer('topic-not-exist'), 'fail');
});

const OF_CLUSTER = [{ name: 'DBClusterIdentifier', value: 'db' }];
const full = (settings: Settings) => apiAsset('alarm', 'full', settings, { links: [LINK_TO_TOPIC] });
const CONNECTIONS = (comparison: string) =>
  full({
    ...alarmSettings('DatabaseConnections'),
    namespace: 'AWS/RDS',
    metricName: 'DatabaseConnections',
    comparisonOperator: comparison,
    dimensions: OF_CLUSTER,
  });
/** Alarm on values outside the band of anomaly detection. */
const BAND = (comparison: string) => {
  const metric = { namespace: 'AWS/RDS', metricName: 'DatabaseConnections', dimensions: OF_CLUSTER };
  return full({
    comparisonOperator: comparison,
    evaluationPeriods: 3,
    thresholdMetricId: 'ad1',
    metrics: [
      { id: 'm1', metricStat: { metric, stat: 'Maximum', period: 60 }, returnData: true },
      { id: 'ad1', expression: 'ANOMALY_DETECTION_BAND(m1, 2)', returnData: true },
    ],
  });
};

test('ignores an alarm that triggers on healthy values', () => {
  const answer = (alarm: Asset) =>
    resultOf('aurora-alarm-connections', [...database({}), topicAsset(), alarm]);
  assert.equal(answer(CONNECTIONS('GreaterThanThreshold')).row.answer, 'pass');
  assert.equal(answer(BAND('GreaterThanUpperThreshold')).row.answer, 'pass');
  assert.equal(answer(BAND('LessThanLowerThreshold')).row.answer, 'fail');
  const { row, evidence } = answer(CONNECTIONS('LessThanThreshold'));
  assert.equal(row.answer, 'fail');
  assert.match(evidence, /full looks at DatabaseConnections and rings the other way round/);
});

test('names a disabled subscription', () => {
  const answer = (enabled: boolean) =>
    resultOf('rds-event-subscription', [
      ...database({}),
      apiAsset('event-subscription', 'night', { enabled, sourceType: 'db-cluster' }),
    ]).evidence;
  assert.match(answer(false), /the subscription night to db-cluster events is switched off/);
  assert.doesNotMatch(answer(true), /switched off|no subscription to db-cluster/);
});

test('ignores a parameter group of another engine', () => {
  const group = (family: string) => `
resource "aws_rds_cluster_parameter_group" "own" {
  family = "${family}"
  parameter {
    name  = "slow_query_log"
    value = "1"
  }
}
resource "aws_rds_cluster" "db" {
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.1"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.own.name
  enabled_cloudwatch_logs_exports = ["slowquery"]
}`;
  const answer = (family: string) =>
    say(rowOf(inventoryOf('tf', group(family)), 'aurora-slow-query-log-on').evidence, 'en');
  assert.match(answer('aurora-postgresql16'), /is of family aurora-postgresql16, of another engine/);
  assert.match(answer('aurora-mysql8.0'), /slow_query_log = 1/);
});

test("states a cluster's setting for the cluster, not for its instances", () => {
  const members = [{ dbInstanceClass: 'db.serverless' }, {}];
  const assets = database({}, members, { max_connections: '900' }).map((asset) =>
    asset.kind === 'db-instance'
      ? { ...asset, source: 'cdk' as const, settings: { ...asset.settings, max_connections: '900' } }
      : asset,
  );
  // One of the two instances is provisioned, so the capacity alone does not decide the limit.
  assert.match(resultOf('aurora-max-connections-sized', assets).evidence, /up to 900 connections/);
  const slow = database({ enabledCloudwatchLogsExports: ['slowquery'] }, [{}], {
    slow_query_log: '1',
    long_query_time: '1',
  }).map((asset) =>
    asset.kind === 'db-instance'
      ? { ...asset, source: 'cdk' as const, settings: { ...asset.settings, slow_query_log: '1' } }
      : asset,
  );
  assert.match(resultOf('aurora-slow-query-log-on', slow).evidence, /slow_query_log = 1 in own/);
});

test('asg-notifications: names only missing types, and excludes failed terminations', () => {
  const configured = (...notificationTypes: string[]) =>
    resultOf('asg-notifications', [
      apiAsset('auto-scaling-group', 'web', {
        notificationConfigurations:
          notificationTypes.length === 0 ? [] : [{ topicARN: 't', notificationTypes }],
      }),
    ]).evidence;
  assert.match(configured(), /^no notifications of launches and terminations of web/);
  assert.match(configured('autoscaling:EC2_INSTANCE_LAUNCH'), /^no notifications of terminations of web/);
  assert.match(
    configured('autoscaling:EC2_INSTANCE_TERMINATE_ERROR'),
    /^no notifications of launches and terminations/,
  );
  assert.doesNotMatch(configured('autoscaling:EC2_INSTANCE_TERMINATE'), /no notifications/);
});

test('matches events of a rule by the types in its pattern', () => {
  const rule = (...types: Asset['settings'][string][]) =>
    apiAsset('event-rule', 'r', { eventPattern: { source: ['aws.autoscaling'], 'detail-type': types } });
  const answer = (each: Asset) => getsEvents(each, { source: 'aws.autoscaling', types: ['wanted'] });
  assert.deepEqual(
    [rule(), rule('wanted'), rule('other'), rule({ prefix: 'EC2' }), rule({ prefix: 'EC2' }, 'wanted')].map(
      answer,
    ),
    [false, true, false, false, true],
  );
});
