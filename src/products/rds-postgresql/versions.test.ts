import assert from 'node:assert/strict';
import test from 'node:test';
import { engineNamed, engineOfFamily, engineOfUnmistakableVersion, lineOfFamily } from '../index.ts';
import { rdsPostgresql } from './index.ts';

const { versions, engine } = rdsPostgresql;

test('reads minor versions, revisions, Extended Support releases and ranges in every spelling', () => {
  const cases: Record<string, string | null> = {
    '16.6': '16.6',
    ' 16.6 ': '16.6',
    '9.6.24': '9.6.24',
    '16.6-R2': '16.6-R2',
    '16.6-r2': '16.6-R2',
    '16.6-R1': '16.6',
    '11.22-rds.20240418': '11.22-rds.20240418',
    '11.22-RDS.20240418': '11.22-rds.20240418',
    VER_16_6: '16.6',
    VER_11_22_RDS_20240418: '11.22-rds.20240418',
    '16.6.1': null,
    '16.6-R': null,
    '16-R2': null,
    '16.6-rds.1': null,
    '5.7': null,
    '8.0.mysql_aurora.3.04.0': null,
  };
  for (const [written, version] of Object.entries(cases))
    assert.deepEqual(
      versions.read(written),
      version === null ? { form: 'unknown' } : { form: 'release', version },
      written,
    );
  for (const [written, prefix] of [
    ['16', '16'],
    ['9.6', '9.6'],
    ['VER_16', '16'],
  ] as const)
    assert.deepEqual(versions.read(written), { form: 'partial', prefix }, written);
});

test('orders revisions before the next minor version, and Extended Support releases after them', () => {
  const ordered = [
    '9.6.24',
    '11.21',
    '11.22',
    '11.22-R2',
    '11.22-rds.20240418',
    '11.22-rds.20241121',
    '16.6',
    '16.10',
  ];
  assert.deepEqual(ordered.toReversed().sort(versions.compare), ordered);
  assert.equal(versions.branch('16.6-R2'), '16.6');
  assert.equal(versions.branch('11.22-rds.20240418'), '11.22-rds.20240418');
  assert.equal(versions.line('11.22-rds.20240418'), '11');
  assert.equal(versions.line('9.6.24'), '9.6');
  assert.ok(versions.isUnder('16.6', '16') && !versions.isUnder('16.6', '1'));
});

test('writes a version for the API in the notation of the place', () => {
  assert.equal(versions.rewrite('16.6-R2', '16.6-R2', '16.6'), '16.6');
  assert.equal(versions.rewrite('16.6', '16.6', '16.10-R2'), '16.10');
  assert.equal(versions.rewrite('VER_16_6', '16.6', '16.10'), 'VER_16_10');
  assert.equal(versions.rewrite('11.22', '11.22', '11.22-rds.20240418'), '11.22-rds.20240418');
  assert.equal(versions.rewrite('13.14', '13.14', '15.4'), null);
});

test('maps names in code and in the API', () => {
  assert.equal(engineNamed('postgres')?.id, 'rds-postgresql');
  assert.equal(engineNamed('aurora-postgresql')?.id, 'aurora-postgresql');
  assert.equal(engineOfFamily('postgres16')?.id, 'rds-postgresql');
  assert.deepEqual(lineOfFamily('postgres9.6'), { product: 'rds-postgresql', version: '9.6' });
  assert.equal(engineOfUnmistakableVersion('11.22-RDS.20240418')?.id, 'rds-postgresql');
  assert.equal(engineOfUnmistakableVersion('16.6'), null);
  assert.equal(engine?.apiVersion('16.6-R2'), '16.6');
  assert.equal(engine.family('16.6'), 'postgres16');
});
