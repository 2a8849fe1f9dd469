import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { sourcedVariables } from './sourced.ts';

const FILES: Readonly<Record<string, string>> = {
  'scripts/common.sh': 'V=8.0\nW=$OWN\n',
  'scripts/env.sh': '. ./common.sh\nV=5.7\n',
  'common.sh': 'ROOT=root\n',
  'scripts/loop.sh': '. loop.sh\nL=1\n',
};

function valuesOf(name: string, text: string): string[] {
  const readFile = (file: string) => {
    const written = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    return written === undefined ? null : { file, text: written };
  };
  return sourcedVariables({ file: 'scripts/run.sh', text }, readFile)(name).map((piece) => piece.text);
}

const SCRIPTS: readonly [text: string, V: string[]][] = [
  ['. ./common.sh', ['8.0']],
  ['source common.sh', ['8.0']],
  ['source "common.sh"\r\n', ['8.0']],
  ['. "$DIR/common.sh"', ['8.0']],
  ['. "$(dirname "$0")/common.sh"', ['8.0']],
  ['if x; then . common.sh; fi', ['8.0']],
  // The last assignment wins.
  ['. common.sh\n. env.sh', ['5.7']],
  ['. none.sh', []],
  ['. /etc/common.sh', []],
  ['. "$FILE"', []],
  ['. "common-$ENV.sh"', []],
  ['# . common.sh', []],
  ['', []],
];

test('reads variables of a sourced script', () => {
  assertRows(SCRIPTS, (text) => valuesOf('V', text));
});

test('finds a script in a folder above, and stops at circular includes', () => {
  assert.deepEqual(valuesOf('ROOT', '. ../common.sh'), ['root']);
  assert.deepEqual(valuesOf('L', '. loop.sh'), ['1']);
  assert.deepEqual(valuesOf('OWN', '. common.sh'), []);
});
