import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './index.ts';
import { LEXICON } from '../../products/aurora-postgresql/lexicon/index.ts';

const labelsOf = (text: string, lexicon: typeof LEXICON | null = null) =>
  classify({ section: 'Improvements', text, cves: [], communityBugs: [] }, lexicon);

test('marks restart loops and failed starts as lasting, because a restart does not end them', () => {
  for (const text of [
    'Fixed an issue that makes the writer restart repeatedly. This occurs after a restart while rows are purged.',
    'Fixed an issue where the database can fail to start after its files were moved.',
    'Fixed an issue where less memory makes engine startup fail.',
  ]) {
    const { impact, traits } = labelsOf(text);
    assert.deepEqual([impact, traits.includes('lasting')], ['unavailability', true], text);
  }
  for (const text of [
    'Fixed an issue that restarts the writer in a heavy import.',
    'Fixed an issue where a reader restarts repeatedly after it was restarted.',
    'Fixed an issue where replication fails to start after a restart.',
  ])
    assert.ok(!labelsOf(text).traits.includes('lasting'), text);
});

test('marks restarts by a monitoring agent as unprovoked', () => {
  const { traits } = labelsOf('Fixed needless restarts of the server by a monitoring agent.');
  assert.deepEqual(traits, ['unprovoked']);
});

test('ignores a further occasion of a bug as a condition', () => {
  const first = 'Fixed an issue where a query fails with error 1146 (table not found) on a reader.';
  assert.ok(labelsOf(`${first} It occurs when the reader restarts.`).traits.includes('event'));
  assert.ok(!labelsOf(`${first} It can also occur when the reader restarts.`).traits.includes('event'));
});

test('ignores advice to upgrade as an effect, and classifies a failed start as unavailability', () => {
  const advised =
    'Fixed a query that fails. If you see it, we recommend that you upgrade to a release without it.';
  assert.equal(labelsOf(advised, LEXICON).impact, 'functionality');
  assert.ok(!labelsOf(advised, LEXICON).features.includes('upgrade'));
  const started = 'Fixed a minor version upgrade that lets zero-downtime patching and engine startup fail.';
  assert.equal(labelsOf(started, LEXICON).impact, 'unavailability');
});
