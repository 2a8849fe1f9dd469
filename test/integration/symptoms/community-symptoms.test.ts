import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {
  incidentOfUnknown,
  incidentOfVersion,
  symptomOfVersion,
  versionAnswer,
} from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';

interface Query {
  product: string;
  version: string;
  query: string;
  answers: readonly string[];
}

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/symptoms');
const FIRST = 3;
/** Share of explained symptoms with the bug among the first three, and of unexplained ones without a strong fit: 0 to 1. */
const LEAST = 0.85;

for (const name of ['community', 'night', 'drawn', 'on-call'])
  test(`finds bugs of PostgreSQL among the first three for symptoms, in Aurora and in RDS: ${name}`, async () => {
    const catalogue = await loadCatalogue(null);
    const queries = readFileSync(path.join(FIXTURES, `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Query);
    const missed = queries.filter(({ product, version, query, answers }) => {
      const answer = versionAnswer(catalogue, product, version, '2026-12-01');
      const { fits, verdict } = symptomOfVersion(query, answer, catalogue.bugs);
      if (answers.length === 0) return verdict === 'strong';
      return !fits.slice(0, FIRST).some(({ listed }) => answers.includes(listed.bug.id));
    });
    for (const group of [queries.filter(isExplained), queries.filter((query) => !isExplained(query))]) {
      const wrong = group.filter((query) => missed.includes(query));
      assert.ok(
        group.length - wrong.length >= LEAST * group.length,
        `${group.length - wrong.length} of ${group.length}\n${wrong.map(({ query }) => query).join('\n')}`,
      );
    }
  });

function isExplained({ answers }: Query): boolean {
  return answers.length > 0;
}

test('lists bugs of an extension only for a question that names it, and never counts them', async () => {
  const catalogue = await loadCatalogue(null);
  const answer = versionAnswer(catalogue, 'rds-postgresql', '16.6', '2026-12-01');
  const ask = (symptom: string) =>
    symptomOfVersion(symptom, answer, catalogue.bugs).fits.map(({ listed }) => listed.bug.extension);
  assert.ok(ask('permission denied for pg_prewarm on an index').includes('pg_prewarm'));
  assert.ok(!ask('permission denied on an index').includes('pg_prewarm'));
  assert.ok((answer.upstream?.matches ?? []).every(({ bug }) => bug.extension !== 'pg_prewarm'));
});

test('takes a message that a title quotes as a close match, without everyday causes that nothing names', async () => {
  const catalogue = await loadCatalogue(null);
  const answer = versionAnswer(catalogue, 'rds-postgresql', '16.6', '2026-12-01');
  const line = 'ERROR:  XX000: wrong varnullingrels (b) (expected (b 3)) for Var 2/2';
  const { fits, verdict, causes } = symptomOfVersion(line, answer, catalogue.bugs);
  assert.equal(verdict, 'strong');
  assert.match(fits[0]?.listed.bug.title ?? '', /wrong varnullingrels/);
  assert.deepEqual(causes, []);
});

test('searches the bugs of PostgreSQL for the card of an incident, also without a version', async () => {
  const catalogue = await loadCatalogue(null);
  const options = { symptom: 'wrong varnullingrels', today: '2026-12-01', now: '2026-12-01T03:00:00Z' };
  const { databases } = incidentOfVersion(catalogue, '16.6', options);
  const titles = databases.flatMap(({ answer }) => answer?.fits.map(({ listed }) => listed.bug.title) ?? []);
  assert.match(titles[0] ?? '', /wrong varnullingrels/);
  const unknown = incidentOfUnknown(catalogue, options).databases;
  assert.ok(unknown.some(({ name }) => name === 'PostgreSQL'));
  assert.ok(unknown.every(({ answer }) => answer?.verdict === 'strong'));
});
