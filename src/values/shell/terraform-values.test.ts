import assert from 'node:assert/strict';
import test from 'node:test';
import { scriptOf } from '../../syntax/shell/index.ts';
import { nodeOf } from '../../../test/support/code/template-code.ts';
import { assertRows, sketch } from '../../../test/support/code/values.ts';
import { passesVariablesFile, TerraformValues } from './terraform-values.ts';

function valuesOf(text: string) {
  const values = new TerraformValues();
  values.addScript(scriptOf({ file: 'run.sh', text }), () => []);
  const shown = (map: ReadonlyMap<string, unknown>) =>
    Object.fromEntries([...map].map(([name, value]) => [name, sketch(value as never)]));
  return [shown(values.environment), shown(values.command)];
}

const SCRIPTS: readonly [text: string, values: unknown[]][] = [
  ['export TF_VAR_version=8.0', [{ version: '8.0' }, {}]],
  ['TF_VAR_version=8.0 terraform apply', [{ version: '8.0' }, {}]],
  ['terraform apply -var version=8.0', [{}, { version: '8.0' }]],
  ['terraform apply -var="version=8.0"', [{}, { version: '8.0' }]],
  ["tofu plan -var 'version=8.0' -var size=2", [{}, { version: '8.0', size: '2' }]],
  ['V=8.0\nterraform apply -var "version=$V"', [{}, { version: '8.0' }]],
  ['O="-var version=8.0"\nterraform apply $O', [{}, { version: '8.0' }]],
  [
    'terraform apply -var version=8.0\nterraform apply -var version=5.7',
    [{}, { version: { either: ['8.0', '5.7'] } }],
  ],
  ['terraform apply -var version=$V', [{}, { version: '?${V}' }]],
  ['packer build -var version=8.0', [{}, {}]],
  ['TF_VAR_list=(a b)', [{}, {}]],
];

test('reads Terraform variables from scripts', () => {
  assertRows(SCRIPTS, valuesOf);
});

test('reads Terraform variables from the environment of a job', () => {
  const values = new TerraformValues();
  const map = nodeOf('{ TF_VAR_version: 8.0, OTHER: x, TF_VAR_list: [a] }');
  assert.ok(map.kind === 'map');
  values.addMap(map);
  assert.deepEqual(
    [...values.environment].map(([name, value]) => [name, sketch(value)]),
    [['version', '8.0']],
  );
});

const OPTIONS: readonly [text: string, isPassed: boolean][] = [
  ['terraform apply -var-file=env/prod.tfvars', true],
  ['terraform apply -var-file env/prod.tfvars', true],
  ['terraform apply -var-file="env/prod.tfvars"', true],
  ['terraform apply --var-file=env/$ENV.tfvars', true],
  ['terraform apply -var-file=env/${ENV}.tfvars', true],
  ['terraform apply -var-file=env/${{ inputs.env }}.tfvars', true],
  ['terraform apply -var-file=env/$(ENV).tfvars', true],
  ['terraform apply -var-file=$ROOT/env/prod.tfvars', true],
  ['terraform apply -var-file=env/dev.tfvars', false],
  ['terraform apply -var-file=$FILE', false],
  ['terraform apply -var-file=prod.tfvars', false],
  ['# no option', false],
];

test('detects a script that passes a file of variables', () => {
  assertRows(OPTIONS, (text) => passesVariablesFile(text, 'infra/env/prod.tfvars', ['.', 'infra']));
});
