import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor, programIn, useArgument } from '../../../../test/support/code/program-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { declarationOf, exportedDeclaration, type DeclaredName } from './declarations.ts';
import { codeOf } from '../program.ts';

/** Declared value, with its field and a mark for a default; `…` for a value from outside. */
function shown(declared: DeclaredName | null): string | null {
  if (declared === null) return null;
  const value = declared.value === null ? '…' : codeOf(declared.value);
  return (
    value +
    (declared.field === null ? '' : `.${declared.field}`) +
    (declared.value !== null && declared.isDefault ? ' (default)' : '')
  );
}

describe('declarations in programs', () => {
  before(() => prepareFor('.ts', '.py', '.go', '.java', '.cs'));

  test('resolve a name to the expression of its only declaration', () => {
    assertRows(
      [
        [['a.ts', "const v = '8.0'; use(v);"], "'8.0'"],
        [['a.ts', "let v = '8.0'; v = '8.4'; use(v);"], null],
        [['a.ts', "class A { v = '8.0'; f() { use(this.v); } }"], "'8.0'"],
        [['a.ts', "class A { constructor() { this.v = '8.0'; } f() { use(this.v); } }"], "'8.0'"],
        [['a.ts', "function f(v = '8.0') { use(v); }"], "'8.0' (default)"],
        [['a.ts', 'function f(v) { use(v); }'], '…'],
        [['a.ts', 'for (const v of all) use(v);'], '…'],
        [['a.ts', 'const { v } = props; use(v);'], 'props.v'],
        [['a.ts', 'const { version: v } = props; use(v);'], 'props.version'],
        [['a.ts', 'use(v);'], null],
        [['a.ts', "const größe = '8.0', straße = 'x'; use(größe);"], "'8.0'"],
        [['a.py', 'v = "8.0"\nuse(v)'], '"8.0"'],
        [['a.py', 'def f(v="8.0"):\n  use(v)'], '"8.0" (default)'],
        [['a.py', 'v = "8.0"\nv += "x"\nuse(v)'], null],
        [['a.go', 'package a\nfunc f() {\n v := "8.0"\n use(v)\n}'], '"8.0"'],
        [['a.go', 'package a\nfunc f() {\n a, v := "x", "8.0"\n use(v)\n}'], '"8.0"'],
        [['A.java', 'class A { static final String v = "8.0"; void f() { use(v); } }'], '"8.0"'],
        [['A.java', 'class A { void f() { String v; v = "8.0"; use(v); } }'], '"8.0"'],
        [['A.cs', 'class A { const string v = "8.0"; void F() { use(v); } }'], '"8.0"'],
      ] as const,
      ([file, text]) => shown(declarationOf(useArgument(file, text))),
    );
  });

  test('prefer the innermost scope', () => {
    assertRows(
      [
        ["const v = '5.7'; function f() { const v = '8.0'; use(v); }", "'8.0'"],
        ["function f() { const v = '8.0'; } const v = '5.7'; use(v);", "'5.7'"],
        ["const v = '5.7'; { const v = '8.0'; } use(v);", "'5.7'"],
        ["class Versions { static v = '8.0'; } use(Versions.v);", "'8.0'"],
        ["class Others { static v = '8.0'; } use(Versions.v);", null],
      ],
      (text) => shown(declarationOf(useArgument('a.ts', text))),
    );
  });

  test('export only what is declared at the top of a program', () => {
    const program = programIn(
      'a.ts',
      "export const v = '8.0'; function f() { const inner = 1; } class Versions { static own = '8.4'; }",
    );
    assert.equal(shown(exportedDeclaration(program, 'v')), "'8.0'");
    assert.equal(exportedDeclaration(program, 'inner'), null);
    assert.equal(exportedDeclaration(program, 'own'), null);
    assert.equal(shown(exportedDeclaration(program, 'own', 'Versions')), "'8.4'");
  });
});
