import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  changeBrief,
  findingsOf,
  isForNewClusters,
  supportOf,
  upgradeAnswer,
  versionsInUse,
} from '../index.ts';
import { LANGUAGES, say } from '../../l10n/index.ts';
import { EMPTY_INVENTORY } from '../../model/index.ts';
import {
  briefHtml,
  briefMarkdown,
  createPaint,
  upgradeJson,
  upgradeMarkdown,
  upgradeText,
} from '../../report/index.ts';
import { noticeStep, supportDates } from '../../watch/alerts/support-dates.ts';
import { supportText } from '../../watch/alerts/texts.ts';
import {
  bugOf,
  catalogueOf,
  releaseOf,
  supportOf as periodOf,
} from '../../../test/support/catalogue/catalogue.ts';
import { inventoryOf } from '../../../test/support/checks/checklist.ts';
import { assertSchema } from '../../../test/support/surfaces/schema.ts';

/** Catalogue whose calendar states only the month for 3.10 and 3.11. */
const CATALOGUE = {
  ...catalogueOf(
    [releaseOf('3.10.1', '2025-07-31'), releaseOf('3.11.0', '2025-11-13'), releaseOf('3.11.1', '2025-12-16')],
    [bugOf('aaaaaaaaaa', ['3.11.0'], { impact: 'data', severity: 'critical' })],
  ),
  support: [
    periodOf('3', { standardEnds: '2032-04' }),
    periodOf('3.10', { standardEnds: '2026-12' }),
    periodOf('3.11', { standardEnds: '2027-02' }),
  ],
};
const IN_MONTH = '2026-12-15';
const EDGE = /20(?:26-12-(?:01|31)|27-02-(?:01|28)|32-04-(?:01|30))/;

describe('support that ends in a month without a day', () => {
  test('lasts to the end of that month', () => {
    const phaseOn = (day: string) => supportOf(CATALOGUE, 'aurora-mysql', '3.10.1', day);
    assert.deepEqual(
      ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => phaseOn(day)?.phase),
      ['standard', 'standard', 'standard', 'ended'],
    );
    assert.equal(phaseOn(IN_MONTH)?.daysLeft, 16);
    const [release] = CATALOGUE.releases;
    assert.ok(release);
    assert.equal(isForNewClusters(CATALOGUE, release, '2026-12-31'), true);
    assert.equal(isForNewClusters(CATALOGUE, release, '2027-01-01'), false);
    assert.equal(
      noticeStep(supportDates(CATALOGUE, 'aurora-mysql', '3.10.1', IN_MONTH)[0]?.day ?? '', IN_MONTH),
      3,
    );
  });

  test('is shown as that month in a finding, an alert and an upgrade', () => {
    const code =
      'resource "aws_rds_cluster" "a" {\n engine = "aurora-mysql"\n engine_version = "8.0.mysql_aurora.3.10.1"\n}\n';
    const finding = findingsOf(CATALOGUE, inventoryOf('tf', code), { today: IN_MONTH }).find(
      ({ ruleId }) => ruleId === 'end-of-support',
    );
    assert.ok(finding);
    assert.match(
      say(finding.message, 'en'),
      /^Aurora MySQL 3\.10: standard support ends at the end of December 2026 \(in about 16 days\)\./,
    );
    assert.match(
      say(finding.message, 'ja'),
      /^Aurora MySQL 3\.10: 標準サポートは 2026 年 12 月末に終了します（あと約 16 日）。/,
    );
    const [date] = supportDates(CATALOGUE, 'aurora-mysql', '3.10.1', IN_MONTH);
    assert.ok(date);
    assert.match(
      say(supportText(date, 16, []), 'en'),
      /ends at the end of December 2026 \(in about 16 days\)/,
    );
    const { advice } = upgradeAnswer(CATALOGUE, 'aurora-mysql', '3.10.1', { day: IN_MONTH });
    assert.equal(advice?.recommended, '3.11.1');
  });

  test('is never shown as an exact day', () => {
    const answer = upgradeAnswer(CATALOGUE, 'aurora-mysql', '3.10.1', { day: IN_MONTH });
    const brief = changeBrief(CATALOGUE, EMPTY_INVENTORY, {
      today: IN_MONTH,
      product: 'aurora-mysql',
      from: '3.10.1',
      assets: versionsInUse(CATALOGUE, EMPTY_INVENTORY, { today: IN_MONTH })[0]?.assets ?? [],
    });
    assert.ok('target' in brief);
    for (const language of LANGUAGES) {
      const json = upgradeJson(answer, language);
      assertSchema('upgrade.schema.json', json);
      const shown = [
        upgradeText(answer, { language, paint: createPaint(false), width: null }),
        upgradeMarkdown(answer, language),
        JSON.stringify(json),
        briefMarkdown(brief, language),
        briefHtml(brief, language),
      ];
      for (const each of shown) {
        assert.doesNotMatch(each, EDGE);
        assert.match(each, /2027-02|February 2027|2027 年 2 月/);
      }
    }
  });
});
