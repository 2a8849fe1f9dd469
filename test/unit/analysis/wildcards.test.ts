import assert from 'node:assert/strict';
import test from 'node:test';
import { resourcePattern } from '../../../src/analysis/suppress/resource-pattern.ts';
import { matchesWildcards } from '../../../src/analysis/suppress/wildcards.ts';

void test('wildcards', () => {
  for (const [pattern, text] of [
    ['', ''],
    ['*', ''],
    ['*', 'a\nb'],
    ['a*', 'a'],
    ['*.db', 'x.db'],
    ['a*b*c', 'a.b.b.c.c'],
    ['**a', 'ba'],
    ['*ab*ab', 'aabab'],
  ] as const)
    assert.equal(matchesWildcards(pattern, text), true, `${pattern} ${text}`);
  for (const [pattern, text] of [
    ['', 'a'],
    ['a', ''],
    ['a*', 'ba'],
    ['a*b', 'abc'],
    ['.', 'a'],
    ['a*b*c', 'acb'],
  ] as const)
    assert.equal(matchesWildcards(pattern, text), false, `${pattern} ${text}`);
});

void test('a pattern of many wildcards is soon answered', () => {
  const named = { id: 'main.tf#x', name: 'a'.repeat(5000), source: 'terraform' } as const;
  assert.equal(resourcePattern(`${'*a'.repeat(1000)}b`)(named), false);
  assert.equal(resourcePattern('*a*a*')(named), true);
});
