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
