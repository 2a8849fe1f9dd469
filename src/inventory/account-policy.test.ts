import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { OPERATIONS, policyOf, dataUnlockedBy } from './index.ts';
import { en } from '../l10n/en/index.ts';
import { say, text } from '../l10n/index.ts';
import { TIERS } from '../model/index.ts';

const PAGE = path.resolve(import.meta.dirname, '../../docs/iam-policy.md');
const page = readFileSync(PAGE, 'utf8');

for (const tier of TIERS) {
  test(`documents the IAM policy of tier ${tier}`, () => {
    const block = `\`\`\`json\n${JSON.stringify(policyOf(tier), null, 2)}\n\`\`\``;
    assert.ok(page.includes(block), `put this into docs/iam-policy.md:\n${block}`);
  });

  test(`documents the benefit of each call in tier ${tier}`, () => {
    assert.ok(page.includes(say(text(`account.tier.${tier}`), 'en')));
    for (const { action, unlocks } of dataUnlockedBy(tier)) {
      assert.ok(page.includes(`| \`${action}\` | ${say(unlocks, 'en')} |`), action);
    }
  });
}

test('uses read-only calls only', () => {
  for (const action of Object.keys(OPERATIONS)) {
    assert.match(
      action,
      /^[a-z0-9]+:(?:Describe|List|Get(?:CallerIdentity|EventSelectors|TopicAttributes|TrailStatus)|Select)/,
    );
  }
});

test('includes each tier in the next one, and lists every call in a tier', () => {
  const actions = TIERS.map((tier) => policyOf(tier).Statement.flatMap(({ Action }) => Action));
  for (const [index, own] of actions.entries()) {
    assert.equal(new Set(own).size, own.length);
    for (const action of actions[index - 1] ?? []) assert.ok(own.includes(action));
  }
  assert.deepEqual(actions.at(-1)?.toSorted(), Object.keys(OPERATIONS).sort());
});

test('requests user data in the last tier only', () => {
  const checklist = policyOf('checklist').Statement.flatMap(({ Action }) => Action);
  for (const action of checklist)
    assert.doesNotMatch(action, /LaunchTemplate|LaunchConfiguration|InstanceAttribute/);
});

test('has a sentence for every call', () => {
  for (const { unlocks } of Object.values(OPERATIONS)) assert.ok(unlocks.key in en);
});
