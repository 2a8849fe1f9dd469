import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../syntax/index.ts';
import { assertRows, sketch, writtenAt, type Sketch } from '../../test/support/code/values.ts';
import { applyFilter, TEXT_FUNCTIONS } from './functions.ts';
import { maxTextParts } from './limits.ts';
import { scalarAt, TOO_COMPLEX, unknown, type Scalar, type Value } from './value/value.ts';

const TEXT = '"8.0.mysql_aurora.3.04.0" , ';
const SPAN = { lines: linesOf({ file: 'a.tf', text: TEXT }), start: 0, end: TEXT.length };
const OPEN = unknown(TOO_COMPLEX, SPAN);

/** Argument of a call; undefined is an unknown one. */
type Given = Scalar['value'] | undefined | readonly Given[];

function given(data: Given): Value {
  if (data === undefined) return OPEN;
  return typeof data === 'object' && data !== null
    ? { kind: 'list', items: data.map(given), span: SPAN }
    : scalarAt(data, SPAN);
}

const CALLS: readonly [call: readonly [name: string, ...args: Given[]], result: Sketch][] = [
  [['startswith', '8.0.34', '8.0'], true],
  [['startswith', '8.0.34', undefined], 'nothing'],
  [['startswith', null, '8'], 'nothing'],
  [['endswith', '8.0.34', '.34'], true],
  [['strcontains', 'aurora-mysql', 'mysql'], true],
  [['strcontains', 'aurora-mysql', 'postgres'], false],
  [
    ['regexall', 'aurora', 'aurora-mysql aurora'],
    ['aurora', 'aurora'],
  ],
  [['regexall', '^mysql$', 'aurora-mysql'], []],
  // A pattern may take too long, so only literal ones are executed.
  [['regexall', '(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!'], 'nothing'],
  [['contains', ['a', 'b'], 'b'], true],
  [['contains', ['a', 'b'], 'c'], false],
  [['contains', ['a', undefined], 'a'], true],
  [['contains', ['a', undefined], 'b'], 'nothing'],
  [['contains', ['a'], undefined], 'nothing'],
  [
    ['split', ',', 'a,b,,c'],
    ['a', 'b', '', 'c'],
  ],
  [['split', ',', ''], ['']],
  [['split', ',', 'x,'.repeat(maxTextParts + 1)], '?'],
  [['join', '.', ['8', '0']], '8.0'],
  [['join', '.', ['8', undefined]], 'nothing'],
  [['join', '.', []], ''],
  [['join', '.', ['a'], ['b']], 'a.b'],
  [['replace', '8.0.34', '.', '_'], '8_0_34'],
  [['replace', '8.0', '/[0-9]/', 'x'], 'nothing'],
  [['replace', '8.0', undefined, 'x'], 'nothing'],
  [['trimprefix', 'v8.0', 'v'], '8.0'],
  [['trimprefix', '8.0', 'v'], '8.0'],
  [['trimsuffix', '8.0-lts', '-lts'], '8.0'],
  [['trimsuffix', undefined, '-lts'], 'nothing'],
  [['trimprefix', 'v8.0', undefined], 'nothing'],
  [['trimspace', ' a\n'], 'a'],
  [['chomp', 'a\r\n\n'], 'a'],
  [['lower', 'Aurora'], 'aurora'],
  [['upper', undefined], '?'],
  [['title', 'aurora mysql-x'], 'Aurora Mysql-X'],
  // Terraform converts an argument to a text.
  [['title', 8], '8'],
  [['lower', true], 'true'],
  [['lower', null], null],
  [['tostring', 8], '8'],
  [['tostring', null], null],
];

test('applies text functions to known arguments only', () => {
  assertRows(CALLS, ([name, ...args]) => sketch(TEXT_FUNCTIONS[name]?.(args.map(given), SPAN)));
});

const FILTERS: readonly [call: readonly [name: string, value: Given, ...args: Given[]], result: Sketch][] = [
  [['join', ['8', '0'], '.'], '8.0'],
  [
    ['split', '8.0', '.'],
    ['8', '0'],
  ],
  [['replace', 'v8.0', 'v', ''], '8.0'],
  [['trim', ' 8.0 '], '8.0'],
  [['string', 8], '8'],
  [['mandatory', '8.0'], '8.0'],
  [['regex_replace', '8.0', '8', '9'], 'nothing'],
  [['constructor', '8.0'], 'nothing'],
  [['__proto__', '8.0'], 'nothing'],
];

test('passes the piped value of a Jinja filter as its first argument', () => {
  assertRows(FILTERS, ([name, value, ...args]) =>
    sketch(applyFilter(name, given(value), args.map(given), SPAN)),
  );
});

test('keeps places of split and shortened texts', () => {
  const version = scalarAt('8.0.mysql_aurora.3.04.0', { ...SPAN, start: 1, end: 24 });
  const parts = TEXT_FUNCTIONS['split']?.([scalarAt('.mysql_aurora.', SPAN), version], SPAN);
  assert.equal(parts?.kind, 'list');
  const places = parts.items.map((part) => (part.kind === 'scalar' ? writtenAt(TEXT, part.span) : null));
  assert.deepEqual(places, ['8.0', '3.04.0']);
  const shortened = TEXT_FUNCTIONS['trimprefix']?.([version, scalarAt('8.0.', SPAN)], SPAN);
  assert.equal(shortened?.kind === 'scalar' && writtenAt(TEXT, shortened.span), 'mysql_aurora.3.04.0');
});
