import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerSymptom, bugsOfVersion, isReported, MOST_FITS } from '../../../src/analysis/index.ts';
import { LOOP_SYMPTOM } from '../../../src/analysis/incident/fit/index.ts';
import { readSymptom } from '../../../src/analysis/incident/fit/query.ts';
import { signTerms } from '../../../src/catalogue/index.ts';
import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import { LANGUAGES, say } from '../../../src/l10n/index.ts';
import { ownSymptomQueries, scoreSymptoms, SYMPTOM_TARGETS } from '../../../scripts/score/symptoms.ts';

const catalogue = await loadSnapshot();
const queries = ownSymptomQueries();

const answer = (version: string, symptom: string) =>
  answerSymptom(
    symptom,
    bugsOfVersion(catalogue, 'aurora-mysql', version).filter(isReported),
    catalogue.bugs,
  );

const idsOf = (version: string, symptom: string): string[] =>
  answer(version, symptom).fits.map(({ listed }) => listed.bug.id);

describe('the embedded snapshot answers without a network', () => {
  for (const [half, those] of [
    ['all queries', queries],
    ['the Japanese half', queries.filter(({ lang }) => lang === 'ja')],
  ] as const) {
    test(`${half}: the right bug in front, silence where none explains it, never a long list`, () => {
      const score = scoreSymptoms(those, catalogue);
      assert.ok(score.first >= SYMPTOM_TARGETS.first, `first: ${score.first}`);
      assert.ok(score.firstThree >= SYMPTOM_TARGETS.firstThree, `first three: ${score.firstThree}`);
      assert.ok(score.silent >= SYMPTOM_TARGETS.silent, `silent: ${score.silent}`);
      assert.ok(score.longest <= MOST_FITS);
    });
  }

  test('the bug of the incident is found by what was seen', () => {
    assert.equal(idsOf('2.11.1', 'アクセス集中で接続が切れる')[0], 'cc37f5e2b0');
    assert.equal(idsOf('2.11.1', 'connections aborted under many connects')[0], 'cc37f5e2b0');
  });
});

test('what is known without reading is what reading gives', () => {
  const known = readSymptom(LOOP_SYMPTOM);
  readSymptom('another one');
  assert.deepEqual(readSymptom(LOOP_SYMPTOM), known);
  assert.deepEqual(signTerms('CVE-2023-1234'), ['cve']);
});

test('broad words alone fit nothing, in either language', () => {
  for (const words of [
    'restart',
    'crash',
    'the instance hangs',
    'database is slow',
    '再起動した',
    '重い',
    'hello kitty',
    '',
  ]) {
    const { verdict, fits, urgent } = answer('2.11.1', words);
    assert.equal(verdict, 'nothing', words);
    assert.deepEqual(fits, []);
    assert.equal(urgent.length, 3);
  }
});

test('without a bug it says where such a trouble usually comes from', () => {
  const { verdict, causes } = answer(
    '3.08.1',
    "ERROR 1142 (42000): SELECT command denied to user 'report'@'%'",
  );
  assert.equal(verdict, 'nothing');
  assert.match(causes.map((each) => say(each, 'en')).join('\n'), /^Usual cause: privileges/);
});

test('every fit says what speaks for it in words of both languages', () => {
  for (const { version, query } of queries) {
    for (const { why } of answer(version, query).fits) {
      for (const language of LANGUAGES) {
        const told = say(why, language);
        assert.doesNotMatch(told, /concept\.|symptom\.|[@#]/);
      }
    }
  }
});
