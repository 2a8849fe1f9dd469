import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { parseShell } from '../parse.ts';
import { passedValues } from './passed-values.ts';

/** Names and written values that the last command of a script passes on. */
function passed(text: string): string[] {
  const command = parseShell(text).at(-1);
  if (command === undefined) return [];
  return passedValues(command).map(({ name, value }) => `${name}: ${text.slice(value.start, value.end)}`);
}

test('reads values that deployment programs receive for templates, modules and charts', () => {
  assertRows(
    [
      ['terraform apply -var version=8.0', ['version: 8.0']],
      ['terraform apply -var=version=8.0 -var "env=prod"', ['version: 8.0', 'env: prod"']],
      ['sudo tofu plan --var version=$VERSION', ['version: $VERSION']],
      ['helm upgrade db chart --set db.version=8.0', ['db.version: 8.0']],
      ['aws cloudformation deploy --parameter-overrides Version=8.0 Env=prod', ['Version: 8.0', 'Env: prod']],
      [
        'aws cloudformation create-stack --parameters ParameterKey=Version,ParameterValue=8.0',
        ['Version: 8.0'],
      ],
      ['cdk deploy -c version=8.0', ['version: 8.0']],
    ],
    passed,
  );
});

test('ignores values of other programs, options and texts', () => {
  assertRows(
    [
      ['make deploy VERSION=8.0', []],
      ['echo a b c d terraform version=8.0', []],
      ['terraform apply -auto-approve plan', []],
      ['terraform apply -var "$ARGUMENTS"', []],
      ['terraform apply -var =8.0', []],
    ],
    passed,
  );
});
