import assert from 'node:assert/strict';
import test from 'node:test';
import { resourcePattern } from './resource-pattern.ts';
import { matchesWildcards } from '../checks/receivers/policies.ts';

void test('matches wildcards', () => {
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

void test('matches the beginning of an address up to a boundary', () => {
  for (const [pattern, name, isNamed] of [
    ['', 'a', false],
    ['a', 'a', true],
    ['module.a', 'module.a.db', true],
    ['module.a', 'module.ab', false],
    ['*.a', 'module.ab.a["x"]', true],
    ['*.a', 'module.ab', false],
    ['a*b*c', 'a.b.b.c.c', true],
    ['a*b*c', 'acb', false],
    ['a*b', 'abc', false],
    ['*ab*ab', 'aabab', true],
  ] as const)
    assert.equal(resourcePattern(pattern)(name), isNamed, `${pattern} ${name}`);
});

void test('matches a pattern of many wildcards quickly', () => {
  const name = 'a'.repeat(5000);
  assert.equal(resourcePattern(`${'*a'.repeat(1000)}b`)(name), false);
  assert.equal(resourcePattern('*a*a*')(name), true);
});
