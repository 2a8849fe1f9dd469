import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn, useArgument } from '../../../../test/support/code/program-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { calledName, isKeyed, namesOnPath, namesUsedIn, variableOf } from './names.ts';
import type { Node } from '../nodes.ts';
import { codeOf, nodesNamed, unwrap } from '../program.ts';
import { isClass, isFunction, isSelf, ownerOf } from './scopes.ts';

function named(name: string, file: string, text: string): Node {
  const node = nodesNamed(name, programIn(file, text)).at(-1);
  assert.ok(node !== undefined, text);
  return node;
}

describe('names in programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('name an expression by the keys and variables around it', () => {
    assertRows(
      [
        [
          ['a.ts', 'const versions = { mysql: { version: x } };'],
          ['versions', 'mysql', 'version'],
        ],
        [
          ['a.ts', "const a = { 'engine-version': x };"],
          ['a', 'engine-version'],
        ],
        [['a.ts', 'function engineVersion() { return x; }'], ['engineVersion']],
        [['a.ts', 'f(x)'], []],
        [['a.py', 'f(engine_version=x)'], ['engine_version']],
        [
          ['a.py', 'v = {"mysql": x}'],
          ['v', 'mysql'],
        ],
        [
          ['a.go', 'package a\nvar v = Props{Version: x}'],
          ['v', 'Version'],
        ],
        [['A.java', 'class A { String version = x; }'], ['version']],
      ] as const,
      ([file, text]) => namesOnPath(named('x', file, text)),
    );
  });

  test('end at the beginning of another subject', () => {
    const node = named('x', 'a.ts', 'const a = { b: { c: x } };');
    assert.deepEqual(
      namesOnPath(node, (around) => around.type === 'pair' && codeOf(around).startsWith('b')),
      ['c'],
    );
  });

  test('recognise keys with a value, also in initialisers of C#', () => {
    const isOfKey = (file: string, text: string): boolean => {
      for (let node: Node | null = named('x', file, text); node !== null; node = node.around)
        if (isKeyed(node)) return true;
      return false;
    };
    assertRows(
      [
        [['a.ts', 'a = { b: x }'], true],
        [['a.py', 'f(b=x)'], true],
        [['a.cs', 'var a = new Props { B = x };'], true],
        [['a.cs', 'b = x;'], false],
      ] as const,
      ([file, text]) => isOfKey(file, text),
    );
  });

  test('name a stored call by its variable or field', () => {
    const variable = (file: string, text: string): string | null => {
      let node: Node | null = named('f', file, text);
      while (node !== null && !/call|invocation/.test(node.type)) node = node.around;
      return node && variableOf(node);
    };
    assertRows(
      [
        [['a.ts', 'const cluster = f(1);'], 'cluster'],
        [['a.ts', 'this.cluster = f(1);'], 'cluster'],
        [['a.ts', 'f(1);'], null],
        [['a.py', 'self.cluster = f(1)'], 'cluster'],
        [['a.go', 'package a\nfunc b() {\n cluster := f(1)\n}'], 'cluster'],
        [['a.go', 'package a\nfunc b() {\n _ = f(1)\n}'], null],
        [['a.cs', 'var cluster = f(1);'], 'cluster'],
      ] as const,
      ([file, text]) => variable(file, text),
    );
  });

  test('include the qualifier of a call, and every name in an expression', () => {
    assert.equal(codeOf(calledName(named('x', 'a.ts', 'a.x.f(1)'))), 'a.x.f(1)');
    assert.equal(codeOf(calledName(named('x', 'a.ts', 'g(x)'))), 'x');
    const used = useArgument('a.ts', "use(f(a.b, 'c', [d]))");
    assert.deepEqual([...namesUsedIn(used)], ['f', 'a', 'b', 'd']);
  });

  test('have an owner in members only', () => {
    const owner = (file: string, text: string): string | null => {
      const node = ownerOf(unwrap(useArgument(file, text)));
      return node && codeOf(node);
    };
    assertRows(
      [
        [['a.ts', 'use(this.props.version)'], 'this.props'],
        [['a.ts', 'use(version)'], null],
        [['a.py', 'use(self.version)'], 'self'],
        [['a.go', 'package a\nvar x = use(props.Version)'], 'props'],
        [['a.cs', 'use(props.Version);'], 'props'],
      ] as const,
      ([file, text]) => owner(file, text),
    );
    const self = ownerOf(useArgument('a.py', 'use(self.version)'));
    assert.equal(self && isSelf(self), true);
  });

  test('belong to the scope of a function or class in any language', () => {
    const scopes = (file: string, text: string): string[] => {
      const found: string[] = [];
      for (let node: Node | null = named('x', file, text); node !== null; node = node.around)
        if (isFunction(node) || isClass(node)) found.push(isClass(node) ? 'class' : 'function');
      return found;
    };
    assertRows(
      [
        [
          ['a.ts', 'class A { f = () => x; }'],
          ['function', 'class'],
        ],
        [
          ['a.py', 'class A:\n  def f(self):\n    return x'],
          ['function', 'class'],
        ],
        [['a.go', 'package a\nfunc f() { g(x) }'], ['function']],
        [
          ['A.java', 'class A { void f() { g(x); } }'],
          ['function', 'class'],
        ],
        [
          ['a.cs', 'class A { void F() { g(x); } }'],
          ['function', 'class'],
        ],
        [['a.ts', 'x'], []],
      ] as const,
      ([file, text]) => scopes(file, text),
    );
  });
});
