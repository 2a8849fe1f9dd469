import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { appliesTo, featureStates } from '../../index.ts';
import { say } from '../../../l10n/index.ts';
import type { Inventory } from '../../../model/index.ts';
import { bugOf } from '../../../../test/support/catalogue/catalogue.ts';
import { programs } from '../../../inventory/formats/programs/format.ts';
import { inventoryOf, rowOf, rowsOf } from '../../../../test/support/checks/checklist.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

before(() => programs.prepare?.(['a.ts']));

// Answer of one check. An unknown value must neither fail a check nor hide a bug.

function answerOf(inventory: Inventory, id: string): string {
  const row = rowOf(inventory, id);
  return row.answer === 'fail' ? `fail: ${say(row.evidence, 'en')}` : row.answer;
}

/** Applicability of a bug in the binary log to the cluster. */
function binlog({ assets }: Inventory): string {
  const cluster = assets.find(({ kind }) => kind === 'database');
  assert.ok(cluster);
  return appliesTo(bugOf('logs', [], { features: ['binlog'] }), featureStates(cluster));
}

const CLUSTER = `
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.1"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}
variable "given" {}
variable "isProd" {}
`;
const group = (body: string): string => `${CLUSTER}
resource "aws_rds_cluster_parameter_group" "orders" {
  family = "aurora-mysql8.0"
  ${body}
}`;
const rows = (forEach: string): string =>
  group(`dynamic "parameter" {
    for_each = ${forEach}
    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }`);
const SLOW = ['slow_query_log = 1', 'long_query_time = 1', 'log_output = FILE']
  .map((written) => written.split(' = '))
  .map(([name, value]) => `{ name = "${name}", value = "${value}" }`)
  .join(', ');

test('leaves unknown parameters of a Terraform group open', () => {
  const expected: readonly (readonly [code: string, slow: string, binlog: string])[] = [
    [rows('var.given'), 'unknown', 'possible'],
    [rows('{ for each in var.given : each.name => each }'), 'unknown', 'possible'],
    [group('parameter {\n name = var.given\n value = "1"\n }'), 'unknown', 'possible'],
    [rows(`concat([${SLOW}], var.given)`), 'pass', 'possible'],
    [rows(`flatten([[${SLOW}], var.given])`), 'pass', 'possible'],
    [rows('concat([{ name = "binlog_format", value = "ROW" }], var.given)'), 'unknown', 'on'],
    [rows(`var.isProd ? [${SLOW}] : []`), 'unknown', 'possible'],
    [rows(`[${SLOW}]`), 'pass', 'off'],
    [rows(`[for each in [${SLOW}] : each if each.value != "0"]`), 'pass', 'off'],
    [rows('[{ name = "general_log", value = var.given }]'), 'fail', 'off'],
  ];
  for (const [code, slow, logs] of expected) {
    const inventory = inventoryOf('tf', code);
    assert.equal(answerOf(inventory, 'aurora-slow-query-log-on').slice(0, slow.length), slow, code);
    assert.equal(binlog(inventory), logs, code);
  }
});

test('links one element of a group with a count', () => {
  const counted = rows(`[${SLOW}]`)
    .replace('family', 'count = 1\n  family')
    .replace('orders.name', 'orders.name_');
  for (const name of [
    'element(concat(aws_rds_cluster_parameter_group.orders.*.id, [""]), 0)',
    'one(aws_rds_cluster_parameter_group.orders[*].name)',
    'join("", aws_rds_cluster_parameter_group.orders[*].name)',
  ]) {
    const code = counted.replace('aws_rds_cluster_parameter_group.orders.name_', name);
    assert.equal(answerOf(inventoryOf('tf', code), 'aurora-slow-query-log-on'), 'pass', name);
  }
});

test('leaves cluster parameters open under unknown instance parameters', () => {
  const inventory = inventoryOf(
    'tf',
    `${rows(`[${SLOW}]`)}
resource "aws_rds_cluster_instance" "one" {
  cluster_identifier      = aws_rds_cluster.orders.id
  instance_class          = "db.r6g.large"
  db_parameter_group_name = aws_db_parameter_group.own.name
}
resource "aws_db_parameter_group" "own" {
  family = "aurora-mysql8.0"
  dynamic "parameter" {
    for_each = var.given
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}`,
  );
  assert.equal(answerOf(inventory, 'aurora-slow-query-log-on'), 'unknown');
  assert.equal(binlog(inventory), 'possible');
});

test('reads Terraform lists from every list function', () => {
  const list = (code: string): string =>
    `${CLUSTER.replace('["error", "slowquery"]', code)}variable "none" { default = null }`;
  const passes = [
    'toset(["error", "slowquery"])',
    'tolist(toset(["error"]))',
    'setunion(["error"], ["audit"])',
    'setsubtract(["error", "audit"], ["audit"])',
    'setintersection(["error", "audit"], ["error"])',
    'flatten([["audit"], ["error"]])',
    'formatlist("%s", ["error", "audit"])',
    'keys({ error = 1, audit = 2 })',
    'values({ a = "error", b = "audit" })',
    'slice(["audit", "error", "general"], 0, 2)',
    'reverse(sort(distinct(["error", "audit"])))',
    'coalescelist([], ["error"])',
    'compact(["error", ""])',
    '[for each in ["error", "audit"] : each if each != "audit"]',
    '[for each in toset(["error"]) : each]',
    'var.none == null ? ["error"] : ["audit"]',
    'try(var.none.logs, ["error"])',
    'merge([{ a = ["audit"] }, { b = ["error"] }]...)["b"]',
  ];
  const unknowns = [
    'var.given',
    'toset(var.given)',
    'concat(["audit"], var.given)',
    'setunion(["audit"], var.given)',
    'var.isProd ? ["error"] : []',
    'try(var.given.logs, [])',
    '[for each in ["error", "audit"] : each if var.isProd]',
  ];
  const check = 'aurora-log-export-error';
  for (const code of passes) assert.equal(answerOf(inventoryOf('tf', list(code)), check), 'pass', code);
  for (const code of unknowns) assert.equal(answerOf(inventoryOf('tf', list(code)), check), 'unknown', code);
  assert.match(answerOf(inventoryOf('tf', list('toset(["audit"])')), check), /^fail/);
});

const GROUP = (body: string): string => `
variable "given" {}
resource "aws_autoscaling_group" "web" {
  name     = "web"
  min_size = 1
  max_size = 4
  ${body}
}`;

test('leaves unknown hooks and metrics of a group open', () => {
  const hook = (forEach: string): string =>
    GROUP(`dynamic "initial_lifecycle_hook" {
    for_each = ${forEach}
    content {
      name                    = initial_lifecycle_hook.value
      lifecycle_transition    = "autoscaling:EC2_INSTANCE_TERMINATING"
    }
  }
  launch_template { id = aws_launch_template.web.id }`) +
    'resource "aws_launch_template" "web" { user_data = "curl http://169.254.169.254/x/target-lifecycle-state" }';
  const check = 'asg-termination-hook';
  assert.equal(answerOf(inventoryOf('tf', hook('var.given')), check), 'unknown');
  assert.equal(answerOf(inventoryOf('tf', hook('["save"]')), check), 'pass');
  assert.equal(answerOf(inventoryOf('tf', hook('concat(["save"], var.given)')), check), 'pass');
  assert.match(answerOf(inventoryOf('tf', GROUP('')), check), /^fail/);
  const metrics = (code: string): string => GROUP(`enabled_metrics = ${code}`);
  const wanted = ['InService', 'Pending', 'Terminating', 'Total'].map((name) => `"Group${name}Instances"`);
  const all = `toset(["GroupDesiredCapacity", ${wanted.join(', ')}])`;
  assert.equal(answerOf(inventoryOf('tf', metrics(all)), 'asg-group-metrics'), 'pass');
  assert.equal(answerOf(inventoryOf('tf', metrics('var.given')), 'asg-group-metrics'), 'unknown');
});

test('leaves instances and hooks of a known module open if their inputs are unknown', () => {
  const aurora = inventoryOf(
    'tf',
    `variable "given" {}
module "db" {
  source         = "terraform-aws-modules/rds-aurora/aws"
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.10.1"
  instances      = var.given
}`,
  );
  assert.equal(answerOf(aurora, 'aurora-database-insights'), 'unknown');
  const group = inventoryOf(
    'tf',
    `variable "given" {}
module "web" {
  source                  = "terraform-aws-modules/autoscaling/aws"
  initial_lifecycle_hooks = var.given
}`,
  );
  assert.equal(answerOf(group, 'asg-termination-hook'), 'unknown');
});

const TEMPLATE = (parameters: string, more = ''): string => `
Parameters:
  Given: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Given, prod]
Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
      EnableCloudwatchLogsExports: [error, slowquery]
      DBClusterParameterGroupName: !Ref Group
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-mysql8.0
      Parameters: ${parameters}
${more}`;

test('leaves unknown parameters of a CloudFormation group open', () => {
  const slow = "slow_query_log: '1', long_query_time: '1', log_output: FILE";
  const expected: readonly (readonly [parameters: string, slow: string, binlog: string])[] = [
    ['!Ref Given', 'unknown', 'possible'],
    [`!If [IsProd, { ${slow} }, !Ref 'AWS::NoValue']`, 'unknown', 'off'],
    [`!If [IsProd, { ${slow}, binlog_format: ROW }, { ${slow} }]`, 'pass', 'possible'],
    [`{ ${slow}, binlog_format: !If [IsProd, ROW, !Ref 'AWS::NoValue'] }`, 'pass', 'possible'],
    [`{ ${slow}, 'Fn::Transform': { Name: 'AWS::Include' } }`, 'pass', 'possible'],
    ["{ 'Fn::Transform': { Name: 'AWS::Include' } }", 'unknown', 'possible'],
    [`{ ${slow} }`, 'pass', 'off'],
    ['{ binlog_format: ROW }', 'fail', 'on'],
  ];
  for (const [parameters, answer, logs] of expected) {
    const inventory = inventoryOf('cfn', TEMPLATE(parameters));
    const found = answerOf(inventory, 'aurora-slow-query-log-on');
    assert.equal(found.slice(0, answer.length), answer, parameters);
    assert.equal(binlog(inventory), logs, parameters);
  }
});

test('leaves properties of an included file open, and joins conditional lists', () => {
  const included = inventoryOf(
    'cfn',
    `Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '1'
      MaxSize: '4'
      HealthCheckType: EC2
      Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: s3://shared/group.yaml } }
`,
  );
  assert.equal(answerOf(included, 'asg-group-metrics'), 'unknown');
  const hook = "{ LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' }";
  const group = (hooks: string): Inventory =>
    inventoryOf(
      'cfn',
      `Parameters: { Given: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Given, prod] }
Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '1'
      MaxSize: '4'
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' }
      LifecycleHookSpecificationList: ${hooks}
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        UserData: { 'Fn::Base64': 'curl http://169.254.169.254/x/target-lifecycle-state' }
`,
    );
  const check = 'asg-termination-hook';
  assert.equal(answerOf(group(`!If [IsProd, [${hook}], !Ref 'AWS::NoValue']`), check), 'unknown');
  assert.equal(answerOf(group(`[!If [IsProd, ${hook}, !Ref 'AWS::NoValue']]`), check), 'unknown');
  assert.equal(answerOf(group(`[${hook}]`), check), 'pass');
  const balancer = (item: string): Inventory =>
    inventoryOf(
      'cfn',
      `Parameters: { Given: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Given, prod] }
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Type: application, LoadBalancerAttributes: [${item}] }
`,
    );
  const logs = "{ Key: access_logs.s3.enabled, Value: 'true' }";
  assert.equal(
    answerOf(balancer(`!If [IsProd, ${logs}, !Ref 'AWS::NoValue']`), 'alb-access-logs'),
    'unknown',
  );
  // Logs that are enabled without a bucket.
  assert.match(answerOf(balancer(logs), 'alb-access-logs'), /^fail/);
});

function cdk(properties: string): Inventory {
  const text = `new rds.DatabaseCluster(this, 'Orders', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_1 }),
  ${properties}
});`;
  const assets = assetsOf(programs, 'a.ts', { 'a.ts': text });
  return { assets: [...assets.values()], suppressions: [], problems: [] };
}

test('reads settings of a CDK cluster and its instances', () => {
  const member = (settings: string): string => `writer: rds.ClusterInstance.provisioned('w', ${settings}),`;
  const expected: readonly (readonly [check: string, answer: string, properties: string])[] = [
    ['aurora-database-insights', 'pass', member('{ enablePerformanceInsights: true }')],
    ['aurora-database-insights', 'fail', member('{ enablePerformanceInsights: false }')],
    ['aurora-database-insights', 'unknown', member('props.writer')],
    ['aurora-database-insights', 'unknown', member('{ ...props.writer }')],
    ['aurora-database-insights', 'unknown', '...props.cluster,'],
    ['aurora-database-insights', 'pass', 'instanceProps: { vpc, enablePerformanceInsights: true },'],
    ['aurora-database-insights', 'pass', `enablePerformanceInsights: true, ${member('{}')}`],
    ['aurora-auto-minor-upgrade-consistent', 'pass', member('{ autoMinorVersionUpgrade: false }')],
    ['aurora-enhanced-monitoring', 'pass', `monitoringInterval: Duration.seconds(15), ${member('{}')}`],
    ['aurora-log-export-error', 'pass', "cloudwatchLogsExports: ['error'],"],
    ['aurora-log-export-error', 'unknown', '...props.cluster,'],
    ['aurora-log-export-error', 'unknown', 'cloudwatchLogsExports: props.logs,'],
    [
      'aurora-log-group-retention',
      'pass',
      "cloudwatchLogsExports: ['error'], cloudwatchLogsRetention: logs.RetentionDays.ONE_MONTH,",
    ],
    [
      'aurora-log-group-retention',
      'fail',
      "cloudwatchLogsExports: ['error'], cloudwatchLogsRetention: logs.RetentionDays.ONE_WEEK,",
    ],
    [
      'aurora-slow-query-log-on',
      'pass',
      "cloudwatchLogsExports: ['slowquery'], parameters: { slow_query_log: '1', long_query_time: '1' },",
    ],
    ['aurora-slow-query-log-on', 'unknown', "cloudwatchLogsExports: ['slowquery'], parameters: props.all,"],
    ['aurora-slow-query-log-on', 'unknown', '...props.cluster,'],
    [
      'aurora-slow-query-log-on',
      'pass',
      `cloudwatchLogsExports: ['slowquery'], parameters: { slow_query_log: '1', long_query_time: '1' }, ${member('{}')}`,
    ],
    [
      'aurora-slow-query-log-on',
      'unknown',
      `cloudwatchLogsExports: ['slowquery'], ${member('{ parameterGroup: props.group }')}`,
    ],
  ];
  for (const [check, answer, properties] of expected) {
    const found = answerOf(cdk(properties), check);
    assert.equal(found.slice(0, answer.length), answer, `${check} ${properties} ${found}`);
  }
  assert.equal(binlog(cdk('parameters: props.all,')), 'possible');
  assert.equal(binlog(cdk("parameters: { binlog_format: 'ROW', ...props.all },")), 'on');
  assert.equal(binlog(cdk('...props.cluster,')), 'possible');
  assert.equal(binlog(cdk('parameterGroup: props.group,')), 'possible');
  const named =
    "parameterGroup: rds.ParameterGroup.fromParameterGroupName(this, 'G', 'default.aurora-mysql8.0'),";
  assert.equal(binlog(cdk(named)), 'off');
  assert.equal(binlog(cdk("parameters: { binlog_format: 'OFF' },")), 'off');
});

test('fails only version checks for an unseen module', () => {
  const inventory = inventoryOf(
    'tf',
    `module "db" {
  source         = "git::https://example.com/modules/database"
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.12.0"
}`,
  );
  const failed = rowsOf(inventory).filter(({ answer, id }) => answer === 'fail' && !id.includes('-version-'));
  assert.deepEqual(
    failed.map(({ id, evidence }) => `${id}: ${say(evidence, 'en')}`),
    [],
  );
});
