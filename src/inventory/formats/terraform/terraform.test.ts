import assert from 'node:assert/strict';
import test from 'node:test';
import { text } from '../../../l10n/index.ts';
import { pins, scanFiles } from '../../../../test/support/workspace.ts';

const cluster = (version: string, rest = ''): string => `
resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = ${version}
  ${rest}
}
`;

/** Examples: files, and their pins as `version file:line text resolution`. */
const EXAMPLES: Record<string, { files: Record<string, string>; expected: string[] }> = {
  'a literal': {
    files: { 'main.tf': cluster('"5.7.mysql_aurora.2.11.3"') },
    expected: ['2.11.3 main.tf:4 5.7.mysql_aurora.2.11.3 literal'],
  },
  'an OpenTofu file in place of a Terraform file': {
    files: {
      'main.tf': cluster('"5.7.mysql_aurora.2.11.3"'),
      'main.tofu': cluster('"5.7.mysql_aurora.2.11.4"'),
    },
    expected: ['2.11.4 main.tofu:4 5.7.mysql_aurora.2.11.4 literal'],
  },
  'a variable default in another file': {
    files: {
      'main.tf': cluster('var.ev'),
      'variables.tf': 'variable "ev" {\n  default = "8.0.mysql_aurora.3.05.2"\n}\n',
    },
    expected: ['3.05.2 variables.tf:2 8.0.mysql_aurora.3.05.2 default'],
  },
  'a module that consists of variables': {
    files: { 'variables.tf': 'variable "db_engine_version" {\n  default = "8.0.mysql_aurora.3.05.2"\n}\n' },
    expected: ['3.05.2 variables.tf:2 8.0.mysql_aurora.3.05.2 default'],
  },
  'a local through another local': {
    files: {
      'main.tf': `${cluster('local.ev')}\nlocals {\n  ev   = local.real\n  real = "8.0.mysql_aurora.3.04.0"\n}\n`,
    },
    expected: ['3.04.0 main.tf:10 8.0.mysql_aurora.3.04.0 constant'],
  },
  'major versions and MySQL versions': {
    files: {
      'a/a.tf': cluster('"8.0"'),
      'b/b.tf': cluster('"5.7.12"'),
      'c/c.tf': cluster('"8.0.mysql_aurora.3.04"'),
      'd/d.tf': cluster('8.0'),
      'e/e.tf': cluster('"5.7.serverless_mysql_aurora.2.11.3"'),
      'f/f.tf': cluster('"8.4.mysql_aurora.8.4.7"'),
      'g/g.tf': 'resource "aws_rds_cluster" "old" {\n  engine = "aurora"\n  engine_version = "5.6.10a"\n}\n',
    },
    expected: [
      '1* g/g.tf:3 5.6.10a partial',
      '2* b/b.tf:4 5.7.12 partial',
      '2.11.3 e/e.tf:4 5.7.serverless_mysql_aurora.2.11.3 literal',
      '3* a/a.tf:4 8.0 partial',
      '3* d/d.tf:4 8.0 partial',
      '3.04* c/c.tf:4 8.0.mysql_aurora.3.04 partial',
      '8.4.7 f/f.tf:4 8.4.mysql_aurora.8.4.7 literal',
    ],
  },
  'an instance and a global cluster': {
    files: {
      'main.tf': `resource "aws_rds_global_cluster" "all" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.05.2"
}
resource "aws_rds_cluster" "one" {
  engine                    = aws_rds_global_cluster.all.engine
  engine_version            = aws_rds_global_cluster.all.engine_version
  global_cluster_identifier = aws_rds_global_cluster.all.id
}
resource "aws_rds_cluster_instance" "one" {
  cluster_identifier = aws_rds_cluster.one.id
  engine             = aws_rds_cluster.one.engine
  engine_version     = aws_rds_cluster.one.engine_version
}
resource "aws_db_instance" "old" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
}
`,
    },
    expected: [
      '2.11.1 main.tf:17 5.7.mysql_aurora.2.11.1 literal',
      '3.05.2 main.tf:3 8.0.mysql_aurora.3.05.2 literal',
    ],
  },
  'an instance that repeats the version of its cluster': {
    files: {
      'main.tf': `${cluster('"8.0.mysql_aurora.3.05.2"')}
resource "aws_rds_cluster_instance" "main" {
  count              = 2
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.05.2"
}
`,
    },
    expected: ['3.05.2 main.tf:4 8.0.mysql_aurora.3.05.2 literal'],
  },
  'variable files in the order of Terraform': {
    files: {
      'main.tf': cluster('var.ev'),
      'variables.tf': 'variable "ev" {}\n',
      'terraform.tfvars': 'ev = "8.0.mysql_aurora.3.04.0"\n',
      'a.auto.tfvars': 'ev = "8.0.mysql_aurora.3.04.1"\n',
      'b.auto.tfvars.json': '{ "ev": "8.0.mysql_aurora.3.04.2" }\n',
    },
    expected: ['3.04.2 b.auto.tfvars.json:1 8.0.mysql_aurora.3.04.2 variable'],
  },
  'a JSON variables file with a map': {
    files: {
      'main.tf': `variable "dbs" {}
resource "aws_rds_cluster" "this" {
  for_each       = var.dbs
  engine         = each.value.engine
  engine_version = each.value.version
}
`,
      'terraform.tfvars.json':
        '{ "dbs": { "a": { "engine": "aurora-mysql", "version": "8.0.mysql_aurora.3.04.2" } } }\n',
    },
    expected: ['3.04.2 terraform.tfvars.json:1 8.0.mysql_aurora.3.04.2 variable'],
  },
  'resources that are switched off': {
    files: {
      'main.tf': `variable "is_aurora" { default = false }
variable "ev" { default = "5.7.26" }
resource "aws_rds_cluster" "literal" {
  count          = var.is_aurora ? 1 : 0
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.04.0"
}
resource "aws_rds_cluster" "variable" {
  count          = var.is_aurora ? 1 : 0
  engine         = "aurora-mysql"
  engine_version = var.ev
}
`,
    },
    expected: ['3.04.0 main.tf:6 8.0.mysql_aurora.3.04.0 literal'],
  },
  'declarations without resources, one of them unused': {
    files: {
      'variables.tf':
        'variable "ev" { default = "8.0.mysql_aurora.3.05.2" }\nvariable "x" {}\nlocals { y = var.x }\n',
    },
    expected: ['3.05.2 variables.tf:1 8.0.mysql_aurora.3.05.2 default'],
  },
  'variables files of environments': {
    files: {
      'main.tf': cluster('var.ev'),
      'variables.tf': 'variable "ev" { type = string }\n',
      'prod.tfvars': 'ev = "8.0.mysql_aurora.3.04.0"\n',
      'env/stg.tfvars': 'ev = "8.0.mysql_aurora.3.05.2"\n',
      'env/dev/terraform.tfvars': 'ev = "8.0.mysql_aurora.3.08.0"\n',
    },
    expected: [
      '3.04.0 prod.tfvars:1 8.0.mysql_aurora.3.04.0 variable',
      '3.05.2 env/stg.tfvars:1 8.0.mysql_aurora.3.05.2 variable',
      '3.08.0 env/dev/terraform.tfvars:1 8.0.mysql_aurora.3.08.0 variable',
    ],
  },
  'a variables file without its module': {
    files: {
      'vars/prod.tfvars': `rds = {
  main = { engine = "aurora-mysql", engine_version = "5.7" }
  documents = { engine = "docdb", engine_version = "4.0.0" }
}
cache_engine_version = "5.0.6"
`,
    },
    expected: ['2* vars/prod.tfvars:2 5.7 partial'],
  },
  'the input of a local module': {
    files: {
      'modules/db/main.tf': `${cluster('var.engine_version')}\nvariable "engine_version" { default = "8.0.mysql_aurora.3.01.0" }\n`,
      'live/main.tf':
        'module "db" {\n  source = "../modules/db"\n  engine_version = "8.0.mysql_aurora.3.05.2"\n}\n',
    },
    expected: [
      '3.01.0 modules/db/main.tf:8 8.0.mysql_aurora.3.01.0 default',
      '3.05.2 live/main.tf:3 8.0.mysql_aurora.3.05.2 variable',
    ],
  },
  'a literal in a local module with several callers': {
    files: {
      'modules/db/main.tf': cluster('"8.0.mysql_aurora.3.01.0"'),
      'a/main.tf': 'module "db" {\n  source = "../modules/db"\n}\n',
      'b/main.tf': 'module "db" {\n  source = "../modules/db"\n}\n',
    },
    expected: ['3.01.0 modules/db/main.tf:4 8.0.mysql_aurora.3.01.0 literal'],
  },
  'an object for a local module, with optional defaults': {
    files: {
      'm/main.tf': `variable "dbs" {
  type = map(object({
    engine_version = optional(string, "8.0.mysql_aurora.3.08.2")
  }))
}
resource "aws_rds_cluster" "this" {
  for_each       = var.dbs
  engine         = "aurora-mysql"
  engine_version = each.value.engine_version
}
`,
      'main.tf': `module "dbs" {
  source = "./m"
  dbs = {
    a = { engine_version = "8.0.mysql_aurora.3.04.0" }
    b = {}
  }
}
`,
    },
    expected: [
      '3.04.0 main.tf:4 8.0.mysql_aurora.3.04.0 variable',
      '3.08.2 m/main.tf:3 8.0.mysql_aurora.3.08.2 default',
    ],
  },
  'the registry module for Aurora': {
    files: {
      'main.tf': `module "db" {
  source         = "terraform-aws-modules/rds-aurora/aws"
  version        = "9.10.0"
  name           = "orders"
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.05.2"
  instances      = { one = {}, two = {} }
}
`,
    },
    expected: ['3.05.2 main.tf:6 8.0.mysql_aurora.3.05.2 literal'],
  },
  "a registry module of another cloud's provider": {
    files: {
      'main.tf': `module "db" {
  source         = "example-modules/rds/alicloud"
  engine         = "MySQL"
  engine_version = "8.0"
}
`,
    },
    expected: [],
  },
  'an unknown module': {
    files: {
      'main.tf': `module "db" {
  source  = "git::https://git.example.com/modules/aurora.git?ref=v6.1.3"
  version = "6.1.3"
  engine  = "aurora-mysql"
  cluster_engine_version = "5.7.12"
  s3_import = { source_engine_version = "5.7.mysql_aurora.2.10.0" }
}
module "cache" {
  source         = "example/redis/aws"
  engine         = "redis"
  engine_version = "5.0.6"
}
locals {
  aurora_mysql_version = "2.10.0"
}
`,
    },
    expected: ['2* main.tf:5 5.7.12 partial'],
  },
  'an object with a version beside its engine': {
    files: {
      'main.tf': `locals {
  aurora_cluster = { engine = "aurora-mysql", version = "8.0.mysql_aurora.3.04.0" }
}
module "x" {
  source  = "example/aurora/aws"
  version = "1.2.3"
  cluster = local.aurora_cluster
}
`,
    },
    expected: ['3.04.0 main.tf:2 8.0.mysql_aurora.3.04.0 constant'],
  },
  'a map with an unknown environment as key': {
    files: {
      'main.tf': `${cluster('local.ev[var.env]')}
variable "env" {}
locals {
  ev = {
    dev  = "8.0.mysql_aurora.3.08.0"
    prod = "8.0.mysql_aurora.3.04.0"
  }
}
`,
    },
    expected: [
      '3.04.0 main.tf:12 8.0.mysql_aurora.3.04.0 mapping',
      '3.08.0 main.tf:11 8.0.mysql_aurora.3.08.0 mapping',
    ],
  },
  'a map with a default environment as key': {
    files: {
      'main.tf': `${cluster('lookup(local.ev, var.env)')}
variable "env" { default = "prod" }
locals {
  ev = {
    dev  = "8.0.mysql_aurora.3.08.0"
    prod = "8.0.mysql_aurora.3.04.0"
  }
}
`,
    },
    expected: ['3.04.0 main.tf:12 8.0.mysql_aurora.3.04.0 mapping'],
  },
  'lookup with a default': {
    files: {
      'main.tf': `variable "rds" { type = map(string) }\n${cluster('lookup(var.rds, "engine_version", "5.7")')}`,
    },
    expected: ['2* main.tf:5 5.7 partial'],
  },
  'a decidable conditional': {
    files: {
      'main.tf': `variable "engine" { default = "aurora-mysql" }
resource "aws_rds_cluster" "main" {
  engine         = var.engine
  engine_version = var.engine == "aurora-postgresql" ? "15.4" : "8.0.mysql_aurora.3.04.0"
}
`,
    },
    expected: ['3.04.0 main.tf:4 8.0.mysql_aurora.3.04.0 literal'],
  },
  'an undecidable conditional': {
    files: {
      'main.tf': `variable "is_new" {}\n${cluster('var.is_new ? "8.0.mysql_aurora.3.08.0" : "8.0.mysql_aurora.3.04.0"')}`,
    },
    expected: [
      '3.04.0 main.tf:5 8.0.mysql_aurora.3.04.0 literal',
      '3.08.0 main.tf:5 8.0.mysql_aurora.3.08.0 literal',
    ],
  },
  'try and coalesce': {
    files: {
      'a/main.tf': `locals { db = { name = "x" } }\n${cluster('try(local.db.engine_version, "8.0.mysql_aurora.3.04.0")')}`,
      'b/main.tf': `variable "ev" { default = null }\n${cluster('coalesce(var.ev, "8.0.mysql_aurora.3.05.2")')}`,
    },
    expected: [
      '3.04.0 a/main.tf:5 8.0.mysql_aurora.3.04.0 literal',
      '3.05.2 b/main.tf:5 8.0.mysql_aurora.3.05.2 literal',
    ],
  },
  'a template with a known part': {
    files: {
      'main.tf': `variable "minor" { default = "3.04.0" }\n${cluster('"8.0.mysql_aurora.${var.minor}"')}`,
    },
    expected: ['3.04.0 main.tf:1 3.04.0 default'],
  },
  'a catalogue of versions in YAML and JSON': {
    files: {
      'main.tf': `locals {
  versions = yamldecode(file("\${path.module}/versions.yaml"))
  more     = fileexists("more.json") ? jsondecode(file("more.json")) : null
}
resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = local.versions.aurora.prod
}
resource "aws_rds_cluster" "b" {
  engine         = "aurora-mysql"
  engine_version = local.more["db"]
}
`,
      'versions.yaml': 'aurora:\n  prod: 8.0.mysql_aurora.3.04.0 # LTS\n',
      'more.json': '{ "db": "8.0.mysql_aurora.3.05.2" }\n',
    },
    expected: [
      '3.04.0 versions.yaml:2 8.0.mysql_aurora.3.04.0 constant',
      '3.05.2 more.json:1 8.0.mysql_aurora.3.05.2 mapping',
    ],
  },
  'an engine from a function': {
    files: {
      'main.tf': `variable "engine" { default = "aurora-mysql" }
locals {
  is_aurora   = startswith(var.engine, "aurora") && !contains(["aurora-postgresql"], var.engine)
  is_mysql    = length(regexall("mysql", var.engine)) > 0
  engine_text = format("%s.mysql_aurora.%s", "8.0", join(".", ["3", "04", "0"]))
}
resource "aws_rds_cluster" "a" {
  count          = local.is_aurora && local.is_mysql ? 1 : 0
  engine         = var.engine
  engine_version = local.engine_text
}
`,
    },
    expected: ['3.04.0 main.tf:5 format("%s.mysql_aurora.%s", "8.0", join(".", ["3", "04", "0"])) literal'],
  },
  'the JSON of a plan': {
    files: {
      'plan.json': JSON.stringify(
        {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [],
              child_modules: [
                {
                  address: 'module.db',
                  resources: [
                    {
                      address: 'module.db.aws_rds_cluster.a',
                      mode: 'managed',
                      type: 'aws_rds_cluster',
                      values: { engine: 'aurora-mysql', engine_version: '8.0.mysql_aurora.3.04.0' },
                    },
                  ],
                },
              ],
            },
          },
        },
        null,
        1,
      ),
      'other.json': '{ "format_version": "aurora", "engine_version": "8.0.mysql_aurora.3.04.0" }',
    },
    expected: ['3.04.0 plan.json:16 8.0.mysql_aurora.3.04.0 literal'],
  },
  'files of Terragrunt': {
    files: {
      'live/db/terragrunt.hcl': `terraform { source = "git::https://git.example.com/aurora?ref=v1" }
locals { ev = "8.0.mysql_aurora.3.05.2" }
inputs = {
  engine         = "aurora-mysql"
  engine_version = local.ev
  replica        = { engine = "aurora-mysql", engine_version = "8.0.mysql_aurora.3.04.0" }
}
`,
    },
    expected: [
      '3.04.0 live/db/terragrunt.hcl:6 8.0.mysql_aurora.3.04.0 variable',
      '3.05.2 live/db/terragrunt.hcl:2 8.0.mysql_aurora.3.05.2 constant',
    ],
  },
  'JSON syntax': {
    files: {
      'main.tf.json': `{
  "variable": { "ev": { "default": "8.0.mysql_aurora.3.05.2" } },
  "resource": { "aws_rds_cluster": {
    "a": { "engine": "aurora-mysql", "engine_version": "\${var.ev}" },
    "b": { "engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.04.0" }
  } }
}
`,
    },
    expected: [
      '3.04.0 main.tf.json:5 8.0.mysql_aurora.3.04.0 literal',
      '3.05.2 main.tf.json:2 8.0.mysql_aurora.3.05.2 default',
    ],
  },
  'no version in comments, validations, lists of choices and other services': {
    files: {
      'main.tf': `${cluster('var.ev #"5.7.mysql_aurora.2.11.1"')}
/* engine_version = "5.7.mysql_aurora.2.11.1" */
// engine_version = "5.7.mysql_aurora.2.11.1"
variable "ev" {
  description = "For example 5.7.mysql_aurora.2.11.1"
  validation {
    condition     = contains(["5.7.mysql_aurora.2.11.1", "5.7.mysql_aurora.2.11.2"], var.ev)
    error_message = "Not 5.7.mysql_aurora.2.11.1."
  }
}
variable "allowed" { default = ["5.7.mysql_aurora.2.11.1"] }
variable "unused" { default = "5.7.mysql_aurora.2.11.1" }
output "choices" { value = var.allowed }
resource "aws_elasticache_cluster" "c" {
  engine         = "redis"
  engine_version = "5.0.6"
}
resource "aws_docdb_cluster" "d" {
  engine_version = "5.0.0"
}
resource "aws_mq_broker" "q" {
  engine_version = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster" "my" {
  engine         = "mariadb"
  engine_version = "15.4"
}
resource "aws_db_instance" "mysql" {
  engine         = "mariadb"
  engine_version = "8.0"
}
`,
    },
    expected: [],
  },
};

for (const [name, { files, expected }] of Object.entries(EXAMPLES)) {
  test(`reads Terraform: ${name}`, async (t) => {
    const { assets, problems } = await scanFiles(t, files);
    const failures = problems.filter(({ text }) => text.key !== 'inventory.enginesNotCovered');
    assert.deepEqual(failures, []);
    const own = assets.filter(({ source }) => source === 'terraform');
    assert.deepEqual(pins(files, own), expected);
  });
}

test('treats a remote module named Aurora as a cluster with an engine and a default version', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf': `module "orders" {
  source = "git@github.com:example/aws-terraform-aurora//?ref=v1"
  engine = "aurora-mysql"
}
module "alarms" {
  source = "example/alarms/aws"
  engine = "aurora-mysql"
}
`,
  });
  assert.deepEqual(
    assets.map(({ product, reason }) => [product, reason]),
    [['aurora-mysql', text('inventory.toolDefault', { name: 'module.orders' })]],
  );
});
