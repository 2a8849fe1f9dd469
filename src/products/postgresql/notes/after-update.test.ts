import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawItem } from '../../source.ts';
import { tasksIn } from './after-update.ts';

const ITEMS: readonly RawItem[] = [
  'Fix a page split of GIN indexes.',
  'Fix equality of char. Users should reindex indexes on bpchar columns.',
].map((text) => ({ section: 'Changes', text, cves: [], communityBugs: [] }));

const TASKS: readonly (readonly [words: string, tasks: readonly string[]])[] = [
  ['A dump/restore is not required for those running 31.X.', []],
  ['However, if you use BRIN indexes, you should reindex them.', ['reindex BRIN']],
  ['Several indexes can be corrupt. Look for REINDEX in the items below.', ['reindex bpchar']],
  ['If you have self-referential foreign key constraints, recreate those constraints.', ['self-keys']],
  ['If you have ever detached a partition, you may have data corruption to repair.', ['detached-keys']],
  [
    'For the contrib/intarray extension with a GiST index there is more to do.',
    ['contained-arrays intarray GiST'],
  ],
  ['However, if you use LISTEN, see the second changelog entry below.', ['see-notes']],
  ['Users of incremental backups should take a new full backup.', []],
];

for (const [words, tasks] of TASKS)
  test(`requires ${tasks.join(', ') || 'nothing'}: ${words}`, () => {
    assert.deepEqual(
      tasksIn([words], ITEMS).map(({ task, names }) => [task, ...names].join(' ')),
      tasks,
    );
  });

test('requires a change of the catalog, which only an item mentions', () => {
  const words = 'Fix the marking of json_strip_nulls(). The remedy is a manual catalog update.';
  const items = [{ section: 'Changes', text: words, cves: [], communityBugs: [] }];
  assert.deepEqual(tasksIn([], items), [{ task: 'catalog', names: ['json_strip_nulls'] }]);
});
