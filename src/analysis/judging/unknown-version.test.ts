import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf, unknownVersionReason } from '../index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { LANGUAGES, say } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const catalogue = await loadCatalogue(null);

interface Unknown {
  asset: Asset;
  /** Reason and next step in English. */
  words: string;
}

/** Databases and images of one file with an unknown version, each with its finding. */
async function unknownIn(t: TestContext, files: Record<string, string>): Promise<Unknown[]> {
  const inventory = await scanFiles(t, files);
  const findings = findingsOf(catalogue, inventory, { today: '2026-11-27' });
  return inventory.assets.flatMap((asset) => {
    const unknown = unknownVersionReason(asset);
    if (unknown === null) return [];
    const own = findings.find(({ assetIds }) => assetIds.includes(asset.id));
    assert.ok(own?.unknown, `${asset.id} has a finding with its reason`);
    assert.equal(own.severity, 'info');
    assert.equal(own.bugs, null, 'never a count');
    for (const language of LANGUAGES) assert.ok(say(own.message, language).length > 20);
    return [{ asset, words: `${say(unknown.reason, 'en')} ${say(unknown.next, 'en')}` }];
  });
}

const CASES: readonly [name: string, files: Record<string, string>, expected: RegExp][] = [
  [
    'a variable of Terraform without a value',
    {
      'main.tf':
        'variable "v" {}\nresource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = var.v\n}\n',
    },
    /^var\.v has no value here\. Give it a default or a \.tfvars, or scan the account\.$/,
  ],
  [
    'a value that Terraform computes',
    {
      'main.tf':
        'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = data.external.x.result.v\n}\n',
    },
    /known only at deployment\. Scan a plan/,
  ],
  [
    'an engine and a version without values',
    {
      'main.tf':
        'variable "e" {}\nvariable "v" {}\nresource "aws_db_instance" "a" {\n  engine = var.e\n  engine_version = var.v\n}\n',
    },
    /^var\.v has no value here\./,
  ],
  [
    'an engine without a value beside a version of two engines',
    {
      'main.tf':
        'variable "e" {}\nresource "aws_db_instance" "a" {\n  engine = var.e\n  engine_version = "10.6"\n}\n',
    },
    /^Which engine it is cannot be determined here\. Write the engine/,
  ],
  [
    'an image without a value',
    { 'main.tf': 'variable "ami" {}\nresource "aws_launch_template" "a" {\n  image_id = var.ami\n}\n' },
    /^var\.ami has no value here\./,
  ],
  [
    'an image id',
    { 'main.tf': 'resource "aws_launch_template" "a" {\n  image_id = "ami-0123456789abcdef0"\n}\n' },
    /does not identify an operating system release\. Scan the account, or check \/etc\/os-release/,
  ],
  [
    'a floating image',
    { Dockerfile: 'FROM amazonlinux:2023\n' },
    /newest image whenever it is used.* Pin an image that names its release/,
  ],
  [
    'a parameter of CloudFormation without a value',
    {
      't.yaml':
        'Parameters:\n  V: {Type: String}\nResources:\n  A:\n    Type: AWS::RDS::DBCluster\n    Properties: {Engine: aurora-mysql, EngineVersion: !Ref V}\n',
    },
    /^V has no value here\. Give the parameter a default or a parameter file/,
  ],
  [
    'a value that another stack exports',
    {
      't.yaml':
        'Resources:\n  A:\n    Type: AWS::RDS::DBCluster\n    Properties: {Engine: aurora-mysql, EngineVersion: !ImportValue x}\n',
    },
    /^Another stack exports the value\. Write a version/,
  ],
  [
    'a property of a CDK program',
    {
      'stack.ts':
        "import * as rds from 'aws-cdk-lib/aws-rds';\nexport function make(scope: any, props: any) {\n  new rds.CfnDBCluster(scope, 'C', { engine: 'aurora-mysql', engineVersion: props.version });\n}\n",
    },
    /Run `cdk synth` and scan cdk\.out/,
  ],
  [
    'a variable of Ansible',
    {
      'play.yml':
        '- hosts: localhost\n  tasks:\n    - name: db\n      amazon.aws.rds_cluster:\n        cluster_id: x\n        engine: aurora-mysql\n        engine_version: "{{ db_version }}"\n',
    },
    /Set it in vars, defaults or group_vars/,
  ],
  [
    'a value of a Helm chart',
    {
      'Chart.yaml': 'name: x\n',
      'values.yaml': 'a: b\n',
      'templates/db.yaml':
        'apiVersion: rds.services.k8s.aws/v1alpha1\nkind: DBCluster\nmetadata: {name: x}\nspec:\n  dbClusterIdentifier: x\n  engine: aurora-mysql\n  engineVersion: {{ .Values.version }}\n',
    },
    /Set it in values\.yaml/,
  ],
  [
    'a resource of Kubernetes without a version',
    {
      'db.yaml':
        'apiVersion: rds.services.k8s.aws/v1alpha1\nkind: DBCluster\nmetadata: {name: x}\nspec:\n  dbClusterIdentifier: x\n  engine: aurora-mysql\n',
    },
    /^No engine version is written; .* Write a version/,
  ],
  [
    'a configuration value of Pulumi',
    {
      'Pulumi.yaml':
        'name: p\nruntime: yaml\nconfig:\n  v: {type: string}\nresources:\n  db:\n    type: aws:rds:Cluster\n    properties: {engine: aurora-mysql, engineVersion: "${v}"}\n',
    },
    /Give it a default, or scan the account/,
  ],
  [
    'a variable of a script',
    {
      'up.sh':
        'aws rds create-db-cluster --db-cluster-identifier x --engine aurora-mysql --engine-version "$V"\n',
    },
    /Give the variable a value in the script/,
  ],
];

for (const [name, files, expected] of CASES) {
  test(`states a reason and a next step for ${name}`, async (t) => {
    const [first, ...others] = await unknownIn(t, files);
    assert.deepEqual(others, []);
    assert.match(first?.words ?? 'no row', expected);
  });
}

test('reports an instance with its cluster, and skips defaults that every caller replaces', async (t) => {
  const found = await unknownIn(t, {
    'main.tf':
      'variable "v" {}\nresource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = var.v\n}\nresource "aws_rds_cluster_instance" "i" {\n  cluster_identifier = aws_rds_cluster.a.id\n  engine = aws_rds_cluster.a.engine\n}\n',
  });
  assert.equal(found.length, 2);
  const module = {
    'm/main.tf':
      'variable "v" {}\nresource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = var.v\n}\n',
    'main.tf': 'module "m" {\n  source = "./m"\n  v = "8.0.mysql_aurora.3.04.0"\n}\n',
  };
  assert.deepEqual(await unknownIn(t, module), []);
});

test('makes each version known by following the stated step', async (t) => {
  const values: Record<string, Record<string, string>> = {
    'a variable of Terraform without a value': { 'prod.tfvars': 'v = "8.0.mysql_aurora.3.04.0"\n' },
    'a variable of Ansible': { 'group_vars/all.yml': 'db_version: 8.0.mysql_aurora.3.04.0\n' },
    'a value of a Helm chart': { 'values.yaml': 'version: 8.0.mysql_aurora.3.04.0\n' },
    'a configuration value of Pulumi': {
      'Pulumi.yaml':
        'name: p\nruntime: yaml\nconfig:\n  v: {type: string, default: 8.0.mysql_aurora.3.04.0}\nresources:\n  db:\n    type: aws:rds:Cluster\n    properties: {engine: aurora-mysql, engineVersion: "${v}"}\n',
    },
    'a variable of a script': {
      'up.sh':
        'V=8.0.mysql_aurora.3.04.0\naws rds create-db-cluster --db-cluster-identifier x --engine aurora-mysql --engine-version "$V"\n',
    },
  };
  for (const [name, files] of CASES.filter(([each]) => each in values)) {
    const { assets } = await scanFiles(t, { ...files, ...values[name] });
    assert.deepEqual(
      assets.map(({ version }) => version),
      ['3.04.0'],
      name,
    );
  }
});
