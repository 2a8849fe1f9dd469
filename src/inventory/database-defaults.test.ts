import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf } from '../analysis/index.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { isFileLocation, meetsFailOn } from '../model/index.ts';
import { scanFiles } from '../../test/support/workspace.ts';

const catalogue = await loadCatalogue(null);
const MODULE = `variable "release" { default = "5.7.mysql_aurora.2.07.2" }
resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = var.release
}
`;
const CALL = 'module "db" {\n  source  = "../db"\n  release = "5.7.mysql_aurora.2.11.1"\n}\n';

/** Findings about bugs: place, level, and their ability to fail a run. */
async function describeAssets(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const inventory = await scanFiles(t, files);
  return findingsOf(catalogue, inventory, { today: '2026-11-27' }).map((finding) => {
    const { location, level } = finding;
    const file = isFileLocation(location) ? location.file : '';
    return [file, level, meetsFailOn(finding, 'urgent')].join(' ');
  });
}

test('reports the default of a module as a hint if its only deployment replaces it', async (t) => {
  assert.deepEqual(await describeAssets(t, { 'db/main.tf': MODULE, 'shop/main.tf': CALL }), [
    'db/main.tf hint false',
    'shop/main.tf warning true',
  ]);
});

test('treats a version as possible if a switch disables it by default', async (t) => {
  const variables = `variable "on" { default = false }
variable "engine" { default = "aurora-postgresql" }
variable "engine_version" { default = "15.4" }
`;
  const call = (source: string): string =>
    `module "db" {
  count = var.on ? 1 : 0
  source = "${source}"
  engine = var.engine
  engine_version = var.engine_version
}
`;
  const other = `resource "aws_db_instance" "a" {
  count          = var.on ? 1 : 0
  engine         = "mariadb"
  engine_version = var.engine_version
}
`;
  const { assets } = await scanFiles(t, {
    'here/main.tf': variables + call('../db'),
    'db/main.tf': MODULE.replace('release', 'engine_version').replace('var.release', 'var.engine_version'),
    'away/main.tf': variables + call('git::https://example.com/aurora.git'),
    'other/main.tf': variables + other,
  });
  assert.deepEqual(
    assets.filter(({ id }) => !id.startsWith('db/')).map(({ id, isUnselected }) => [id, isUnselected]),
    [
      ['away/main.tf#module.db', true],
      ['here/main.tf#var.engine_version', true],
    ],
  );
});

test('reports the default of a module if only an example replaces it', async (t) => {
  const files = { 'db/main.tf': MODULE, 'examples/all/main.tf': CALL.replace('../db', '../../db') };
  assert.equal((await describeAssets(t, files))[0], 'db/main.tf warning true');
});

test('reports inputs of a Terragrunt file that others include', async (t) => {
  const files = {
    'common/db.hcl':
      'inputs = {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
    'live/terragrunt.hcl':
      'terraform {\n  source = "git::https://example.com/db.git"\n}\ninclude "db" {\n  path = "../common/db.hcl"\n}\n',
  };
  assert.deepEqual(await describeAssets(t, files), ['common/db.hcl warning true']);
});

test('lists each row of a mapping with an equal version', async (t) => {
  const { assets } = await scanFiles(t, {
    'db.yaml': `Parameters: { Stage: { Type: String } }
Mappings:
  Releases:
    test: { db: '15.4' }
    live: { db: '15.4' }
Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties: { Engine: aurora-postgresql, EngineVersion: !FindInMap [Releases, !Ref Stage, db] }
`,
  });
  const places = assets.map(({ environment, location }) => [
    environment,
    isFileLocation(location) && location.line,
  ]);
  assert.deepEqual(places, [
    ['test', 4],
    ['live', 5],
  ]);
});

test('resolves a module address of the own repository to the local module', async (t) => {
  const module = `variable "engine" { default = "aurora-postgresql" }
variable "engine_version" { default = "14.6" }
resource "aws_rds_cluster" "a" {
  engine         = var.engine
  engine_version = var.engine_version
}
`;
  const places = async (address: string, config: string, more = 'engine_version = "15.8"') => {
    const { assets } = await scanFiles(t, {
      ...(config === '' ? {} : { '.git/config': `[remote "origin"]\n\turl = ${config}\n` }),
      'modules/db/main.tf': module,
      'live/main.tf': `module "db" {\n  source = "${address}"\n  ${more}\n}\n`,
    });
    return assets.map(({ name, version, isUnselected = 'runs' }) => `${name} ${version} ${isUnselected}`);
  };
  const called = ['module.db.aws_rds_cluster.a 15.8 runs', 'aws_rds_cluster.a 14.6 replaced'];
  const own = 'https://git.example.com/shop/infra.git';
  for (const address of [
    'git::https://git.example.com/shop/infra.git//modules/db?ref=v2',
    'git@git.example.com:shop/infra.git//modules/db',
    'github.com/shop/infra//modules/db',
  ]) {
    assert.deepEqual(await places(address, own), called);
    assert.deepEqual(await places(address, ''), called);
    assert.deepEqual(await places(address, 'git@git.example.com:shop/other.git'), [
      'aws_rds_cluster.a 14.6 runs',
    ]);
  }
  const address = 'git::https://git.example.com/shop/infra.git//modules/db';
  // Without a matching remote, the module is another one; the content of a tagged release is unknown.
  const alone = ['aws_rds_cluster.a 14.6 runs'];
  assert.deepEqual(await places(address, '', 'label = "a"\n  engine_version = "15.8"'), alone);
  assert.deepEqual(await places(`${address}?ref=v2`, own, ''), alone);
  assert.deepEqual(await places(address, own, ''), ['module.db.aws_rds_cluster.a 14.6 runs']);
});

test('marks the default of a root module as unused if every variables file replaces it', async (t) => {
  const uses = async (files: Record<string, string>): Promise<string[]> => {
    const { assets } = await scanFiles(t, { 'main.tf': MODULE, ...files });
    return assets.map(({ engineVersion, isUnselected = 'yes' }) => `${engineVersion} ${isUnselected}`).sort();
  };
  const given = (patch: number): string => `release = "5.7.mysql_aurora.2.11.${patch}"\n`;
  const two = { 'stages/live.tfvars': given(1), 'stages/lab.tfvars': given(2) };
  const both = ['5.7.mysql_aurora.2.11.1 yes', '5.7.mysql_aurora.2.11.2 yes'];
  assert.deepEqual(await uses(two), ['5.7.mysql_aurora.2.07.2 replaced', ...both]);
  assert.deepEqual(await uses({ ...two, 'stages/old.tfvars': 'size = 2\n' }), [
    '5.7.mysql_aurora.2.07.2 yes',
    ...both,
  ]);
  assert.deepEqual(await uses({ 'live.tfvars': given(1) }), ['5.7.mysql_aurora.2.07.2 yes', both[0]]);
  assert.deepEqual(
    await uses({ 'live.tfvars': given(1), Makefile: 'apply:\n\tterraform apply -var-file=live.tfvars\n' }),
    ['5.7.mysql_aurora.2.07.2 replaced', both[0]],
  );
});
