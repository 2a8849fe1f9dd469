import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../l10n/index.ts';
import { rowsOfSystem } from '../../../../test/support/forms/variants.ts';

/** System, expected answer about alerts on its connections, and its files. */
type Case = [name: string, answer: string, files: Record<string, string>];
const db = (more = '') =>
  `variable "production" {}\nvariable "env" {}\nresource "aws_rds_cluster" "db" {\n cluster_identifier = "db"\n engine = "aurora-mysql"\n engine_version = "8.0.mysql_aurora.3.12.1"\n${more}\n}\nresource "aws_rds_cluster_instance" "i" {\n count = 2\n cluster_identifier = aws_rds_cluster.db.id\n engine = "aurora-mysql"\n instance_class = "db.r6g.large"\n}\n`;
const alarm = (more = '', id = 'aws_rds_cluster.db.cluster_identifier', name = 'a') =>
  `resource "aws_cloudwatch_metric_alarm" "${name}" {\n alarm_name = "${name}"\n namespace = "AWS/RDS"\n metric_name = "DatabaseConnections"\n statistic = "Maximum"\n comparison_operator = "GreaterThanThreshold"\n threshold = 800\n period = 60\n evaluation_periods = 3\n alarm_actions = ["arn:aws:ssm:eu-west-1:111122223333:opsitem:1"]\n dimensions = { DBClusterIdentifier = ${id} }\n${more}\n}\n`;
const cfn = (alarmMore = '', dbMore = '', head = '', rest = '') =>
  `Parameters:\n  Env: { Type: String }\n  On: { Type: String, Default: 'true' }\n  Off: { Type: String, Default: 'false' }\nConditions:\n  IsProd: !Equals [!Ref Env, prod]\n  NotProd: !Not [!Condition IsProd]\n  Both: !And [!Condition IsProd, !Equals [!Ref Env, x]]\n  IsOn: !Equals [!Ref On, 'true']\n  IsOff: !Equals [!Ref Off, 'true']\n${head}Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n${dbMore}    Properties: { DBClusterIdentifier: db, Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.12.1 }\n  A:\n    Type: AWS::CloudWatch::Alarm\n${alarmMore}    Properties:\n      Namespace: AWS/RDS\n      MetricName: DatabaseConnections\n      Statistic: Maximum\n      ComparisonOperator: GreaterThanThreshold\n      Threshold: 800\n      Period: 60\n      EvaluationPeriods: 3\n      AlarmActions: ["arn:aws:ssm:eu-west-1:111122223333:opsitem:1"]\n      Dimensions: [{ Name: DBClusterIdentifier, Value: !Ref Db }]\n${rest}`;
const b = cfn().slice(cfn().indexOf('  A:\n')).replace('  A:', '  B:');
const onlyAlarm = 'Parameters:\n  Db: { Type: String }\nResources:\n' + b;
const lone = (f: string) => ({ [f]: 'Resources:\n' + b.replace('!Ref Db', 'db') });

const CASES: readonly Case[] = [
  ['no condition', 'pass', { 'main.tf': db() + alarm() }],
  [
    'a module with an open count',
    'unknown',
    {
      'main.tf':
        db() +
        'module "alarms" {\n source = "./alarms"\n count = var.production ? 1 : 0\n id = aws_rds_cluster.db.cluster_identifier\n}',
      'alarms/main.tf': 'variable "id" {}\n' + alarm('', 'var.id'),
    },
  ],
  [
    'an open input of a module',
    'unknown',
    {
      'main.tf':
        db() +
        'module "alarms" {\n source = "./alarms"\n enabled = var.production\n id = aws_rds_cluster.db.cluster_identifier\n}',
      'alarms/main.tf':
        'variable "enabled" {}\nvariable "id" {}\n' + alarm('count = var.enabled ? 1 : 0', 'var.id'),
    },
  ],
  [
    'a module input that enables it',
    'pass',
    {
      'main.tf':
        db() +
        'module "alarms" {\n source = "./alarms"\n enabled = true\n id = aws_rds_cluster.db.cluster_identifier\n}',
      'alarms/main.tf':
        'variable "enabled" {}\nvariable "id" {}\n' + alarm('count = var.enabled ? 1 : 0', 'var.id'),
    },
  ],
  [
    'a module input that disables it',
    'fail',
    {
      'main.tf':
        db() +
        'module "alarms" {\n source = "./alarms"\n enabled = false\n id = aws_rds_cluster.db.cluster_identifier\n}',
      'alarms/main.tf':
        'variable "enabled" {}\nvariable "id" {}\n' + alarm('count = var.enabled ? 1 : 0', 'var.id'),
    },
  ],
  [
    'a module with a provider of another Region',
    'fail',
    {
      'main.tf':
        'provider "aws" {\n region = "eu-west-1"\n}\nprovider "aws" {\n alias = "us"\n region = "us-east-1"\n}\n' +
        db() +
        'module "alarms" {\n source = "./alarms"\n providers = { aws = aws.us }\n id = aws_rds_cluster.db.cluster_identifier\n}',
      'alarms/main.tf': 'variable "id" {}\n' + alarm('', 'var.id'),
    },
  ],
  [
    'a provider alias of the same Region',
    'pass',
    {
      'main.tf':
        'provider "aws" {\n region = "eu-west-1"\n}\nprovider "aws" {\n alias = "same"\n region = "eu-west-1"\n}\n' +
        db() +
        alarm('provider = aws.same'),
    },
  ],
  [
    'a provider alias of an unknown Region',
    'fail',
    {
      'main.tf': 'provider "aws" {\n alias = "dr"\n region = var.dr\n}\n' + db() + alarm('provider = aws.dr'),
    },
  ],
  [
    'a region argument',
    'fail',
    { 'main.tf': 'provider "aws" {\n region = "eu-west-1"\n}\n' + db() + alarm('region = "us-east-1"') },
  ],
  [
    'cluster and alarm in the same other Region',
    'pass',
    {
      'main.tf':
        'provider "aws" {\n alias = "dr"\n region = var.dr\n}\n' +
        db('provider = aws.dr').replace('"i" {', '"i" {\n provider = aws.dr') +
        alarm('provider = aws.dr'),
    },
  ],
  [
    'a pair of exclusive alarms',
    'pass',
    {
      'main.tf':
        db() +
        alarm('count = var.production ? 1 : 0') +
        alarm('count = var.production ? 0 : 1', undefined, 'b'),
    },
  ],
  [
    'a pair of alarms exclusive by negation',
    'pass',
    {
      'main.tf':
        db() +
        alarm('count = var.production ? 1 : 0') +
        alarm('count = !var.production ? 1 : 0', undefined, 'b'),
    },
  ],
  [
    'a pair of alarms exclusive by comparison',
    'pass',
    {
      'main.tf':
        db() +
        alarm('count = var.env == "prod" ? 1 : 0') +
        alarm('count = var.env != "prod" ? 1 : 0', undefined, 'b'),
    },
  ],
  [
    'a condition in a local',
    'pass',
    {
      'main.tf':
        'locals {\n prod = var.env == "prod"\n}\n' +
        db() +
        alarm('count = local.prod ? 1 : 0') +
        alarm('count = var.env != "prod" ? 1 : 0', undefined, 'b'),
    },
  ],
  [
    'a local condition for production only',
    'unknown',
    { 'main.tf': 'locals {\n prod = var.env == "prod"\n}\n' + db() + alarm('count = local.prod ? 1 : 0') },
  ],
  [
    'the same condition as the cluster',
    'pass',
    {
      'main.tf':
        db('count = var.production ? 1 : 0') +
        alarm('count = var.production ? 1 : 0', 'aws_rds_cluster.db[0].cluster_identifier'),
    },
  ],
  [
    'the opposite condition of the cluster',
    'fail',
    {
      'main.tf':
        db('count = var.production ? 1 : 0') +
        alarm('count = var.production ? 0 : 1', 'aws_rds_cluster.db[0].cluster_identifier'),
    },
  ],
  [
    'a default that enables it',
    'pass',
    { 'main.tf': 'variable "on" {\n default = true\n}\n' + db() + alarm('count = var.on ? 1 : 0') },
  ],
  [
    'a default that disables it',
    'fail',
    { 'main.tf': 'variable "on" {\n default = false\n}\n' + db() + alarm('count = var.on ? 1 : 0') },
  ],
  [
    'a disabling default that one of two environments replaces',
    'unknown',
    {
      'main.tf': 'variable "on" {\n default = false\n}\n' + db() + alarm('count = var.on ? 1 : 0'),
      'prod.tfvars': 'on = true',
      'dev.tfvars': 'on = false',
    },
  ],
  [
    'a disabling default that all environments replace',
    'pass',
    {
      'main.tf': 'variable "on" {\n default = false\n}\n' + db() + alarm('count = var.on ? 1 : 0'),
      'prod.tfvars': 'on = true\nenv = "p"',
      'dev.tfvars': 'on = true',
    },
  ],
  [
    'a terraform.tfvars that enables it',
    'pass',
    {
      'main.tf': 'variable "on" {\n default = false\n}\n' + db() + alarm('count = var.on ? 1 : 0'),
      'terraform.tfvars': 'on = true',
    },
  ],
  ['a count from a variable', 'unknown', { 'main.tf': 'variable "n" {}\n' + db() + alarm('count = var.n') }],
  [
    'a count by the length of a list',
    'unknown',
    { 'main.tf': 'variable "n" {}\n' + db() + alarm('count = length(var.n) > 0 ? 1 : 0') },
  ],
  [
    'a for_each over a variable',
    'unknown',
    { 'main.tf': 'variable "n" {}\n' + db() + alarm('for_each = var.n') },
  ],
  ['a for_each over a known set', 'pass', { 'main.tf': db() + alarm('for_each = toset(["a"])') }],
  [
    'a for_each over a variable with an empty default',
    'unknown',
    { 'main.tf': 'variable "n" {\n default = {}\n}\n' + db() + alarm('for_each = var.n') },
  ],
  [
    'ignored changes of all attributes',
    'unknown',
    { 'main.tf': db() + alarm('lifecycle {\n ignore_changes = all\n}') },
  ],
  [
    'ignored changes of tags',
    'pass',
    { 'main.tf': db() + alarm('lifecycle {\n ignore_changes = [tags]\n}') },
  ],
  [
    'two joined conditions',
    'unknown',
    { 'main.tf': db() + alarm('count = var.production && var.env == "x" ? 1 : 0') },
  ],
  ['CloudFormation without a condition', 'pass', { 'a.yaml': cfn() }],
  ['a condition in CloudFormation', 'unknown', { 'a.yaml': cfn('    Condition: IsProd\n') }],
  [
    'a pair of exclusive alarms in CloudFormation',
    'pass',
    { 'a.yaml': cfn('    Condition: IsProd\n') + b.replace('Alarm\n', 'Alarm\n    Condition: NotProd\n') },
  ],
  [
    "a weaker condition than the cluster's in CloudFormation",
    'pass',
    { 'a.yaml': cfn('    Condition: IsProd\n', '    Condition: Both\n') },
  ],
  [
    "a stronger condition than the cluster's in CloudFormation",
    'unknown',
    { 'a.yaml': cfn('    Condition: Both\n', '    Condition: IsProd\n') },
  ],
  ['a CloudFormation default that enables it', 'pass', { 'a.yaml': cfn('    Condition: IsOn\n') }],
  ['a CloudFormation default that disables it', 'fail', { 'a.yaml': cfn('    Condition: IsOff\n') }],
  ['an undeclared CloudFormation condition', 'unknown', { 'a.yaml': cfn('    Condition: Nowhere\n') }],
  [
    'a nested stack',
    'pass',
    {
      'a.yaml':
        cfn().slice(0, cfn().indexOf('  A:\n')) +
        '  N:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./n.yaml\n      Parameters: { Db: !Ref Db }\n',
      'n.yaml': onlyAlarm,
    },
  ],
  [
    'a nested stack under a condition',
    'unknown',
    {
      'a.yaml':
        cfn().slice(0, cfn().indexOf('  A:\n')) +
        '  N:\n    Type: AWS::CloudFormation::Stack\n    Condition: IsProd\n    Properties:\n      TemplateURL: ./n.yaml\n      Parameters: { Db: !Ref Db }\n',
      'n.yaml': onlyAlarm,
    },
  ],
  [
    'an alarm in another template',
    'pass',
    { 'a.yaml': cfn().slice(0, cfn().indexOf('  A:\n')), ...lone('b.yaml') },
  ],
  [
    'an alarm in the folder of another Region',
    'fail',
    { 'eu-west-1/a.yaml': cfn().slice(0, cfn().indexOf('  A:\n')), ...lone('us-east-1/b.yaml') },
  ],
  [
    'an alarm in the folder of another environment',
    'fail',
    { 'prod/a.yaml': cfn().slice(0, cfn().indexOf('  A:\n')), ...lone('staging/b.yaml') },
  ],
  [
    'an alarm in the template of another environment',
    'fail',
    { 'db-prod.yaml': cfn().slice(0, cfn().indexOf('  A:\n')), ...lone('alarms-dev.yaml') },
  ],
  [
    'a conditional dimension in CloudFormation',
    'unknown',
    { 'a.yaml': cfn().replace('Value: !Ref Db', 'Value: !If [IsProd, !Ref Db, other]') },
  ],
  [
    'a conditional metric in CloudFormation',
    'unknown',
    {
      'a.yaml': cfn().replace(
        'MetricName: DatabaseConnections',
        'MetricName: !If [IsProd, DatabaseConnections, CPUUtilization]',
      ),
    },
  ],
];

describe('an alarm under conditions', () => {
  for (const [name, expected, files] of CASES) {
    it(`has answer ${expected} for ${name}`, async (t) => {
      const rows = (await rowsOfSystem(t, files)).filter(({ id }) => id === 'aurora-alarm-connections');
      const [row, ...others] = rows.filter(({ answer }) => answer !== 'not-applicable');
      assert.equal(others.length, 0);
      assert.equal(row?.answer, expected, row === undefined ? '' : say(row.evidence, 'en'));
    });
  }
});
