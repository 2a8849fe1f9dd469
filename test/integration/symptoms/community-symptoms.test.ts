import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { symptomOfVersion, versionAnswer } from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';

interface Query {
  product: string;
  version: string;
  query: string;
  answers: readonly string[];
}

const FILE = path.resolve(import.meta.dirname, '../../fixtures/symptoms/community.jsonl');
const FIRST = 3;
const LEAST = 0.85;

test('finds bugs of PostgreSQL among the first three for symptoms, in Aurora and in RDS', async () => {
  const catalogue = await loadCatalogue(null);
  const queries = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Query);
  const missed = queries.filter(({ product, version, query, answers }) => {
    const answer = versionAnswer(catalogue, product, version, '2026-12-01');
    const { fits } = symptomOfVersion(query, answer, catalogue.bugs);
    return !fits.slice(0, FIRST).some(({ listed }) => answers.includes(listed.bug.id));
  });
  const found = queries.length - missed.length;
  assert.ok(
    found >= LEAST * queries.length,
    `${found} of ${queries.length}\n${missed.map(({ query }) => query).join('\n')}`,
  );
});

test('lists bugs of an extension only for a question that names it, and never counts them', async () => {
  const catalogue = await loadCatalogue(null);
  const answer = versionAnswer(catalogue, 'rds-postgresql', '16.6', '2026-12-01');
  const ask = (symptom: string) =>
    symptomOfVersion(symptom, answer, catalogue.bugs).fits.map(({ listed }) => listed.bug.extension);
  assert.ok(ask('permission denied for pg_prewarm on an index').includes('pg_prewarm'));
  assert.ok(!ask('permission denied on an index').includes('pg_prewarm'));
  assert.ok((answer.upstream?.matches ?? []).every(({ bug }) => bug.extension !== 'pg_prewarm'));
});
