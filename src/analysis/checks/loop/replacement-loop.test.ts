import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checklistOf, CHECKS, findingsOf } from '../../index.ts';
import { EMPTY_CONFIG } from '../../../config/index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import { scanWorkspace } from '../../../inventory/index.ts';
import { isFileLocation, type Finding, type Inventory } from '../../../model/index.ts';
import { cloudformation } from '../../../inventory/formats/cloudformation/format.ts';
import { SHIPS_ELSEWHERE } from '../../../../test/support/checks/agents.ts';
import { sourceOfCheck } from '../../../../test/support/checks/check-source.ts';
import { CATALOGUE, inventoryOf, rowOf, rowsOf, TODAY } from '../../../../test/support/checks/checklist.ts';
import { TF_CONSUMER } from '../../../../test/support/checks/examples/alarms.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';
import { engines } from '../../../products/index.ts';

const INCIDENT = 'test/workspaces/incident';
const loopsOf = (inventory: Inventory): Finding[] =>
  findingsOf(CATALOGUE, inventory, { today: TODAY }).filter(
    ({ ruleId }) => ruleId === 'check/replacement-loop',
  );

for (const [folder, group, places] of [
  ['terraform', 'shop-web', ['web.tf', 'web.tf', 'web.tf', 'database.tf']],
  ['cloudformation', 'WebServers', ['shop.yaml', 'shop.yaml', 'shop.yaml', 'shop.yaml']],
] as const) {
  test(`finds the loop of the incident in ${folder} with all its links`, async () => {
    const [loop, ...others] = loopsOf(await scanWorkspace([`${INCIDENT}/${folder}`]));
    assert.ok(loop);
    assert.deepEqual(others, []);
    assert.equal(
      say(loop.message, 'en'),
      `Group ${group} can replace healthy instances in a loop when the database is slow: ELB health check on \`/\` ` +
        '(probably reaches the database), grace period 0 s. Logs would be lost: no termination hook, no log shipping. ' +
        'Aurora MySQL 2.11.1 has 1 known bug with connections or restarts. ' +
        'Fix first: a health check path that does not touch the database.',
    );
    assert.match(say(loop.message, 'ja'), /^グループ .* は DB の遅延時に/);
    assert.equal(loop.level, 'warning');
    assert.equal(loop.severity, 'high');
    const files = loop.related.map(({ location }) => (isFileLocation(location) ? location.file : ''));
    assert.deepEqual(files, [...places]);
  });
}

const DATABASE = 'resource "aws_rds_cluster" "shop" {\n  engine = "aurora-mysql"\n}';

/** Group of the incident with some faults fixed. */
function mended({
  path = '/',
  type = 'ELB',
  grace = 300,
  hook = true,
  shipping = true,
  database = DATABASE,
  suspended = '',
} = {}): Inventory {
  return inventoryOf(
    'tf',
    `
resource "aws_autoscaling_group" "web" {
  name                      = "web"
  max_size                  = 4
  health_check_type         = "${type}"
  health_check_grace_period = ${grace}
  target_group_arns         = [aws_lb_target_group.web.arn]
  launch_template { id = aws_launch_template.web.id }
  ${suspended}
}
resource "aws_lb_target_group" "web" {
  health_check { path = ${path} }
}
resource "aws_launch_template" "web" {
  image_id  = data.aws_ami.web.id
  user_data = <<-EOT
    ${shipping ? SHIPS_ELSEWHERE : 'true'}
  EOT
}
data "aws_ami" "web" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.12.20261102.0-kernel-6.1-x86_64"]
  }
}
${
  hook
    ? `resource "aws_autoscaling_lifecycle_hook" "save" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
}
resource "aws_cloudwatch_event_rule" "r" {
  event_pattern = jsonencode({ source = ["aws.autoscaling"] })
}
${TF_CONSUMER}`
    : ''
}
${database}`.replace(/path = (\/\S*)/, 'path = "$1"'),
  );
}

test('keeps the loop despite hooks, grace period and logs, which only save evidence', () => {
  const [loop] = loopsOf(mended());
  assert.ok(loop);
  const message = say(loop.message, 'en');
  assert.match(message, /grace period 300 s, long enough to boot\./);
  assert.match(
    message,
    /In place: termination hook, log shipping: they save evidence but do not stop the loop\./,
  );
  assert.match(message, /What remains: a health check path that does not touch the database\.$/);
  assert.doesNotMatch(message, /would be lost/);
});

test('finds no loop in a group with suspended replacement', () => {
  const suspended = 'suspended_processes = ["ReplaceUnhealthy"]';
  assert.deepEqual(loopsOf(mended({ suspended })), []);
  assert.equal(rowOf(mended({ suspended }), 'tg-fail-open-policy').answer, 'not-applicable');
  assert.equal(loopsOf(mended({ suspended: 'suspended_processes = ["Launch"]' })).length, 1);
});

test('states unknown links, and gives no warning for an unclear path', () => {
  const [loop] = loopsOf(mended({ path: '/status' }));
  assert.equal(loop?.level, 'information');
  assert.equal(loop.applies, 'possible');
  assert.match(
    say(loop.message, 'en'),
    /may reach the database.*Not known here: the database version\. Find out first/,
  );
});

test('lowers a loop to a hint if neither the path nor a database is known', () => {
  const group = (more: string): Finding[] =>
    loopsOf(
      inventoryOf(
        'tf',
        `resource "aws_autoscaling_group" "mail" {\n  max_size = 4\n  health_check_type = "ELB"\n}\n${more}`,
      ),
    );
  const [alone] = group('');
  assert.equal(alone?.level, 'hint');
  assert.equal(alone.severity, 'medium');
  assert.equal(group(DATABASE)[0]?.level, 'information');
  assert.equal(loopsOf(mended({ path: '/status', database: '' }))[0]?.level, 'information');
});

test('leaves the database access of a page unknown if no database is declared', () => {
  for (const path of ['/', '/login', '/index.php']) {
    assert.equal(loopsOf(mended({ path }))[0]?.level, 'warning', path);
    const [loop] = loopsOf(mended({ path, database: '' }));
    assert.equal(loop?.level, 'information', path);
    assert.match(say(loop.message, 'en'), /may reach the database/);
    assert.match(say(loop.related[0]?.message ?? loop.message, 'en'), /no Aurora database is declared here/);
  }
  assert.equal(loopsOf(mended({ path: '/check/db', database: '' }))[0]?.level, 'warning');
});

test('ends the loop with a shallow path or EC2 health checks', () => {
  assert.deepEqual(loopsOf(mended({ path: '/healthz', hook: false, shipping: false, grace: 0 })), []);
  assert.deepEqual(loopsOf(mended({ type: 'EC2' })), []);
});

test('keeps an accepted loop as suppressed', () => {
  const config = {
    ...EMPTY_CONFIG,
    accepted: [{ check: 'replacement-loop', reason: 'blue/green next week', date: '2026-11-01', line: 1 }],
  };
  const { findings } = checklistOf(CATALOGUE, mended(), config, { today: TODAY });
  assert.equal(findings[0]?.suppressed?.reason, 'blue/green next week');
});

test('has 54 checks and 11 notes, each with sentences in both languages', () => {
  assert.equal(CHECKS.length, 54);
  const notes = CHECKS.flatMap((check) => check.notes ?? []);
  assert.equal(notes.length, 11);
  const ids = [...CHECKS, ...notes].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, title, why, care, helpUri, ownWords } of CHECKS) {
    const own = Object.values(ownWords?.rds ?? {});
    for (const sentence of [title, why, ...(care === undefined ? [] : [care]), ...own]) {
      assert.notEqual(say(sentence, 'en'), sentence.key, id);
      assert.match(say(sentence, 'ja'), /[\u3040-\u30ff\u4e00-\u9fff]/, id);
    }
    const pages =
      typeof helpUri === 'string'
        ? [helpUri]
        : engines().flatMap(({ observability }) => (observability === null ? [] : [helpUri(observability)]));
    for (const page of pages) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//);
    assert.ok(sourceOfCheck(id).includes(`id: '${id}'`));
  }
});

const GROUP = mended({ grace: 60 });

test('changes levels and thresholds and disables checks by configuration with a reason', () => {
  const plain = rowOf(GROUP, 'asg-elb-health-grace');
  assert.deepEqual([plain.answer, plain.level], ['fail', 'should']);
  const checks = (entry: object) => ({
    checks: { 'asg-elb-health-grace': { reason: 'ours', line: 1, ...entry } },
  });
  assert.equal(rowOf(GROUP, 'asg-elb-health-grace', { config: checks({ level: 'must' }) }).level, 'must');
  const relaxed = rowOf(GROUP, 'asg-elb-health-grace', { config: checks({ thresholds: { grace: 30 } }) });
  assert.equal(relaxed.answer, 'fail', 'two rounds of probes need 180 s all the same');
  const off = rowOf(GROUP, 'asg-elb-health-grace', { config: checks({ enabled: false }) });
  assert.equal(off.answer, 'not-applicable');
  assert.match(say(off.evidence, 'en'), /ours/);
});

test('applies an acceptance to its resource only', () => {
  const accepted = [
    {
      check: 'asg-group-metrics',
      resource: 'aws_autoscaling_group.web',
      reason: 'later',
      date: '2026-11-01',
      line: 1,
    },
  ];
  assert.equal(rowOf(GROUP, 'asg-group-metrics', { config: { accepted } }).accepted?.reason, 'later');
  const other = [
    {
      ...accepted[0],
      check: 'asg-group-metrics',
      resource: 'another',
      reason: 'later',
      date: '2026-11-01',
      line: 1,
    },
  ];
  assert.equal(rowOf(GROUP, 'asg-group-metrics', { config: { accepted: other } }).accepted, null);
});

test('fails automatic upgrades on long-term support, and names controls that require them', () => {
  const inventory = inventoryOf(
    'tf',
    [
      'resource "aws_rds_cluster" "a" {\n engine = "aurora-mysql"\n engine_version = "8.0.mysql_aurora.3.10.1"\n}',
      'resource "aws_rds_cluster_instance" "a" {\n cluster_identifier = aws_rds_cluster.a.id',
      ' engine = "aurora-mysql"\n auto_minor_version_upgrade = true\n}',
    ].join('\n'),
  );
  const row = rowOf(inventory, 'aurora-auto-minor-upgrade-consistent');
  assert.equal(row.answer, 'fail');
  assert.match(
    say(row.evidence, 'en'),
    /3\.10 is a long-term support version.*RDS\.13, RDS\.35 and CKV_AWS_226/,
  );
});

test('gives evidence in every row, and fixes only for failures', () => {
  for (const row of rowsOf(GROUP)) {
    assert.notEqual(say(row.evidence, 'en'), '', row.id);
    assert.notEqual(say(row.evidence, 'ja'), '', row.id);
    if (row.answer !== 'fail') assert.equal(row.fix, null, row.id);
  }
});

test('joins a group of several stacks to one finding, and names each stack', () => {
  const web = `Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MaxSize: 2
      HealthCheckType: ELB
      HealthCheckGracePeriod: 200
      TargetGroupARNs: [!Ref Target]
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { HealthCheckPath: /, Port: 80, Protocol: HTTP }
`;
  const stack = `Resources:
  site:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: web.yaml }
`;
  const files = { 'one.yaml': stack, 'two.yaml': stack, 'web.yaml': web };
  const assets = ['one.yaml', 'two.yaml'].flatMap((unit) => [
    ...assetsOf(cloudformation, unit, files).values(),
  ]);
  const inventory = { assets, suppressions: [], problems: [] };
  for (const { findings } of [
    { findings: findingsOf(CATALOGUE, inventory, { today: TODAY }) },
    checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY }),
  ]) {
    const [loop, ...more] = findings.filter(({ ruleId }) => ruleId === 'check/replacement-loop');
    assert.ok(loop);
    assert.deepEqual(more, []);
    assert.deepEqual(loop.assetIds, ['one.yaml#site.Web', 'two.yaml#site.Web']);
    assert.match(say(loop.message, 'en'), / The same applies to two\.yaml#site\.Web\.$/);
  }
});

test('does not assign a database of another repository to a group', async (t) => {
  const read = (file: string): string => readFileSync(`${INCIDENT}/terraform/${file}`, 'utf8');
  const [web, database] = [read('web.tf'), read('database.tf')];
  const newer = database.replaceAll('2.11.1', '2.11.4');
  const saysOf = async (files: Record<string, string>): Promise<string[]> =>
    loopsOf(await scanFiles(t, files)).map(({ message }) => say(message, 'en'));
  const [one = ''] = await saysOf({
    'shop/app/web.tf': web,
    'shop/data/database.tf': database,
    'x/d.tf': newer,
  });
  assert.match(one, /Aurora MySQL 2\.11\.1 has/, 'nearer than the other');
  const [two = ''] = await saysOf({ 'a/web.tf': web, 'b/database.tf': database, 'c/database.tf': newer });
  assert.match(two, /Not known here: .*the database version/);
});

test("counts PostgreSQL's bugs in the loop of RDS", async () => {
  const catalogue = await loadCatalogue(null);
  const database = 'resource "aws_db_instance" "shop" {\n  engine = "postgres"\n  engine_version = "16.6"\n}';
  const findings = findingsOf(catalogue, mended({ path: '"/"', database }), { today: TODAY });
  const loop = findings.find(({ ruleId }) => ruleId === 'check/replacement-loop');
  assert.match(
    say(loop?.message ?? assert.fail('no loop'), 'en'),
    /RDS for PostgreSQL 16\.6 has [1-9]\d* known bugs with connections or restarts/,
  );
});
