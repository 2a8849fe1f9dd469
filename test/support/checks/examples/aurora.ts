import type { CheckAnswer } from '../../../../src/model/index.ts';
import { examplesFromCode, type Examples } from './example.ts';
import { CFN_TOPIC, TF_TOPIC, alarmCode } from './alarms.ts';

/** A cluster with two instances; given texts are added to its parts. */
interface Parts {
  cluster?: string;
  instance?: string;
  rest?: string;
  version?: string;
  class?: string;
  count?: string;
  engine?: string;
}

export function auroraTf({
  cluster = '',
  instance = '',
  rest = '',
  version = '"8.0.mysql_aurora.3.12.1"',
  class: size = '"db.r6g.large"',
  count = '2',
  engine = '"aurora-mysql"',
}: Parts): string {
  return `
variable "later" {}
resource "aws_rds_cluster" "db" {
  cluster_identifier = "db"
  engine             = ${engine}
  engine_version     = ${version}
  ${cluster}
}
resource "aws_rds_cluster_instance" "db" {
  count              = ${count}
  cluster_identifier = aws_rds_cluster.db.id
  engine             = ${engine}
  instance_class     = ${size}
  ${instance}
}
${rest}`;
}

function cfn({
  cluster = '',
  instance = '',
  rest = '',
  version = '8.0.mysql_aurora.3.12.1',
  class: size = 'db.r6g.large',
  count = '2',
  engine = 'aurora-mysql',
}: Parts): string {
  const member = (id: string): string => `
  ${id}:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: ${engine}, DBClusterIdentifier: !Ref Db, DBInstanceClass: ${size}, ${instance} }`;
  return `
AWSTemplateFormatVersion: '2010-09-09'
Parameters: { Later: { Type: String } }
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: db
      Engine: ${engine}
      EngineVersion: ${version}
      ${cluster}
${count === '0' ? '' : member('One')}${Number(count) < 2 ? '' : member('Two')}
${rest}`;
}

const tfGroup = (parameters: Record<string, string>, family = 'aurora-mysql8.0'): Parts => ({
  cluster: 'db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.own.name',
  rest: `resource "aws_rds_cluster_parameter_group" "own" {\n  name = "own"\n  family = "${family}"\n${Object.entries(
    parameters,
  )
    .map(([name, value]) => `  parameter {\n    name = "${name}"\n    value = ${value}\n  }\n`)
    .join('')}}`,
});
const cfnGroup = (parameters: Record<string, string>, family = 'aurora-mysql8.0'): Parts => ({
  cluster: 'DBClusterParameterGroupName: !Ref Own',
  rest: `  Own:\n    Type: AWS::RDS::DBClusterParameterGroup\n    Properties:\n      Description: own\n      Family: ${family}\n      Parameters: {${Object.entries(
    parameters,
  )
    .map(([name, value]) => ` ${name}: ${value}`)
    .join(',')} }`,
});
const join = (a: Parts, b: Parts): Parts => ({
  ...a,
  ...b,
  cluster: `${a.cluster ?? ''}\n      ${b.cluster ?? ''}`,
  rest: `${a.rest ?? ''}\n${b.rest ?? ''}`,
});

const tfAlarm = (metric: string): string =>
  `resource "aws_cloudwatch_metric_alarm" "${metric.toLowerCase().replace('var.', '')}" {
  namespace = "AWS/RDS"
  metric_name = ${metric.startsWith('var.') ? metric : `"${metric}"`}
  dimensions = { DBClusterIdentifier = aws_rds_cluster.db.cluster_identifier }
  alarm_actions = [aws_sns_topic.alerts.arn]
${alarmCode(metric).tf}}
`;
const cfnAlarm = (metric: string): string => `  A${metric.replace(/\W/g, '')}:
    Type: AWS::CloudWatch::Alarm
    Properties: { Namespace: AWS/RDS, MetricName: ${metric}, AlarmActions: [!Ref Alerts], Dimensions: [{ Name: DBClusterIdentifier, Value: !Ref Db }]${alarmCode(metric).cfn} }
`;
const SERVERLESS_V1 = {
  tf: { cluster: 'engine_mode = "serverless"' },
  cfn: { cluster: 'EngineMode: serverless' },
};
const NONE_DECLARED = {
  tf: { cluster: 'count = var.wanted ? 1 : 0', rest: 'variable "wanted" { default = false }' },
};

type Written = { tf?: Parts; cfn?: Parts };
const exporting = (tfList: string, cfnList: string): { tf: Parts; cfn: Parts } => ({
  tf: { cluster: `enabled_cloudwatch_logs_exports = ${tfList}` },
  cfn: { cluster: `EnableCloudwatchLogsExports: ${cfnList}` },
});
const withGroup = (parameters: Record<string, [tf: string, cfn: string]>, more: Written = {}): Written => ({
  tf: join(
    tfGroup(Object.fromEntries(Object.entries(parameters).map(([name, [value]]) => [name, value]))),
    more.tf ?? {},
  ),
  cfn: join(
    cfnGroup(Object.fromEntries(Object.entries(parameters).map(([name, [, value]]) => [name, value]))),
    more.cfn ?? {},
  ),
});
/** A cluster of Aurora PostgreSQL that exports its log, with these parameters. */
const postgresql = (parameters: Record<string, [tf: string, cfn: string]>): Written => {
  const { tf, cfn: template } = withGroup(parameters, exporting('["postgresql"]', '[postgresql]'));
  const family = (parts: Parts = {}): string =>
    parts.rest?.replace('aurora-mysql8.0', 'aurora-postgresql16') ?? '';
  return {
    tf: { ...tf, engine: '"aurora-postgresql"', version: '"16.4"', rest: family(tf) },
    cfn: { ...template, engine: 'aurora-postgresql', version: '16.4', rest: family(template) },
  };
};
const alarms = (...metrics: string[]): Written => ({
  tf: { rest: TF_TOPIC + metrics.map(tfAlarm).join('') },
  cfn: { rest: CFN_TOPIC + metrics.map(cfnAlarm).join('') },
});
const unclearAlarm: Written = { tf: { rest: tfAlarm('var.later') }, cfn: { rest: cfnAlarm('!Ref Later') } };

/** Code and the answer of each check of databases, in Terraform and in CloudFormation. */
/** RDS Proxy in front of the cluster. */
const PROXY: Written = {
  tf: {
    rest: 'resource "aws_db_proxy" "p" {\n name = "p"\n engine_family = "MYSQL"\n}\nresource "aws_db_proxy_target" "p" {\n db_proxy_name = aws_db_proxy.p.name\n target_group_name = "default"\n db_cluster_identifier = aws_rds_cluster.db.id\n}',
  },
  cfn: {
    rest: '  P:\n    Type: AWS::RDS::DBProxy\n    Properties: { DBProxyName: p, EngineFamily: MYSQL }\n  T:\n    Type: AWS::RDS::DBProxyTargetGroup\n    Properties: { DBProxyName: !Ref P, DBClusterIdentifiers: [!Ref Db] }',
  },
};

const WRITTEN: Record<string, Partial<Record<CheckAnswer, Written>>> = {
  'aurora-log-export-error': {
    pass: exporting('["error", "audit"]', '[error]'),
    fail: exporting('["audit"]', '[audit]'),
    unknown: exporting('var.later', '!Ref Later'),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-slow-query-log-on': {
    pass: withGroup(
      { slow_query_log: ['"1"', "'1'"], long_query_time: ['"1"', "'1'"] },
      exporting('["slowquery"]', '[slowquery]'),
    ),
    fail: withGroup({ slow_query_log: ['"0"', "'0'"] }, exporting('["slowquery"]', '[slowquery]')),
    unknown: withGroup(
      { slow_query_log: ['var.later', '!Ref Later'] },
      exporting('["slowquery"]', '[slowquery]'),
    ),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-audit-connect-events': {
    pass: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['"CONNECT,QUERY_DDL"', "'CONNECT'"] },
      exporting('["audit"]', '[audit]'),
    ),
    fail: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['"connect"', "'QUERY'"] },
      exporting('["audit"]', '[audit]'),
    ),
    unknown: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['var.later', '!Ref Later'] },
      exporting('["audit"]', '[audit]'),
    ),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-audit-changes': {
    pass: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['"QUERY_DCL,QUERY_DDL"', "'QUERY'"] },
      exporting('["audit"]', '[audit]'),
    ),
    fail: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['"QUERY_DDL"', "'CONNECT'"] },
      exporting('["audit"]', '[audit]'),
    ),
    unknown: withGroup(
      { server_audit_logging: ['"1"', "'1'"], server_audit_events: ['var.later', '!Ref Later'] },
      exporting('["audit"]', '[audit]'),
    ),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-slow-plans-logged': {
    pass: postgresql({
      shared_preload_libraries: ['"pg_stat_statements,auto_explain"', 'auto_explain'],
      'auto_explain.log_min_duration': ['"1000"', "'2s'"],
    }),
    fail: postgresql({ shared_preload_libraries: ['"auto_explain"', 'auto_explain'] }),
    unknown: postgresql({
      shared_preload_libraries: ['var.later', '!Ref Later'],
      'auto_explain.log_min_duration': ['"1000"', "'2s'"],
    }),
    'not-applicable': { tf: {}, cfn: {} },
  },
  'aurora-tls-required': {
    pass: withGroup({ require_secure_transport: ['"ON"', "'ON'"] }),
    fail: { tf: {}, cfn: {} },
    unknown: withGroup({ require_secure_transport: ['var.later', '!Ref Later'] }),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-general-log-not-permanent': {
    pass: { tf: {}, cfn: {} },
    fail: withGroup({ general_log: ['1', "'1'"] }),
    unknown: withGroup({ general_log: ['var.later', '!Ref Later'] }),
    'not-applicable': NONE_DECLARED,
  },
  'aurora-deadlocks-to-error-log': {
    pass: withGroup({ innodb_print_all_deadlocks: ['"1"', "'1'"] }),
    fail: withGroup({ max_connections: ['"1000"', "'1000'"] }),
    unknown: {
      tf: { cluster: 'db_cluster_parameter_group_name = "elsewhere"' },
      cfn: { cluster: 'DBClusterParameterGroupName: !Ref Later' },
    },
    'not-applicable': NONE_DECLARED,
  },
  'aurora-iam-auth-error-export': {
    pass: {
      tf: {
        cluster:
          'iam_database_authentication_enabled = true\n enabled_cloudwatch_logs_exports = ["iam-db-auth-error"]',
      },
      cfn: {
        cluster:
          'EnableIAMDatabaseAuthentication: true\n      EnableCloudwatchLogsExports: [iam-db-auth-error]',
      },
    },
    fail: {
      tf: { cluster: 'iam_database_authentication_enabled = true' },
      cfn: { cluster: 'EnableIAMDatabaseAuthentication: true' },
    },
    unknown: {
      tf: { cluster: 'iam_database_authentication_enabled = var.later' },
      cfn: { cluster: 'EnableIAMDatabaseAuthentication: !Ref Later' },
    },
    'not-applicable': { tf: {}, cfn: {} },
  },
  'aurora-log-group-retention': {
    pass: {
      tf: join(exporting('["error"]', '').tf, {
        rest: 'resource "aws_cloudwatch_log_group" "e" {\n name = "/aws/rds/cluster/db/error"\n retention_in_days = 90\n}',
      }),
      cfn: join(exporting('', '[error]').cfn, {
        rest: '  E:\n    Type: AWS::Logs::LogGroup\n    Properties: { LogGroupName: !Sub "/aws/rds/cluster/${Db}/error", RetentionInDays: 90 }',
      }),
    },
    fail: {
      tf: join(exporting('["error"]', '').tf, {
        rest: 'resource "aws_cloudwatch_log_group" "e" {\n name = "/aws/rds/cluster/db/error"\n retention_in_days = 7\n}',
      }),
      cfn: exporting('', '[error]').cfn,
    },
    unknown: {
      tf: join(exporting('["error"]', '').tf, {
        rest: 'resource "aws_cloudwatch_log_group" "e" {\n name = "/aws/rds/cluster/db/error"\n retention_in_days = var.later\n}',
      }),
      cfn: join(exporting('', '[error]').cfn, {
        rest: '  E:\n    Type: AWS::Logs::LogGroup\n    Properties: { LogGroupName: /aws/rds/cluster/db/error, RetentionInDays: !Ref Later }',
      }),
    },
    'not-applicable': { tf: {}, cfn: {} },
  },
  'aurora-log-export-names-valid': {
    pass: exporting('["error", "slowquery"]', '[error, slowquery]'),
    fail: exporting('["error", "slow_query"]', '[postgresql]'),
    unknown: exporting('var.later', '!Ref Later'),
    'not-applicable': { tf: {}, cfn: {} },
  },
  'aurora-database-insights': {
    pass: {
      tf: { cluster: 'performance_insights_enabled = true' },
      cfn: { instance: 'EnablePerformanceInsights: true' },
    },
    fail: {
      tf: {
        cluster: 'performance_insights_enabled = true',
        instance: 'performance_insights_enabled = false',
      },
      cfn: {},
    },
    unknown: {
      tf: { cluster: 'performance_insights_enabled = var.later' },
      cfn: { instance: 'EnablePerformanceInsights: !Ref Later' },
    },
    'not-applicable': { tf: { class: '"db.t3.medium"' }, cfn: { class: 'db.t3.small' } },
  },
  'aurora-enhanced-monitoring': {
    pass: {
      tf: { cluster: 'monitoring_interval = 15\n monitoring_role_arn = "arn:aws:iam::111122223333:role/em"' },
      cfn: { instance: 'MonitoringInterval: 15, MonitoringRoleArn: "arn:aws:iam::111122223333:role/em"' },
    },
    fail: { tf: { cluster: 'monitoring_interval = 15' }, cfn: {} },
    unknown: {
      tf: { instance: 'monitoring_interval = var.later' },
      cfn: { instance: 'MonitoringInterval: !Ref Later' },
    },
    'not-applicable': SERVERLESS_V1,
  },
  'aurora-alarm-connections': {
    pass: alarms('DatabaseConnections'),
    fail: alarms('CPUUtilization'),
    unknown: unclearAlarm,
    'not-applicable': NONE_DECLARED,
  },
  'aurora-alarm-aborted-clients': {
    pass: alarms('AbortedClients'),
    fail: alarms('DatabaseConnections'),
    unknown: unclearAlarm,
    'not-applicable': NONE_DECLARED,
  },
  'aurora-alarm-cpu-memory-storage': {
    pass: alarms('CPUUtilization', 'FreeableMemory', 'FreeLocalStorage'),
    fail: alarms('CPUUtilization', 'FreeableMemory'),
    unknown: unclearAlarm,
    'not-applicable': NONE_DECLARED,
  },
  'aurora-alarm-replica-lag': {
    pass: alarms('AuroraReplicaLagMaximum'),
    fail: { tf: {}, cfn: {} },
    unknown: unclearAlarm,
    'not-applicable': { tf: { count: '1' }, cfn: { count: '1' } },
  },
  'aurora-alarm-restart': {
    pass: alarms('EngineUptime'),
    fail: { tf: {}, cfn: {} },
    unknown: unclearAlarm,
    'not-applicable': NONE_DECLARED,
  },
  'aurora-max-connections-sized': {
    pass: PROXY,
    fail: withGroup({ max_connections: ['"20000"', "'20000'"] }),
    // No connection pool is known.
    unknown: { tf: {}, cfn: {} },
    'not-applicable': { tf: { class: '"db.serverless"' }, cfn: { class: 'db.serverless' } },
  },
  'aurora-reconnection-limits': {
    pass: withGroup({ max_connect_errors: ['"10000"', "'10000'"], wait_timeout: ['"600"', "'600'"] }),
    fail: { tf: {}, cfn: {} },
    unknown: withGroup({
      max_connect_errors: ['"10000"', "'10000'"],
      wait_timeout: ['var.later', '!Ref Later'],
    }),
    'not-applicable': postgresql({}),
  },
  'aurora-connection-pooling': {
    pass: PROXY,
    fail: { tf: {}, cfn: {} },
    unknown: {
      tf: { rest: 'resource "aws_db_proxy" "p" {\n name = "p"\n engine_family = "MYSQL"\n}' },
      cfn: {
        rest: '  P:\n    Type: AWS::RDS::DBProxy\n    Properties: { DBProxyName: p, EngineFamily: MYSQL }',
      },
    },
    'not-applicable': SERVERLESS_V1,
  },
  'aurora-version-errata': {
    pass: { tf: {}, cfn: {} },
    fail: { tf: { version: '"8.0.mysql_aurora.3.12.0"' }, cfn: { version: '5.7.mysql_aurora.2.11.1' } },
    unknown: { tf: { version: 'var.later' }, cfn: { version: '8.0.mysql_aurora.3.99.0' } },
    'not-applicable': NONE_DECLARED,
  },
  'aurora-version-supported': {
    pass: { tf: {}, cfn: {} },
    fail: { tf: { version: '"5.7.mysql_aurora.2.11.1"' }, cfn: { version: '5.7.mysql_aurora.2.11.1' } },
    unknown: { tf: { version: '"8.0"' }, cfn: { version: '!Ref Later' } },
    'not-applicable': NONE_DECLARED,
  },
  'aurora-auto-minor-upgrade-consistent': {
    pass: { tf: {}, cfn: { version: '8.0.mysql_aurora.3.10.1', instance: 'AutoMinorVersionUpgrade: false' } },
    fail: {
      tf: { instance: 'auto_minor_version_upgrade = false' },
      cfn: { version: '8.0.mysql_aurora.3.10.1' },
    },
    unknown: { tf: { instance: 'auto_minor_version_upgrade = var.later' }, cfn: { version: '!Ref Later' } },
    'not-applicable': NONE_DECLARED,
  },
  'aurora-readers-multi-az': {
    pass: { tf: {}, cfn: {} },
    fail: { tf: { count: '1' }, cfn: { count: '1' } },
    unknown: { tf: { count: 'var.later' }, cfn: { count: '0' } },
    'not-applicable': SERVERLESS_V1,
  },
  'aurora-pending-maintenance': {
    'not-applicable': { tf: {}, cfn: {} },
  },
  'aurora-ca-certificate': {
    pass: {
      tf: { instance: 'ca_cert_identifier = "rds-ca-rsa2048-g1"' },
      cfn: { instance: 'CACertificateIdentifier: rds-ca-ecc384-g1' },
    },
    fail: {
      tf: { instance: 'ca_cert_identifier = "rds-ca-2019"' },
      cfn: { instance: 'CACertificateIdentifier: rds-ca-2019' },
    },
    unknown: { tf: {}, cfn: { instance: 'CACertificateIdentifier: !Ref Later' } },
    'not-applicable': SERVERLESS_V1,
  },
  'aurora-custom-parameter-group': {
    pass: withGroup({}),
    fail: { tf: tfGroup({}, 'aurora-mysql5.7'), cfn: {} },
    unknown: {
      tf: { cluster: 'db_cluster_parameter_group_name = var.later' },
      cfn: join(cfnGroup({}), { version: '!Ref Later' }),
    },
    'not-applicable': SERVERLESS_V1,
  },
  'rds-event-subscription': {
    pass: {
      tf: {
        rest: `${TF_TOPIC}resource "aws_cloudwatch_event_rule" "r" {\n event_pattern = jsonencode({ source = ["aws.rds"] })\n}\nresource "aws_cloudwatch_event_target" "r" {\n rule = aws_cloudwatch_event_rule.r.name\n arn = aws_sns_topic.alerts.arn\n}`,
      },
      cfn: {
        rest:
          CFN_TOPIC +
          '  C:\n    Type: AWS::RDS::EventSubscription\n    Properties: { SnsTopicArn: !Ref Alerts, SourceType: db-cluster }\n  I:\n    Type: AWS::RDS::EventSubscription\n    Properties: { SnsTopicArn: !Ref Alerts, SourceType: db-instance, EventCategories: [availability, failure] }',
      },
    },
    fail: {
      tf: {
        rest: 'resource "aws_db_event_subscription" "s" {\n sns_topic = "t"\n source_type = "db-cluster"\n event_categories = ["creation"]\n}',
      },
      cfn: {},
    },
    unknown: {
      tf: {
        rest: 'resource "aws_db_event_subscription" "s" {\n sns_topic = "t"\n source_type = var.later\n}',
      },
      cfn: {
        rest: '  C:\n    Type: AWS::RDS::EventSubscription\n    Properties: { SnsTopicArn: !Ref Later, SourceType: !Ref Later }',
      },
    },
    'not-applicable': SERVERLESS_V1,
  },
};

export const AURORA_EXAMPLES: Examples = examplesFromCode(WRITTEN, auroraTf, cfn);
