import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { callOf, callOfClass, firstOfChain, isInLoop, receiverOf } from './calls.ts';
import type { Node } from './nodes.ts';
import { codeOf, nodesNamed } from './program.ts';

/** Last node that mentions a name in a program. */
function named(name: string, file: string, text: string): Node {
  const node = nodesNamed(name, programIn(file, text)).at(-1);
  assert.ok(node !== undefined, text);
  return node;
}

const codeOrNull = (node: Node | null): string | null => (node === null ? null : codeOf(node));

describe('calls in programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('are found for plain functions and for methods', () => {
    assertRows(
      [
        [['a.ts', 'f(1)'], 'f(1)'],
        [['a.ts', 'a.b.f(1)'], 'a.b.f(1)'],
        [['a.ts', 'g(f)'], null],
        [['a.ts', 'f.g(1)'], null],
        [['a.py', 'a.f(x=1)'], 'a.f(x=1)'],
        [['a.go', 'package a\nvar x = a.f(1)'], 'a.f(1)'],
      ] as const,
      ([file, text]) => codeOrNull(callOf(named('f', file, text))),
    );
  });

  test('have the object of a method as receiver', () => {
    const receiver = (file: string, text: string): string | null => {
      const call = callOf(named('f', file, text));
      return call && codeOrNull(receiverOf(call));
    };
    assertRows(
      [
        [['a.ts', 'a.b.f(1)'], 'a.b'],
        [['a.ts', 'f(1)'], null],
        [['a.py', 'a.f(1)'], 'a'],
        [['a.go', 'package a\nvar x = a.f(1)'], 'a'],
        [['a.cs', 'var x = a.f(1);'], 'a'],
      ] as const,
      ([file, text]) => receiver(file, text),
    );
  });

  test('include a class name only where it creates an object', () => {
    const NAME = 'DatabaseCluster';
    assertRows(
      [
        [['a.ts', `new rds.${NAME}(this, 'Db', {})`], `new rds.${NAME}(this, 'Db', {})`],
        [['a.ts', `rds.${NAME}.fromAttributes(this)`], null],
        [['a.ts', `let a: rds.${NAME};`], null],
        [['a.py', `rds.${NAME}(self, "Db")`], `rds.${NAME}(self, "Db")`],
        [['A.cs', `var a = new ${NAME}(this);`], `new ${NAME}(this)`],
        [
          ['A.java', `class A { Object a = ${NAME}.Builder.create(this).engine(e).build(); }`],
          `${NAME}.Builder.create(this).engine(e).build()`,
        ],
      ] as const,
      ([file, text]) => codeOrNull(callOfClass(named(NAME, file, text))),
    );
  });

  test('find the first call in the chain of a builder', () => {
    const text = 'class A { Object a = B.create(this).engine(e).build(); }';
    const call = callOfClass(named('B', 'A.java', text));
    assert.equal(call && codeOf(firstOfChain(call)), 'B.create(this)');
  });

  test('repeat if they are in a loop or in a function called per item', () => {
    assertRows(
      [
        [['a.ts', 'for (const a of b) f(a);'], true],
        [['a.ts', 'names.map((name) => f(name))'], true],
        [['a.ts', 'names.filter((name) => f(name))'], false],
        [['a.ts', 'f(1)'], false],
        [['a.py', 'x = [f(a) for a in b]'], true],
        [['a.py', 'while True:\n  f(1)'], true],
        [['a.cs', 'foreach (var a in b) { f(a); }'], true],
      ] as const,
      ([file, text]) => isInLoop(named('f', file, text)),
    );
  });
});
