import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { bugsOfVersion, combinedStates } from '../../../analysis/index.ts';
import { scanWorkspace, pathsRelativeTo, inventoryWithPaths, WorkspaceInventory } from '../../index.ts';
import { say } from '../../../l10n/index.ts';
import { NAMED_EXTENSIONS, type Asset, type BugMatch, type KnownBug } from '../../../model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';
import { temporaryFolder } from '../../../../test/support/workspace.ts';

const cluster = (name: string, more = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-postgresql"\n  engine_version = "15.4"\n${more}}\n`;
const extension = (name: string): string => `resource "postgresql_extension" "x" {\n  name = "${name}"\n}\n`;

async function scanned(t: TestContext, files: Record<string, string>): Promise<readonly Asset[]> {
  const { assets } = await scanWorkspace([temporaryFolder(t, files)]);
  return assets;
}

function namedIn(assets: readonly Asset[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    assets
      .filter(({ kind }) => kind === 'database')
      .map(({ name, settings }) => [
        name.replace('aws_rds_cluster.', ''),
        describeExtensions(settings[NAMED_EXTENSIONS]),
      ]),
  );
}

function describeExtensions(named: unknown): string[] {
  const each = (named ?? []) as { name: string; where: string; isOwn: boolean }[];
  return each.map(({ name, where, isOwn }) => `${name} ${where}${isOwn ? '' : ' ?'}`);
}

test('reads extensions in SQL, migrations, scripts and Terraform, without making assets of them', async (t) => {
  const assets = await scanned(t, {
    'main.tf': cluster('db') + extension('apg_plan_mgmt'),
    'schema.sql':
      '-- CREATE EXTENSION plv8;\n/* create extension hll; */\n' +
      'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;\nselect 1; -- create extension ltree\n' +
      '/* geometry */ create extension PostGIS;\n',
    'app/db/migrate/1_start.rb':
      'class Start\n  def change\n    enable_extension "pg_trgm"\n    enable_extension :citext\n',
    'app/migrations/1.py': 'op.execute("CREATE EXTENSION IF NOT EXISTS vector")\n',
    'app/views.py': 'execute("CREATE EXTENSION IF NOT EXISTS hstore")\n',
    'setup.sh': 'psql --command "create extension pg_cron"\npsql <<SQL\n  CREATE EXTENSION pgaudit;\nSQL\n',
  });
  assert.deepEqual(
    assets.map(({ kind }) => kind),
    ['database'],
  );
  assert.deepEqual(namedIn(assets)['db']?.toSorted(), [
    'apg_plan_mgmt main.tf:5',
    'citext app/db/migrate/1_start.rb:4',
    'pg_cron setup.sh:1',
    'pg_trgm app/db/migrate/1_start.rb:3',
    'pgaudit setup.sh:3',
    'postgis schema.sql:5',
    'uuid-ossp schema.sql:3',
    'vector app/migrations/1.py:1',
  ]);
});

test('assigns an extension to the nearest cluster, or as possible to each of several', async (t) => {
  const sql = 'create extension postgis;\n';
  const assets = await scanned(t, {
    'orders/infra/main.tf': cluster('orders'),
    'orders/db/schema.sql': 'create extension vector;\n',
    'bills/infra/main.tf': cluster('bills'),
    'shared/schema.sql': sql,
  });
  assert.deepEqual(namedIn(assets), {
    orders: ['vector orders/db/schema.sql:1', 'postgis shared/schema.sql:1 ?'],
    bills: ['postgis shared/schema.sql:1 ?'],
  });
  const same = { 'prod/main.tf': cluster('db'), 'dev/main.tf': cluster('db'), 'schema.sql': sql };
  assert.deepEqual(namedIn(await scanned(t, same)), { db: ['postgis schema.sql:1'] });
});

test('marks an extension as possible beside a database that is not covered', async (t) => {
  const other = 'resource "aws_db_instance" "o" {\n  engine = "mariadb"\n  engine_version = "15.4"\n}\n';
  const assets = await scanned(t, { 'main.tf': cluster('db') + other, 'a.sql': 'create extension postgis;' });
  assert.deepEqual(namedIn(assets), { db: ['postgis a.sql:1 ?'] });
});

test('assigns no extension to an engine without extensions', async (t) => {
  const mysql = cluster('db').replace('postgresql', 'mysql').replace('15.4', '8.0.mysql_aurora.3.04.0');
  assert.deepEqual(namedIn(await scanned(t, { 'main.tf': mysql, 'a.sql': 'create extension postgis;' })), {
    db: [],
  });
});

test('updates the cluster after a change of an SQL file', async (t) => {
  const root = temporaryFolder(t, { 'main.tf': cluster('db'), 'a.sql': 'create extension postgis;' });
  const workspace = new WorkspaceInventory([root]);
  await workspace.scan();
  const absolute = path.join(root, 'a.sql');
  writeFileSync(absolute, 'create extension vector;');
  const { assets } = await workspace.update([{ absolute, kind: 'disk' }]);
  assert.deepEqual(namedIn(assets), { db: ['vector a.sql:1'] });
});

test("shows file names relative to the reader's folder", async (t) => {
  const root = temporaryFolder(t, { 'main.tf': cluster('db'), 'a.sql': 'create extension postgis;' });
  const shown = inventoryWithPaths(
    await scanWorkspace([root]),
    pathsRelativeTo(root, path.join(root, 'sub')),
  );
  assert.deepEqual(namedIn(shown.assets), { db: ['postgis ../a.sql:1'] });
});

test('skips an oversized dump without a problem', async (t) => {
  const root = temporaryFolder(t, { 'dump.sql': ' '.repeat(5 * 1024 * 1024 + 1) });
  assert.deepEqual((await scanWorkspace([root])).problems, []);
});

const bug = (
  id: string,
  feature: KnownBug['features'][number],
  more: Partial<Omit<KnownBug, 'bounds'>> = {},
): KnownBug => bugOf(id, ['15.5'], { product: 'aurora-postgresql', features: [feature], ...more });

const CATALOGUE = catalogueOf(
  [
    releaseOf('15.4', '2030-01-01', { product: 'aurora-postgresql', line: '15', branch: '15.4' }),
    releaseOf('15.5', '2030-06-01', { product: 'aurora-postgresql', line: '15', branch: '15.5' }),
  ],
  [
    bug('geo', 'postgis'),
    bug('repack', 'extensions', { title: 'pg_repack breaks an index' }),
    bug('hints', 'extensions', {
      title: 'A hint crashes',
      why: ['feature extensions: "pg_hint_plan extension"'],
    }),
    bug('sqlserver', 'foreign-data-wrappers', { title: 'tds_fdw loses a row' }),
    bug('plans', 'query-plan-management'),
  ],
);

async function matchesIn(t: TestContext, files: Record<string, string>): Promise<Record<string, BugMatch>> {
  const assets = (await scanned(t, files)).filter(({ kind }) => kind === 'database');
  const matches = bugsOfVersion(CATALOGUE, 'aurora-postgresql', '15.4', combinedStates(assets));
  return Object.fromEntries(matches.map((match) => [match.bug.id, match]));
}

const reasons = (match: BugMatch | undefined, language: 'en' | 'ja' = 'en'): string[] =>
  (match?.urgency.why ?? []).map((reason) => say(reason, language));

test('ranks a bug higher if code names its extension, and states the place', async (t) => {
  const without = await matchesIn(t, { 'main.tf': cluster('db') });
  const named = await matchesIn(t, {
    'main.tf': cluster('db'),
    'a.sql': 'create extension postgis;\ncreate extension pg_repack;\ncreate extension postgres_fdw;\n',
  });
  assert.deepEqual([without['geo']?.urgency.level, named['geo']?.urgency.level], ['minor', 'urgent']);
  assert.deepEqual([without['geo']?.applies, named['geo']?.applies], ['possible', 'on']);
  assert.equal(reasons(named['geo'])[1], 'postgis, named in a.sql:1');
  assert.equal(reasons(named['geo'], 'ja')[1], 'a.sql:1 に postgis の記述あり');
  // Of features that many extensions share, only the bug that names this extension counts.
  assert.equal(reasons(named['repack'])[1], 'pg_repack, named in a.sql:2');
  for (const id of ['hints', 'sqlserver']) assert.deepEqual(named[id]?.urgency, without[id]?.urgency, id);
});

test('includes extensions that a parameter loads', async (t) => {
  const group =
    'resource "aws_rds_cluster_parameter_group" "g" {\n  family = "aurora-postgresql15"\n' +
    '  parameter {\n    name = "shared_preload_libraries"\n    value = "pg_stat_statements, pg_hint_plan"\n  }\n}\n';
  const link = '  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.g.name\n';
  const { hints } = await matchesIn(t, { 'main.tf': cluster('db', link) + group });
  assert.equal(reasons(hints)[1], 'pg_hint_plan, named in shared_preload_libraries');
  assert.equal(hints?.applies, 'on');
});

test('ranks a bug as possible if one of several clusters has the extension', async (t) => {
  const files = {
    'a/main.tf': cluster('a'),
    'b/main.tf': cluster('b'),
    'a.sql': 'create extension postgis;',
  };
  const { geo } = await matchesIn(t, files);
  assert.deepEqual([geo?.applies, geo?.urgency.level], ['possible', 'ordinary']);
  assert.equal(reasons(geo)[1], 'postgis, named in a.sql:1 (which cluster uses it: unknown)');
  assert.equal(reasons(geo, 'ja')[1], 'a.sql:1 に postgis の記述あり（使用するクラスターは不明）');
});

test('keeps a disabled feature off if the extension may belong to another cluster', async (t) => {
  const group =
    'resource "aws_rds_cluster_parameter_group" "g" {\n  family = "aurora-postgresql15"\n' +
    '  parameter {\n    name = "rds.enable_plan_management"\n    value = "0"\n  }\n}\n';
  const link = '  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.g.name\n';
  const files = { 'a/main.tf': cluster('a', link) + group, 'b/main.tf': cluster('b', link) + group };
  const { plans } = await matchesIn(t, { ...files, 'a.sql': 'create extension apg_plan_mgmt;' });
  assert.equal(plans?.applies, 'off');
});
