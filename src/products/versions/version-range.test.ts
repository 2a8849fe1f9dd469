import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadSnapshot } from '../../catalogue/snapshot/index.ts';
import { compareVersions } from '../../model/index.ts';
import { readVersionRange } from '../index.ts';

/** Aurora MySQL releases in order, with four-part patches and the line 8.4; then Amazon Linux. */
const AURORA = [
  '1.22.2',
  '2.11.0',
  '2.11.1',
  '2.11.4',
  '2.12.0',
  '2.12.0.1',
  '2.12.1',
  '3.04.0',
  '3.05.0',
  '3.05.0.1',
  '3.05.1',
  '3.05.2',
  '3.10.0',
  '3.11.0',
  '8.4.5',
  '8.4.7',
  '8.5.0',
];
const LINUX = [
  '2.0.20220218.1',
  '2.0.20220218.3',
  '2.0.20230307.0',
  '2023.3.20240108',
  '2023.4.20240416',
  '2023.12.20260608',
];

function within(range: string, versions: readonly string[]): string {
  const read = readVersionRange(range);
  assert.ok(read !== null, range);
  return versions.filter((version) => read.includes(version)).join(' ');
}

describe('a range of versions', () => {
  for (const [range, expected] of [
    ['2.11.1', '2.11.1'],
    ['>=2.11.0 <2.11.4', '2.11.0 2.11.1'],
    ['>= 2.11.0, < 2.11.4', '2.11.0 2.11.1'],
    ['2.11.x', '2.11.0 2.11.1 2.11.4'],
    ['2.11.*', '2.11.0 2.11.1 2.11.4'],
    ['2.11', '2.11.0 2.11.1 2.11.4'],
    ['^3.10', '3.10.0 3.11.0'],
    ['~3.05.1', '3.05.1 3.05.2'],
    ['~3.5.1', '3.05.1 3.05.2'],
    ['>3.05.0 <=3.05.1', '3.05.0.1 3.05.1'],
    ['3.05.0', '3.05.0'],
    ['3.05.0.x', '3.05.0 3.05.0.1'],
    ['2.12.0.1', '2.12.0.1'],
    ['>2.12.0', '2.12.0.1 2.12.1 3.04.0 3.05.0 3.05.0.1 3.05.1 3.05.2 3.10.0 3.11.0 8.4.5 8.4.7 8.5.0'],
    ['2.11.1 - 2.12.0', '2.11.1 2.11.4 2.12.0'],
    ['2.11.1 || ^8.4', '2.11.1 8.4.5 8.4.7'],
    ['8.4.x', '8.4.5 8.4.7'],
    ['~> 3.05.1', '3.05.1 3.05.2'],
    ['~> 3.05', '3.05.0 3.05.0.1 3.05.1 3.05.2 3.10.0 3.11.0'],
    ['~> 3', '3.04.0 3.05.0 3.05.0.1 3.05.1 3.05.2 3.10.0 3.11.0 8.4.5 8.4.7 8.5.0'],
    ['~8.4.6', '8.4.7'],
    ['1.x', '1.22.2'],
    ['5.7.mysql_aurora.2.11.1', '2.11.1'],
    ['>=8.0.mysql_aurora.3.05.2 <3.11', '3.05.2 3.10.0'],
    ['8.0.mysql_aurora.3.05', '3.05.0 3.05.0.1 3.05.1 3.05.2'],
    ['*', AURORA.join(' ')],
  ] as const) {
    test(`selects the versions of ${range}`, () => assert.equal(within(range, AURORA), expected));
  }

  for (const [range, expected] of [
    ['2023.3.20240108', '2023.3.20240108'],
    ['>=2023.3.20240108 <2023.12', '2023.3.20240108 2023.4.20240416'],
    ['2023.x', '2023.3.20240108 2023.4.20240416 2023.12.20260608'],
    ['2.0.20220218', '2.0.20220218.1 2.0.20220218.3'],
    ['<=2.0.20220218', '2.0.20220218.1 2.0.20220218.3'],
    ['>2.0.20220218 <3', '2.0.20230307.0'],
    ['2.0.20220218.3 - 2.0.20230307.0', '2.0.20220218.3 2.0.20230307.0'],
  ] as const) {
    test(`selects the versions of ${range}`, () => assert.equal(within(range, LINUX), expected));
  }

  for (const [range, expected] of [
    ['16.4-limitless', '16.4-limitless 16.4.101'],
    ['= 16.4-LIMITLESS || 16.6.x', '16.4-limitless 16.4.101 16.6.1'],
  ] as const) {
    test(`selects the versions of ${range}`, () =>
      assert.equal(within(range, ['16.4', '16.4.1', '16.4-limitless', '16.4.101', '16.6.1']), expected));
  }

  test('includes revisions of RDS and its Extended Support', () => {
    const versions = ['11.22', '11.22-rds.20240418', '16.6', '16.6-R2', '16.7', '8.0.46-rds.20260624'];
    assert.equal(within('11.x || >16.6 <17', versions), '11.22 11.22-rds.20240418 16.7');
    assert.equal(within('=16.6 || ~8.0.46', versions), '16.6 16.6-R2 8.0.46-rds.20260624');
  });

  test('names every release of the catalogue alone', async () => {
    const { releases } = await loadSnapshot();
    const lost = releases.filter(({ version }) => readVersionRange(version)?.includes(version) !== true);
    assert.deepEqual(
      lost.map(({ product, version }) => `${product} ${version}`),
      [],
    );
  });

  test('rejects texts that are no range', () => {
    for (const written of [
      '',
      'abc',
      '>=',
      '2.11.1 -',
      '>=2.11.1 newest',
      '2..11',
      '^*',
      '1.2.3.4.5',
      '!2.11.1',
      '>=16.4-limitless',
      '16.4-limited',
    ])
      assert.equal(readVersionRange(written), null, written);
    for (const version of ['', 'latest', '2.11', '5.7.mysql_aurora.2.11.1'])
      assert.equal(readVersionRange('2.11.x')?.includes(version), false, version);
  });

  test('orders ranges as versions', () => {
    for (const list of [AURORA, LINUX]) {
      for (const a of list) {
        for (const b of list)
          assert.equal(within(`>=${a}`, [b]) === b, compareVersions(b, a) >= 0, `${b} >= ${a}`);
      }
    }
  });
});
