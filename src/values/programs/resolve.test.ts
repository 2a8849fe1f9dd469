import assert from 'node:assert/strict';
import test from 'node:test';
import { locationKey } from '../../model/index.ts';
import { codeOf } from '../../syntax/programs/index.ts';
import { prepareFor, useArguments, programIn, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { passedProperties, resolve, resolvedProperties } from './resolve.ts';

await prepareFor('.ts', '.py', '.go', '.java', '.cs');

/** Target of the expression that `use` receives, and its origin. */
const targetIn =
  (file: string, others: Readonly<Record<string, string>> = {}) =>
  (text: string): string => {
    const { node, origin } = resolve(useArgument(file, text, others), 'user');
    return `${codeOf(node)} (${origin})`;
  };

const TYPESCRIPT: readonly [text: string, target: string][] = [
  ["use('8.0');", "'8.0' (literal)"],
  ["const v = '8.0'; use(v);", "'8.0' (constant)"],
  ["const v = '8.0' as const; use(v!);", "'8.0' (constant)"],
  ["const a = '8.0'; const b = a; use(b);", "'8.0' (constant)"],
  ["const s = { v: '8.0' }; use(s.v);", "'8.0' (constant)"],
  ["const s = { v: '8.0' }; use(s['v']);", "'8.0' (constant)"],
  ["const s = { a: { v: '8.0' } }; use(s.a.v);", "'8.0' (constant)"],
  ["const s = { ...{ v: '5.7' }, v: '8.0' }; use(s.v);", "'8.0' (constant)"],
  ["const { v } = { v: '8.0' }; use(v);", "'8.0' (constant)"],
  ["const { v: w } = { v: '8.0' }; use(w);", "'8.0' (constant)"],
  ["function f(v = '8.0') { use(v); }", "'8.0' (default)"],
  ["const v = process.env.V ?? '8.0'; use(v);", "'8.0' (default)"],
  ["const v = process.env.V || '8.0'; use(v);", "'8.0' (default)"],
  ["const v = '8.0' ?? '5.7'; use(v);", "'8.0' (constant)"],
  ["class A { v = '8.0'; f() { use(this.v); } }", "'8.0' (constant)"],
  ["class A { static readonly V = '8.0'; } use(A.V);", "'8.0' (constant)"],
  ["enum A { V = '8.0' } use(A.V);", "'8.0' (constant)"],
  // Two values, and one that is known at run time only.
  ["let v = '8.0'; v = '5.7'; use(v);", 'v (literal)'],
  ["let v = '8.0'; if (x) { v = '5.7'; } use(v);", 'v (literal)'],
  ['function f(v) { use(v); }', 'v (literal)'],
  ['for (const v of list) { use(v); }', 'v (literal)'],
  ['const v = compute(); use(v);', 'compute() (constant)'],
  ['use(none);', 'none (literal)'],
  ['const a = b; const b = a; use(a);', 'a (constant)'],
  // The object gets another value later.
  ["const s = { v: '8.0' }; s.v = '5.7'; use(s.v);", 's.v (literal)'],
  ["const s = { v: '8.0' }; s['v'] = '5.7'; use(s.v);", 's.v (literal)'],
  ["const v = '8.0'; function f() { const v = '5.7'; use(v); }", "'5.7' (constant)"],
  ["const v = '8.0'; function f(v) { use(v); }", 'v (literal)'],
];

test('resolves an expression of TypeScript to its literal', () => {
  assertRows(TYPESCRIPT, targetIn('a.ts'));
});

const OTHERS: readonly [program: readonly [file: string, text: string], target: string][] = [
  [['a.py', "v = '8.0'\nuse(v)"], "'8.0' (constant)"],
  [['a.py', "def f(v='8.0'):\n  use(v)"], "'8.0' (default)"],
  [['a.py', "s = {'v': '8.0'}\nuse(s['v'])"], "'8.0' (constant)"],
  [['a.py', "s = {'v': '8.0'}\nuse(s.get('v'))"], "'8.0' (constant)"],
  [['a.py', "s = dict(v='8.0')\nuse(s['v'])"], "'8.0' (constant)"],
  [['a.py', "v = os.environ.get('V', '8.0')\nuse(v)"], "'8.0' (default)"],
  [['a.py', "v = os.getenv('V') or '8.0'\nuse(v)"], "'8.0' (default)"],
  [['a.py', "class A(Enum):\n  V = '8.0'\nuse(A.V.value)"], "'8.0' (constant)"],
  [
    ['a.py', "class A:\n  def __init__(self):\n    self.v = '8.0'\n  def f(self):\n    use(self.v)"],
    "'8.0' (constant)",
  ],
  [['a.py', "v = '8.0'\nv = '5.7'\nuse(v)"], 'v (literal)'],
  [['a.go', 'package a\nconst v = "8.0"\nfunc f() { use(v) }'], '"8.0" (constant)'],
  [['a.go', 'package a\nfunc f() { v := "8.0"; use(jsii.String(v)) }'], '"8.0" (constant)'],
  [['a.go', 'package a\nfunc f(v string) { use(v) }'], 'v (literal)'],
  [['A.java', 'class A { static final String V = "8.0"; void f() { use(V); } }'], '"8.0" (constant)'],
  [['A.java', 'class A { void f() { String v = "8.0"; use(v); } }'], '"8.0" (constant)'],
  [['A.java', 'class A { void f(String v) { use(v); } }'], 'v (literal)'],
  [['A.cs', 'class A { const string V = "8.0"; void F() { use(V); } }'], '"8.0" (constant)'],
  [['A.cs', 'class A { void F() { var v = "8.0"; use(v); } }'], '"8.0" (constant)'],
];

test('resolves an expression of other languages to its literal', () => {
  assertRows(OTHERS, ([file, text]) => targetIn(file)(text));
});

const IMPORTS: readonly [text: string, target: string][] = [
  ["import { V } from './settings'; use(V);", "'8.0' (constant)"],
  ["import { V as W } from './settings'; use(W);", "'8.0' (constant)"],
  ["import * as s from './settings'; use(s.V);", "'8.0' (constant)"],
  ["import s from './whole'; use(s.v);", "'5.7' (constant)"],
  ["const s = require('./whole'); use(s.v);", "'5.7' (constant)"],
  ["import { A } from './settings'; use(A.V);", "'8.4' (constant)"],
  ["import { NONE } from './settings'; use(NONE);", 'NONE (literal)'],
  ["import { V } from 'package'; use(V);", 'V (literal)'],
];

test('follows one import', () => {
  const files = {
    'settings.ts': "export const V = '8.0'; export class A { static V = '8.4'; }",
    'whole.ts': "export default { v: '5.7' };",
  };
  assertRows(IMPORTS, targetIn('a.ts', files));
  assert.equal(
    targetIn('a.py', { 'settings.py': "V = '8.0'" })('from settings import V\nuse(V)'),
    "'8.0' (constant)",
  );
});

test('records the names between a value and its use', () => {
  const { uses } = resolve(useArgument('a.ts', "const a = '8.0';\nconst b = a;\nuse(b);"), 'user');
  assert.deepEqual(
    uses.map(({ name, location }) => `${name} ${locationKey(location)}`),
    ['user a.ts:2:11-2:12', 'user a.ts:3:5-3:6'],
  );
});

test('limits the length of a chain of names', () => {
  const chain = Array.from({ length: 50 }, (_, i) => `const v${i + 1} = v${i};`).join('\n');
  assert.match(targetIn('a.ts')(`const v0 = '8.0';\n${chain}\nuse(v50);`), /^v\d+/);
});

test('reads properties of objects, of spread objects and of calls', () => {
  const [argument] = useArguments(
    programIn('a.ts', "const base = { a: 1 }; use({ ...base, b: 2, ['c']: 3 });"),
  );
  assert.ok(argument !== undefined);
  assert.deepEqual(
    resolvedProperties(argument).map(({ name }) => name),
    ['a', 'b', 'c'],
  );
  const named = useArgument('a.py', "base = {'a': 1}\nuse(Cluster(self, 'x', b=2, **base))");
  assert.deepEqual(
    passedProperties(named).map(({ name, value }) => [name, codeOf(value)]),
    [
      ['b', '2'],
      ['a', '1'],
    ],
  );
});
