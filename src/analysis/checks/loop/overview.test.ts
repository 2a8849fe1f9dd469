import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checklistOf, type Overview } from '../../index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { say } from '../../../l10n/index.ts';
import type { Inventory } from '../../../model/index.ts';
import { SHIPS_HTTPD } from '../../../../test/support/checks/agents.ts';
import { apiAsset, CATALOGUE, inventoryOf, TODAY } from '../../../../test/support/checks/checklist.ts';

const INCIDENT = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};

function overview(inventory: Inventory): Overview {
  return checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY }).overview;
}

/** State of one source of the cluster: written, exported, retention. */
function sourceOf(inventory: Inventory, id: string): [string, string | null, string] {
  const source = overview(inventory).clusters[0]?.sources.find((each) => each.id === id);
  assert.ok(source, id);
  return [source.written.outcome, source.exported?.outcome ?? null, say(source.kept, 'en')];
}

function stateOf(inventory: Inventory, id: string): string | undefined {
  return overview(inventory).groups[0]?.triggers.find((trigger) => trigger.id === id)?.state;
}

function waysOf(inventory: Inventory): Record<string, string> {
  const ways = overview(inventory).groups[0]?.logWays ?? [];
  return Object.fromEntries(ways.map(({ id, isPresent }) => [id, isPresent.outcome]));
}

test('fails Enhanced Monitoring without its role', () => {
  const monitored = (rest: string): string =>
    sourceOf(
      inventoryOf(
        'tf',
        `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.10.4"\n  monitoring_interval = 15\n${rest}}\n`,
      ),
      'enhanced-monitoring',
    )[0];
  assert.equal(monitored(''), 'fail');
  assert.equal(monitored('  monitoring_role_arn = "arn:aws:iam::111122223333:role/m"\n'), 'pass');
  assert.equal(monitored('  monitoring_role_arn = var.role\n'), 'unknown');
});

for (const kind of ['tf', 'cfn'] as const) {
  describe(`overview of the incident (${kind})`, () => {
    const inventory = inventoryOf(kind, INCIDENT[kind]);

    test('lists every source, and marks the indispensable ones', () => {
      const [cluster] = overview(inventory).clusters;
      const marked = cluster?.sources.filter(({ isIndispensable }) => isIndispensable).map(({ id }) => id);
      assert.deepEqual(marked, [
        'error',
        'slowquery',
        'metrics',
        'enhanced-monitoring',
        'insights',
        'events',
      ]);
      assert.equal(cluster?.version, '2.11.1');
      const ids = overview(inventory).clusters.flatMap(({ sources }) => sources.map(({ id }) => id));
      assert.equal(ids.includes('instance'), false, 'version 2 has no instance that pauses');
    });

    test('shows the error log on the host only, and no slow log', () => {
      assert.deepEqual(sourceOf(inventory, 'error'), [
        'pass',
        'fail',
        'up to 30 days on the host, or until 15 % of its storage is full',
      ]);
      assert.deepEqual(sourceOf(inventory, 'slowquery'), ['fail', 'fail', 'nothing is written']);
      assert.deepEqual(sourceOf(inventory, 'events'), ['pass', 'fail', '14 days']);
    });

    test('shows EC2 and ELB as replacing instances, without saved logs', () => {
      assert.deepEqual(
        ['ec2', 'ebs', 'elb', 'vpc-lattice', 'application', 'custom'].map((id) => stateOf(inventory, id)),
        ['acts', 'rests', 'acts', 'rests', 'unknown', 'unknown'],
      );
      assert.deepEqual(waysOf(inventory), { agent: 'fail', hook: 'fail', shipper: 'fail' });
    });
  });
}

test('counts an audit log of changes as a log', () => {
  const audited = (engine: string, parameters: Record<string, string>): Inventory => {
    const written = Object.entries(parameters)
      .map(([name, value]) => `  parameter {\n    name  = "${name}"\n    value = "${value}"\n  }`)
      .join('\n');
    const family = engine === 'aurora-mysql' ? 'aurora-mysql8.0' : 'aurora-postgresql15';
    return inventoryOf(
      'tf',
      `resource "aws_rds_cluster" "shop" {
  engine                          = "${engine}"
  engine_version                  = "${engine === 'aurora-mysql' ? '8.0.mysql_aurora.3.10.4' : '15.10'}"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.shop.name
}
resource "aws_rds_cluster_parameter_group" "shop" {
  family = "${family}"
${written}
}`,
    );
  };
  const ddl = { server_audit_logging: '1', server_audit_events: 'QUERY_DDL,QUERY_DCL' };
  assert.equal(sourceOf(audited('aurora-mysql', ddl), 'audit')[0], 'pass');
  const pgaudit = { shared_preload_libraries: 'pgaudit', 'pgaudit.log': 'ddl,role' };
  assert.equal(sourceOf(audited('aurora-postgresql', pgaudit), 'audit')[0], 'pass');
  assert.equal(sourceOf(audited('aurora-postgresql', { 'pgaudit.log': 'all' }), 'audit')[0], 'fail');
});

test('takes the retention of an exported log from its log group', () => {
  const exporting = (days: string): Inventory =>
    inventoryOf(
      'tf',
      `resource "aws_rds_cluster" "a" {
  cluster_identifier              = "shop"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.1"
  enabled_cloudwatch_logs_exports = ["error"]
}
${days}`,
    );
  const group = (retention: string): string =>
    `resource "aws_cloudwatch_log_group" "a" {\n  name = "/aws/rds/cluster/shop/error"\n${retention}}\n`;
  assert.equal(sourceOf(exporting(group('  retention_in_days = 90\n')), 'error')[2], '90 days');
  assert.equal(sourceOf(exporting(group('')), 'error')[2], 'forever');
  assert.match(sourceOf(exporting(''), 'error')[2], /^forever, unless/);
  assert.match(
    sourceOf(exporting(group('  retention_in_days = var.days\n')), 'error')[2],
    /known only at deployment/,
  );
});

test('shows each method of saving logs separately', () => {
  const installing = (line: string): Inventory =>
    inventoryOf('tf', INCIDENT.tf.replace('yum install -y httpd', `${line}\n    $&`));
  // The incident's template has no role, so an agent that writes to AWS cannot ship logs.
  assert.deepEqual(waysOf(installing('yum install -y amazon-cloudwatch-agent')), {
    agent: 'fail',
    hook: 'fail',
    shipper: 'fail',
  });
  assert.deepEqual(waysOf(installing(SHIPS_HTTPD)), {
    agent: 'fail',
    hook: 'fail',
    shipper: 'pass',
  });
  assert.deepEqual(waysOf(installing('aws s3 cp s3://ours/setup.sh . && bash setup.sh')), {
    agent: 'unknown',
    hook: 'fail',
    shipper: 'unknown',
  });
});

test('shows suspended replacement as inactive for every type', () => {
  const suspended = inventoryOf(
    'tf',
    INCIDENT.tf.replace('health_check_grace_period = 0', '$&\n  suspended_processes = ["ReplaceUnhealthy"]'),
  );
  assert.equal(stateOf(suspended, 'elb'), 'rests');
  assert.equal(stateOf(suspended, 'ec2'), 'rests');
});

test('shows each type of health check in an account, also of applications', () => {
  const group = apiAsset('auto-scaling-group', 'web', {
    autoScalingGroupName: 'web',
    healthCheckType: 'EC2,EBS,VPC_LATTICE',
    applicationStatusChecks: [{ path: '/' }],
  });
  const inventory: Inventory = { assets: [group], suppressions: [], problems: [] };
  assert.deepEqual(
    ['ec2', 'ebs', 'elb', 'vpc-lattice', 'application'].map((id) => stateOf(inventory, id)),
    ['acts', 'acts', 'rests', 'acts', 'acts'],
  );
});

test('leaves the instance log of a serverless cluster unknown', () => {
  const cluster = apiAsset('database', 'a', {
    dbClusterIdentifier: 'a',
    instanceClasses: ['db.serverless'],
  });
  const inventory: Inventory = { assets: [cluster], suppressions: [], problems: [] };
  assert.equal(sourceOf(inventory, 'instance')[0], 'unknown');
});
