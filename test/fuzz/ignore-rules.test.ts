import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ignore from 'ignore';
import { isIgnored, type RuleChain, rulesForSubfolder, rulesOf } from '../../src/files/walk/ignore-rules.ts';
import { RUNS } from '../support/hostile/fuzz.ts';

const PIECES = [
  ...[
    'a',
    'B',
    'ab',
    'dist',
    '.log',
    'é',
    'ſ',
    's',
    'K',
    '*',
    '**',
    '?',
    '/',
    '/',
    '[ab]',
    '[!a]',
    '[]a]',
    '[',
  ],
  ...[']', '\\', '\\ ', ' ', '!', '#', '+', '$', '(', '{a,b}', '.', '-'],
];
const PATTERN = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
const NAME = fc
  .array(
    fc.constantFrom('a', 'b', 'A', 'ab', 'dist', '.log', 'É', 'ſ', 's', 'k', ' ', ']', '+', '$', '{a,b}'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((pieces) => pieces.join(''));

test('ignores no path without a rule that could match it', () => {
  const patterns = fc.array(PATTERN, { minLength: 1, maxLength: 4 });
  const paths = fc.array(NAME, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  fc.assert(
    fc.property(patterns, paths, fc.boolean(), (written, path, isFolder) => {
      const { ignored } = ignore({ allowRelativePaths: false })
        .add(written)
        .test(isFolder ? `${path}/` : path);
      const names = path.split('/');
      const rules = names.slice(0, -1).reduce<RuleChain>(rulesForSubfolder, [rulesOf(written)]);
      assert.equal(isIgnored(path, names.at(-1) ?? '', isFolder, rules), ignored);
    }),
    { numRuns: 10 * RUNS.numRuns },
  );
});
