import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistOf, incidentOf } from '../analysis/index.ts';
import { EMPTY_CONFIG } from '../config/index.ts';
import { say } from '../l10n/index.ts';
import type { CheckRow } from '../model/index.ts';
import { registerProduct } from './index.ts';
import { CATALOGUE, TODAY } from '../../test/support/checks/checklist.ts';
import { harborSql } from '../../test/support/harbor-sql/index.ts';
import { scanFiles } from '../../test/support/workspace.ts';

/** A cluster with a threshold of its slow log that exports the engine's own log. */
const cluster = (parameters: string, logs: string) => ({
  'main.tf': `
resource "aws_rds_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "harborsql7"
${parameters}
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier                  = "orders"
  engine                              = "harborsql"
  engine_version                      = "7.2.0"
  iam_database_authentication_enabled = true
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.orders.name
  enabled_cloudwatch_logs_exports     = [${logs}]
}

resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "harborsql"
  instance_class     = "db.r6g.large"
}
`,
});
const parameter = (name: string, value: string) =>
  `  parameter {\n    name  = "${name}"\n    value = "${value}"\n  }`;

test('the checklist of a made-up engine', async (t) => {
  t.after(registerProduct(harborSql));
  const rowsFor = async (files: Record<string, string>): Promise<(id: string) => CheckRow> => {
    const inventory = await scanFiles(t, files);
    const { rows } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
    return (id) => {
      const row = rows.find((each) => each.id === id);
      assert.ok(row, id);
      return row;
    };
  };
  const bare = await rowsFor(cluster('', ''));
  const good = await rowsFor(
    cluster(
      [parameter('harbor_slow_ms', '500'), parameter('harbor_lock_report', 'on')].join('\n'),
      '"harbor", "iam-db-auth-error"',
    ),
  );

  await t.test("passes and fails checks by the engine's names of logs and parameters", () => {
    const own = [
      'aurora-log-export-error',
      'aurora-slow-query-log-on',
      'aurora-iam-auth-error-export',
      'aurora-deadlocks-to-error-log',
    ];
    assert.deepEqual(
      own.map((id) => [bare(id).answer, good(id).answer]),
      [
        ['fail', 'pass'],
        ['fail', 'pass'],
        ['fail', 'pass'],
        ['unknown', 'pass'],
      ],
    );
    const slow = bare('aurora-slow-query-log-on');
    assert.match(say(slow.evidence, 'en'), /harbor_slow_ms is set in no parameter group/);
    assert.match(slow.fix?.command ?? '', /ParameterName=harbor_slow_ms,ParameterValue='1000'/);
    assert.match(slow.fix?.command ?? '', /"EnableLogTypes":\["harbor"\]/);
    assert.match(bare('aurora-readers-multi-az').fix?.command ?? '', /--engine harborsql /);
    assert.equal(slow.helpUri, 'https://docs.harbor.example/logs');
  });

  await t.test('marks checks of missing logs and parameters as not applicable', () => {
    const none = [
      'aurora-audit-connect-events',
      'aurora-audit-changes',
      'aurora-slow-plans-logged',
      'aurora-tls-required',
      'aurora-general-log-not-permanent',
      'aurora-alarm-aborted-clients',
      'aurora-connection-pooling',
    ];
    for (const id of none) {
      assert.equal(bare(id).answer, 'not-applicable', id);
      assert.equal(say(bare(id).evidence, 'en'), 'does not apply to Harbor SQL');
      assert.match(say(bare(id).evidence, 'ja'), /^Harbor SQL /);
    }
    const notes = ['aurora-database-insights', 'aurora-version-supported'].flatMap((id) => bare(id).notes);
    assert.deepEqual(
      notes.map(({ id, answer }) => [id, answer]),
      [
        ['aurora-performance-schema-managed', 'not-applicable'],
        ['aurora-backtrack-note', 'not-applicable'],
      ],
    );
  });

  await t.test('fails names of another engine, and lists the allowed ones', async () => {
    const wrong = (await rowsFor(cluster('', '"slowquery", "harbor"')))('aurora-log-export-names-valid');
    assert.equal(wrong.answer, 'fail');
    assert.equal(
      say(wrong.evidence, 'en'),
      'not names of Harbor SQL logs: slowquery; allowed: harbor, iam-db-auth-error',
    );
  });

  await t.test('never mentions another engine', async () => {
    const inventory = await scanFiles(t, cluster('', '"harbor"'));
    const { rows } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
    const [subject] = inventory.assets.filter(({ kind }) => kind === 'database');
    assert.ok(subject);
    const night = incidentOf(CATALOGUE, inventory, subject, {
      today: TODAY,
      symptom: '',
      now: `${TODAY}T12:00:00.000Z`,
    });
    const said = JSON.stringify([rows, night.evidence]);
    assert.doesNotMatch(said, /mysql|innodb|slow_query|binlog|slowquery/i);
    assert.match(said, /harbor --host ENDPOINT/);
  });
});
