import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cvesOf, mismatchedCveLinks } from '../../../aurora/cves.ts';
import { mysqlBugsOf } from './references.ts';

test('finds CVEs in text and in link targets', () => {
  const link = { text: 'the record', href: 'https://www.cve.org/CVERecord?id=CVE-2031-11111' };
  assert.deepEqual(cvesOf('See CVE-2031-22222 and cve‑2031‑33333', [link]), [
    'CVE-2031-22222',
    'CVE-2031-33333',
    'CVE-2031-11111',
  ]);
});

test('prefers the text of a link to its target, and reports a mismatch', () => {
  const link = { text: 'CVE-2031-11111', href: 'https://x.example/?name=CVE-2031-99999' };
  assert.deepEqual(cvesOf('CVE-2031-11111', [link]), ['CVE-2031-11111']);
  assert.deepEqual(mismatchedCveLinks([link, { ...link, href: 'https://x.example/CVE-2031-11111' }]), [link]);
});

const BUG_FORMS: readonly [string, readonly string[]][] = [
  ['BUG#31000001 SOMETHING BREAKS', ['31000001']],
  ['Bug #31000001 - something breaks', ['31000001']],
  ['Something broke. ( Bug#31000001)', ['31000001']],
  ['Something broke (Bug# 31000001, Bug# 99001)', ['31000001', '99001']],
  ['Something broke. (MySQL 5.7 Bug #99001, Bug #31000002)', ['99001', '31000002']],
  ['Something broke (Community Bug Fix #31000001).', ['31000001']],
  ['Backport of Community Bug#31000001: it broke', ['31000001']],
  ['It broke. (Bug #99001, Bug #31000001 and #31000002)', ['99001', '31000001', '31000002']],
  ['It broke; Bug #31000001; Bug #31000002', ['31000001', '31000002']],
  ['Port 3306 and the year 2031 are no bugs', []],
];

for (const [text, numbers] of BUG_FORMS) {
  test(`reads bug numbers: ${text}`, () => assert.deepEqual(mysqlBugsOf(text), numbers));
}

test('does not count reverted fixes among the fixes', () => {
  const text =
    'Two sessions blocked each other. It reverts the fixes for Bug #99001, and Bug #99002. (Bug #99003)';
  assert.deepEqual(mysqlBugsOf(text), ['99003']);
});

test('reads a bare number in code ticks as a bug only in a community section', () => {
  assert.deepEqual(mysqlBugsOf('31000001 it broke', [], ['31000001'], true), ['31000001']);
  assert.deepEqual(mysqlBugsOf('31000001 it broke', [], ['31000001'], false), []);
});

test('reads the bug number from a link to the bug tracker', () => {
  const link = { text: 'the report', href: 'https://bugs.mysql.com/bug.php?id=99001' };
  assert.deepEqual(mysqlBugsOf('See the report', [link]), ['99001']);
});
