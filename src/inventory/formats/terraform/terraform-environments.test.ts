import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isFileLocation } from '../../../model/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

/** `version file:line environment` of every cluster. */
async function clusters(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const { assets } = await scanFiles(t, files);
  return assets.map(({ product, engineVersion, location, environment }) => {
    const place = isFileLocation(location) ? `${location.file}:${location.line}` : '';
    return [product, engineVersion ?? 'unknown', place, environment ?? '-'].join(' ');
  });
}

const DEV = '{ "db": {\n  "engine": "aurora-postgresql",\n  "version": "15.4" } }';
const PROD = DEV.replace('15.4', '15.8');
const cluster = (settings: string) => `locals {
  settings = ${settings}
}
resource "aws_rds_cluster" "a" {
  engine         = local.settings.db.engine
  engine_version = local.settings.db.version
}
`;

test('treats each settings file with a partly known name as an environment', async (t) => {
  const named = 'variable "stage" {}\n';
  const both = (folder: string, [dev, prod]: [string, string]) => [
    `aurora-postgresql 15.4 ${folder}/${dev}:3 dev`,
    `aurora-postgresql 15.8 ${folder}/${prod}:3 prod`,
  ];
  assert.deepEqual(
    await clusters(t, {
      'main.tf': named + cluster('jsondecode(file("config/db-${var.stage}.json"))'),
      'config/db-dev.json': DEV,
      'config/db-prod.json': PROD,
      'config/web-prod.json': '{ "db": { "version": "14.1" } }',
    }),
    both('config', ['db-dev.json', 'db-prod.json']),
  );
  assert.deepEqual(
    await clusters(t, {
      'db/main.tf': cluster('yamldecode(file("${path.module}/envs/${terraform.workspace}/db.yaml"))'),
      'db/envs/dev/db.yaml': 'db:\n  engine: aurora-postgresql\n  version: "15.4"\n',
      'db/envs/prod/db.yaml': 'db:\n  engine: aurora-postgresql\n  version: "15.8"\n',
    }),
    both('db/envs', ['dev/db.yaml', 'prod/db.yaml']),
  );
});

test('applies a variables file to every choice that depends on its values', async (t) => {
  const files = {
    'main.tf': `variable "stage" { default = "dev" }
${cluster('jsondecode(file("config/${var.stage}.json"))')}
locals {
  releases = { dev = "14.5", prod = "14.9" }
}
resource "aws_rds_cluster" "b" {
  engine         = "aurora-postgresql"
  engine_version = local.releases[var.stage]
}
`,
    'prod.tfvars': 'stage = "prod"\n',
    'dev.tfvars': 'stage = "dev"\n',
    'config/dev.json': DEV,
    'config/prod.json': PROD,
  };
  assert.deepEqual(await clusters(t, files), [
    'aurora-postgresql 15.4 config/dev.json:3 -',
    'aurora-postgresql 15.8 config/prod.json:3 prod',
    'aurora-postgresql 14.5 main.tf:11 -',
    'aurora-postgresql 14.9 main.tf:11 prod',
  ]);
});

test('recognises arguments of a missing module by the end of their names', async (t) => {
  const call = (inputs: string) => ({
    'main.tf': `variable "engine" { default = "aurora-postgresql" }
variable "release" {}
module "db" {
  source = "../modules/rds-cluster"
  ${inputs}
}
`,
  });
  const clustersWith = async (inputs: string) =>
    (await clusters(t, call(inputs))).map((each) => each.split(' ').slice(0, 2).join(' '));
  for (const inputs of [
    'engine = var.engine\n  engine_version_pg = "15.4"',
    'cluster_engine = "aurora-postgresql"\n  cluster_engine_version = "15.4"',
    'aurora_engine = var.engine\n  engine_version = "15.4"',
  ])
    assert.deepEqual(await clustersWith(inputs), ['aurora-postgresql 15.4'], inputs);
  for (const inputs of [
    'engine = var.engine\n  engine_version_pg = var.release',
    'engine = var.engine\n  engine_version_mysql = "8.0.mysql_aurora.3.04.0"',
    'engine = var.engine',
  ])
    assert.deepEqual(await clustersWith(inputs), ['aurora-postgresql unknown'], inputs);
  for (const inputs of [
    'aurora_engine = var.engine\n  rds_engine_version = "15.4"',
    'engine = "mariadb"\n  engine_version_pg = "15.4"',
    'engine = "redis"\n  engine_version = "7.1"',
  ])
    assert.deepEqual(await clustersWith(inputs), [], inputs);
});

test('leaves the version of a possible replica open if only a default omits its source', async (t) => {
  const module = (value: string) => `variable "origin" { default = ${value} }
resource "aws_rds_cluster" "a" {
  engine                        = "aurora-mysql"
  replication_source_identifier = var.origin
}
`;
  const reasons = async (files: Record<string, string>) =>
    (await scanFiles(t, files)).assets.map(({ reason }) => reason?.key);
  for (const value of ['""', 'null'])
    assert.deepEqual(await reasons({ 'main.tf': module(value) }), ['inventory.mayHaveSource']);
  assert.deepEqual(await reasons({ 'main.tf': module('"a"') }), ['inventory.replica']);
  const call = (inputs: string) => `module "a" {\n  source = "../db"\n  ${inputs}\n}\n`;
  const called = (inputs: string) => reasons({ 'db/main.tf': module('""'), 'live/main.tf': call(inputs) });
  assert.deepEqual(await called('origin = "a"'), ['inventory.replica']);
  assert.deepEqual(await called(''), ['inventory.notWritten']);
});

test('treats entries without a default as inputs of the deployment', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf': `variable "clusters" { default = {} }
resource "aws_rds_cluster" "a" {
  for_each       = var.clusters
  engine         = "aurora-mysql"
  engine_version = each.value.release
}
`,
  });
  assert.deepEqual(
    assets.map(({ reason }) => reason),
    [{ key: 'inventory.leftEmpty', args: { name: 'var.clusters' } }],
  );
});
