import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerSymptom, bugsOfVersion, checklistOf } from '../../../analysis/index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import type { CheckRow, Inventory } from '../../../model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';
import { CATALOGUE, inventoryOf, TODAY } from '../../../../test/support/checks/checklist.ts';

function inventoryWith(parameters: Readonly<Record<string, string>>, logs: readonly string[]): Inventory {
  const written = Object.entries(parameters).map(
    ([name, value]) => `  parameter {\n    name  = "${name}"\n    value = "${value}"\n  }`,
  );
  return inventoryOf(
    'tf',
    `
resource "aws_rds_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "aurora-postgresql16"
${written.join('\n')}
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
  enabled_cloudwatch_logs_exports = ${JSON.stringify(logs)}
}

resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.2xlarge"
}
`,
  );
}

function rowsOf(
  parameters: Readonly<Record<string, string>>,
  logs: readonly string[],
): Map<string, CheckRow> {
  const inventory = inventoryWith(parameters, logs);
  const { rows } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
  return new Map(rows.map((row) => [row.id, row]));
}

const answers = (rows: ReadonlyMap<string, CheckRow>): Record<string, string | undefined> =>
  Object.fromEntries(
    [
      'aurora-log-export-error',
      'aurora-slow-query-log-on',
      'aurora-audit-connect-events',
      'aurora-audit-changes',
      'aurora-slow-plans-logged',
      'aurora-tls-required',
      'aurora-general-log-not-permanent',
      'aurora-deadlocks-to-error-log',
      'aurora-log-export-names-valid',
      'aurora-alarm-aborted-clients',
    ].map((id) => [id, rows.get(id)?.answer]),
  );

test('checks logs and parameters of Aurora PostgreSQL by their own names', () => {
  const bare = rowsOf({}, ['slowquery']);
  assert.deepEqual(answers(bare), {
    'aurora-log-export-error': 'fail',
    'aurora-slow-query-log-on': 'fail',
    'aurora-audit-connect-events': 'fail',
    'aurora-audit-changes': 'fail',
    'aurora-slow-plans-logged': 'fail',
    'aurora-tls-required': 'fail',
    'aurora-general-log-not-permanent': 'pass',
    'aurora-deadlocks-to-error-log': 'pass',
    'aurora-log-export-names-valid': 'fail',
    'aurora-alarm-aborted-clients': 'not-applicable',
  });
  const good = rowsOf(
    {
      log_min_duration_statement: '500',
      log_connections: '1',
      log_disconnections: 'on',
      log_statement: 'ddl',
      shared_preload_libraries: 'pg_stat_statements, auto_explain',
      'auto_explain.log_min_duration': '5s',
      'rds.force_ssl': '1',
    },
    ['postgresql'],
  );
  assert.deepEqual(answers(good), {
    'aurora-log-export-error': 'pass',
    'aurora-slow-query-log-on': 'pass',
    'aurora-audit-connect-events': 'pass',
    'aurora-audit-changes': 'pass',
    'aurora-slow-plans-logged': 'pass',
    'aurora-tls-required': 'pass',
    'aurora-general-log-not-permanent': 'pass',
    'aurora-deadlocks-to-error-log': 'pass',
    'aurora-log-export-names-valid': 'pass',
    'aurora-alarm-aborted-clients': 'not-applicable',
  });
  for (const row of [...bare.values(), ...good.values()]) {
    assert.doesNotMatch(say(row.evidence, 'en'), /mysql|innodb|slow_query_log/i, row.id);
    assert.doesNotMatch(row.fix?.command ?? '', /mysql/i, row.id);
  }
});

test('treats TLS as required by default from version 17 on', () => {
  const answer = (version: string): string | undefined => {
    const inventory = inventoryOf(
      'tf',
      `resource "aws_rds_cluster" "a" {\n  engine = "aurora-postgresql"\n  engine_version = "${version}"\n}`,
    );
    return checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY }).rows.find(
      ({ id }) => id === 'aurora-tls-required',
    )?.answer;
  };
  assert.deepEqual(['9.6.22', '16.4', '16.4-limitless', '17.4', '18', '17.7.2'].map(answer), [
    'fail',
    'fail',
    'fail',
    'pass',
    'pass',
    'pass',
  ]);
});

test('keeps loaded libraries, and marks their change as pending a restart', () => {
  const row = rowsOf({ shared_preload_libraries: 'pg_cron' }, ['postgresql']).get('aurora-audit-changes');
  assert.equal(row?.answer, 'fail');
  assert.match(
    row.fix?.command ?? '',
    /ParameterName=shared_preload_libraries,ParameterValue='pg_cron,pgaudit',ApplyMethod=pending-reboot/,
  );
  assert.match(
    row.fix?.command ?? '',
    /ParameterName=pgaudit.log,ParameterValue='ddl,role',ApplyMethod=immediate/,
  );
  const plans = rowsOf({}, []).get('aurora-slow-plans-logged');
  assert.match(plans?.fix?.command ?? '', /ParameterValue='pg_stat_statements,auto_explain'/);
  assert.match(plans?.fix?.command ?? '', /"EnableLogTypes":\["postgresql"\]/);
});

test('reads a threshold with its unit, and a negative one as off', () => {
  const slow = (value: string): string | undefined =>
    rowsOf({ log_min_duration_statement: value }, ['postgresql']).get('aurora-slow-query-log-on')?.answer;
  assert.deepEqual(['1000', '2s', '1 min', '-1', '0', 'soon'].map(slow), [
    'pass',
    'pass',
    'fail',
    'fail',
    'pass',
    'fail',
  ]);
});

test('fails a log that keeps every statement', () => {
  const row = rowsOf({ log_statement: 'ALL' }, ['postgresql']).get('aurora-general-log-not-permanent');
  assert.equal(row?.answer, 'fail');
  assert.match(row.fix?.command ?? '', /ParameterName=log_statement,ParameterValue='none'/);
});

test('recognises only log messages of Aurora PostgreSQL', () => {
  const [match] = bugsOfVersion(CATALOGUE, 'aurora-mysql', '2.11.1');
  assert.ok(match);
  const heard = (product: string, symptom: string): string =>
    answerSymptom(symptom, [{ ...match, bug: bugOf('slow', [], { product }) }], [])
      .causes.map(({ key }) => key)
      .join(' ');
  const message = 'autovacuum to prevent wraparound of pg_class, conflict with recovery';
  assert.match(heard('aurora-mysql', message), /other-engine/);
  assert.doesNotMatch(heard('aurora-postgresql', message), /other-engine/);
  assert.match(heard('aurora-postgresql', 'ORA-01555 snapshot too old'), /other-engine/);
});

test('reports a slow query log only with a threshold', () => {
  const slow = (value: string | null): string | undefined => {
    const inventory = inventoryWith(value === null ? {} : { log_min_duration_statement: value }, []);
    const { overview } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
    return overview.clusters[0]?.sources.find(({ id }) => id === 'slowquery')?.written.outcome;
  };
  assert.deepEqual([null, '-1', '500', '0'].map(slow), ['fail', 'fail', 'pass', 'pass']);
});

test('applies a patch that the API does not name as maintenance', () => {
  const product = 'aurora-postgresql';
  const release = (version: string, date: string) =>
    releaseOf(version, date, { product, line: '16', branch: '16.4' });
  const catalogue = catalogueOf(
    [release('16.4', '2025-01-01'), release('16.4.1', '2025-06-01')],
    [bugOf('crash', ['16.4.1'], { product, severity: 'critical' })],
  );
  const { rows } = checklistOf(catalogue, inventoryWith({}, []), EMPTY_CONFIG, { today: TODAY });
  const fix = rows.find(({ id }) => id === 'aurora-version-errata')?.fix;
  assert.match(
    fix?.command ?? '',
    /^aws rds apply-pending-maintenance-action --resource-identifier "\$\(aws rds describe-db-clusters .*\)" --apply-action system-update/,
  );
});
