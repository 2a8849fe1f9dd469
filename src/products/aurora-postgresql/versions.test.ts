import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineNamed, engineOfFamily, engineOfUnmistakableVersion, isInRanges } from '../index.ts';
import { auroraPostgresql } from './index.ts';
import { namesMinor } from './versions.ts';

const { versions, lineage, engine } = auroraPostgresql;

function reading(written: string): string {
  const understood = versions.read(written);
  switch (understood.form) {
    case 'release':
      return understood.version;
    case 'partial':
      return `any ${understood.prefix}`;
    case 'unknown':
      return 'unknown';
  }
}

test('reads versions in each notation of people and tools', () => {
  for (const [written, expected] of [
    ['17.7', '17.7'],
    [' 17.7.2 ', '17.7.2'],
    ['12.17.0', '12.17'],
    ['17', 'any 17'],
    ['9.6', 'any 9.6'],
    ['9.6.22', '9.6.22'],
    ['1.11.1', '9.6.22.1'],
    ['3.4.8', '11.9.8'],
    ['3.4.0', '11.9'],
    ['2.9', '10.17'],
    ['3', 'any 11'],
    ['4.2.3', '12.7.3'],
    ['16.4-limitless', '16.4-limitless'],
    ['16.4.106', '16.4.106'],
    ['VER_15_4', '15.4'],
    ['VER_16_4_LIMITLESS', '16.4-limitless'],
    ['VER_9_6_22', '9.6.22'],
  ] as const) {
    assert.equal(reading(written), expected, written);
  }
});

test('rejects versions of other products', () => {
  for (const written of [
    '',
    '9.5',
    '9.5.3',
    '8.4.7',
    '2023.4.20240416',
    '17.7.2.1',
    '17.x',
    '5.7',
    '3.9',
    '100.1',
  ])
    assert.equal(reading(written), 'unknown', written);
});

test('recognises a version without an engine unless another product has it', () => {
  assert.equal(versions.readAlone('17.7.0'), '17.7');
  assert.equal(versions.readAlone('17'), '17');
  assert.equal(versions.readAlone('3.4.8'), null);
});

test('orders releases, minor versions and lines', () => {
  const ordered = [
    '9.6.22.1',
    '10.4',
    '16.4',
    '16.4.7',
    '16.4-limitless',
    '16.4.106',
    '16.13',
    '17.7',
    '17.7.2',
  ];
  assert.deepEqual([...ordered].reverse().sort(versions.compare), ordered);
  assert.deepEqual(ordered.map(versions.branch), [
    '9.6.22',
    '10.4',
    '16.4',
    '16.4',
    '16.4-limitless',
    '16.4-limitless',
    '16.13',
    '17.7',
    '17.7',
  ]);
  assert.deepEqual([...new Set(ordered.map(versions.line))], ['9.6', '10', '16', '16-limitless', '17']);
  assert.deepEqual(
    ordered.filter((version) => versions.isUnder(version, '16')),
    ['16.4', '16.4.7', '16.13'],
  );
});

test('recognises a minor version, which includes its patches', () => {
  assert.deepEqual(['17.7', '17.7.2', '17', '9.6.22', '16.4-limitless'].map(namesMinor), [
    true,
    false,
    false,
    true,
    true,
  ]);
});

test('keeps the notation in an edit, and never leaves the major version', () => {
  assert.equal(versions.rewrite('17.4', '17.4', '17.9'), '17.9');
  assert.equal(versions.rewrite('VER_15_4', '15.4', '15.17'), 'VER_15_17');
  assert.equal(
    versions.rewrite('VER_16_4_LIMITLESS', '16.4-limitless', '16.11-limitless'),
    'VER_16_11_LIMITLESS',
  );
  assert.equal(versions.rewrite('16.6', '16.6', '16.13.3'), '16.13');
  assert.equal(versions.rewrite('16.13', '16.13', '16.13.3'), null);
  assert.equal(versions.rewrite('16.4', '16.4', '17.7'), null);
  assert.equal(versions.rewrite('16.4', '16.4', '16.11-limitless'), null);
});

test('maps names in code and in the API', () => {
  assert.equal(engineNamed('aurora-postgresql')?.id, 'aurora-postgresql');
  assert.equal(engineOfFamily('aurora-postgresql15')?.id, 'aurora-postgresql');
  assert.equal(engineOfUnmistakableVersion('16.4-limitless')?.id, 'aurora-postgresql');
  assert.equal(engine.apiVersion('17.7.2'), '17.7');
  assert.equal(engine.family('9.6.22'), 'aurora-postgresql9.6');
  assert.equal(engine.family('16.4-limitless'), 'aurora-postgresql16');
  assert.equal(lineage.otherName('11.9.8'), '3.4.8');
  assert.equal(lineage.otherName('11.13.2'), '11.13.2');
});

test('compares versions of two numbers with ranges', () => {
  assert.ok(isInRanges('17.7', ['17.7']));
  assert.ok(isInRanges('17.7.2', ['>=17.7 <17.9']));
  assert.ok(!isInRanges('17.7', ['>=17.9']));
});
