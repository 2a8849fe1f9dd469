import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { upgradeAnswer } from '../../analysis/index.ts';
import { createPaint, upgradeJson, upgradeMarkdown, upgradeText } from '../index.ts';
import { alignedRows } from '../terminal/table.ts';
import { displayWidth } from '../terminal/wrap.ts';
import { AURORA_SUPPORT, bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';
import { assertSchema } from '../../../test/support/surfaces/schema.ts';

const CATALOGUE = {
  ...catalogueOf(
    [
      releaseOf('2.11.1', '2023-02-14', { upgradeFrom: ['2'] }),
      releaseOf('2.12.6', '2026-03-09', { upgradeFrom: ['2'] }),
      releaseOf('3.10.5', '2026-07-30', { upgradeFrom: ['2'], lts: true }),
    ],
    [
      bugOf('aaaaaaaaaa', ['2.12.6'], { impact: 'data', severity: 'critical' }),
      bugOf('bbbbbbbbbb', ['2.12.6'], { impact: 'observability', severity: 'low' }),
    ],
  ),
  support: AURORA_SUPPORT,
};
const PAINT = createPaint(false);

function answer(written: string) {
  return upgradeAnswer(CATALOGUE, 'aurora-mysql', written, { day: '2026-11-27' });
}

function linesOf(written: string, language: 'en' | 'ja' = 'en'): string[] {
  return upgradeText(answer(written), { language, paint: PAINT, width: null }).split('\n');
}

describe('upgrade as text', () => {
  test('begins with the target, the main reason, and help until the upgrade', () => {
    assert.deepEqual(linesOf('2.11.1').slice(0, 3), [
      'Aurora MySQL 2.11.1: upgrade to 2.12.6 now, and to 3.10.5 before 2026-12-01.',
      'Standard support of version 2 ended 2024-10-31. 3.10 is a long-term support version, in standard support until 2028-04-30.',
      'Standard support of 2.11 ended 2024-10-31. 2.12.6 fixes 1 of 1 urgent known bug. 2.12 is in paid Extended Support until 2029-06-30.',
    ]);
  });

  test('has a table with the recommended target first', () => {
    assert.deepEqual(linesOf('2.11.1').slice(4, 7), [
      'Target                                Urgent fixed  All fixed  Stays  Undetermined  New  Support until                             Downtime',
      '3.10.5 via 2.12.6 (recommended then)  0/1           0/2        0      2             0    2028-04-30                                restart + offline',
      '2.12.6 (recommended now)              1/1           2/2        0      0             0    ended 2024-10-31, extended to 2029-06-30  restart',
    ]);
  });

  test('puts the link to a page into the brackets of its language', () => {
    assert.match(upgradeMarkdown(answer('2.11.1'), 'en'), /\S \(\[source\]\(https:[^)]+\)\)$/m);
    const japanese = upgradeMarkdown(answer('2.11.1'), 'ja');
    assert.match(japanese, /。（\[出典\]\(https:[^)]+\)）$/m);
    assert.doesNotMatch(japanese, / \(\[/);
  });

  test('aligns Japanese by the width of its characters', () => {
    const [columns = '', row = ''] = linesOf('2.11.1', 'ja').slice(4, 6);
    assert.match(columns, /^移行先 {30}緊急 {2}全修正 {2}残る {2}判定不可 {2}新規 {2}サポート期限/);
    assert.match(row, /^2\.12\.6 経由 3\.10\.5（推奨: その後） {2}0\/1 +0\/2/);
  });

  test('fits 80 columns by breaking cells of the widest columns', () => {
    for (const language of ['en', 'ja'] as const) {
      const text = upgradeText(answer('2.11.1'), { language, paint: PAINT, width: 80 });
      const table = text.split('\n\n')[1]?.split('\n') ?? [];
      assert.ok(table.length >= 3, text);
      for (const line of table) assert.ok(displayWidth(line) <= 80, line);
    }
  });

  test('breaks no column name inside a word, in Japanese either', () => {
    const rows = [
      ['移行先', '緊急修正', '期限'],
      ['3.10.6（推奨）', '3/8', '2024-10-31 終了'],
    ];
    const [names = []] = alignedRows(rows, 36);
    assert.match(names.join('\n'), /^移行先 +緊急修正 +期限$/);
  });

  test('cites a page for every requirement and every claim about the version', () => {
    const lines = linesOf('2.11.1');
    const claims = lines
      .slice(lines.indexOf('What the upgrade requires'))
      .filter((line) => line.startsWith('  - '));
    assert.ok(claims.length > 12);
    for (const claim of claims) assert.match(lines[lines.indexOf(claim) + 1] ?? '', /^ {4}https:\/\//, claim);
  });

  test('can recommend staying on the version', () => {
    assert.deepEqual(linesOf('3.10.5').slice(0, 2), [
      'Aurora MySQL 3.10.5: stay on this version.',
      'It is the newest release of version 3 in the catalogue. 3.10 is a long-term support version, in standard support until 2028-04-30.',
    ]);
    assert.ok(!linesOf('3.10.5').some((line) => line.startsWith('Target')));
  });

  test('has no table and no count for a version outside the catalogue', () => {
    for (const written of ['3.15.0', '1.22.2', '3.10.9']) {
      const text = upgradeText(answer(written), { language: 'en', paint: PAINT, width: null });
      assert.match(text, /errata-lens catalogue update|older than the catalogue/);
      assert.doesNotMatch(text, /Target|fixes|clears| 0 /);
    }
  });

  test('names the release to pin for a range', () => {
    const lines = linesOf('5.7');
    assert.equal(lines[0], 'Aurora MySQL 5.7: pin 2.12.6. Move to 3.10.5 before 2026-12-01.');
    assert.match(lines[2] ?? '', /^“5\.7” is a range of 2 releases \(2\.11\.1 to 2\.12\.6\)\. Counts cover /);
  });
});

test('no format denies that newer releases exist if there are targets or another reason to stay', () => {
  for (const written of ['2.11.1', '3.10.5', '2.12.6', '5.7']) {
    const shown = [linesOf(written).join('\n'), upgradeMarkdown(answer(written), 'en')];
    for (const each of shown) assert.doesNotMatch(each, /No newer release is in the catalogue/, written);
  }
});

describe('upgrade in other formats', () => {
  test('JSON matches its schema, and has the content of the text', () => {
    for (const written of ['2.11.1', '3.10.5', '3.15.0', '9.9.9', '5.7', '3.10']) {
      assertSchema('upgrade.schema.json', upgradeJson(answer(written), 'en'));
    }
    const json = upgradeJson(answer('2.11.1'), 'en') as {
      recommended: string;
      interim: string;
      sourceSupport: { status: string };
      targets: { version: string; urgent: object }[];
    };
    assert.deepEqual([json.recommended, json.interim], ['3.10.5', '2.12.6']);
    assert.equal(json.sourceSupport.status, 'extended');
    assert.deepEqual(json.targets[1]?.urgent, {
      ...{ clears: 1, remains: 0, brings: 0 },
      ...{ undetermined: 0, undeterminedThere: 0 },
    });
  });

  test('JSON of a version outside the catalogue has its coverage and no target', () => {
    const json = upgradeJson(answer('3.15.0'), 'en') as Record<string, unknown>;
    assert.deepEqual([json.coverage, json.targets, json.recommended], ['newer', [], null]);
    assert.match(String(json.reason), /newer than the catalogue/);
  });

  test('Markdown has the table, links to the pages, and each target', () => {
    const page = upgradeMarkdown(answer('2.11.1'), 'en');
    assert.match(
      page,
      /\*\*Upgrade to 2\.12\.6 now, and to 3\.10\.5 before 2026-12-01\.\*\* Standard support of version 2 ended/,
    );
    assert.match(page, /^\| Target \| Urgent fixed \| All fixed \|/m);
    assert.match(page, /^## 3\.10\.5 — recommended$/m);
    assert.match(page, /^## 2\.12\.6 — /m);
    assert.match(
      page,
      /\(\[source, read 20\d\d-\d\d-\d\d\]\(https:\/\/docs\.aws\.amazon\.com\/AmazonRDS\/[^)]*upgrade-prechecks\.html\)\)/,
    );
    assert.match(upgradeMarkdown(answer('3.15.0'), 'ja'), /カタログより新しいバージョン/);
  });
});
