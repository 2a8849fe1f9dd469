import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../../test/support/code/values.ts';

const FILES = {
  'root.hcl': 'region = "eu-west-1"\n',
  'live/env.hcl': 'version = "8.0"\n',
  'live/prod/db/own.hcl': 'own = true\n',
  'live/prod.tfvars': 'size = 2\n',
};
const UNIT = new HclCode({ files: FILES, folder: 'live/prod/db' });

const OF_UNIT: readonly [code: string, result: Sketch][] = [
  ['get_repo_root()', '.'],
  ['get_terragrunt_dir()', 'live/prod/db'],
  ['get_path_to_repo_root()', '../../..'],
  ['get_path_from_repo_root()', 'live/prod/db'],
  ['get_env("VERSION")', '?'],
  ['get_env("VERSION", "8.0")', '8.0'],
  ['get_env("VERSION", var.open)', '?'],
  ['dirname("a/b.hcl")', 'a'],
  ['dirname(var.open)', '?'],
  ['find_in_parent_folders()', 'root.hcl'],
  ['find_in_parent_folders("env.hcl")', 'live/env.hcl'],
  ['find_in_parent_folders("own.hcl")', '?'],
  ['find_in_parent_folders("none.hcl", "x")', 'x'],
  ['find_in_parent_folders(var.open)', '?'],
  ['read_terragrunt_config("own.hcl").own', true],
  ['read_terragrunt_config(find_in_parent_folders("env.hcl")).version', '8.0'],
  ['read_terragrunt_config("../../env.hcl").version', '8.0'],
  ['read_terragrunt_config("none.hcl", { version = "5.7" }).version', '5.7'],
  ['read_terragrunt_config("none.hcl")', '?'],
  ['read_terragrunt_config("/live/env.hcl")', '?'],
  ['jsondecode(read_tfvars_file("../../${var.open}.tfvars")).size', 2],
  ['run_cmd("whoami")', '?'],
];

test("keeps Terragrunt's path functions inside the scanned folder", () => {
  assertRows(OF_UNIT, (code) => sketch(UNIT.valueOf(code)));
});

test('uses the fallback of an environment variable as a default', () => {
  const value = UNIT.valueOf('get_env("VERSION", "8.0")');
  assert.equal(value.kind === 'scalar' && value.origin, 'default');
});

test('evaluates functions of an included file for the unit that includes it', () => {
  const included = new HclCode({
    files: FILES,
    folder: 'live',
    root: 'live/prod/db',
    including: 'live/prod/db',
  });
  const rows: readonly [code: string, result: Sketch][] = [
    ['get_terragrunt_dir()', 'live/prod/db'],
    ['get_original_terragrunt_dir()', 'live/prod/db'],
    ['get_parent_terragrunt_dir()', 'live'],
    ['path_relative_to_include()', 'prod/db'],
    ['path_relative_from_include()', '../..'],
    ['read_terragrunt_config("own.hcl").own', true],
  ];
  assertRows(rows, (code) => sketch(included.valueOf(code)));
});
