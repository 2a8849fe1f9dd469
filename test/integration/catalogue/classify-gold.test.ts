import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowTarget, readGoldItems, scoreLabels } from '../../../scripts/score/labels.ts';
import { classify } from '../../../src/catalogue/classify/index.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

test('the rules alone reach the targets for items judged by hand', { skip: needsShared }, async (t) => {
  const gold = readGoldItems(sharedPath('gold', 'items.jsonl'));
  const groups = { sure: gold.filter(({ unsure }) => !unsure), all: gold };
  for (const [name, items] of Object.entries(groups)) {
    await t.test(`${name} items`, () => {
      const { score } = scoreLabels(items, ({ section, text }) =>
        classify({ section, text, cves: [], communityBugs: [] }),
      );
      assert.ok(score.items >= 100, 'the items were read');
      assert.deepEqual(belowTarget(score), [], JSON.stringify(score));
    });
  }
});
