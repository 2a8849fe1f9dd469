import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { scalarValue } from './scalar-value.ts';

const SCALARS: readonly [text: string, value: string | number | boolean | null][] = [
  ['', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['OFF', false],
  ['y', 'y'],
  ['tRue', 'tRue'],
  ['8.0', 8],
  ['-1', -1],
  ['.5', 0.5],
  ['1e3', 1000],
  ['8.0.34', '8.0.34'],
  ['0x1F', '0x1F'],
  ['1_000', '1_000'],
  ['-', '-'],
  ['.', '.'],
];

test('types an unquoted scalar by YAML 1.1', () => {
  assertRows(SCALARS, scalarValue);
});
