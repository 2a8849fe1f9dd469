import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blueGreenOf } from '../../analysis/upgrade/upgrade-demands.ts';
import { say } from '../../l10n/index.ts';
import type { ProductId } from '../../model/index.ts';

const LOGICAL = 'blueGreen.rds.logical';
const BACKUPS = 'blueGreen.rds.backups';

const rows: [product: ProductId, from: string, to: string, first: string][] = [
  ['rds-postgresql', '14.9', '17.7', LOGICAL],
  ['rds-postgresql', '16.1', '18.3', LOGICAL],
  ['rds-postgresql', '13.12', '14.5', LOGICAL],
  ['rds-postgresql', '14.5', '14.22', BACKUPS],
  ['rds-postgresql', '14.5', '17.7', 'Not offered from 14.5: for this upgrade, it needs 14.9 or higher.'],
  ['rds-postgresql', '10.18', '17.7', 'Not offered from 10.18: for this upgrade, it needs 11.21 or higher.'],
  ['rds-postgresql', '10.18', '10.23', 'Not offered from 10.18: for this upgrade, it needs 11.1 or higher.'],
  ['rds-mysql', '5.7.44', '8.0.43', BACKUPS],
  ['rds-mysql', '8.0.35', '8.0.43', BACKUPS],
];

describe('blue/green deployments of RDS', () => {
  for (const [product, from, to, first] of rows)
    test(`from ${product} ${from} to ${to} have the requirements of the page`, () => {
      const [claim] = blueGreenOf(product, from, to);
      assert.ok(claim);
      assert.equal(first.startsWith('Not') ? say(claim.text, 'en') : claim.id, first);
      assert.match(claim.url, /\/UserGuide\//);
    });

  test('mention the option group for a major version of MySQL only', () => {
    const options = (to: string): number =>
      blueGreenOf('rds-mysql', '8.0.35', to).filter(({ id }) => id === 'blueGreen.rds.options').length;
    assert.deepEqual(['8.0.43', '8.4.7'].map(options), [0, 1]);
  });

  test('never name a cluster as the database, in either language', () => {
    for (const [product, from, to] of rows)
      for (const { text } of blueGreenOf(product, from, to)) {
        assert.doesNotMatch(say(text, 'en').replace('Multi-AZ DB cluster', ''), /cluster|writer/i);
        assert.doesNotMatch(say(text, 'ja').replace('マルチ AZ DB クラスター', ''), /クラスター|ライター/);
      }
  });
});
