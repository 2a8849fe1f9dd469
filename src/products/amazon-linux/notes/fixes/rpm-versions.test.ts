import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRpmVersions } from './rpm.ts';

/**
 * The cases that rpm's own tests state of its comparison (tests/rpmvercmp.at of
 * https://github.com/rpm-software-management/rpm), as facts: the sign between two versions, each pair read in both directions.
 */
const CASES = `
  1.0 = 1.0         1.0 < 2.0         2.0.1 = 2.0.1     2.0 < 2.0.1       2.0.1a = 2.0.1a   2.0.1a > 2.0.1
  5.5p1 = 5.5p1     5.5p1 < 5.5p2     5.5p10 = 5.5p10   5.5p1 < 5.5p10    10xyz < 10.1xyz   xyz10 = xyz10
  xyz10 < xyz10.1   xyz.4 = xyz.4     xyz.4 < 8         xyz.4 < 2         5.5p2 < 5.6p1     5.6p1 < 6.5p1
  6.0.rc1 > 6.0     10b2 > 10a1       10a2 < 10b2       1.0aa = 1.0aa     1.0a < 1.0aa      10.0001 = 10.0001
  10.0001 = 10.1    10.0001 < 10.0039 4.999.9 < 5.0     20101121 = 20101121                 20101121 < 20101122
  2_0 = 2_0         2.0 = 2_0         a = a             a+ = a+           a+ = a_           +a = +a
  +a = _a           +_ = +_           _+ = +_           _+ = _+           + = _
  1.0~rc1 = 1.0~rc1 1.0~rc1 < 1.0     1.0~rc1 < 1.0~rc2 1.0~rc1~git123 = 1.0~rc1~git123     1.0~rc1~git123 < 1.0~rc1
  1.0^ = 1.0^       1.0^ > 1.0        1.0^git1 = 1.0^git1                 1.0^git1 > 1.0    1.0^git1 < 1.0^git2
  1.0^git1 < 1.01   1.0^20160101 = 1.0^20160101         1.0^20160101 < 1.0.1
  1.0^20160101^git1 = 1.0^20160101^git1                 1.0^20160102 > 1.0^20160101^git1
  1.0~rc1^git1 = 1.0~rc1^git1         1.0~rc1^git1 > 1.0~rc1              1.0^git1~pre = 1.0^git1~pre
  1.0^git1 > 1.0^git1~pre
  1b.fc17 = 1b.fc17 1b.fc17 < 1.fc17  1g.fc17 = 1g.fc17 1g.fc17 > 1.fc17  1.1.α = 1.1.β     1.1.αα = 1.1.α
`;

const SIGNS: Record<string, number> = { '<': -1, '=': 0, '>': 1 };

test("compares versions like rpm's own tests", () => {
  const words = CASES.trim().split(/\s+/);
  const pairs = words.filter((_, i) => i % 3 === 0).map((a, i) => [a, words[3 * i + 1], words[3 * i + 2]]);
  assert.ok(pairs.length > 60, `${pairs.length} cases`);
  for (const [a = '', sign = '', b = ''] of pairs) {
    assert.equal(Math.sign(compareRpmVersions(a, b)), SIGNS[sign], `${a} ${sign} ${b}`);
    assert.equal(
      Math.sign(compareRpmVersions(b, a)) + 0,
      0 - (SIGNS[sign] ?? NaN),
      `${b} and ${a}, read backwards`,
    );
  }
});

test('compares epoch, then version, then release', () => {
  const rising = ['1.0~rc1-9', '1.0-1', '1.0-2.amzn2023', '1.0-2.amzn2023.0.1', '1.0^git1-1', '1.1-1'];
  for (const [i, version] of rising.slice(1).entries()) {
    assert.ok(compareRpmVersions(rising[i] ?? '', version) < 0, `${rising[i]} < ${version}`);
    assert.ok(compareRpmVersions(`2:${rising[i]}`, `1:${version}`) > 0, `2:${rising[i]} > 1:${version}`);
  }
});

test('compares numbers by all digits, beyond the range of machine numbers', () => {
  assert.ok(compareRpmVersions('1.90071992547409930', '1.90071992547409931') < 0);
  assert.equal(compareRpmVersions('1.00090071992547409931', '1.90071992547409931'), 0);
});
