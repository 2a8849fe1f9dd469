import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { assertRows, labelsOf, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { elementOf, fieldOf, filesLike } from './members.ts';
import {
  choice,
  listOf,
  mapAt,
  missingValue,
  objectAt,
  scalarAt,
  TOO_COMPLEX,
  unknown,
  type Value,
} from './value.ts';

const lines = linesOf({ file: 'a.tf', text: '' });
const at = (start: number) => ({ lines, start, end: start + 1 });
const SPAN = at(0);
const OPEN = unknown(TOO_COMPLEX, SPAN);
const ROWS = objectAt(
  { dev: scalarAt('8.0', at(1)), prod: scalarAt('5.7', at(2)), 'prod-eu': scalarAt('8.4', at(3)) },
  SPAN,
);
const LIST = listOf([scalarAt('a', at(1)), scalarAt('b', at(2))], null, SPAN);
const text = (value: string | number | boolean): Value => scalarAt(value, SPAN);
const partly = (partial: string): Value => ({ ...OPEN, partial });

const ELEMENTS: readonly [call: readonly [collection: Value, key: Value], result: Sketch][] = [
  [[ROWS, text('dev')], '8.0'],
  [[ROWS, text('test')], 'missing'],
  [[ROWS, OPEN], { either: ['8.0', '5.7', '8.4'] }],
  [[ROWS, partly('prod-${region}')], '8.4'],
  [[ROWS, partly('${env}-eu')], '8.4'],
  [[ROWS, partly('x-${env}')], '?'],
  [
    [
      ROWS,
      choice([
        { label: null, result: text('dev') },
        { label: null, result: text('test') },
      ]),
    ],
    { either: ['8.0', 'missing'] },
  ],
  [[mapAt(ROWS.fields, SPAN, false), text('test')], '?'],
  [[mapAt(new Map(), SPAN, false, [text('x')]), OPEN], 'x'],
  [[mapAt(new Map(), SPAN), OPEN], '?'],
  [[LIST, text(1)], 'b'],
  [[LIST, text('1')], 'b'],
  [[LIST, text(2)], 'missing'],
  [[LIST, text(-1)], 'missing'],
  [[LIST, text(0.5)], 'missing'],
  [[LIST, text('')], 'missing'],
  [[LIST, text('x')], 'missing'],
  [[LIST, text(true)], 'missing'],
  [[LIST, OPEN], { either: ['a', 'b'] }],
  [[listOf([text('a')], OPEN, SPAN), text(0)], { either: ['a', '?'] }],
  [[OPEN, text('a')], '?'],
  [[missingValue('x', null), text('a')], 'missing'],
  [[text('a'), text('b')], 'missing'],
];

test('finds an element by its key, and every possible one by an unknown key', () => {
  assertRows(ELEMENTS, ([collection, key]) => sketch(elementOf(collection, key)));
});

test('labels rows as environments unless they name engines, versions or booleans', () => {
  const names = ['prod', 'aurora-mysql', '8.0', 'v2', 'arm64', 'true', 'dev'];
  const rows = mapAt(new Map(names.map((name, i) => [name, scalarAt(name, at(i))])), SPAN);
  assert.deepEqual(labelsOf(elementOf(rows, OPEN)), ['prod', null, null, null, null, null, 'dev']);
  assert.deepEqual(labelsOf(elementOf(ROWS, partly('${env}-eu'))), [null]);
});

test('reports a field as missing in a known object, and as unknown in others', () => {
  assert.equal(sketch(fieldOf(ROWS, 'dev')), '8.0');
  assert.equal(sketch(fieldOf(ROWS, 'constructor')), 'missing');
  assert.equal(sketch(fieldOf(mapAt(new Map(), SPAN, false), 'x')), '?');
  assert.equal(sketch(fieldOf(partly('a${b}') as typeof OPEN, 'x')), '?');
});

const FILES = [
  'config/dev.json',
  'config/prod.json',
  'config/prod.yaml',
  'live/eu/db.json',
  'live/us/db.json',
];
const LISTING = {
  list: (folder: string) => FILES.filter((file) => file.slice(0, file.lastIndexOf('/')) === folder),
  folders: (folder: string) => (folder === 'live' ? ['live/eu', 'live/us'] : []),
};

const PATHS: readonly [partial: string, files: string[]][] = [
  ['config/${env}.json', ['config/dev.json', 'config/prod.json']],
  ['config/p${env}.json', ['config/prod.json']],
  ['live/${region}/db.json', ['live/eu/db.json', 'live/us/db.json']],
  ['live/${region}/${name}.json', ['live/eu/db.json', 'live/us/db.json']],
  ['config/dev${env}dev.json', []],
  ['none/${env}.json', []],
];

test('matches a partly known path with each file that it can mean', () => {
  assertRows(PATHS, (partial) => [...filesLike(partial, LISTING)]);
});
