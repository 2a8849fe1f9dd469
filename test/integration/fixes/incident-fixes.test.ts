import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { applyEdits, fixFor, type FixOffer } from '../../../src/edits/index.ts';
import type { CheckRow, Inventory } from '../../../src/model/index.ts';
import { inventoryOf, rowOf, rowsOf } from '../../support/checks/checklist.ts';
import { subscribed } from '../../support/checks/subscribed.ts';

type Kind = 'tf' | 'cfn';
const FILE: Record<Kind, string> = { tf: 'main.tf', cfn: 'stack.yaml' };

function offerFor(row: CheckRow, inventory: Inventory, kind: Kind, text: string): FixOffer | null {
  return fixFor(row, inventory.assets, (file) => (file === FILE[kind] ? { file, text } : null));
}

function applyFix(kind: Kind, text: string, id: string): string {
  const inventory = inventoryOf(kind, text);
  const row = rowOf(inventory, id);
  assert.equal(row.answer, 'fail', `${id} fails before`);
  const offer = offerFor(row, inventory, kind, text);
  assert.ok(offer !== null && 'edits' in offer, `${id} is mended by an edit`);
  assert.deepEqual(
    offer.edits.map(({ file }) => file),
    [FILE[kind]],
  );
  return applyEdits(
    text,
    offer.edits.flatMap(({ edits }) => edits),
  );
}

const INCIDENT: Record<Kind, string> = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};

/** Fixes by code, in an order in which each is still needed. */
const BY_CODE = [
  'aurora-log-export-error',
  'aurora-slow-query-log-on',
  'aurora-audit-connect-events',
  'aurora-deadlocks-to-error-log',
  'aurora-tls-required',
  'aurora-database-insights',
  'asg-elb-health-grace',
  'asg-termination-hook',
  'asg-group-metrics',
  'aurora-alarm-connections',
  'aurora-alarm-cpu-memory-storage',
  'aurora-alarm-aborted-clients',
  'aurora-alarm-restart',
  'aurora-alarm-replica-lag',
  'rds-event-subscription',
  'asg-alarms',
  'asg-notifications',
  'asg-instance-maintenance-policy',
  'tg-health-thresholds',
  'tg-fail-open-policy',
];

for (const kind of ['tf', 'cfn'] as const) {
  for (const eol of ['\n', '\r\n']) {
    test(`in ${FILE[kind]} with ${JSON.stringify(eol)} every fix makes its check pass, and all together do`, () => {
      const before = INCIDENT[kind].replaceAll('\n', eol);
      let text = before;
      for (const id of BY_CODE) {
        text = applyFix(kind, text, id);
        assert.equal(
          rowOf(inventoryOf(kind, subscribed(kind, text)), id).answer,
          'pass',
          `${id} passes after its fix:\n${text}`,
        );
        assert.equal(text.replaceAll('\r\n', '\n').includes('\r'), false);
        if (eol === '\r\n') assert.doesNotMatch(text, /[^\r]\n/, `${id} keeps the line endings`);
      }
      const mended = inventoryOf(kind, subscribed(kind, text));
      for (const id of BY_CODE) assert.equal(rowOf(mended, id).answer, 'pass', id);
      assert.equal(rowOf(mended, 'tg-health-path-shallow').answer, 'fail', 'the path is as it was');
      const lines = before
        .split(eol)
        .filter((line) => !/grace|GracePeriod|interval |unhealthy_t|CheckInterval|UnhealthyT/.test(line));
      const after = new Set(text.split(eol));
      assert.deepEqual(
        lines.filter((line) => !after.has(line)),
        [],
        'no other line is touched',
      );
    });
  }

  test(`in ${FILE[kind]} an export adds its log group, and retention is changed in an existing one`, () => {
    const kept = applyFix(kind, INCIDENT[kind], 'aurora-log-export-error');
    assert.equal(rowOf(inventoryOf(kind, kept), 'aurora-log-group-retention').answer, 'pass');
    const short = kept.replace(/(retention_in_days = |RetentionInDays: )90/, '$17');
    const longer = applyFix(kind, short, 'aurora-log-group-retention');
    assert.equal(rowOf(inventoryOf(kind, longer), 'aurora-log-group-retention').answer, 'pass');
  });

  test(`in ${FILE[kind]} no fix changes a check path or a health check type`, () => {
    const inventory = inventoryOf(kind, INCIDENT[kind]);
    for (const row of rowsOf(inventory)) {
      const offer = offerFor(row, inventory, kind, INCIDENT[kind]);
      if (offer === null || !('edits' in offer)) continue;
      for (const { newText } of offer.edits.flatMap(({ edits }) => edits)) {
        assert.doesNotMatch(newText, /health_?check_?(?:path|type)|path\s*=/i, row.id);
      }
    }
    assert.equal(rowOf(inventory, 'tg-health-path-shallow').fix, null);
  });
}

const cluster = (exports: string): string => `resource "aws_rds_cluster" "a" {
  engine = "aurora-mysql" # ours
  ${exports}

  tags = { a = "b" }
}
`;
const ERROR_GROUP = `
resource "aws_cloudwatch_log_group" "a_error" {
  name              = "/aws/rds/cluster/\${aws_rds_cluster.a.cluster_identifier}/error"
  retention_in_days = 90
}
`;
/** The text with the log export; its new log group follows it. */
function errorIn(text: string): string {
  const mended = applyFix('tf', text, 'aurora-log-export-error');
  assert.ok(mended.endsWith(ERROR_GROUP), mended);
  return mended.slice(0, -ERROR_GROUP.length);
}

test('keeps the style of a list', () => {
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = ["audit"] # why')),
    cluster('enabled_cloudwatch_logs_exports = ["audit", "error"] # why'),
  );
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = [\n    "audit", # one\n  ]')),
    cluster('enabled_cloudwatch_logs_exports = [\n    "audit",\n    "error", # one\n  ]'),
  );
  assert.equal(
    errorIn(cluster('enabled_cloudwatch_logs_exports = []')),
    cluster('enabled_cloudwatch_logs_exports = ["error"]'),
  );
});

test('offers a command for a value that is no literal', () => {
  const text = `${cluster('enabled_cloudwatch_logs_exports = local.logs')}\nlocals {\n  logs = ["audit"]\n}\n`;
  const inventory = inventoryOf('tf', text);
  const offer = offerFor(rowOf(inventory, 'aurora-log-export-error'), inventory, 'tf', text);
  assert.ok(offer !== null && 'command' in offer);
  assert.match(offer.command, /^aws rds modify-db-cluster /);
});

test('keeps a JSON template valid', () => {
  const text = JSON.stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        Db: {
          Type: 'AWS::RDS::DBCluster',
          Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.10.1' },
        },
      },
    },
    null,
    2,
  );
  const mended = applyFix('cfn', text, 'aurora-log-export-error');
  assert.deepEqual(
    (JSON.parse(mended) as { Resources: { Db: { Properties: object } } }).Resources.Db.Properties,
    {
      EnableCloudwatchLogsExports: ['error'],
      Engine: 'aurora-mysql',
      EngineVersion: '8.0.mysql_aurora.3.10.1',
    },
  );
});

for (const [indent, eol] of [
  ['  ', '\n'],
  ['    ', '\r\n'],
  ['\t', '\n'],
] as const) {
  test(`keeps the indentation and line ending of a JSON template: ${JSON.stringify(indent + eol)}`, () => {
    const written = (template: unknown): string =>
      JSON.stringify(template, null, indent).replaceAll('\n', eol);
    const ami = { ImageId: 'ami-0123456789abcdef0', InstanceType: 't3.small' };
    let text = written({
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        Parameters: {
          Type: 'AWS::RDS::DBClusterParameterGroup',
          Properties: { Family: 'aurora-mysql8.0', Description: 'shop', Parameters: {} },
        },
        Db: {
          Type: 'AWS::RDS::DBCluster',
          Properties: {
            Engine: 'aurora-mysql',
            EngineVersion: '8.0.mysql_aurora.3.10.1',
            EnableCloudwatchLogsExports: ['slowquery'],
            DBClusterParameterGroupName: { Ref: 'Parameters' },
          },
        },
        Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: ami } },
        Group: {
          Type: 'AWS::AutoScaling::AutoScalingGroup',
          Properties: {
            MinSize: '2',
            MaxSize: '4',
            HealthCheckType: 'ELB',
            LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
          },
        },
        Targets: {
          Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
          Properties: { Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1' },
        },
      },
    });
    const mended: string[] = [];
    for (const id of [...BY_CODE, 'lt-log-shipping']) {
      const inventory = inventoryOf('cfn', text);
      const row = rowsOf(inventory).find((each) => each.id === id && each.answer === 'fail');
      const offer = row === undefined ? null : offerFor(row, inventory, 'cfn', text);
      if (offer === null || !('edits' in offer)) continue;
      text = applyEdits(
        text,
        offer.edits.flatMap(({ edits }) => edits),
      );
      assert.equal(text, written(JSON.parse(text)), id);
      mended.push(id);
    }
    assert.ok(mended.length > 15, mended.join());
  });
}

test('offers nothing for a row without a fix', () => {
  const inventory = inventoryOf('tf', INCIDENT.tf);
  assert.equal(offerFor(rowOf(inventory, 'aurora-readers-multi-az'), inventory, 'tf', INCIDENT.tf), null);
});

/** Checks that need one line of code, and some a new resource after it; the code around stays unchanged. */
const SMALL: Record<string, Record<Kind, { before: string; was: string; is: string; behind?: string }>> = {
  'aurora-iam-auth-error-export': {
    tf: {
      before: `resource "aws_rds_cluster" "a" {
  engine                              = "aurora-mysql"
  iam_database_authentication_enabled = true # tokens
  enabled_cloudwatch_logs_exports     = ["error"]
}
`,
      was: '["error"]',
      is: '["error", "iam-db-auth-error"]',
      behind: `
resource "aws_cloudwatch_log_group" "a_iam_db_auth_error" {
  name              = "/aws/rds/cluster/\${aws_rds_cluster.a.cluster_identifier}/iam-db-auth-error"
  retention_in_days = 90
}
`,
    },
    cfn: {
      before: `Resources:
  Db: # the shop's
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EnableIAMDatabaseAuthentication: true
      EnableCloudwatchLogsExports:
        - error # first
      DeletionProtection: true
`,
      was: '        - error # first\n',
      is: '        - error # first\n        - iam-db-auth-error\n',
      behind: `
  DbIamDbAuthErrorLog:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName:
        Fn::Sub: /aws/rds/cluster/\${Db}/iam-db-auth-error
      RetentionInDays: 90
`,
    },
  },
  'aurora-general-log-not-permanent': {
    tf: {
      before: `resource "aws_rds_cluster" "a" {
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.a.name
}
resource "aws_rds_cluster_parameter_group" "a" {
  family = "aurora-mysql8.0"
  parameter {
    name  = "general_log"
    value = 1 # for a day
  }
}
`,
      was: 'value = 1',
      is: 'value = "0"',
    },
    cfn: {
      before: `Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      DBClusterParameterGroupName: !Ref Group
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-mysql8.0
      Description: ours
      Parameters:
        general_log: "1" # for a day
`,
      was: '"1"',
      is: '"0"',
    },
  },
  'aurora-ca-certificate': {
    tf: {
      before: `resource "aws_rds_cluster" "a" {
  engine = "aurora-mysql"
}
resource "aws_rds_cluster_instance" "a" {
  for_each           = toset(["one", "two"])
  cluster_identifier = aws_rds_cluster.a.id
  engine             = "aurora-mysql"
  ca_cert_identifier = "rds-ca-2019"
}
`,
      was: '"rds-ca-2019"',
      is: '"rds-ca-rsa2048-g1"',
    },
    cfn: {
      before: `Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
  One:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Db
      Engine: aurora-mysql
      CACertificateIdentifier: rds-ca-2019
`,
      was: 'rds-ca-2019',
      is: 'rds-ca-rsa2048-g1',
    },
  },
  'aurora-auto-minor-upgrade-consistent': {
    tf: {
      before: `resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.12.0"
}
resource "aws_rds_cluster_instance" "a" {
  count                      = 2
  cluster_identifier         = aws_rds_cluster.a.id
  engine                     = "aurora-mysql"
  auto_minor_version_upgrade = false # why?
}
`,
      was: 'upgrade = false',
      is: 'upgrade = true',
    },
    cfn: {
      before: `Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
  One:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Db
      Engine: aurora-mysql
      AutoMinorVersionUpgrade: true # off the line
`,
      was: 'Upgrade: true',
      is: 'Upgrade: false',
    },
  },
  'alarm-actions': {
    tf: {
      before: `resource "aws_cloudwatch_metric_alarm" "a" {
  namespace       = "AWS/RDS"
  metric_name     = "CPUUtilization"
  alarm_actions   = ["arn:aws:sns:eu-west-1:111122223333:night"]
  actions_enabled = false
}
`,
      was: 'enabled = false',
      is: 'enabled = true',
    },
    cfn: {
      before: `Resources:
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      AlarmActions: ["arn:aws:sns:eu-west-1:111122223333:night"]
      ActionsEnabled: false
`,
      was: 'Enabled: false',
      is: 'Enabled: true',
    },
  },
};

for (const [id, kinds] of Object.entries(SMALL)) {
  for (const kind of ['tf', 'cfn'] as const) {
    for (const eol of ['\n', '\r\n']) {
      test(`in ${FILE[kind]} with ${JSON.stringify(eol)} one edit fixes ${id}`, () => {
        const { before, was, is, behind = '' } = kinds[kind];
        const lines = (text: string): string => text.replaceAll('\n', eol);
        const mended = applyFix(kind, lines(before), id);
        assert.equal(mended, lines(before).replace(lines(was), lines(is)) + lines(behind));
        // Readers of a topic elsewhere are unknown.
        const answer = id === 'alarm-actions' ? 'unknown' : 'pass';
        assert.equal(rowOf(inventoryOf(kind, mended), id).answer, answer);
      });
    }
  }
}

const OVERRIDDEN = `resource "aws_rds_cluster" "a" {
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.1"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.a.name
}
resource "aws_rds_cluster_instance" "a" {
  cluster_identifier      = aws_rds_cluster.a.id
  engine                  = "aurora-mysql"
  db_parameter_group_name = aws_db_parameter_group.a.name
}
resource "aws_rds_cluster_parameter_group" "a" {
  name   = "ours"
  family = "aurora-mysql8.0"

  parameter {
    name  = "innodb_print_all_deadlocks"
    value = "1"
  }
}
resource "aws_db_parameter_group" "a" {
  name   = "instance's own"
  family = "aurora-mysql8.0"

  parameter {
    name  = "innodb_print_all_deadlocks"
    value = "0"
  }
}
`;

test('sets a parameter in the effective group: the instance group overrides the cluster group', () => {
  const mended = applyFix('tf', OVERRIDDEN, 'aurora-deadlocks-to-error-log');
  assert.equal(mended, OVERRIDDEN.replace('value = "0"', 'value = "1"'));
  assert.equal(rowOf(inventoryOf('tf', mended), 'aurora-deadlocks-to-error-log').answer, 'pass');
  const { fix } = rowOf(inventoryOf('tf', OVERRIDDEN), 'aurora-deadlocks-to-error-log');
  assert.match(fix?.command ?? '', /--db-parameter-group-name 'instance'\\''s own' /, 'names are quoted');
});

test('limits max_connections to the capacity of the instance class', () => {
  const text = OVERRIDDEN.replaceAll('innodb_print_all_deadlocks', 'max_connections')
    .replaceAll(/value = "[01]"/g, 'value = "200000"')
    .replace('  cluster_identifier ', '  instance_class          = "db.r6g.large"\n$&');
  const mended = applyFix('tf', text, 'aurora-max-connections-sized');
  assert.match(mended, /"max_connections"\n {4}value = "1000"/);
  // The ratio of servers and connection pools is a separate question.
  assert.equal(rowOf(inventoryOf('tf', mended), 'aurora-max-connections-sized').answer, 'unknown');
});

/** A cluster with defaults: without a parameter group, a log export, a monitoring interval. */
const BARE: Record<Kind, string> = {
  tf: `resource "aws_rds_cluster" "shop_main" {
  engine         = "aurora-mysql" # ours
  engine_version = "8.0.mysql_aurora.3.10.1"

  tags = { a = "b" }
}

resource "aws_rds_cluster_instance" "one" {
  cluster_identifier  = aws_rds_cluster.shop_main.id
  engine              = "aurora-mysql"
  monitoring_interval = 0
}
`,
  cfn: `Resources:
  Db: # ours
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
  One:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Db
      Engine: aurora-mysql
      MonitoringInterval: 0
`,
};
/** Checks whose fix adds a resource. */
const WITH_RESOURCES = [
  'aurora-custom-parameter-group',
  'aurora-slow-query-log-on',
  'aurora-audit-connect-events',
  'aurora-deadlocks-to-error-log',
  'aurora-enhanced-monitoring',
];

for (const kind of ['tf', 'cfn'] as const) {
  for (const eol of ['\n', '\r\n']) {
    const bare = BARE[kind].replaceAll('\n', eol);
    test(`in ${FILE[kind]} with ${JSON.stringify(eol)} a fix adds the resource that it needs`, () => {
      for (const id of WITH_RESOURCES) {
        const mended = applyFix(kind, bare, id);
        assert.equal(rowOf(inventoryOf(kind, mended), id).answer, 'pass', `${id}:\n${mended}`);
        if (eol === '\r\n') assert.doesNotMatch(mended, /[^\r]\n/, `${id} keeps the line endings`);
        const after = new Set(mended.split(eol));
        const touched = bare.split(eol).filter((line) => !after.has(line));
        const isOff = (line: string): boolean =>
          /(?:monitoring_interval =|MonitoringInterval:) 0$/.test(line);
        assert.ok(touched.every(isOff), `${id} leaves the other lines: ${touched.join()}`);
        assert.doesNotMatch(mended, /(?:\r?\n){4}/, 'no gap is wider than a line');
      }
    });

    test(`in ${FILE[kind]} with ${JSON.stringify(eol)} later fixes reuse resources of earlier ones`, () => {
      const all = WITH_RESOURCES.reduce((text, id) => applyFix(kind, text, id), bare);
      for (const id of WITH_RESOURCES) assert.equal(rowOf(inventoryOf(kind, all), id).answer, 'pass', id);
      assert.equal(all.match(/aws_rds_cluster_parameter_group" "|DBClusterParameterGroup\r?\n/g)?.length, 1);
    });
  }
}

test('replaces a default parameter group by a custom one, and uses an existing role', () => {
  const text = BARE.tf.replace(
    '\n\n  tags',
    '\n  db_cluster_parameter_group_name = "default.aurora-mysql8.0"\n\n  tags',
  );
  const mended = applyFix('tf', text, 'aurora-custom-parameter-group');
  assert.match(mended, /group_name = aws_rds_cluster_parameter_group\.shop_main\.name\n/);
  assert.match(mended, /name_prefix = "shop-main-"\n {2}family {6}= "aurora-mysql8\.0"\n\}\n$/);
  const role =
    'resource "aws_iam_role" "em" {\n  assume_role_policy = file("monitoring.rds.amazonaws.com.json")\n}\n';
  const measured = applyFix('tf', role + BARE.tf, 'aurora-enhanced-monitoring');
  assert.match(measured, /monitoring_interval = 15\n {2}monitoring_role_arn = aws_iam_role\.em\.arn\n/);
  assert.equal(measured.match(/"aws_iam_role"/g)?.length, 1);
});

test('offers a command if the version is unknown, which a parameter group needs', () => {
  const text = cluster('cluster_identifier = "shop"');
  const inventory = inventoryOf('tf', text);
  const offer = offerFor(rowOf(inventory, 'aurora-slow-query-log-on'), inventory, 'tf', text);
  assert.ok(offer !== null && 'command' in offer);
  assert.match(
    offer.command,
    /\|\| aws rds create-db-cluster-parameter-group --db-cluster-parameter-group-name shop .*; \} && aws rds modify-db-cluster-parameter-group .* && aws rds modify-db-cluster .* && .*slowquery/,
  );
});

test('offers a command for a resource with count', () => {
  const counted = INCIDENT.tf.replace('resource "aws_autoscaling_group" "web" {\n', '$&  count = 2\n');
  const inventory = inventoryOf('tf', counted);
  const offer = offerFor(rowOf(inventory, 'asg-termination-hook'), inventory, 'tf', counted);
  assert.ok(offer !== null && 'command' in offer);
  assert.match(offer.command, /--auto-scaling-group-name shop-web /);
  const grace = applyFix('tf', counted, 'asg-elb-health-grace');
  assert.equal(rowOf(inventoryOf('tf', grace), 'asg-elb-health-grace').answer, 'pass');
});

test('copies the condition of a resource to new resources that refer to it', () => {
  const text = `Conditions:
  Live: !Equals [!Ref Stage, live]
Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Condition: Live
    Properties:
      MaxSize: '4'
      MinSize: '2'
`;
  const mended = applyFix('cfn', text, 'asg-termination-hook');
  assert.ok(mended.startsWith(text));
  const types = mended.slice(text.length).match(/^ {4}Type: /gm) ?? [];
  const conditions = mended.slice(text.length).match(/^ {4}Condition: Live$/gm) ?? [];
  assert.ok(types.length > 3);
  assert.equal(conditions.length, types.length);
});
