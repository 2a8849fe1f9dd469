import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBrief, featureStates, findingsOf, upgradeAnswer } from '../../index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import {
  AURORA_SUPPORT,
  bugOf,
  catalogueOf,
  releaseOf,
} from '../../../../test/support/catalogue/catalogue.ts';
import { inventoryOf } from '../../../../test/support/checks/checklist.ts';

const CATALOGUE = {
  ...catalogueOf(
    [releaseOf('2.08.3', '2020-11-12'), releaseOf('2.12.6', '2026-03-09'), releaseOf('3.10.5', '2026-07-30')],
    [bugOf('aaaaaaaaaa', ['2.12.6'], { impact: 'data', severity: 'critical' })],
  ),
  support: AURORA_SUPPORT,
};
const today = '2026-11-27';

function clusterOf(mode: string) {
  return inventoryOf(
    'tf',
    `resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_mode    = "${mode}"
  engine_version = "5.7.mysql_aurora.2.08.3"
}
`,
  );
}

test('recommends no release for Aurora Serverless v1, because no page lists its releases', () => {
  const inventory = clusterOf('serverless');
  const [finding] = findingsOf(CATALOGUE, inventory, { today });
  assert.equal(finding?.bugs?.advice, null);
  const [asset] = inventory.assets;
  assert.ok(asset);
  const states = featureStates(asset);
  const { advice } = upgradeAnswer(CATALOGUE, 'aurora-mysql', '2.08.3', { day: today, states });
  assert.deepEqual([advice?.recommended, advice?.interim, advice?.targets], [null, null, []]);
  assert.equal(advice?.advice, null);
  for (const language of LANGUAGES) assert.match(say(advice.reason, language), /Aurora Serverless v1/);
  for (const to of [undefined, '2.12.6']) {
    const options = {
      today,
      product: 'aurora-mysql',
      from: '2.08.3',
      assets: [asset],
      ...(to && { to }),
    } as const;
    assert.ok(!('target' in changeBrief(CATALOGUE, inventory, options)));
  }
});

test('recommends a release for a provisioned cluster of the same version', () => {
  const [finding] = findingsOf(CATALOGUE, clusterOf('provisioned'), { today });
  assert.equal(finding?.bugs?.advice?.now?.version, '2.12.6');
});
