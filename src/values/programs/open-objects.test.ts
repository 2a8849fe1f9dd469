import assert from 'node:assert/strict';
import test from 'node:test';
import { ancestorsOf, CALLS, codeOf, propertiesOf } from '../../syntax/programs/index.ts';
import { prepareFor, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { isChangedLater, isOverridden } from './usage/changes.ts';
import { mayPassMore, isOpen, openSpreadBeside } from './open-objects.ts';

await prepareFor('.ts', '.py');

const OBJECTS: readonly [text: string, isOpen: boolean][] = [
  ['use({ a: 1 })', false],
  ['use({})', false],
  ['use({ ...x, a: 1 })', true],
  ['const x = { b: 1 }; use({ ...x, a: 1 })', false],
  ['const x = { b: 1 }; x.c = 2; use({ ...x, a: 1 })', true],
  ['const x = { ...y }; use({ ...x, a: 1 })', true],
  ['const x = { a: 1 }; use(x)', false],
  ['use(x)', true],
  ['use(make(1))', true],
  ['use(new Props())', false],
];

test('reports objects with possible further properties as open', () => {
  assertRows(OBJECTS, (text) => isOpen(useArgument('a.ts', text)));
});

/** The call of `use` in a program. */
function callIn(file: string, text: string) {
  const call = ancestorsOf(useArgument(file, text)).find(({ type }) => CALLS.has(type));
  assert.ok(call !== undefined);
  return call;
}

const CALLS_OF_USE: readonly [program: readonly [file: string, text: string], mayPassMore: boolean][] = [
  [['a.ts', "use(this, 'x', { a: 1 })"], false],
  [['a.ts', "use(this, 'x', props)"], true],
  [['a.ts', "use(this, 'x')"], false],
  [['a.ts', "use(this, 'x', { ...props })"], true],
  [['a.py', "use(self, 'x', a=1)"], false],
  [['a.py', "use(self, 'x', a=1, **rest)"], true],
  [['a.py', "rest = {'b': 1}\nuse(self, 'x', a=1, **rest)"], false],
];

test('detects calls with possible further arguments', () => {
  assertRows(CALLS_OF_USE, ([file, text]) => mayPassMore(callIn(file, text)));
});

test('finds the spread object beside a property', () => {
  const [property] = propertiesOf(useArgument('a.ts', 'use({ a: 1, ...rest })'));
  assert.ok(property !== undefined);
  const open = openSpreadBeside(property);
  assert.equal(open && codeOf(open), 'rest');
});

const CHANGES: readonly [text: string, isChanged: boolean][] = [
  ['const x = []; use(x)', false],
  ['const x = []; x.push(1); use(x)', true],
  ['const x = {}; x.a = 1; use(x)', true],
  ["const x = {}; x['a'] = 1; use(x)", true],
  ['const x = {}; if (x.a === 1) {} use(x)', false],
  ['const x = {}; f(x => x.a == 1); use(x)', false],
  ['const max = {}; ax.push(1); use(x)', false],
  ['use([1])', false],
];

test('detects later changes of a list or an object', () => {
  assertRows(CHANGES, (text) => isChangedLater(useArgument('a.ts', text)));
});

const OVERRIDES: readonly [text: string, isOverridden: boolean][] = [
  ["const db = use(1); db.addPropertyOverride('a', 1);", true],
  ['const db = use(1); const cfn = db.node.defaultChild;', true],
  ['const db = use(1); db.port = 1;', true],
  ['const db = use(1); db.grant(x);', false],
];

test('detects overrides of a construct outside its properties', () => {
  assertRows(OVERRIDES, (text) => isOverridden({ variable: 'db', call: callIn('a.ts', text) }));
  assert.equal(isOverridden({ variable: null, call: callIn('a.ts', 'use(1)') }), false);
});
