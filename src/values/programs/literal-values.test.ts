import assert from 'node:assert/strict';
import test from 'node:test';
import { ancestorsOf, CALLS } from '../../syntax/programs/index.ts';
import { prepareFor, useArgument } from '../../../test/support/code/program-code.ts';
import {
  argumentGroupOf,
  propertyGroupOf,
  rangeOf,
  storedName,
  type WrittenGroup,
} from './literal-values.ts';

await prepareFor('.ts', '.py');

/** The call of `use` in a program. */
function callIn(file: string, text: string) {
  const call = ancestorsOf(useArgument(file, text)).find(({ type }) => CALLS.has(type));
  assert.ok(call !== undefined);
  return call;
}

/** Keys, texts and forms of a group's parts. */
function partsOf(group: WrittenGroup | null): unknown {
  return (
    group &&
    group.parts.map(({ key, value }) => [
      key,
      value.text ??
        (value.isPlain ? 'plain' : value.group ? partsOf(value.group) : value.given ? 'call' : '?'),
    ])
  );
}

test('reads properties of a call in TypeScript', () => {
  const text =
    "use(this, 'x', { engineVersion: '8.0', 'port': 3306, list: ['a', b], nested: { a: true }, name, d: Duration.days(1) })";
  const group = propertyGroupOf(callIn('a.ts', text), 'typescript');
  assert.deepEqual(partsOf(group), [
    ['engineversion', '8.0'],
    ['port', 'plain'],
    [
      'list',
      [
        [null, 'a'],
        [null, '?'],
      ],
    ],
    ['nested', [['a', 'plain']]],
    ['name', '?'],
    ['d', 'plain'],
  ]);
  assert.ok(group !== null);
  assert.equal(text.slice(group.open - 1, group.open) + text.slice(group.close, group.close + 1), '{}');
  assert.equal(text.slice(group.parts[0]?.start, group.parts[0]?.end), "engineVersion: '8.0'");
  assert.equal(text.slice(group.parts[0]?.value.start, group.parts[0]?.value.end), "'8.0'");
  assert.equal(group.isOpen, false);
});

test('reads properties of a call in Python', () => {
  const text =
    "shop = use(self, 'x', engine_version='8.0', # note\n  retention=RetentionDays.ONE_WEEK, **rest)";
  const group = propertyGroupOf(callIn('a.py', text), 'python');
  assert.deepEqual(partsOf(group), [
    [null, '?'],
    [null, 'x'],
    ['engineversion', '8.0'],
    ['retention', 'plain'],
    [null, '?'],
  ]);
  assert.equal(group?.isOpen, true);
});

test('returns no properties for an object that is passed by name', () => {
  assert.equal(propertyGroupOf(callIn('a.ts', "use(this, 'x', props)"), 'typescript'), null);
  assert.equal(argumentGroupOf(callIn('a.ts', "use('x', props)"), 0), null);
  assert.deepEqual(partsOf(argumentGroupOf(callIn('a.ts', "use('x', 1)"), 0)), [
    [null, 'x'],
    [null, 'plain'],
  ]);
  assert.equal(propertyGroupOf(callIn('a.ts', "use(this, 'x', { ...props })"), 'typescript')?.isOpen, true);
});

test('finds the variable that stores a call, and the range of the call', () => {
  const nameIn = (text: string) => storedName(callIn('a.ts', text));
  assert.equal(nameIn('const shop = use(a)'), 'shop');
  assert.equal(nameIn('this.shop = use(a)'), 'this.shop');
  assert.equal(nameIn('use(a)'), null);
  assert.equal(nameIn('const { shop } = use(a)'), null);
  assert.equal(storedName(callIn('a.py', 'self.shop = use(a)')), 'self.shop');
  assert.deepEqual(rangeOf(callIn('a.ts', ' use(a)')), { start: 1, end: 7 });
});

test('limits the depth of nested properties', () => {
  const text = `use(${'{ a: '.repeat(50)}1${' }'.repeat(50)})`;
  let depth = 0;
  for (
    let group = propertyGroupOf(callIn('a.ts', text), 'typescript');
    group;
    group = group.parts[0]?.value.group ?? null
  )
    depth++;
  assert.ok(depth < 10);
});
