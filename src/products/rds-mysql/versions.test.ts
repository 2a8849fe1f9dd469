import assert from 'node:assert/strict';
import test from 'node:test';
import {
  engineNamed,
  engineOfFamily,
  engineOfUnmistakableVersion,
  lineOfFamily,
  readNamedVersions,
} from '../index.ts';
import { rdsMysql } from './index.ts';

const { versions, engine } = rdsMysql;

test('reads minor versions, revisions, Extended Support releases and ranges in every spelling', () => {
  const cases: Record<string, string | null> = {
    '8.0.35': '8.0.35',
    ' 8.4.5 ': '8.4.5',
    '8.0.40-R1': '8.0.40',
    '8.0.33.R2': '8.0.33-R2',
    '8.0.33.R2.20231201': '8.0.33-R2',
    '5.7.44-rds.20240408': '5.7.44-rds.20240408',
    '5.7.44-RDS.20240208.R2.20240210': '5.7.44-rds.20240208',
    VER_8_0_35: '8.0.35',
    VER_5_7_44_RDS_20240408: '5.7.44-rds.20240408',
    '8.0.mysql_aurora.3.04.0': null,
    '3.04.0': null,
    '16.6': null,
    '8.0.35.1': null,
    '8.0-rds.20240408': null,
  };
  for (const [written, version] of Object.entries(cases))
    assert.deepEqual(
      versions.read(written),
      version === null ? { form: 'unknown' } : { form: 'release', version },
      written,
    );
  for (const [written, prefix] of [
    ['8.0', '8.0'],
    ['5.7', '5.7'],
    ['VER_8_4', '8.4'],
  ] as const)
    assert.deepEqual(versions.read(written), { form: 'partial', prefix }, written);
});

test('orders Extended Support releases after their minor version', () => {
  const ordered = [
    '5.7.38',
    '5.7.44',
    '5.7.44-rds.20240408',
    '5.7.44-rds.20260624',
    '8.0.9',
    '8.0.35',
    '8.4.5',
  ];
  assert.deepEqual(ordered.toReversed().sort(versions.compare), ordered);
  assert.equal(versions.branch('8.0.33-R2'), '8.0.33');
  assert.equal(versions.line('5.7.44-rds.20240408'), '5.7');
  assert.ok(versions.isUnder('8.0.35', '8.0') && !versions.isUnder('8.0.35', '8.4'));
});

test('writes a version for the API in the notation of the place', () => {
  assert.equal(versions.rewrite('8.0.33.R2.20231201', '8.0.33-R2', '8.0.46'), '8.0.46');
  assert.equal(versions.rewrite('8.0.40-R1', '8.0.40', '8.0.40'), '8.0.40');
  assert.equal(versions.rewrite('VER_8_0_35', '8.0.35', '8.0.46'), 'VER_8_0_46');
  assert.equal(versions.rewrite('5.7.44', '5.7.44', '5.7.44-rds.20260624'), '5.7.44-rds.20260624');
  assert.equal(versions.rewrite('8.0.35', '8.0.35', '8.4.11'), null);
});

test('maps names in code and in the API, apart from those of Aurora MySQL', () => {
  assert.equal(engineNamed('MySQL')?.id, 'rds-mysql');
  assert.equal(engineNamed('aurora-mysql')?.id, 'aurora-mysql');
  assert.equal(engineOfFamily('mysql8.0')?.id, 'rds-mysql');
  assert.equal(engineOfFamily('aurora-mysql8.0')?.id, 'aurora-mysql');
  assert.deepEqual(lineOfFamily('default.mysql5.7'.replace('default.', '')), {
    product: 'rds-mysql',
    version: '5.7',
  });
  assert.equal(engineOfUnmistakableVersion('5.7.44-RDS.20240418')?.id, 'rds-mysql');
  assert.equal(engineOfUnmistakableVersion('11.22-RDS.20240418')?.id, 'rds-postgresql');
  assert.deepEqual(readNamedVersions('8.0.35'), [{ product: 'rds-mysql', version: '8.0.35' }]);
  for (const shared of ['8.4.7', '8.0'])
    assert.deepEqual(readNamedVersions(shared), [
      { product: 'aurora-mysql', version: shared },
      { product: 'rds-mysql', version: shared },
    ]);
  assert.equal(engine?.family('8.0.35'), 'mysql8.0');
});
