import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cvesOf, mismatchedCveLinks } from '../../../aurora/cves.ts';
import { mysqlBugsOf } from './references.ts';

test('CVEs in words and in addresses of links', () => {
  const link = { text: 'the record', href: 'https://www.cve.org/CVERecord?id=CVE-2031-11111' };
  assert.deepEqual(cvesOf('See CVE-2031-22222 and cve‑2031‑33333', [link]), [
    'CVE-2031-22222',
    'CVE-2031-33333',
    'CVE-2031-11111',
  ]);
});

test('where the words and the address of a link disagree, the words count and the link is told', () => {
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
  test(`bug numbers: ${text}`, () => assert.deepEqual(mysqlBugsOf(text), numbers));
}

test('a fix that takes other fixes back does not fix those', () => {
  const text =
    'Two sessions blocked each other. It reverts the fixes for Bug #99001, and Bug #99002. (Bug #99003)';
  assert.deepEqual(mysqlBugsOf(text), ['99003']);
});

test('a bare number in code ticks is a bug only in a community section', () => {
  assert.deepEqual(mysqlBugsOf('31000001 it broke', [], ['31000001'], true), ['31000001']);
  assert.deepEqual(mysqlBugsOf('31000001 it broke', [], ['31000001'], false), []);
});

test('the address of a link into the bug tracker names the bug', () => {
  const link = { text: 'the report', href: 'https://bugs.mysql.com/bug.php?id=99001' };
  assert.deepEqual(mysqlBugsOf('See the report', [link]), ['99001']);
});
