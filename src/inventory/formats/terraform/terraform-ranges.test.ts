import assert from 'node:assert/strict';
import test from 'node:test';
import { isFileLocation } from '../../../model/index.ts';
import { scanFiles, textAt } from '../../../../test/support/workspace.ts';

const VERSION = '8.0.mysql_aurora.3.04.0';

const TEXTS: Record<string, [text: string, line: number, column: number]> = {
  'line feeds': [
    `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "${VERSION}"\n}\n`,
    3,
    21,
  ],
  'carriage returns': [
    `resource "aws_rds_cluster" "a" {\r\n  engine = "aurora-mysql"\r\n  engine_version = "${VERSION}" # why\r\n}\r\n`,
    3,
    21,
  ],
  'a byte order mark': [`\uFEFFresource "aws_rds_cluster" "a" { engine_version = "${VERSION}" }`, 1, 52],
  tabs: [`resource "aws_rds_cluster" "a" {\n\tengine_version\t=\t"${VERSION}"\n}`, 2, 20],
  'emoji before it': [
    `resource "aws_rds_cluster" "a" {\n  /* 🎉🎉 */ engine_version = "${VERSION}"\n}`,
    2,
    32,
  ],
  'no spaces': [`resource "aws_rds_cluster" "a" {engine_version="${VERSION}"}`, 1, 49],
  'a very long line': [
    `resource "aws_rds_cluster" "a" { tags = { x = "${'y'.repeat(1_000_000)}" }\n engine_version = "${VERSION}" }`,
    2,
    20,
  ],
  'heredocs and nested templates before it': [
    `resource "aws_rds_cluster" "a" {\n  d = <<-EOT\n    engine_version = "5.7.mysql_aurora.2.11.1"\n    }\n  EOT\n  e = "\${join("}", ["\${var.x}"])}"\n  engine_version = "${VERSION}"\n}`,
    7,
    21,
  ],
};

for (const [name, [text, line, column]] of Object.entries(TEXTS)) {
  test(`locates a version with ${name}`, async (t) => {
    const files = { 'main.tf': text };
    const { assets } = await scanFiles(t, files);
    const [asset] = assets;
    assert.equal(assets.length, 1);
    assert.equal(asset?.version, '3.04.0');
    assert.ok(isFileLocation(asset.location));
    assert.deepEqual([asset.location.line, asset.location.column], [line, column]);
    assert.equal(textAt(files, asset.location), VERSION);
  });
}

test('lists uses of a version from its definition to the resource', async (t) => {
  const files = {
    'main.tf':
      'module "db" {\n  source = "./db"\n  ev     = local.ev\n}\nlocals { ev = var.ev }\nvariable "ev" { default = "8.0" }\n',
    'db/main.tf':
      'variable "ev" {}\nresource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = var.ev\n}\n',
  };
  const { assets } = await scanFiles(t, files);
  const uses = assets[0]?.uses.map(({ location, name }) => {
    assert.ok(isFileLocation(location));
    return `${name} ${location.file}:${location.line} ${textAt(files, location)}`;
  });
  assert.deepEqual(uses, [
    'local.ev main.tf:5 var.ev',
    'module.db main.tf:3 local.ev',
    'module.db.aws_rds_cluster.a db/main.tf:4 var.ev',
  ]);
});

test('reports broken code with its line, and keeps the readable part', async (t) => {
  const broken: Record<string, [text: string, line: number, versions: string[]]> = {
    'unclosed.tf': [
      `resource "aws_rds_cluster" "a" {\n  engine_version = "${VERSION}"\n\nresource "aws_rds_cluster" "b" {\n  engine_version = "${VERSION}"\n}\n`,
      4,
      ['3.04.0', '3.04.0'],
    ],
    'value.tf': [
      `resource "aws_rds_cluster" "a" {\n  engine =\n  engine_version = "${VERSION}"\n}\n`,
      2,
      ['3.04.0'],
    ],
    'string.tf': [
      `resource "aws_rds_cluster" "a" {\n  cluster_identifier = "x\n  engine_version = "${VERSION}"\n}\n`,
      2,
      ['3.04.0'],
    ],
    'words.tf': [`aurora! this is no code {{{\n`, 1, []],
    'end.tf': [`resource "aws_rds_cluster" "a" {\n  engine_version = "${VERSION}"`, 2, ['3.04.0']],
    'heredoc.tf': [
      `resource "aws_rds_cluster" "a" {\n  engine_version = "${VERSION}"\n  x = <<EOT\n`,
      3,
      ['3.04.0'],
    ],
  };
  for (const [file, [text, line, versions]] of Object.entries(broken)) {
    const { assets, problems } = await scanFiles(t, { [file]: text });
    assert.deepEqual(
      problems.map(({ source, text: { key, args } }) => [source, key.replace(/\.end$/, ''), args['line']]),
      [[file, 'problem.syntax', line]],
      file,
    );
    assert.deepEqual(
      assets.map((asset) => asset.version),
      versions,
      file,
    );
  }
});
