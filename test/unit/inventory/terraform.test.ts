import assert from 'node:assert/strict';
import test from 'node:test';
import { pins, scanFiles } from '../../support/workspace.ts';

const cluster = (version: string, rest = ''): string => `
resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = ${version}
  ${rest}
}
`;

/** Each example: files, and the pins that they hold. */
const EXAMPLES: Record<string, { files: Record<string, string>; expected: string[] }> = {
  'a literal': {
    files: { 'main.tf': cluster('"5.7.mysql_aurora.2.11.3"') },
    expected: ['2.11.3 main.tf:4 5.7.mysql_aurora.2.11.3 literal'],
  },
  'a variable default in another file': {
    files: {
      'main.tf': cluster('var.ev'),
      'variables.tf': 'variable "ev" {\n  default = "8.0.mysql_aurora.3.05.2"\n}\n',
    },
    expected: ['3.05.2 variables.tf:2 8.0.mysql_aurora.3.05.2 default'],
  },
  'a local through another local': {
    files: {
      'main.tf': `${cluster('local.ev')}\nlocals {\n  ev   = local.real\n  real = "8.0.mysql_aurora.3.04.0"\n}\n`,
    },
    expected: ['3.04.0 main.tf:10 8.0.mysql_aurora.3.04.0 constant'],
  },
  'a major version, a MySQL version': {
    files: { 'a.tf': cluster('"8.0"'), 'b/b.tf': cluster('"5.7.12"') },
    expected: ['2* b/b.tf:4 5.7.12 partial', '3* a.tf:4 8.0 partial'],
  },
};

for (const [name, { files, expected }] of Object.entries(EXAMPLES)) {
  test(`Terraform: ${name}`, async (t) => {
    const { assets, problems } = await scanFiles(t, files);
    assert.deepEqual(problems, []);
    assert.deepEqual(pins(files, assets), expected);
  });
}
