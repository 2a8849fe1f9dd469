import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionNumberRange } from '../index.ts';
import { auroraEngineVersion, readAuroraVersion } from './versions.ts';

test('reads versions of lines newer than the newest one in the code', () => {
  for (const [written, version] of [
    ['9.0.mysql_aurora.9.0.1', '9.0.1'],
    ['8.5.mysql_aurora.8.5.0', '8.5.0'],
    ['8.4.mysql_aurora.8.4.99', '8.4.99'],
  ] as const) {
    assert.deepEqual(readAuroraVersion(written), { form: 'release', version });
    assert.equal(auroraEngineVersion(version), written);
  }
  assert.deepEqual(readAuroraVersion('9.0.mysql_aurora.9.0'), { form: 'partial', prefix: '9.0' });
});

test('rejects texts that are no version of Aurora MySQL', () => {
  for (const written of [
    '8.0.mysql_aurora.2.11.1',
    '8.1.mysql_aurora.8.1.0',
    '5.5.mysql_aurora.1.0.0',
    '8.4.mysql_aurora.9.0.1',
    '9.0.1',
    '8.0.28',
    '5.7.44',
    '15.4',
  ]) {
    assert.deepEqual(readAuroraVersion(written), { form: 'unknown' }, written);
  }
});

test('finds the range of the release number in an engine version', () => {
  assert.deepEqual(versionNumberRange('8.0.mysql_aurora.3.05.2'), { start: 17, end: 23 });
  assert.deepEqual(versionNumberRange('8.4.mysql_aurora.8.4.7'), { start: 17, end: 22 });
  assert.equal(versionNumberRange('3.05.2'), null);
});
