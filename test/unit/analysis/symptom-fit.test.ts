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
  answer(version, symptom).fits.map(({ match }) => match.bug.id);

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

test('broad words alone list nothing and ask back, in either language', () => {
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
    const { verdict, fits, says } = answer('2.11.1', words);
    assert.equal(verdict, 'too-broad', words);
    assert.deepEqual(fits, []);
    for (const language of LANGUAGES) assert.match(says.map((each) => say(each, language)).join(' '), /DDL/);
    // Nothing that is listed has a kitten.
    assert.doesNotMatch(says.map((each) => say(each, 'en')).join(' '), /fits/, words);
  }
  const [asked] = answer('2.11.1', 'the reader crashed').says;
  assert.ok(asked);
  assert.doesNotMatch(say(asked, 'en'), /writer or a reader/, 'what is told is not asked again');
});

test('without a bug it says where such a trouble usually comes from', () => {
  const { verdict, says } = answer(
    '3.08.1',
    "ERROR 1142 (42000): SELECT command denied to user 'report'@'%'",
  );
  assert.equal(verdict, 'none');
  assert.match(
    says.map((each) => say(each, 'en')).join('\n'),
    /^No listed bug explains this\.\nUsual cause: privileges/,
  );
});

test('every fit says what speaks for it, and what to check, in words of both languages', () => {
  for (const { version, query } of queries) {
    for (const { why, check } of answer(version, query).fits) {
      for (const language of LANGUAGES) {
        const told = [why, check].flatMap((each) => (each === null ? [] : say(each, language))).join(' ');
        assert.doesNotMatch(told, /concept\.|symptom\.|[@#]/);
      }
    }
  }
});
