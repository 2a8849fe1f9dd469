import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notesDays, upgradeAnswer, versionAnswer } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import { bugsJson, bugsMarkdown, bugsText, createPaint, upgradeJson } from '../../../report/index.ts';

const catalogue = await loadCatalogue(null);
const DAY = '2026-11-27';

describe('the day of the notes', () => {
  const known = {
    asOf: '2030-06-01T00:00:00Z',
    readOn: { bottlerocket: '2024-10-24T00:00:00Z', 'aurora-postgresql': '2030-05-01T00:00:00Z' },
  };

  test('belongs to the product', () => {
    assert.equal(notesDays(known, ['aurora-mysql', null]).words, '2030-06-01');
    assert.equal(notesDays(known, ['bottlerocket']).words, '2024-10-24');
    assert.equal(notesDays(known, []).words, '2030-06-01');
  });

  test('is stated separately for older products', () => {
    const { words, oldest, newest, each } = notesDays(known, [
      'bottlerocket',
      'aurora-mysql',
      'aurora-postgresql',
    ]);
    assert.equal(words, '2030-06-01 (Aurora PostgreSQL: 2030-05-01, Bottlerocket: 2024-10-24)');
    assert.deepEqual([oldest, newest], ['2024-10-24', '2030-06-01']);
    assert.equal(each['aurora-postgresql'], '2030-05-01');
  });
});

describe('fixes of the open-source engine', () => {
  const scopeOf = (product: string, version: string, language: 'en' | 'ja' = 'en'): string | null => {
    const { scope } = versionAnswer(catalogue, product, version, DAY);
    return scope === null ? null : say(scope, language);
  };

  test('are not counted after the contained release, and each output states that once', () => {
    const sentence = "Aurora's own notes; MySQL 8.0.43 to 8.0.45 fixes are not counted.";
    const answer = versionAnswer(catalogue, 'aurora-mysql', '3.10.4', DAY);
    const options = {
      language: 'en',
      paint: createPaint(false),
      limit: 3,
      width: null,
      verbose: false,
    } as const;
    const upgrade = upgradeAnswer(catalogue, 'aurora-mysql', '3.10.4', { day: DAY });
    for (const output of [
      bugsText(answer, options),
      bugsMarkdown(answer, 'en'),
      JSON.stringify(bugsJson(answer, 'en')),
      JSON.stringify(upgradeJson(upgrade, 'en')),
    ])
      assert.equal(output.split(sentence).length, 2);
    assert.equal(
      scopeOf('aurora-mysql', '3.10.4', 'ja'),
      'Aurora 自身のリリースノートによる件数です。MySQL 8.0.43～8.0.45 の修正は含みません。',
    );
  });

  test('are limited to the own major version', () => {
    assert.match(scopeOf('aurora-mysql', '3.12.0') ?? '', /MySQL 8\.0\.45 fixes are not counted/);
    assert.match(scopeOf('aurora-mysql', '3.13.0') ?? '', /MySQL fixes after 8\.0\.45 are not counted/);
    assert.match(scopeOf('aurora-mysql', '2.11.1') ?? '', /MySQL 5\.7\.13 to 5\.7\.44 fixes/);
    // PostgreSQL's own notes are read: its fixes are counted apart.
    assert.equal(scopeOf('aurora-postgresql', '16.11.2'), null);
    assert.equal(scopeOf('amazon-linux-2', '2.0.20220218.1'), null);
  });

  test('are unknown if the notes do not name the contained release', () => {
    const releases = catalogue.releases.map((release) => ({ ...release, communityVersion: null }));
    const { scope } = versionAnswer({ ...catalogue, releases }, 'aurora-mysql', '3.10.4', DAY);
    assert.match(scope === null ? '' : say(scope, 'en'), /do not say which MySQL fixes the release contains/);
  });
});
