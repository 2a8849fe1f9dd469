import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../catalogue/classify/index.ts';
import type { Labels } from '../../model/index.ts';
import { labelsOf } from './labels.ts';

function labelsOfNote(text: string): Labels {
  return labelsOf(classify, { section: 'Changes', text, cves: [], communityBugs: [] });
}

test('labels a crash that the notes call theoretical as rare', () => {
  const crash = 'Prevent a crash of the server if many sessions ask for statistics at once.';
  assert.ok(!labelsOfNote(crash).traits.includes('rare'));
  for (const doubt of ['In theory this could happen.', 'It is not known to be reachable in the core code.'])
    assert.ok(labelsOfNote(`${crash} ${doubt}`).traits.includes('rare'), doubt);
});

test('takes a replica identity for a property of a table, not for a reader', () => {
  const identity =
    'Require a replica identity on updates of published tables. The omission could break replication.';
  assert.ok(!labelsOfNote(identity).features.includes('replicas'));
  const replica = 'Fix a crash of a replica during a large sort.';
  assert.ok(labelsOfNote(replica).features.includes('replicas'));
});

test('asks for either of two features of an item about the server and an extension', () => {
  const { extension, needs } = labelsOfNote(
    'Check passwords of subscriptions and contrib/dblink alike. Logical replication accepted more of them.',
  );
  assert.equal(extension, undefined);
  assert.deepEqual(needs, [['logical-replication', 'foreign-data-wrappers']]);
  assert.equal(labelsOfNote('Check passwords in contrib/dblink.').extension, 'dblink');
});

const EFFECTS: readonly (readonly [impact: string, text: string])[] = [
  ['data', 'Fix loss of the last digits when a large amount is divided.'],
  ['data', 'Fix a case in SERIALIZABLE mode. Conflicts of serializable sessions could go unseen.'],
  ['data', 'Fix corruption of unlogged sequences.'],
  ['data', 'Keep a test of a column. The planner could discard an “IS NOT NULL” condition.'],
  ['data', 'Fix pruning. It led to not returning rows of one partition.'],
  ['functionality', 'Fix a scan. It ended with “failed to find parent tuple of a row” errors.'],
  ['data', 'Avoid an incorrect grouped-sort plan for volatile keys.'],
  ['performance', 'Fix statistics of views, which led to strange estimates.'],
  ['replication', 'Keep a flag. Its loss was preventing old keys from reaching the logical-decoding output.'],
  ['unavailability', 'Fix the log of an index. Crash recovery could fail to replay it.'],
  ['unavailability', 'Limit the depth of a parser. Deep input led to a stack-overflow.'],
  ['replication', 'Disallow a second copy of logical replication slots.'],
  ['replication', 'Fix timelines. A standby could fail to follow the new primary.'],
  ['observability', 'Fix a check of types. It raised an internal error instead of the intended complaint.'],
  ['observability', 'Fix error reporting for unknown options.'],
  ['performance', 'Fix a flag. It led to unnecessary delays of checkpoints, or to assertion failures.'],
  ['functionality', 'Fix ALTER TABLE. It did things in the wrong order, which led to odd errors.'],
];

for (const [impact, text] of EFFECTS)
  test(`labels as ${impact}: ${text}`, () => {
    assert.equal(labelsOfNote(text).impact, impact);
  });

test('takes complaints of a memory checker, and better errors, for no bug', () => {
  assert.equal(labelsOfNote('Avoid valgrind complaints about a hash.').kind, 'notice');
  assert.equal(labelsOfNote('Improve error reporting for attempts to update a view.').kind, 'improvement');
});

test('takes a failure after replaying the log for one of the storage', () => {
  assert.equal(labelsOfNote('Fix failure after replaying a record of an older release.').part, 'storage');
});

const PARTS: readonly (readonly [part: string | undefined, text: string])[] = [
  ['platform', 'Fix a barrier. The compiler may reorder accesses for at least RISC-V and its relatives.'],
  ['platform', 'Fix the start time of a process. It overflows on platforms where long is 32 bits.'],
  ['platform', 'Fix a lock on MIPS CPUs.'],
  [undefined, 'Fix generated code on ARM64. It crashes on large machines.'],
  ['self-managed', 'Fix a threshold of copying. It only matters when wal_level is set to minimal.'],
  ['self-managed', 'Fix the range of a backup manifest.'],
  ['developer-build', 'Remove a faulty assertion about empty pages.'],
  ['developer-build', 'Avoid an assertion failure. The error is harmless in non-assert builds.'],
  [undefined, 'Fix the depth of a record. It led to assertion failures or crashes.'],
  [undefined, 'Avoid an assertion failure. In production builds the plan is inefficient.'],
  ['storage', 'Fix a failed start of a streaming replica server.'],
  ['storage', 'Avoid a record about an unlogged index. Crash recovery would then refuse the file.'],
  ['storage', 'Fix the lag in a view. If any standby server stops, a column stays the same.'],
  ['storage', 'Fix lost wakeups in physical WAL senders.'],
  ['storage', 'Fix logical decoding on a standby.'],
  [undefined, 'Fix a slow list. It matters when a standby replays a transaction, and in hash joins.'],
  [undefined, 'Fix a wait for WAL pages of a crashed server in logical decoding.'],
];

for (const [part, text] of PARTS)
  test(`takes for ${part ?? 'the server'}: ${text}`, () => {
    assert.equal(labelsOfNote(text).part, part);
  });

const TRAITS_OF: readonly (readonly [traits: readonly string[], text: string])[] = [
  [['everyday'], 'Fix a scan of a btree index. It led to incorrect results.'],
  [['narrow'], 'Fix a concurrent update during MERGE. It led to incorrect results.'],
  [['rare', 'narrow'], 'Avoid a crash if the number of iterations is set to INT_MAX.'],
  [['rare'], 'Fix a lost row of a catalog. The effects are narrow, yet results were wrong.'],
  [
    ['narrow'],
    'Reject odd names of options in definitions of tables. They failed in later commands, with errors.',
  ],
  [['damage'], 'Fix a page split. It led to index corruption, and searches missed rows.'],
  [['rare'], 'Fix a page split. It led to index corruption in very rare cases.'],
  [['damage'], 'Fix distances of an index. It becomes inefficient. It is advisable to reindex it.'],
];

for (const [traits, text] of TRAITS_OF)
  test(`finds ${traits.join(' and ')}: ${text}`, () => {
    assert.deepEqual(labelsOfNote(text).traits, traits);
  });

test('weighs a CVE without the statements and values that an attacker chooses', () => {
  const text =
    'Fix an integer overflow of time zone names in regular expressions. It could crash the server.';
  const cve = labelsOf(classify, { section: 'Changes', text, cves: ['CVE-2030-1'], communityBugs: [] });
  assert.deepEqual([cve.needs, cve.traits], [[], []]);
  assert.deepEqual(labelsOfNote(text).needs, [['time-zone']]);
});
