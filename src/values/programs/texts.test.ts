import assert from 'node:assert/strict';
import test from 'node:test';
import { codeOf } from '../../syntax/programs/index.ts';
import { prepareFor, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows, writtenAt } from '../../../test/support/code/values.ts';
import { textOfPieces } from '../value/pieces.ts';
import { assembledText, outermostConcatenation } from './texts.ts';

await prepareFor('.ts', '.py', '.go', '.cs', '.java');

/** Assembled text, with a mark before an unknown one. */
function textIn(file: string, text: string): string | null {
  const assembled = assembledText(useArgument(file, text));
  return assembled && (assembled.isKnown ? '' : '?') + textOfPieces(assembled.pieces);
}

const TEXTS: readonly [program: readonly [file: string, text: string], result: string | null][] = [
  [['a.ts', "use('8.0')"], '8.0'],
  [['a.ts', "use('')"], ''],
  [['a.ts', "use('8.0' + '.34')"], '8.0.34'],
  [['a.ts', "const v = '34'; use('8.0.' + v)"], '8.0.34'],
  [['a.ts', "const v = '34'; use(`8.0.${v}`)"], '8.0.34'],
  [['a.ts', 'use(`8.0.${v}`)'], '?8.0.${v}'],
  [['a.ts', 'use(`8.0.${a.b.c}`)'], '?8.0.${c}'],
  [['a.ts', "use('a' + ('b' + 'c'))"], 'abc'],
  [['a.ts', "use('a' + f())"], '?a${f}'],
  [['a.ts', 'use(v)'], null],
  [['a.ts', 'use(1 - 2)'], null],
  [['a.py', "v = '34'\nuse(f'8.0.{v}')"], '8.0.34'],
  [['a.py', "use(f'{{8}}.{v}')"], '?{8}.${v}'],
  [['a.py', "use('8.0' '.34')"], '8.0.34'],
  [['a.py', "use('8.0' + '.34')"], '8.0.34'],
  [['a.go', 'package a\nfunc f() { v := "34"; use("8.0." + v) }'], '8.0.34'],
  [['A.java', 'class A { void f() { String v = "34"; use("8.0." + v); } }'], '8.0.34'],
  [['A.cs', 'class A { void F() { var v = "34"; use($"8.0.{v}"); } }'], '8.0.34'],
];

test('assembles texts, with the code of unknown parts', () => {
  assertRows(TEXTS, ([file, text]) => textIn(file, text));
});

test('keeps the place of each piece of a text', () => {
  const text = "const v = '3.04.0';\nuse(`8.0.mysql_aurora.${v}-x`);";
  const assembled = assembledText(useArgument('a.ts', text));
  assert.ok(assembled !== null);
  assert.deepEqual(
    assembled.pieces.map(({ span }) => writtenAt(text, span)),
    ['8.0.mysql_aurora.', '3.04.0', '-x'],
  );
  assert.equal(writtenAt(text, assembled.whole), '8.0.mysql_aurora.${v}-x');
});

test('finds the whole concatenation from one part', () => {
  const node = useArgument('a.ts', "use('a' + 'b' + 'c')");
  const part = node.namedChildren[1];
  assert.ok(part !== undefined);
  assert.equal(codeOf(outermostConcatenation(part)), "'a' + 'b' + 'c'");
});
