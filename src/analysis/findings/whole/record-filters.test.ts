import assert from 'node:assert/strict';
import test from 'node:test';
import { say } from '../../../l10n/index.ts';
import type { Asset, CheckAnswer, Inventory } from '../../../model/index.ts';
import { apiAsset, inventoryOf, rowOf } from '../../../../test/support/checks/checklist.ts';

type Parameters = Readonly<Record<string, string>>;

const ENGINES = {
  'aurora-mysql': {
    version: '8.0.mysql_aurora.3.10.1',
    family: 'aurora-mysql8.0',
    logs: ['error', 'slowquery', 'audit'],
  },
  'aurora-postgresql': { version: '16.6', family: 'aurora-postgresql16', logs: ['postgresql'] },
} as const;

/** Cluster with exported logs, and with these parameters in its group. */
function database(engine: keyof typeof ENGINES, parameters: Parameters): Inventory {
  const { version, family, logs } = ENGINES[engine];
  const set = Object.entries(parameters).map(
    ([name, value]) => `  parameter {\n    name = "${name}"\n    value = "${value}"\n  }\n`,
  );
  return inventoryOf(
    'tf',
    `
resource "aws_rds_cluster" "db" {
  cluster_identifier = "db"
  engine = "${engine}"
  engine_version = "${version}"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.db.name
  enabled_cloudwatch_logs_exports = ${JSON.stringify(logs)}
}
resource "aws_rds_cluster_parameter_group" "db" {
  name = "db"
  family = "${family}"
${set.join('')}}
`,
  );
}

const SLOW = { slow_query_log: '1', long_query_time: '1' };
const AUDIT = { server_audit_logging: '1', server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL' };
const PGAUDIT = { shared_preload_libraries: 'pgaudit' };

/** Engine, check, parameters, answer, and the parameter that the evidence names. */
const ROWS: readonly (readonly [keyof typeof ENGINES, string, Parameters, CheckAnswer, string | null])[] = [
  ['aurora-mysql', 'aurora-slow-query-log-on', SLOW, 'pass', null],
  ['aurora-mysql', 'aurora-slow-query-log-on', { ...SLOW, min_examined_row_limit: '0' }, 'pass', null],
  [
    'aurora-mysql',
    'aurora-slow-query-log-on',
    { ...SLOW, min_examined_row_limit: '1000000' },
    'fail',
    'min_examined_row_limit',
  ],
  [
    'aurora-mysql',
    'aurora-slow-query-log-on',
    { ...SLOW, long_query_time: '31536000' },
    'fail',
    'long_query_time',
  ],
  ['aurora-mysql', 'aurora-slow-query-log-on', { ...SLOW, log_output: 'TABLE' }, 'fail', 'log_output'],
  ['aurora-mysql', 'aurora-slow-query-log-on', { ...SLOW, log_output: 'NONE' }, 'fail', 'log_output'],
  ['aurora-mysql', 'aurora-slow-query-log-on', { ...SLOW, log_output: 'TABLE,FILE' }, 'pass', null],
  ['aurora-mysql', 'aurora-audit-changes', AUDIT, 'pass', null],
  [
    'aurora-mysql',
    'aurora-audit-changes',
    { ...AUDIT, server_audit_incl_users: 'nobody' },
    'fail',
    'server_audit_incl_users',
  ],
  ['aurora-mysql', 'aurora-audit-changes', { ...AUDIT, server_audit_excl_users: 'rdsadmin' }, 'pass', null],
  [
    'aurora-mysql',
    'aurora-audit-changes',
    { ...AUDIT, server_audit_excl_users: 'rdsadmin,app' },
    'fail',
    'server_audit_excl_users',
  ],
  // AuroraMySQL.Auditing: neither list concerns connections.
  [
    'aurora-mysql',
    'aurora-audit-connect-events',
    { ...AUDIT, server_audit_incl_users: 'nobody' },
    'pass',
    null,
  ],
  ['aurora-mysql', 'aurora-deadlocks-to-error-log', { innodb_print_all_deadlocks: '1' }, 'pass', null],
  [
    'aurora-mysql',
    'aurora-deadlocks-to-error-log',
    { innodb_print_all_deadlocks: '1', innodb_deadlock_detect: '0' },
    'fail',
    'innodb_deadlock_detect',
  ],
  [
    'aurora-mysql',
    'aurora-log-export-error',
    { log_error_suppression_list: 'MY-010914' },
    'fail',
    'log_error_suppression_list',
  ],
  ['aurora-mysql', 'aurora-log-export-error', { log_error_suppression_list: 'MY-013360' }, 'pass', null],
  ['aurora-postgresql', 'aurora-audit-changes', { ...PGAUDIT, 'pgaudit.log': 'ddl,role' }, 'pass', null],
  ['aurora-postgresql', 'aurora-audit-changes', { ...PGAUDIT, 'pgaudit.log': 'all,-misc' }, 'pass', null],
  [
    'aurora-postgresql',
    'aurora-audit-changes',
    { ...PGAUDIT, 'pgaudit.log': 'all,-ddl,-role' },
    'fail',
    'pgaudit.log',
  ],
  ['aurora-postgresql', 'aurora-audit-changes', { ...PGAUDIT, 'pgaudit.log': '-ddl,all' }, 'pass', null],
  [
    'aurora-postgresql',
    'aurora-audit-changes',
    { ...PGAUDIT, 'pgaudit.log': 'all', 'pgaudit.log_level': 'debug5' },
    'fail',
    'pgaudit.log_level',
  ],
  [
    'aurora-postgresql',
    'aurora-audit-connect-events',
    { log_connections: '1', log_disconnections: '1', log_min_messages: 'panic' },
    'fail',
    'log_min_messages',
  ],
  [
    'aurora-postgresql',
    'aurora-slow-query-log-on',
    { log_min_duration_statement: '1000', log_min_messages: 'fatal' },
    'fail',
    'log_min_messages',
  ],
  [
    'aurora-postgresql',
    'aurora-slow-query-log-on',
    { log_min_duration_statement: '1000', log_min_messages: 'error' },
    'pass',
    null,
  ],
  [
    'aurora-postgresql',
    'aurora-slow-query-log-on',
    { log_min_duration_statement: '86400000' },
    'fail',
    'log_min_duration_statement',
  ],
  [
    'aurora-postgresql',
    'aurora-deadlocks-to-error-log',
    { log_min_messages: 'log' },
    'fail',
    'log_min_messages',
  ],
  ['aurora-postgresql', 'aurora-log-export-error', { log_min_messages: 'log' }, 'fail', 'log_min_messages'],
  [
    'aurora-postgresql',
    'aurora-slow-plans-logged',
    { shared_preload_libraries: 'auto_explain', 'auto_explain.log_min_duration': '1000' },
    'pass',
    null,
  ],
  [
    'aurora-postgresql',
    'aurora-slow-plans-logged',
    {
      shared_preload_libraries: 'auto_explain',
      'auto_explain.log_min_duration': '1000',
      'auto_explain.sample_rate': '0',
    },
    'fail',
    'auto_explain.sample_rate',
  ],
];

for (const [engine, check, parameters, answer, named] of ROWS) {
  test(`${check}: is ${answer} for ${engine} with ${JSON.stringify(parameters)}`, () => {
    const row = rowOf(database(engine, parameters), check);
    const evidence = say(row.evidence, 'en');
    assert.equal(row.answer, answer, evidence);
    if (named === null) return;
    assert.ok(evidence.includes(named), evidence);
    assert.ok(row.fix?.command.includes(named), 'the fix sets the parameter that undoes the log');
  });
}

/** Group without a grace period and with a launch hook. */
function launching(hook: Asset['settings'], userData: string | null = ''): string {
  const template = apiAsset('launch-template', 'web', userData === null ? {} : { userData }, {
    unknownSettings: userData === null ? ['userData'] : [],
  });
  const group = apiAsset(
    'auto-scaling-group',
    'web',
    { healthCheckType: 'ELB', healthCheckGracePeriod: 0, maxSize: 4 },
    { links: [{ role: 'launch-template', assetId: template.id }] },
  );
  const hooks = apiAsset(
    'lifecycle-hook',
    'boot',
    { lifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING', ...hook },
    { links: [{ role: 'member-of', assetId: group.id }] },
  );
  const inventory: Inventory = { assets: [group, template, hooks], suppressions: [], problems: [] };
  return rowOf(inventory, 'asg-elb-health-grace').answer;
}

test('accepts a launch hook for the grace period only if it is long enough and completed', () => {
  const COMPLETES = 'aws autoscaling complete-lifecycle-action --lifecycle-action-result CONTINUE';
  assert.equal(launching({ heartbeatTimeout: 30, defaultResult: 'ABANDON' }, COMPLETES), 'fail');
  assert.equal(launching({ heartbeatTimeout: 30, defaultResult: 'CONTINUE' }), 'fail');
  assert.equal(launching({ heartbeatTimeout: 600, defaultResult: 'ABANDON' }), 'fail');
  assert.equal(launching({ heartbeatTimeout: 600, defaultResult: 'ABANDON' }, `# ${COMPLETES}`), 'fail');
  assert.equal(launching({ heartbeatTimeout: 600, defaultResult: 'ABANDON' }, null), 'unknown');
  assert.equal(launching({ heartbeatTimeout: 600, defaultResult: 'ABANDON' }, COMPLETES), 'pass');
  assert.equal(launching({ heartbeatTimeout: 600, defaultResult: 'CONTINUE' }), 'pass');
});
