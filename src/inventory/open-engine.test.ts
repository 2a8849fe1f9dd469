import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { scanFiles } from '../../test/support/workspace.ts';

const GROUP = (family: string) =>
  `resource "aws_rds_cluster_parameter_group" "g" {\n  name   = "g"\n  family = "${family}"\n}\n`;
const CLUSTER = (more = '') => `resource "aws_rds_cluster" "a" {\n  ${more}\n}\n`;
const IN_GROUP = CLUSTER('db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.g.name');
const DEMANDS = (constraint: string) =>
  `terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "${constraint}" }\n  }\n}\n`;

/** Product, beginning of the version, and reason of clusters without an engine. */
async function cluster(t: TestContext, code: string): Promise<string> {
  const { assets } = await scanFiles(t, { 'main.tf': code });
  const found = assets.filter(({ kind }) => kind === 'database');
  return found
    .map(({ product, versionPrefix, reason }) => [product, versionPrefix, reason?.key].join(' '))
    .join();
}

test('leaves the product of a cluster without engine and version unknown', async (t) => {
  assert.equal(await cluster(t, CLUSTER()), '  inventory.noEngine');
});

test('takes engine and line from the parameter group', async (t) => {
  assert.equal(
    await cluster(t, GROUP('aurora-postgresql11') + IN_GROUP),
    'aurora-postgresql 11 inventory.ofFamily',
  );
  const ofAws = CLUSTER('db_cluster_parameter_group_name = "default.aurora-mysql5.7"');
  assert.equal(await cluster(t, ofAws), 'aurora-mysql 2 inventory.ofFamily');
});

test('takes the engine from the instances', async (t) => {
  const member =
    'resource "aws_rds_cluster_instance" "a" {\n  cluster_identifier = aws_rds_cluster.a.id\n  engine = "aurora-postgresql"\n}\n';
  assert.equal(await cluster(t, CLUSTER() + member), 'aurora-postgresql  inventory.notWritten');
});

test('takes version 1 of Aurora MySQL as the default of an old provider', async (t) => {
  const known = 'aurora-mysql 1 inventory.notWritten';
  for (const constraint of ['~> 3.0', '4.67.0', '>= 2.0, < 5.0', '<= 4.9'])
    assert.equal(await cluster(t, DEMANDS(constraint) + CLUSTER()), known, constraint);
  for (const constraint of ['>= 2.0', '~> 4', '~> 5.0', '< 5.1', '>= 4.0, < 6.0'])
    assert.equal(await cluster(t, DEMANDS(constraint) + CLUSTER()), '  inventory.noEngine', constraint);
  assert.equal(await cluster(t, 'provider "aws" {\n  version = "~> 2.7"\n}\n' + CLUSTER()), known);
});

test('reads the provider version from a lock file, or from the calling module', async (t) => {
  const locked = (version: string) =>
    `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  constraints = ">= 2.0.0"\n}\n`;
  const known = async (files: Record<string, string>): Promise<unknown[]> =>
    (await scanFiles(t, files)).assets.map(({ product }) => product);
  const code = { 'main.tf': CLUSTER() };
  assert.deepEqual(await known({ ...code, '.terraform.lock.hcl': locked('4.67.0') }), ['aurora-mysql']);
  assert.deepEqual(await known({ ...code, '.terraform.lock.hcl': locked('5.31.0') }), [null]);
  const called = {
    'main.tf': `${DEMANDS('~> 3.0')}module "m" {\n  source = "./m"\n}\n`,
    'm/main.tf': CLUSTER(),
  };
  assert.deepEqual(await known(called), ['aurora-mysql']);
});

test('reports a contradiction of engine and family, and derives no version', async (t) => {
  const reason = 'inventory.familyOfOther';
  const inGroup = (engine: string, family: string) =>
    GROUP(family) +
    CLUSTER(
      `engine = "${engine}"\n  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.g.name`,
    );
  const cases: Record<string, string> = {
    [inGroup('aurora-mysql', 'aurora-postgresql13')]: `aurora-mysql  ${reason}`,
    [inGroup('aurora-mysql', 'aurora5.6')]: `aurora-mysql  ${reason}`,
    [inGroup('aurora', 'aurora-mysql5.7')]: `aurora-mysql  ${reason}`,
    [DEMANDS('~> 3.0') + GROUP('aurora-postgresql11') + IN_GROUP]: `aurora-mysql  ${reason}`,
    [CLUSTER('engine = "aurora-mysql"\n  db_cluster_parameter_group_name = "default.aurora-postgresql13"')]:
      `aurora-mysql  ${reason}`,
    [inGroup('aurora-mysql', 'aurora-mysql8.0')]: 'aurora-mysql 3 inventory.ofFamily',
    [inGroup('aurora-postgres', 'aurora-postgresql13')]: 'aurora-postgresql 13 inventory.ofFamily',
    [inGroup('aurora', 'aurora5.6')]: 'aurora-mysql 1 inventory.ofFamily',
  };
  for (const [code, expected] of Object.entries(cases)) assert.equal(await cluster(t, code), expected, code);
});

test('reads the provider requirement from another file', async (t) => {
  const { assets } = await scanFiles(t, { 'versions.tf': DEMANDS('~> 2.0'), 'main.tf': CLUSTER() });
  assert.deepEqual(
    assets.map(({ product, versionPrefix }) => [product, versionPrefix]),
    [['aurora-mysql', '1']],
  );
});

test('does not apply the default engine to a version of another product', async (t) => {
  const member =
    'resource "aws_rds_cluster_instance" "a" {\n  cluster_identifier = "x"\n  engine_version = "11.9"\n}\n';
  const { assets } = await scanFiles(t, { 'main.tf': member });
  assert.deepEqual(
    assets.map(({ product, version }) => [product, version]),
    [['aurora-postgresql', '11.9']],
  );
});
