import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { say } from '../../../l10n/index.ts';
import { type Asset, isFileLocation } from '../../../model/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

// Facts about an asset beside its version: name, environment, and the reason of an unknown version.

async function assetsOf(t: TestContext, files: Record<string, string>): Promise<readonly Asset[]> {
  return (await scanFiles(t, files)).assets;
}

/** `name: reason` of every asset without a version. */
async function reasonsOf(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const assets = await assetsOf(t, files);
  return assets.flatMap(({ name, version, reason }) =>
    version !== null || reason === null ? [] : [`${name}: ${say(reason, 'en')}`],
  );
}

test('states the data source as reason of an unknown version', async (t) => {
  const files = {
    'main.tf': `
data "aws_rds_engine_version" "newest" {
  engine = "aurora-mysql"
  latest = true
}
resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = data.aws_rds_engine_version.newest.version
}
`,
  };
  assert.deepEqual(await reasonsOf(t, files), [
    'aws_rds_cluster.main: data.aws_rds_engine_version.newest asks AWS for the version at deployment.',
  ]);
});

test('reads the rest of a file after an unreadable place', async (t) => {
  const { assets, problems } = await scanFiles(t, {
    'main.tf': `
resource "aws_rds_cluster" "broken" {
  engine         = "aurora-mysql"
  engine_version = var.a var.b
}
resource "aws_rds_cluster" "next" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.05.2"
}
`,
  });
  assert.deepEqual(
    assets.map(({ name, version }) => [name, version]),
    [
      ['aws_rds_cluster.broken', null],
      ['aws_rds_cluster.next', '3.05.2'],
    ],
  );
  assert.deepEqual(
    problems.map((problem) => say(problem.text, 'en')),
    ['Not understood at line 4 (var.b): that part is unknown. The rest of this file is used.'],
  );
});

/** `name environment version` of every asset. */
async function environmentsOf(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const assets = await assetsOf(t, files);
  return assets.map(
    ({ name, environment, version, engineVersion }) =>
      `${name} ${environment ?? '-'} ${version ?? engineVersion ?? '?'}`,
  );
}

test('names the environment of variables files outside their module', async (t) => {
  const orders = 'orders_engine_version = "8.0.mysql_aurora.3.05.2"\n';
  const files = {
    'terraform.tfvars': orders,
    'more.auto.tfvars': orders,
    'fixture.small.tfvars': orders,
    'infra/terraform.tfvars': orders,
    'prod/db.auto.tfvars': orders,
    'stage/common.tfvars': orders,
  };
  assert.deepEqual(await environmentsOf(t, files), [
    'var fixture.small 3.05.2',
    'var - 3.05.2',
    'var - 3.05.2',
    'var prod 3.05.2',
    'var stage 3.05.2',
    'var - 3.05.2',
  ]);
});

test('labels rows of a map as environments unless their keys name something else', async (t) => {
  const files = {
    'main.tf': `
locals {
  by_engine = { "aurora-mysql" = "8.0.mysql_aurora.3.04.0", "aurora-postgresql" = "14.18" }
  all = {
    dev  = { release = "8.0.mysql_aurora.3.05.1", nodes = { ami_type = "AL2_x86_64" } }
    prod = { release = "8.0.mysql_aurora.3.05.2", nodes = { ami_type = "AL2023_x86_64_STANDARD" } }
  }
  mine = local.all[var.stage]
}
resource "aws_rds_cluster" "a" {
  engine         = var.engine
  engine_version = local.by_engine[var.engine]
}
resource "aws_rds_cluster" "b" {
  engine         = "aurora-mysql"
  engine_version = local.mine.release
}
resource "aws_rds_cluster_instance" "b" {
  cluster_identifier = aws_rds_cluster.b.id
  engine             = "aurora-mysql"
}
module "eks" {
  source      = "example/eks/aws"
  node_groups = { a = local.mine.nodes }
}
`,
  };
  assert.deepEqual(await environmentsOf(t, files), [
    'aws_rds_cluster.a - 3.04.0',
    'aws_rds_cluster.a - 14.18',
    'aws_rds_cluster.b dev 3.05.1',
    'aws_rds_cluster_instance.b dev 3.05.1',
    'module.eks dev AL2_x86_64',
    'aws_rds_cluster.b prod 3.05.2',
    'aws_rds_cluster_instance.b prod 3.05.2',
    'module.eks prod AL2023_x86_64_STANDARD',
  ]);
});

test('states the reason of each unknown version', async (t) => {
  const files = {
    'main.tf': `
variable "settings" {
  type    = any
  default = {}
}
resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
}
resource "aws_db_instance" "plain" {
}
resource "aws_rds_cluster" "given" {
  engine         = "aurora-mysql"
  engine_version = var.settings.engine_version
}
`,
  };
  assert.deepEqual(await reasonsOf(t, files), [
    'aws_db_instance.replica: No engine version is written; a replica has that of its source.',
    'aws_db_instance.plain: No engine version is written; AWS takes its default when the database is created.',
    'aws_rds_cluster.given: var.settings.engine_version has no value here.',
  ]);
});

test('lists a value with two names once', async (t) => {
  const files = {
    'main.tf': `
locals {
  main = { engine = "aurora-mysql", version = "8.0.mysql_aurora.3.04.0" }
  used = local.main
}
resource "example_database" "main" {
  settings = [local.used, local.main]
}
`,
  };
  assert.deepEqual(await environmentsOf(t, files), ['local.main - 3.04.0']);
});

test('passes inputs of Terragrunt to a module of the workspace', async (t) => {
  const files = {
    'modules/orders/main.tf': `
variable "release" {}
resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = var.release
}
`,
    'live/common.hcl': 'locals {\n  orders = { release = "8.0.mysql_aurora.3.08.0" }\n}\n',
    'live/prod/terragrunt.hcl': `
locals {
  common = read_terragrunt_config(find_in_parent_folders("common.hcl"))
}
terraform {
  source = "\${get_repo_root()}//modules/orders"
}
inputs = {
  release = local.common.locals.orders.release
}
`,
  };
  const assets = await assetsOf(t, files);
  assert.deepEqual(
    assets.map(({ id, version, location }) => [id, version, 'file' in location && location.file]),
    [['live/prod/terragrunt.hcl#aws_rds_cluster.main', '3.08.0', 'live/common.hcl']],
  );
});

test('labels rows with their environment, also merged ones and those with a partly known key', async (t) => {
  const files = {
    'main.tf': `
variable "stage" {}
locals {
  shared = { engine_version = "8.0.mysql_aurora.3.04.0" }
  stages = {
    live    = { engine_version = "8.0.mysql_aurora.3.08.0" }
    preview = {}
  }
  numbers = { live = "3.09.0", preview = "3.10.0" }
  flat = {
    "live.engine_version"    = "8.0.mysql_aurora.3.07.0"
    "live.class"             = "db.r6g.large"
    "preview.engine_version" = "8.0.mysql_aurora.3.07.1"
  }
}
resource "aws_rds_cluster" "merged" {
  engine         = "aurora-mysql"
  engine_version = merge(local.shared, local.stages[var.stage]).engine_version
}
resource "aws_rds_cluster" "tried" {
  engine         = "aurora-mysql"
  engine_version = try("8.0.mysql_aurora.\${local.numbers[var.stage]}", "8.0.mysql_aurora.3.05.2")
}
resource "aws_rds_cluster" "flat" {
  engine         = "aurora-mysql"
  engine_version = local.flat["\${terraform.workspace}.engine_version"]
}
`,
  };
  assert.deepEqual(await environmentsOf(t, files), [
    'aws_rds_cluster.merged preview 3.04.0',
    'aws_rds_cluster.merged live 3.08.0',
    'aws_rds_cluster.tried live 3.09.0',
    'aws_rds_cluster.tried preview 3.10.0',
    'aws_rds_cluster.flat live 3.07.0',
    'aws_rds_cluster.flat preview 3.07.1',
    'aws_rds_cluster.tried - 3.05.2',
  ]);
});

test('states a missing declaration as reason, and hides unhelpful code', async (t) => {
  const files = {
    'main.tf': `
variable "given" {}
resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = var.elsewhere
}
resource "aws_rds_cluster" "b" {
  engine         = "aurora-mysql"
  engine_version = local.elsewhere
}
resource "aws_rds_cluster" "c" {
  engine         = "aurora-mysql"
  engine_version = var.given
}
resource "aws_rds_cluster" "d" {
  engine         = "aurora-mysql"
  engine_version = 8 + var.given
}
`,
  };
  assert.deepEqual(await reasonsOf(t, files), [
    'aws_rds_cluster.a: No scanned file declares var.elsewhere: its value is unknown.',
    'aws_rds_cluster.b: No scanned file declares local.elsewhere: its value is unknown.',
    'aws_rds_cluster.c: var.given has no value here.',
    'aws_rds_cluster.d: The value here is known only at deployment.',
  ]);
});

test('does not report a version as omitted if only one case omits it', async (t) => {
  const files = {
    'main.tf': `
variable "given" {}
variable "isCopy" {}
variable "source_db" { default = null }
locals { isReplica = try(length(var.source_db), 0) > 0 }
resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = var.isCopy ? null : var.given
}
resource "aws_rds_cluster" "b" {
  engine         = "aurora-mysql"
  engine_version = local.isReplica ? null : var.given
}
resource "aws_db_instance" "other" {
  engine         = local.isReplica ? null : "mariadb"
  engine_version = local.isReplica ? null : "8.0"
}
`,
  };
  assert.deepEqual(await reasonsOf(t, files), [
    'aws_rds_cluster.a: var.given has no value here.',
    'aws_rds_cluster.b: var.given has no value here.',
  ]);
});

test('respects ignored changes of Terraform', async (t) => {
  const files = {
    'main.tf': `
resource "aws_rds_cluster" "all" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.08.0"
  lifecycle { ignore_changes = all }
}
resource "aws_rds_cluster" "version" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.08.0"
  lifecycle { ignore_changes = [engine_version] }
}
`,
  };
  const assets = await assetsOf(t, files);
  assert.deepEqual(
    assets.map(({ mayRunNewer }) => (mayRunNewer === null ? null : say(mayRunNewer, 'en'))),
    [
      'Terraform ignores all changes here: what runs may be newer.',
      'Terraform ignores changes to engine_version here: what runs may be newer.',
    ],
  );
});

test("takes a variable's value from a script if code sets none, also for members", async (t) => {
  const cluster = `
variable "engine_version" {}
resource "aws_rds_cluster" "main" {
  engine         = "aurora-postgresql"
  engine_version = var.engine_version
}
resource "aws_rds_cluster_instance" "one" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`;
  const versionsOf = async (files: Record<string, string>): Promise<string[]> =>
    (await assetsOf(t, { 'db/main.tf': cluster, ...files })).map(({ name, engineVersion, location }) =>
      [name, engineVersion ?? '-', isFileLocation(location) && location.file].join(' '),
    );
  assert.deepEqual(await versionsOf({ 'up.sh': 'cd db\nterraform apply -var engine_version=16.4\n' }), [
    'aws_rds_cluster.main 16.4 up.sh',
    'aws_rds_cluster_instance.one 16.4 up.sh',
  ]);
  const unknown = ['aws_rds_cluster.main - db/main.tf', 'aws_rds_cluster_instance.one - db/main.tf'];
  assert.deepEqual(
    await versionsOf({ 'up.sh': 'cd app\nterraform apply -var engine_version=16.4\n' }),
    unknown,
  );
  assert.deepEqual(await versionsOf({ 'up.sh': 'cd db\nterraform apply -var other=16.4\n' }), unknown);
  assert.deepEqual(
    await versionsOf({ 'up.sh': 'cd db\nterraform apply -var engine_version="$V"\n' }),
    unknown,
  );
  const file = { 'db/terraform.tfvars': 'engine_version = "16.1"\n' };
  assert.deepEqual(await versionsOf({ ...file, '.envrc': 'export TF_VAR_engine_version=16.2\n' }), [
    'aws_rds_cluster.main 16.1 db/terraform.tfvars',
    'aws_rds_cluster_instance.one 16.1 db/terraform.tfvars',
  ]);
});

test('resolves a local module path with two slashes', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf': 'module "db" {\n  source = "./modules//db"\n}\n',
    'modules/db/main.tf':
      'resource "aws_rds_cluster" "x" {\n  engine         = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.0"\n}\n',
  });
  assert.deepEqual(
    assets.map(({ name }) => name),
    ['module.db.aws_rds_cluster.x'],
  );
});
