import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { ShellCode } from '../../../test/support/code/shell-code.ts';
import { assertRows, writtenAt, type Sketch } from '../../../test/support/code/values.ts';
import { maxChoices } from '../limits.ts';
import type { Piece } from '../value/pieces.ts';
import { versionFact } from './variables.ts';

const SCRIPTS: readonly [text: string, values: Sketch[]][] = [
  ['use 8.0', ['8.0']],
  ['V=8.0\nuse $V', ['8.0']],
  ['V="8.0"\nuse "${V}.34"', ['8.0.34']],
  ["V='$X'\nuse $V", ['$X']],
  ['use $V', ['?${V}']],
  ['use 8.0.$V', ['?8.0.${V}']],
  ['use ${V:-8.0}', ['8.0']],
  ['use ${V:-$W}', ['?${W}']],
  [': "${V:=8.0}"\nuse $V', ['8.0']],
  ['V=5.7\n: "${V:=8.0}"\nuse $V', ['5.7', '8.0']],
  ['V=5.7\nV=8.0\nuse $V', ['8.0']],
  ['use $V\nV=8.0', ['8.0']],
  ['V=8.0\nuse $V\nV=5.7', ['8.0']],
  ['V=5.7\nif true; then V=8.0; fi\nuse $V', ['5.7', '8.0']],
  ['if x; then V=8.0; else V=5.7; fi\nuse $V', ['8.0', '5.7']],
  ['case $E in prod) V=8.0 ;; *) V=5.7 ;; esac\nuse $V', ['8.0', '5.7']],
  ['for V in 8.0 5.7; do use $V; done', ['8.0', '5.7']],
  ['A=8\nB=$A.0\nuse $B', ['8.0']],
  ['V=$V.0\nuse $V', ['?${V}']],
  ['A=$B\nB=$A\nuse $A', ['?${A}']],
  ['V=$(cat version)\nuse $V', ['?${V}']],
  ['V=$(echo 8.0)\nuse $V', ['8.0']],
  ['A=(8.0 5.7)\nuse "${A[@]}"', ['8.0', '5.7']],
  ['A=(8.0 5.7)\nuse "${A[1]}"', ['5.7']],
  ['A=(8.0 5.7)\nuse "${A[$i]}"', ['8.0', '5.7']],
  ['A=(8.0 5.7)\nuse $A', ['8.0']],
  ['declare -A A=([dev]=8.0 [prod]=5.7)\nuse "${A[prod]}"', ['5.7']],
  ['declare -A A=([dev]=8.0)\nuse "${A[test]}"', ['?${A}']],
  ['export V=8.0\r\nuse $V\r\n', ['8.0']],
  ['V=8.0 use $V', ['8.0']],
];

test('resolves a variable to each value that can be in effect', () => {
  assertRows(SCRIPTS, (text) => new ShellCode(text).values);
});

test('uses values from outside only where the script sets none', () => {
  const lines = linesOf({ file: 'ci.yml', text: '8.4' });
  const outside = (name: string): Piece[] =>
    name === 'V' ? [{ text: '8.4', span: { lines, start: 0, end: 3 }, origin: 'variable', uses: [] }] : [];
  assert.deepEqual(new ShellCode('use $V', outside).values, ['8.4']);
  assert.deepEqual(new ShellCode('V=8.0\nuse $V', outside).values, ['8.0']);
  assert.deepEqual(new ShellCode('use ${V:-5.7}', outside).values, ['8.4']);
});

test('locates a value at its assignment, and records its uses', () => {
  const text = 'MAJOR=8.0\nuse "$MAJOR.mysql_aurora.3.04.0"';
  const code = new ShellCode(text);
  const [value] = code.variables.resolve(code.used, 'user');
  assert.ok(value?.kind === 'scalar');
  assert.equal(writtenAt(text, value.span), '3.04.0');
  const fact = versionFact(value);
  assert.deepEqual(fact.state === 'known' && [fact.value, fact.at.line], ['8.0.mysql_aurora.3.04.0', 2]);
  const plain = new ShellCode('V=8.0\nuse $V');
  const [given] = plain.variables.resolve(plain.used, 'user');
  assert.ok(given?.kind === 'scalar');
  assert.deepEqual([given.origin, given.uses.map(({ name }) => name)], ['variable', ['user']]);
});

test('detects loops and whole arrays that run through all their values', () => {
  const each = (text: string) => {
    const code = new ShellCode(text);
    return code.variables.takesAllValues(code.used);
  };
  assert.equal(each('for V in 8.0 5.7; do use $V; done'), true);
  assert.equal(each('A=(8.0 5.7)\nuse "${A[@]}"'), true);
  assert.equal(each('A=(8.0 5.7)\nfor V in "${A[@]}"; do use $V; done'), true);
  assert.equal(each('if x; then V=8.0; else V=5.7; fi\nuse $V'), false);
});

test('passes values on to a script that this one runs', () => {
  const { variables } = new ShellCode('V=8.0\nW=$V-x\nif x; then U=1; else U=2; fi\n');
  const seen = ['V', 'W', 'U', 'X'].map((name) =>
    variables.valuesForInnerScript(name).map(({ text }) => text),
  );
  // A text of several pieces has no place of its own.
  assert.deepEqual(seen, [['8.0'], [], ['1', '2'], []]);
});

test('limits the number of assignments and the length of chains', () => {
  const choices = Array.from({ length: 200 }, (_, i) => `if x; then V=${i}; fi`).join('\n');
  assert.equal(new ShellCode(`${choices}\nuse $V`).values.length, maxChoices);
  const chain = Array.from({ length: 100 }, (_, i) => `V${i}=$V${i + 1}`).join('\n');
  assert.deepEqual(new ShellCode(`V100=x\n${chain}\nuse $V0`).values, ['?${V0}']);
  const doubled = Array.from({ length: 40 }, (_, i) => `V${i + 1}=$V${i}$V${i}`).join('\n');
  assert.deepEqual(new ShellCode(`V0=x\n${doubled}\nuse $V40`).values, ['?${V40}']);
});
