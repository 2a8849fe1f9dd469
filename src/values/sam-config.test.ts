import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../test/support/code/values.ts';
import { overridesOfSam } from './sam-config.ts';

const read = (text: string) =>
  overridesOfSam({ file: 'samconfig.toml', text }).map(({ environment, values }) => [
    environment,
    Object.fromEntries(values),
  ]);

const PROD = '[prod.deploy.parameters]\n';

const FILES: readonly [text: string, found: unknown[]][] = [
  [
    `[default.deploy.parameters]\nparameter_overrides = "Version=16.4 Env=dev"`,
    [[null, { Version: '16.4', Env: 'dev' }]],
  ],
  [`${PROD}parameter_overrides = "Version=\\"16.4\\""`, [['prod', { Version: '16.4' }]]],
  [
    `${PROD}parameter_overrides = "ParameterKey=Version,ParameterValue=16.4"`,
    [['prod', { Version: '16.4' }]],
  ],
  [`${PROD}parameter_overrides = ["Version=16.4", "Env=prod"]`, [['prod', { Version: '16.4', Env: 'prod' }]]],
  [
    `${PROD}parameter_overrides = [\n  "Version=16.4",\n  "Env=prod",\n]\nOther = "x"`,
    [['prod', { Version: '16.4', Env: 'prod' }]],
  ],
  [
    `${PROD}parameter_overrides = """\nVersion=16.4\nEnv=prod\n"""\nOther = "x"`,
    [['prod', { Version: '16.4', Env: 'prod' }]],
  ],
  [
    `${PROD}parameter_overrides = "Version=16.4"\r\n[dev.deploy.parameters]\r\nparameter_overrides = "Version=15.2"\r\n`,
    [
      ['prod', { Version: '16.4' }],
      ['dev', { Version: '15.2' }],
    ],
  ],
  [`${PROD}# parameter_overrides = "Version=16.4"`, []],
  [`${PROD}stack_name = "a=b"`, []],
  ['', []],
  // A text with a blank in it is one value.
  [
    `${PROD}parameter_overrides = "Name=\\"my db\\" Version=16.4"`,
    [['prod', { Name: 'my db', Version: '16.4' }]],
  ],
  [
    `${PROD}parameter_overrides = ["Zones=a,b", "Version=16.4"]`,
    [['prod', { Zones: 'a,b', Version: '16.4' }]],
  ],
  [
    `${PROD}parameter_overrides = 'ParameterKey=Zones,ParameterValue=a\\,b ParameterKey=Version,ParameterValue=16.4'`,
    [['prod', { Zones: 'a,b', Version: '16.4' }]],
  ],
  [`${PROD}parameter_overrides = "Zones=\\"a\\\\,b\\" Env=prod"`, [['prod', { Zones: 'a,b', Env: 'prod' }]]],
];

test('reads parameters of each environment', () => {
  assertRows(FILES, read);
});

test('locates a value where the file writes it', () => {
  const text = `${PROD}parameter_overrides = [\r\n  "Env=prod",\r\n  "Version=16.4"\r\n]`;
  const [found] = overridesOfSam({ file: 'samconfig.toml', text });
  assert.deepEqual(found?.places.get('Version'), {
    file: 'samconfig.toml',
    line: 4,
    column: 12,
    endLine: 4,
    endColumn: 16,
  });
});
