import assert from 'node:assert/strict';
import test from 'node:test';
import type { Asset, CheckRow, Inventory } from '../../../model/index.ts';
import { say } from '../../../l10n/index.ts';
import { apiAsset, inventoryOf, rowOf, rowsOf } from '../../../../test/support/checks/checklist.ts';

const instance = (engine: string, version: string, more = ''): string =>
  `resource "aws_db_instance" "db" {\n identifier = "db"\n engine = "${engine}"\n engine_version = "${version}"\n ${more}\n}\n`;
const ofTerraform = (code: string): Inventory => inventoryOf('tf', code);
const mysql = (more: string): Inventory => ofTerraform(instance('mysql', '8.0.35', more));
const postgres = (more: string): Inventory => ofTerraform(instance('postgres', '16.6', more));

function exported(names: string): string {
  return `enabled_cloudwatch_logs_exports = [${names}]`;
}

test('accepts the log names of each RDS engine', () => {
  const answer = (inventory: Inventory): CheckRow['answer'] =>
    rowOf(inventory, 'aurora-log-export-names-valid').answer;
  assert.equal(answer(postgres(exported('"postgresql", "upgrade", "iam-db-auth-error"'))), 'pass');
  assert.equal(answer(postgres(exported('"postgresql", "slowquery"'))), 'fail');
  assert.equal(answer(mysql(exported('"audit", "error", "general", "slowquery"'))), 'pass');
  assert.equal(answer(mysql(exported('"postgresql"'))), 'fail');
  const zones = `resource "aws_rds_cluster" "db" {\n engine = "mysql"\n engine_version = "8.0.35"\n ${exported('"audit"')}\n}`;
  assert.equal(
    answer(ofTerraform(zones)),
    'fail',
    'a Multi-AZ DB cluster has no option groups, and so no audit log',
  );
});

test('expects slow statements of MySQL in a table unless the parameter group sets a file', () => {
  const group = (parameters: Readonly<Record<string, string>>): string =>
    `resource "aws_db_parameter_group" "g" {\n name = "g"\n family = "mysql8.0"\n${Object.entries(parameters)
      .map(([name, value]) => ` parameter {\n  name = "${name}"\n  value = "${value}"\n }\n`)
      .join('')}}\n`;
  const own = `parameter_group_name = aws_db_parameter_group.g.name\n ${exported('"slowquery"')}`;
  const row = (parameters: Readonly<Record<string, string>>): CheckRow =>
    rowOf(ofTerraform(instance('mysql', '8.0.35', own) + group(parameters)), 'aurora-slow-query-log-on');
  const slow = { slow_query_log: '1', long_query_time: '1' };
  assert.equal(row(slow).answer, 'fail');
  assert.match(say(row(slow).evidence, 'en'), /log_output .*TABLE/);
  assert.equal(row({ ...slow, log_output: 'FILE' }).answer, 'pass');
});

test('leaves the MySQL audit log unknown, because it depends on an unread option group', () => {
  const row = (more: string): CheckRow => rowOf(mysql(more), 'aurora-audit-connect-events');
  assert.equal(row(exported('"audit"')).answer, 'fail', 'the default option group has none');
  const own = `${exported('"audit"')}\n option_group_name = "own"`;
  assert.equal(row(own).answer, 'unknown');
  assert.match(say(row(own).evidence, 'en'), /MARIADB_AUDIT_PLUGIN/);
  const zones = 'resource "aws_rds_cluster" "db" {\n engine = "mysql"\n engine_version = "8.0.35"\n}';
  assert.equal(rowOf(ofTerraform(zones), 'aurora-audit-connect-events').answer, 'not-applicable');
});

test('modifies the instance in commands and fixes', () => {
  const inventory = postgres('');
  const commandOf = (id: string): string => rowOf(inventory, id).fix?.command ?? '';
  for (const id of ['aurora-log-export-error', 'aurora-readers-multi-az', 'aurora-database-insights'])
    assert.match(commandOf(id), /^aws rds modify-db-instance --db-instance-identifier db /, id);
  assert.match(
    commandOf('aurora-slow-query-log-on'),
    /create-db-parameter-group .*--db-parameter-group-family postgres16/,
  );
  assert.match(commandOf('aurora-alarm-connections'), /--dimensions Name=DBInstanceIdentifier,Value=db /);
  assert.match(commandOf('rds-event-subscription'), /--source-type db-instance/);
  for (const { id, fix } of rowsOf(inventory))
    assert.doesNotMatch(fix?.command ?? '', /db-cluster|CLUSTER/, id);
});

test('reads settings of a Multi-AZ DB cluster from the cluster itself', () => {
  const code =
    'resource "aws_rds_cluster" "db" {\n engine = "postgres"\n engine_version = "16.6"\n db_cluster_instance_class = "db.r6gd.4xlarge"\n performance_insights_enabled = true\n}';
  const answer = (id: string): CheckRow['answer'] => rowOf(ofTerraform(code), id).answer;
  assert.equal(answer('aurora-readers-multi-az'), 'pass');
  assert.equal(answer('aurora-database-insights'), 'pass');
  assert.equal(answer('aurora-enhanced-monitoring'), 'fail');
  assert.equal(answer('rds-storage-autoscaling'), 'not-applicable');
  assert.equal(answer('aurora-alarm-replica-lag'), 'fail');
});

test('does not mention Aurora in sentences for RDS', () => {
  for (const engine of [postgres(''), mysql(exported('"error"'))])
    for (const { id, title, why, care, evidence } of rowsOf(engine))
      for (const sentence of [title, why, evidence, ...(care === null ? [] : [care])])
        assert.doesNotMatch(say(sentence, 'en'), /Aurora/, id);
});

test('links pages of the RDS guide only', () => {
  for (const { id, helpUri } of [...rowsOf(postgres('')), ...rowsOf(mysql(''))])
    assert.doesNotMatch(helpUri, /Aurora/, id);
});

test('checks standalone instances of an account', () => {
  const running: Partial<Asset> = {
    product: 'rds-postgresql',
    version: '16.6',
    declaredAs: 'db-instance',
    versions: { declared: null, running: '16.6', pending: null },
  };
  const ofAccount = (settings: Asset['settings'], refused?: string): Inventory => ({
    assets: [apiAsset('database', 'db', { dbInstanceIdentifier: 'db', ...settings }, running)],
    suppressions: [],
    problems: [],
    ...(refused !== undefined && {
      unreadable: [
        { operation: refused, account: '111122223333', region: 'eu-west-1', reason: 'AccessDenied' },
      ],
    }),
  });
  const whole = {
    enabledCloudwatchLogsExports: ['postgresql'],
    multiAZ: true,
    pendingMaintenanceActions: [],
  };
  assert.equal(rowOf(ofAccount(whole), 'aurora-log-export-error').answer, 'pass');
  assert.equal(rowOf(ofAccount({}), 'aurora-log-export-error').answer, 'fail');
  assert.equal(rowOf(ofAccount(whole), 'aurora-readers-multi-az').answer, 'pass');
  assert.equal(rowOf(ofAccount(whole), 'aurora-pending-maintenance').answer, 'pass');
  assert.equal(rowOf(ofAccount({}), 'aurora-pending-maintenance').answer, 'unknown');
  assert.equal(
    rowOf(ofAccount({}, 'cloudwatch:DescribeAlarms'), 'aurora-alarm-cpu-memory-storage').answer,
    'unknown',
  );
});
