import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildAssets } from '../../resources/assets.ts';
import { packer } from './format.ts';
import { readUnit, textAt } from '../../../../test/support/code/format.ts';
import { checkPlaces, RUNS } from '../../../../test/support/hostile/fuzz.ts';
import { mutationsOf } from '../../../../test/support/hostile/mutations.ts';

function images(unit: string, files: Record<string, string>): string[] {
  const assets = buildAssets(readUnit(packer, unit, files).drafts);
  return assets
    .filter(({ kind }) => kind === 'operating-system')
    .map(
      (asset) =>
        `${asset.name}${asset.environment === null ? '' : `@${asset.environment}`}: ${textAt(files, asset.location)} (${asset.resolution})`,
    );
}

const HCL = `# 🚀 base image
variable "ami" { default = "amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2" }
locals { pattern = "al2023-ami-2023.*-x86_64" }
source "amazon-ebs" "filtered" {
  source_ami_filter {
    filters = { name = local.pattern, "virtualization-type" = "hvm" }
    owners  = ["amazon"]
  }
}
source "amazon-ebs" "exact" {
  source_ami_filter {
    filters = {
      name = var.ami
    }
  }
}
source "docker" "box" { image = "amazonlinux:2023.4.20240416.0" }
source "amazon-ebs" "other" { source_ami_filter { filters = { name = "ubuntu-jammy-*" } } }
# source "docker" "old" { image = "amazonlinux:2" }
data "amazon-ami" "found" { filters = { name = "al2023-ami-2023.5.20240708.0-kernel-6.1-x86_64" } }
build {
  sources = ["source.amazon-ebs.exact"]
  provisioner "shell" { inline = ["sudo dnf -y upgrade --releasever=2023.6.20241010", "true"] }
}
`;

test('reads images in HCL templates: filters, exact names, containers and commands', () => {
  const expected = [
    'source.amazon-ebs.filtered: al2023-ami-2023.*-x86_64 (floating)',
    'source.amazon-ebs.exact: 2.0.20230307.0 (default)',
    'source.docker.box: 2023.4.20240416.0 (literal)',
    'data.amazon-ami.found: 2023.5.20240708.0 (literal)',
    'provisioner.shell.dnf upgrade: 2023.6.20241010 (literal)',
  ];
  assert.deepEqual(images('img', { 'img/a.pkr.hcl': HCL }), expected);
  assert.deepEqual(images('img', { 'img/a.pkr.hcl': HCL.replaceAll('\n', '\r\n') }), expected);
});

test('reads variables files that Packer loads, and treats others as environments', () => {
  const files = {
    'a.pkr.hcl':
      'variable "ami" { type = string }\nsource "amazon-ebs" "a" { source_ami_filter { filters = { name = var.ami } } }\n',
    'prod.pkrvars.hcl': 'ami = "amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"\n',
  };
  assert.deepEqual(images('.', files), ['source.amazon-ebs.a@prod: 2.0.20230307.0 (variable)']);
  const unnamed = { 'a.pkr.hcl': files['a.pkr.hcl'], 'variables.pkrvars.hcl': files['prod.pkrvars.hcl'] };
  assert.deepEqual(images('.', unnamed), ['source.amazon-ebs.a: 2.0.20230307.0 (variable)']);
  const auto = { 'a.pkr.hcl': files['a.pkr.hcl'], 'a.auto.pkrvars.hcl': files['prod.pkrvars.hcl'] };
  assert.deepEqual(images('.', auto), ['source.amazon-ebs.a: 2.0.20230307.0 (variable)']);
});

const JSON_TEMPLATE = `{
  "variables": { "name": "amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2" },
  "builders": [
    { "type": "amazon-ebs", "source_ami_filter": { "filters": { "name": "{{user \`name\`}}" } } },
    { "type": "amazon-ebs", "name": "plain", "source_ami_filter": { "filters": { "name": "al2023-ami-*" } } }
  ],
  "provisioners": [{ "type": "shell", "inline": ["yum -y update --releasever=2023.4.20240416"] }]
}
`;

test('reads templates in JSON, and no other JSON', () => {
  assert.deepEqual(images('a.json', { 'a.json': JSON_TEMPLATE }), [
    'builders.amazon-ebs: 2.0.20230307.0 (default)',
    'builders.plain: al2023-ami-* (floating)',
    'provisioners[0].yum update: 2023.4.20240416 (literal)',
  ]);
  assert.deepEqual(images('b.json', { 'b.json': '{ "image": "amazonlinux:2" }' }), []);
});

test('never throws for a mutated template, and never locates anything outside it', () => {
  fc.assert(
    fc.property(
      mutationsOf([HCL, JSON_TEMPLATE], ['{{user `', '<<EOT\n', 'source ', '"builders": ']),
      (text) => {
        checkPlaces(packer, 'a.pkr.hcl', text);
        checkPlaces(packer, 'a.json', text);
      },
    ),
    RUNS,
  );
});
