import assert from 'node:assert/strict';
import test from 'node:test';
import { termsOf } from '../analysis/incident/fit/terms.ts';
import { classify } from '../catalogue/classify/index.ts';
import { signatureOf } from '../catalogue/merge/similarity/signature.ts';
import type { Feature, Impact } from '../model/index.ts';
import { CIRCUMSTANCES } from './concepts/circumstances.ts';
import { EFFECTS } from './concepts/effects.ts';
import { EVERYDAY } from './concepts/everyday.ts';
import { FAILURES } from './concepts/failures.ts';
import { CONCEPT_IDS, conceptOf } from './concepts/index.ts';
import { PARTS } from './concepts/parts.ts';
import { POSTGRESQL } from './concepts/postgresql.ts';
import { STATEMENTS } from './concepts/statements.ts';
import { SYSTEMS } from './concepts/systems.ts';
import { questionConcepts, notePattern } from './mentions.ts';
import { phrasesIn } from './phrases.ts';

const TABLES = [EFFECTS, CIRCUMSTANCES, STATEMENTS, PARTS, POSTGRESQL, SYSTEMS, EVERYDAY, FAILURES];

/** Every phrase of a concept as notes write it: alternatives one by one, without marks. */
function spellings(id: string): string[] {
  return phrasesIn(conceptOf(id)?.words ?? '').flatMap((phrase) =>
    phrase.reduce<string[]>(
      (heads, words) =>
        heads.flatMap((head) => words.map((word) => `${head} ${word.replace(/!$/, '')}`.trim())),
      [''],
    ),
  );
}

function labelsOf(text: string): ReturnType<typeof classify> {
  return classify({ section: 'Improvements', text, cves: [], communityBugs: [] });
}

function termKeysOf(question: string): string[] {
  return termsOf(question).map(({ key }) => key);
}

test('every concept has a unique name', () => {
  const ids = TABLES.flatMap((table) => Object.keys(table));
  assert.deepEqual(ids, [...new Set(ids)]);
  assert.equal(ids.length, CONCEPT_IDS.length);
});

test('every concept includes only existing concepts', () => {
  for (const id of CONCEPT_IDS)
    for (const narrower of conceptOf(id)?.includes ?? [])
      assert.notEqual(conceptOf(narrower), null, narrower);
});

/** Concepts whose wordings labels, the comparison of notes and questions have to understand alike. */
const FEATURES: readonly (readonly [concept: string, Feature])[] = [
  ['hash-join', 'hash-join'],
  ['query-cache', 'query-cache'],
  ['parallel-query', 'parallel-query'],
  ['zero-downtime', 'zero-downtime-patching'],
  ['global-database', 'global-database'],
  ['write-forwarding', 'write-forwarding'],
  ['enhanced-binlog', 'enhanced-binlog'],
  ['binlog', 'binlog'],
  ['audit', 'audit-log'],
  ['activity-stream', 'database-activity-streams'],
  ['full-text', 'full-text-search'],
  ['foreign-key', 'foreign-keys'],
  ['buffer-pool', 'buffer-pool'],
  ['machine-learning', 'machine-learning'],
  ['zero-etl', 'zero-etl'],
];

test('labels, comparison and questions recognise every wording of a feature in its one row', () => {
  for (const [concept, feature] of FEATURES) {
    const [first = '', ...others] = spellings(concept);
    const noteOf = (words: string): string => `Fixed an issue with the optimizer when ${words} is in use.`;
    for (const words of [first, ...others]) {
      assert.ok(labelsOf(noteOf(words)).features.includes(feature), `${words}: ${feature}`);
      assert.deepEqual(stemsOf(noteOf(words)), stemsOf(noteOf(first)), words);
      assert.ok(termKeysOf(`errors with ${words} today`).includes(`=${concept}`), `${words}: ${concept}`);
    }
  }
});

const EFFECTS_OF_BUGS: readonly (readonly [concept: string, asked: string, Impact, sentence: string])[] = [
  ['restart', 'restart', 'unavailability', 'the writer to *'],
  ['crash', 'restart', 'unavailability', 'a * of the writer'],
  ['failover', 'restart', 'unavailability', 'a * of the writer'],
  ['unavailable', 'restart', 'unavailability', '* of the writer'],
  ['outage', 'restart', 'unavailability', 'an * of the writer'],
  ['unresponsive', 'hang', 'unavailability', 'an * engine'],
  ['frozen', 'hang', 'unavailability', 'a * engine'],
  ['latency', 'slow', 'performance', 'higher * of pages'],
  ['slow', 'slow', 'performance', '* pages'],
  ['degraded', 'slow', 'performance', '* of pages'],
  ['out-of-memory', 'out-of-memory', 'memory', '* conditions'],
];

test('impacts and questions recognise every wording of an effect in its one row', () => {
  for (const [concept, asked, impact, sentence] of EFFECTS_OF_BUGS)
    for (const words of spellings(concept)) {
      const text = sentence.replace('*', words);
      assert.equal(labelsOf(`Fixed an issue that can cause ${text}.`).impact, impact, text);
      assert.ok(termKeysOf(text).includes(`=${asked}`), `${text}: ${termKeysOf(text).join(' ')}`);
    }
});

test("reads a DBA's words as those of the notes", () => {
  const pairs = [
    ['after a config reload', 'on SIGHUP'],
    ['the table has no primary key', 'replica identity'],
    ['rows of the subscriber', 'tables that are logically replicated'],
    ['apply workers of subscriptions', 'logical replication workers'],
    ['the expression index is not used', 'indexes on expressions'],
    ['NOT IN (subquery)', 'a hashed subplan'],
    ['スタックオーバーフローで落ちる', 'stack overflow'],
    ['it stopped working after the minor upgrade', 'broken by an earlier fix'],
    ['decoding again in the same session', 'on a retry'],
    ['a walsender waits for an LWLock', 'stuck on a lock: it waits'],
    ['行レベルセキュリティで行が見えない', 'row-level security'],
  ] as const;
  for (const [asked, noted] of pairs)
    assert.ok(
      termKeysOf(asked).some((key) => key.startsWith('=') && termKeysOf(noted).includes(key)),
      `${asked}: ${termKeysOf(asked).join(' ')}`,
    );
});

test('a question about a narrower concept counts as one about the wider concept', () => {
  const ids = questionConcepts().map(({ id }) => id);
  assert.ok(ids.includes('restart'));
  assert.ok(!ids.includes('crash'));
  assert.ok(!ids.includes('wrong-value'), 'means nothing by itself');
});

test('patterns match concepts word by word, with endings, and inside names only on request', () => {
  assert.match('hash joins', notePattern`{hash-join}`);
  assert.match('hash-joining', notePattern`^{hash-join}$`);
  assert.doesNotMatch('aurora_disable_hash_join', notePattern`{hash-join}`);
  assert.match('aurora_disable_hash_join', notePattern`{hash-join*}`);
  assert.doesNotMatch('the hash of a join', notePattern`{hash-join}`);
  assert.match('the instance restarts again', notePattern`\binstance {restart} again\b`);
  assert.throws(() => notePattern`{no-such-concept}`, /no words/);
});

function stemsOf(text: string): string[] {
  return signatureOf(text, '').list.map(({ stem }) => stem);
}
