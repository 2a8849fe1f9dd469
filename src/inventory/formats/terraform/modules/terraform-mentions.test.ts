import assert from 'node:assert/strict';
import test from 'node:test';
import { pins, scanFiles } from '../../../../../test/support/workspace.ts';
import { scopesWithPins } from './mentions.ts';
import { moduleAt, openTree } from './module-tree.ts';
import { surroundingsOf } from '../../../hcl/surroundings.ts';
import { viewOf } from '../../../../../test/support/code/format.ts';

/** Module that passes its input on to an unknown module. */
const HANDS_ON = `variable "settings" {}
locals { one = var.settings.database }
module "other" {
  source   = "example.com/other/aws"
  anything = { for key, value in local.one : upper(key) => value }
}
`;
const SETTINGS = '{ database = { engine_version = "8.0.mysql_aurora.3.05.2" } }';

const call = (settings: string): string =>
  `module "a" {\n  source   = "./a"\n  settings = ${settings}\n}\nresource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n}\n`;

test('finds a version passed to a module that does not mention a database', async (t) => {
  const found = async (files: Record<string, string>): Promise<string[]> =>
    pins(files, (await scanFiles(t, files)).assets);
  const given = await found({ 'main.tf': call(SETTINGS), 'a/main.tf': HANDS_ON });
  assert.equal(given.length, 1, given.join('\n'));
  const fromFile = await found({
    'main.tf': call('yamldecode(file("${path.module}/settings.yaml.txt"))'),
    'settings.yaml.txt': 'database:\n  engine_version: 8.0.mysql_aurora.3.05.2\n',
    'a/main.tf': HANDS_ON,
  });
  assert.equal(fromFile.length, 1, fromFile.join('\n'));
  const throughResources = await found({
    'main.tf': `resource "aws_ssm_parameter" "p" {
  value = "8.0.mysql_aurora.3.05.2"
}
resource "null_resource" "n" {
  triggers = { version = aws_ssm_parameter.p.value }
}
locals { version = null_resource.n.triggers.version }
output "engine_version" { value = local.version }
`,
  });
  assert.equal(throughResources.length, 1, throughResources.join('\n'));
});

test('searches only modules that mention or receive a version or image', () => {
  const view = viewOf({
    'main.tf': `module "a" {\n  source = "./a"\n  name = "x"\n}\nmodule "b" {\n  source = "./a"\n  name = "aurora-mysql"\n}\nmodule "c" {\n  source = "./c"\n}\n`,
    'a/main.tf': 'variable "name" {}\n',
    'c/main.tf': 'module "d" {\n  source = "../d"\n}\n',
    'd/main.tf': 'output "image" { value = "al2023@latest" }\n',
    'f/main.tf':
      'variable "arn" {\n  # Of Amazon Aurora.\n  description = "Amazon resource name"\n}\nlocals { x = var.arn }\n',
    'g/main.tf': '# Amazon Linux\nlocals { x = "al2023@latest" }\n',
    'e/main.tf': 'module "a" {\n  source = "../a"\n  name = "amazonaws.com"\n}\n',
  });
  const searched = (folder: string): string[] => {
    const reader = { view, surroundings: surroundingsOf(folder, view), modules: new Map(), problems: [] };
    const module = moduleAt(folder, reader) ?? assert.fail(folder);
    const { scopes } = openTree(module, () => undefined, reader);
    return [...scopesWithPins(scopes)].map(({ prefix }) => prefix).sort();
  };
  assert.deepEqual(searched('.'), ['', 'module.b.', 'module.c.', 'module.c.module.d.']);
  assert.deepEqual(searched('e'), []);
  assert.deepEqual(searched('f'), [], 'what only says something to people is no word of a version');
  assert.deepEqual(searched('g'), ['']);
});
