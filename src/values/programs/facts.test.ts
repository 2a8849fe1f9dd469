import assert from 'node:assert/strict';
import test from 'node:test';
import type { SettingValue } from '../../model/index.ts';
import { codeOf } from '../../syntax/programs/index.ts';
import { prepareFor, useArgument } from '../../../test/support/code/program-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { toFact } from '../value/facts.ts';
import { asTextFact, itemsIn, factOf, structureFactOf, valueIn } from './facts.ts';

await prepareFor('.ts', '.py', '.go', '.java', '.cs');

const settingIn =
  (file: string, read = factOf) =>
  (text: string): SettingValue => {
    const fact = read(useArgument(file, text));
    return fact.state === 'known' ? fact.value : '?';
  };

const TYPESCRIPT: readonly [text: string, value: SettingValue][] = [
  ["use('8.0')", '8.0'],
  ['use(`8.0`)', '8.0'],
  ['use(`8.${x}`)', '?'],
  ['use(3306)', 3306],
  ['use(-1)', -1],
  ['use(1_000)', 1000],
  ['use(0.5)', 0.5],
  ['use(0x10)', '?'],
  ['use(true)', true],
  ['const v = 7; use(v)', 7],
  ['use(Duration.minutes(5))', 300],
  ['use(cdk.Duration.days(1))', 86_400],
  ['const n = 2; use(Duration.hours(n))', 7200],
  ['use(Duration.minutes(n))', '?'],
  ['use(Duration.minutes(1, 2))', '?'],
  ["use(new InstanceType('r6g.large'))", 'r6g.large'],
  ['use(InstanceType.of(InstanceClass.R6G, InstanceSize.LARGE))', 'r6g.large'],
  ['use(RetentionDays.ONE_WEEK)', 7],
  ["use(['a', 'b'])", ['a', 'b']],
  ["use(['a', x])", '?'],
  ["use(['a', ...x])", '?'],
  ["const l = ['a']; use(l)", ['a']],
  ["const l = ['a']; l.push('b'); use(l)", '?'],
  ['use(x)', '?'],
  ['use(1 + 2)', '?'],
  ['use(null)', '?'],
];

test('reads literals, and leaves computed values unknown', () => {
  assertRows(TYPESCRIPT, settingIn('a.ts'));
});

const OTHERS: readonly [program: readonly [file: string, text: string], value: SettingValue][] = [
  [['a.py', 'use(True)'], true],
  [['a.py', 'use(Duration.minutes(5))'], 300],
  [['a.py', "use(f'8.{x}')"], '?'],
  [
    ['a.py', "use(['a', 'b'])"],
    ['a', 'b'],
  ],
  [
    ['a.go', 'package a\nfunc f() { use(jsii.Strings("a", "b")) }'],
    ['a', 'b'],
  ],
  [['a.go', 'package a\nfunc f() { use(awscdk.Duration_Minutes(jsii.Number(5))) }'], 300],
  [['A.java', 'class A { void f() { use(List.of("a")); } }'], ['a']],
  [['A.java', 'class A { void f() { use(Duration.minutes(5)); } }'], 300],
  [['A.cs', 'class A { void F() { use(new[] { "a" }); } }'], ['a']],
];

test('reads literals of other languages', () => {
  assertRows(OTHERS, ([file, text]) => settingIn(file)(text));
});

const STRUCTURES: readonly [text: string, value: SettingValue][] = [
  ["use({ LaunchTemplateId: 'x', max_size: 2 })", { launchTemplateId: 'x', maxSize: 2 }],
  ['use({ a: x })', { a: null }],
  ['use({ ...x, a: 1 })', '?'],
  ['use([{ a: 1 }])', [{ a: 1 }]],
  ['use([x])', '?'],
  ["use('a')", 'a'],
];

test('converts objects to structures with names of the API', () => {
  assertRows(STRUCTURES, settingIn('a.ts', structureFactOf));
});

test('keeps a property named __proto__ as an ordinary property', () => {
  const fact = structureFactOf(useArgument('a.ts', "use({ ['__proto__']: 1, a: 2 })"));
  assert.deepEqual(fact.state === 'known' && JSON.stringify(fact.value), '{"__proto__":1,"a":2}');
});

const VALUES: readonly [text: string, value: Sketch][] = [
  ['use({ a: [1, x] })', { a: [1, '?'] }],
  ['use({})', {}],
  ['use({ ...x, a: 1 })', { a: 1, '…': [] }],
  ['const s = { a: 1 }; s.b = 2; use(s)', { a: 1, '…': [] }],
  ['use(x)', '?'],
  [`use(${'['.repeat(20)}1${']'.repeat(20)})`, [[[[[['?']]]]]]],
];

test('evaluates each part of a value', () => {
  assertRows(VALUES, (text) => sketch(valueIn(useArgument('a.ts', text))));
});

test('locates a fact at its literal', () => {
  const text = "const v = '8.0';\nuse(v);";
  const fact = factOf(useArgument('a.ts', text));
  assert.deepEqual(fact.at && [fact.at.line, fact.at.column, fact.at.endColumn], [1, 11, 16]);
  const open = factOf(useArgument('a.ts', 'use(\n  compute(\n    1))'));
  assert.deepEqual(open.state === 'unknown' && open.reason.args, { expression: 'compute( 1)' });
  assert.equal(asTextFact(factOf(useArgument('a.ts', 'use(8.0)'))).state, 'known');
  assert.equal(toFact(valueIn(useArgument('a.ts', 'use([1])'))).state, 'known');
});

test('lists items of a list without spreads', () => {
  const itemsOf = (text: string) => itemsIn(useArgument('a.ts', text))?.map(codeOf) ?? null;
  assert.deepEqual(itemsOf('use([a, /* x */ 1])'), ['a', '1']);
  assert.equal(itemsOf('use([...a])'), null);
  assert.equal(itemsOf('use(a)'), null);
});
