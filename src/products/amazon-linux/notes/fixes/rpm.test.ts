import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareRpmVersions, readRpm, rpmsIn } from './rpm.ts';

test('rejects words other than packages', () => {
  for (const word of [
    '',
    'None',
    '2026-01-31',
    'CVE-2031-0001',
    'CCVE-2031-0001',
    'x86-64-v3',
    'lua-enable-deprecated-api',
    'end-of-life',
  ]) {
    assert.equal(readRpm(word), null, word);
  }
  assert.deepEqual(
    rpmsIn('Updated packages: (curl-8.1-1.amzn2); see ALAS.').map(({ name }) => name),
    ['curl'],
  );
});

test('compares versions like rpm', () => {
  const rising = [
    '1.0~rc1-1',
    '1.0-1',
    '1.0-1.amzn2',
    '1.0-1.amzn2.0.1',
    '1.0-1.amzn2.0.10',
    '1.0a-1',
    '1.0.1-1',
    '1.9-1',
    '1.10-1',
    '2:0.1-1',
  ];
  for (let i = 1; i < rising.length - 1; i++) {
    assert.ok(
      compareRpmVersions(rising[i - 1] ?? '', rising[i] ?? '') < 0,
      `${rising[i - 1]} < ${rising[i]}`,
    );
  }
  assert.ok(compareRpmVersions('2:0.1-1', '1:9.9-1') > 0);
  assert.equal(compareRpmVersions('2:0.1-1', '0.1-1'), 0);
  assert.equal(compareRpmVersions('1.01-1', '1.1-1'), 0);
});

test('compares versions by a total order', () => {
  const version = fc
    .array(fc.constantFrom('1', '2', '10', 'a', 'rc', '.', '~', '^', '-'), { maxLength: 6 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      assert.equal(Math.sign(compareRpmVersions(a, b)), -Math.sign(compareRpmVersions(b, a)) + 0);
      if (compareRpmVersions(a, b) <= 0 && compareRpmVersions(b, c) <= 0)
        assert.ok(compareRpmVersions(a, c) <= 0);
    }),
  );
});

test('reads a package back that it has written', () => {
  const name = fc.constantFrom(
    'curl',
    'java-1.8.0-openjdk',
    'kernel6.12',
    'libstdc++',
    'python3.13-lxml',
    '7zip',
  );
  const version = fc.constantFrom(
    '1.2-3.amzn2',
    '2:2.1-47.amzn2.4.25',
    '21.0.4+7-1.amzn2023',
    '2023.4.20240416-0.amzn2023',
  );
  const arch = fc.constantFrom(null, 'x86_64', 'aarch64', 'noarch', 'i686');
  fc.assert(
    fc.property(name, version, arch, (...[n, v, a]) => {
      assert.deepEqual(readRpm(`${n}-${v}${a === null ? '' : `.${a}`}`), { name: n, version: v, arch: a });
    }),
  );
});
