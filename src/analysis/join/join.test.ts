import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ambiguityProblems,
  driftFindings,
  findingsOf,
  joinInventories,
  relateFindings,
  combineInventories,
  withDeclaredVersions,
  withRunningVersions,
  type Join,
} from '../index.ts';
import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import { say } from '../../l10n/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';
import { isFileLocation, type Asset, type Inventory } from '../../model/index.ts';
import { bugOf, catalogueOf } from '../../../test/support/catalogue/catalogue.ts';

/** Running cluster. */
function running(name: string, version: string, more: Partial<Asset> & { region?: string } = {}): Asset {
  const { region = 'eu-west-1', ...rest } = more;
  const arn = `arn:aws:rds:${region}:111111111111:cluster:${name}`;
  return {
    id: arn,
    kind: 'database',
    product: 'aurora-mysql',
    name,
    source: 'api',
    engineVersion: `8.0.mysql_aurora.${version}`,
    version,
    versionPrefix: null,
    resolution: 'literal',
    reason: null,
    versions: { declared: null, running: version, pending: null },
    mayRunNewer: null,
    settings: { dbClusterIdentifier: name },
    unknownSettings: [],
    links: [],
    location: { account: '111111111111', region, arn },
    uses: [],
    count: 1,
    environment: null,
    ...rest,
  };
}

const inventory = (...assets: Asset[]): Inventory => ({ assets, suppressions: [], problems: [] });
const cluster = (label: string, version: string, rest = ''): string =>
  `resource "aws_rds_cluster" "${label}" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.${version}"\n  ${rest}\n}\n`;
const rowsOf = ({ rows }: Join): string[] =>
  rows.map((row) => `${row.declared.name} ${row.by} ${row.running.map(({ name }) => name).join('+')}`);

test('joins by identifier in any case: one declaration with many running clusters', async (t) => {
  const code = await scanFiles(t, { 'main.tf': cluster('main', '3.04.2', 'cluster_identifier = "Orders"') });
  const fleet = Array.from({ length: 12 }, (_, index) =>
    running('orders', index < 9 ? '3.04.2' : '3.10.4', { region: `region-${index}` }),
  );
  const join = joinInventories(code, inventory(...fleet, running('other', '3.04.2')));
  assert.equal(join.rows.length, 1);
  assert.equal(join.rows[0]?.by, 'identifier');
  assert.equal(join.rows[0].drifts, true);
  assert.equal(say(join.rows[0].text, 'en'), 'declared 3.04.2; 9 clusters run it, 3 run 3.10.4');
  assert.match(say(join.rows[0].text, 'ja'), /3\.04\.2.*9.*3.*3\.10\.4/);
});

test('counts databases of RDS as databases, not as clusters', async (t) => {
  const code = await scanFiles(t, {
    'main.tf':
      'resource "aws_db_instance" "a" {\n  identifier = "orders"\n  engine = "postgres"\n  engine_version = "16.6"\n}\n',
  });
  const instance = running('orders', '16.6', {
    product: 'rds-postgresql',
    declaredAs: 'db-instance',
    settings: { dbInstanceIdentifier: 'orders' },
  });
  const [row] = joinInventories(code, inventory(instance)).rows;
  assert.ok(row);
  assert.equal(say(row.text, 'en'), 'declared 16.6; 1 database runs it');
  assert.equal(say(row.text, 'ja'), '宣言は 16.6。1 データベースがそのまま実行中');
});

test('joins by an import block before the name', async (t) => {
  const code = await scanFiles(t, {
    'main.tf': `${cluster('a', '3.04.2')}import {\n  to = aws_rds_cluster.a\n  id = "legacy-7"\n}\n`,
    'other/main.tf': cluster('legacy', '3.04.3'),
  });
  const join = joinInventories(code, inventory(running('legacy-7', '3.04.2')));
  assert.deepEqual(rowsOf(join), ['aws_rds_cluster.a import legacy-7']);
  assert.equal(join.rows[0]?.drifts, false);
  assert.equal(say(join.rows[0].text, 'en'), 'declared 3.04.2; 1 cluster runs it');
});

test("joins by stack tags, and by the stack's name among several templates", async (t) => {
  const template = (version: string): string =>
    `Resources:\n  Main:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: 8.0.mysql_aurora.${version}\n`;
  const code = await scanFiles(t, { 'orders.yaml': template('3.04.2'), 'billing.yaml': template('3.10.4') });
  const tags = { 'aws:cloudformation:logical-id': 'Main', 'aws:cloudformation:stack-name': 'prod-billing' };
  const billing = running('prod-billing-main-x1', '3.10.4', { settings: { tags } });
  assert.deepEqual(
    joinInventories(code, inventory(billing)).rows.map(
      ({ declared }) => isFileLocation(declared.location) && declared.location.file,
    ),
    ['billing.yaml'],
  );
  const unclear = { ...tags, 'aws:cloudformation:stack-name': 'prod' };
  const join = joinInventories(
    code,
    inventory(running('prod-x1', '3.10.4', { settings: { tags: unclear } })),
  );
  assert.deepEqual(join.rows, []);
  assert.equal(join.ambiguous[0]?.candidates.length, 2);
});

test('joins by the only match of engine and name, and leaves others ambiguous', async (t) => {
  const code = await scanFiles(t, {
    'main.tf':
      'variable "env" {}\n' +
      cluster('orders', '3.04.2', 'cluster_identifier = "${var.env}-orders"') +
      cluster('users', '3.04.2', 'cluster_identifier = "${var.env}-users"'),
  });
  const join = joinInventories(
    code,
    inventory(
      running('prod-orders', '3.04.3'),
      running('prod-users', '3.04.2'),
      running('test-users', '3.04.2'),
    ),
  );
  assert.deepEqual(rowsOf(join), ['aws_rds_cluster.orders only-match prod-orders']);
});

test('leaves two declarations of one identifier ambiguous', async (t) => {
  const own = 'cluster_identifier = "orders"';
  const apart = await scanFiles(t, {
    'a/main.tf': cluster('x', '3.04.2', own),
    'b/main.tf': cluster('x', '3.10.4', own),
  });
  const open = joinInventories(apart, inventory(running('orders', '3.04.2')));
  assert.deepEqual(open.rows, []);
  assert.equal(open.ambiguous.length, 1);
});

test('does not join a known identifier by a label', async (t) => {
  const code = await scanFiles(t, {
    'main.tf': cluster('orders', '3.04.2', 'cluster_identifier = "elsewhere"'),
  });
  assert.deepEqual(joinInventories(code, inventory(running('orders', '3.04.2'))).rows, []);
});

test('judges bugs by the running version, and links both sides', async (t) => {
  const code = await scanFiles(t, { 'main.tf': cluster('main', '3.04.2', 'cluster_identifier = "orders"') });
  const live = inventory(
    running('orders', '3.10.0', { versions: { declared: null, running: '3.10.0', pending: '3.10.1' } }),
  );
  const join = joinInventories(code, live);
  const catalogue = catalogueOf(
    [
      ['3.04.2', '2024-01-01'],
      ['3.04.3', '2024-06-01'],
      ['3.10.0', '2025-01-01'],
      ['3.10.1', '2025-06-01'],
    ],
    [bugOf('old', ['3.04.3', '3.10.0']), bugOf('new', ['3.10.1'])],
  );
  const written = { ...code, assets: withRunningVersions(code.assets, join) };
  const [asset] = written.assets;
  assert.deepEqual(asset?.versions, { declared: '3.04.2', running: '3.10.0', pending: '3.10.1' });
  const findings = relateFindings(findingsOf(catalogue, written, { today: '2026-01-01' }), join);
  const bugs = findings.find(({ ruleId }) => ruleId === 'known-bugs');
  assert.deepEqual(bugs?.bugIds, ['new']);
  assert.ok(isFileLocation(bugs.location));
  assert.deepEqual(
    bugs.related.map(({ message }) => say(message, 'en')),
    ['orders runs 3.10.0; 3.10.1 is pending'],
  );

  const assets = withDeclaredVersions(live.assets, join);
  assert.equal(assets[0]?.versions.declared, '3.04.2');
  const related = relateFindings(findingsOf(catalogue, { ...live, assets }, { today: '2026-01-01' }), join);
  const [place] = related.find(({ ruleId }) => ruleId === 'known-bugs')?.related ?? [];
  assert.ok(place && isFileLocation(place.location));
  assert.equal(place.location.file, 'main.tf');

  const [drift] = driftFindings(join, code, { today: '2026-01-01' });
  assert.equal(drift?.ruleId, 'version-drift');
  assert.equal(
    say(drift.message, 'en'),
    'aws_rds_cluster.main: declared 3.04.2; 1 runs 3.10.0; pending: 3.10.1.',
  );
});

test('finds no drift for a partial version that includes the running one', async (t) => {
  const code = await scanFiles(t, { 'main.tf': cluster('main', '3.10', 'cluster_identifier = "orders"') });
  assert.equal(joinInventories(code, inventory(running('orders', '3.10.4'))).rows[0]?.drifts, false);
  assert.equal(joinInventories(code, inventory(running('orders', '3.04.2'))).rows[0]?.drifts, true);
});

test('suppresses drift by a comment with a reason and by configuration', async (t) => {
  const declared = cluster('main', '3.04.2', 'cluster_identifier = "orders"');
  const suppressedIn = async (content: string, ignore: Config['ignore']): Promise<(string | undefined)[]> => {
    const code = await scanFiles(t, { 'main.tf': content });
    const join = joinInventories(code, inventory(running('orders', '3.10.4')));
    const config = { ...EMPTY_CONFIG, ignore };
    return driftFindings(join, code, { today: '2026-01-01', config }).map(
      ({ suppressed }) => suppressed?.reason,
    );
  };
  assert.deepEqual(await suppressedIn(declared, []), [undefined]);
  const comment = '  # errata-lens:ignore version-drift -- the upgrade is under way\n  engine_version';
  assert.deepEqual(await suppressedIn(declared.replace('  engine_version', comment), []), [
    'the upgrade is under way',
  ]);
  const entry = { rule: 'version-drift', resource: 'aws_rds_cluster.*', reason: 'known', line: 1 };
  assert.deepEqual(await suppressedIn(declared, [entry]), ['known']);
});

test('reports ambiguity with the places of all candidates', async (t) => {
  const own = 'cluster_identifier = "orders"';
  const code = await scanFiles(t, {
    'a/main.tf': cluster('x', '3.04.2', own),
    'b/main.tf': cluster('x', '3.10.4', own),
  });
  const [problem] = ambiguityProblems(joinInventories(code, inventory(running('orders', '3.04.2'))));
  assert.equal(problem?.source, 'orders');
  assert.equal(
    say(problem.text, 'en'),
    'Matches more than one declaration: aws_rds_cluster.x (a/main.tf:3), aws_rds_cluster.x (b/main.tf:3).',
  );
});

test('combines code and accounts to one row per cluster, with its running version and suppressions', async (t) => {
  const pin = cluster('main', '3.04.0', 'cluster_identifier = "orders"');
  const code = await scanFiles(t, {
    'main.tf': pin.replace(
      'engine_version',
      '# errata-lens:ignore known-bugs -- a replica\n  engine_version',
    ),
    'other/main.tf': cluster('alone', '3.04.3'),
  });
  const joined = combineInventories(code, inventory(running('orders', '3.10.4')), '2026-11-24');
  const rows = joined.assets.map(({ name, source, versions, count }) => [
    name,
    source,
    versions.running,
    count,
  ]);
  assert.deepEqual(rows.sort(), [
    ['aws_rds_cluster.alone', 'terraform', null, 1],
    ['aws_rds_cluster.main', 'terraform', '3.10.4', 0],
    ['orders', 'api', '3.10.4', 1],
  ]);
  const addresses = joined.suppressions.flatMap(({ scope }) => ('address' in scope ? [scope.address] : []));
  assert.deepEqual(addresses, ['arn:aws:rds:eu-west-1:111111111111:cluster:orders']);
});
