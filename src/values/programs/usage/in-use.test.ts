import assert from 'node:assert/strict';
import test from 'node:test';
import { codeOf } from '../../../syntax/programs/index.ts';
import { prepareFor, programIn } from '../../../../test/support/code/program-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { tableOf, useOf } from './in-use.ts';

await prepareFor('.ts', '.py', '.go', '.java');

/** The text `8.0` in a program. */
function versionIn(file: string, text: string) {
  const program = programIn(file, text);
  const at = text.indexOf('8.0');
  const node = program.root.descendantForIndex(at, at + 3);
  assert.ok(node !== null);
  return /fragment|content/.test(node.type) ? (node.around ?? node) : node;
}

const PROGRAMS: readonly [program: readonly [file: string, text: string], use: string][] = [
  [['a.ts', "create('8.0');"], 'given'],
  [['a.ts', "new Cluster(this, 'x', { version: '8.0' });"], 'given'],
  [['a.ts', "const v = '8.0'; create(v);"], 'given'],
  [['a.ts', "const v = '8.0'; console.log(v);"], 'unused'],
  [['a.ts', "export const v = '8.0';"], 'given'],
  [['a.ts', "console.log('8.0');"], 'unused'],
  [['a.ts', "if (v === '8.0') { run(); }"], 'unused'],
  [['a.ts', "if (x) { create('8.0'); }"], 'given'],
  [['a.ts', "expect(v).toBe('8.0');"], 'unused'],
  [['a.ts', "switch (v) { case '8.0': run(); }"], 'unused'],
  [['a.ts', "function f() { return '8.0'; }"], 'returned'],
  [['a.ts', "function f() { return '8.0'; }\ncreate(f());"], 'given'],
  [['a.ts', "create(x ? '8.0' : '5.7');"], 'given'],
  [['a.ts', "v.startsWith('8.0');"], 'unused'],
  [['a.ts', "const isSupported = versions.includes('8.0');"], 'unused'],
  [['a.ts', "import x from '8.0';"], 'unused'],
  [['a.ts', "type V = '8.0';"], 'unused'],
  [['a.ts', "'8.0';"], 'unused'],
  [['a.py', "create('8.0')"], 'given'],
  [['a.py', "print('8.0')"], 'unused'],
  [['a.py', "assert v == '8.0'"], 'unused'],
  [['a.py', "raise ValueError('8.0')"], 'unused'],
  [['a.py', "class V(Enum):\n  NEW = '8.0'"], 'unused'],
  [['a.go', 'package a\nfunc f() { create("8.0") }'], 'given'],
  [['a.go', 'package a\nfunc f() { fmt.Println("8.0") }'], 'unused'],
  [['A.java', 'class A { void f() { create("8.0"); } }'], 'given'],
  [['A.java', 'class A { void f() { assertEquals("8.0", v); } }'], 'unused'],
];

test('marks a value as in use where the program passes it on', () => {
  assertRows(PROGRAMS, ([file, text]) => useOf(versionIn(file, text)));
});

test('marks one of several versions as unused if nothing selects it', () => {
  const list = "const all = ['8.0.mysql_aurora.3.04.0', '8.0.mysql_aurora.3.05.0']; create(all);";
  assert.equal(useOf(versionIn('a.ts', list)), 'unused');
  const chosen = (label: string, other: string) =>
    `function f(v) { switch (v) { case '${label}': return '8.0'; case '${other}': return '5.7'; } }\ncreate(f(x));`;
  assert.equal(useOf(versionIn('a.ts', chosen('8', '5.7.1'))), 'unused');
  assert.equal(useOf(versionIn('a.ts', chosen('prod', 'dev'))), 'given');
  const python =
    'def f(v):\n  match v:\n    case "14.9":\n      return "8.0"\n    case "15.2":\n      return "5.7"\ncreate(f(x))';
  assert.equal(useOf(versionIn('a.py', python)), 'unused');
  const one = "create(['8.0.mysql_aurora.3.04.0']);";
  assert.equal(useOf(versionIn('a.ts', one)), 'given');
});

test('finds the table of a row, and detects a use of it', () => {
  const found = tableOf(versionIn('a.ts', "const t = { dev: { v: '8.0' } }; use(t.dev);"));
  assert.deepEqual(found && [codeOf(found.table), found.isSelected], ["{ dev: { v: '8.0' } }", true]);
  assert.equal(tableOf(versionIn('a.ts', "const t = { dev: '8.0' };"))?.isSelected, false);
  assert.equal(tableOf(versionIn('a.ts', "create({ dev: '8.0' });")), null);
});
