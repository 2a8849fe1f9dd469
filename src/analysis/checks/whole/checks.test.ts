import assert from 'node:assert/strict';
import test from 'node:test';
import { CHECKS } from '../../index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import { CHECK_ANSWERS } from '../../../model/index.ts';
import { ACCOUNT_EXAMPLES } from '../../../../test/support/checks/examples/account.ts';
import { AURORA_EXAMPLES } from '../../../../test/support/checks/examples/aurora.ts';
import { FORMATS, joinExamples } from '../../../../test/support/checks/examples/example.ts';
import { GROUP_EXAMPLES } from '../../../../test/support/checks/examples/group.ts';
import { impossibleReason } from '../../../../test/support/checks/examples/impossible.ts';
import { MORE_EXAMPLES } from '../../../../test/support/checks/examples/other-checks.ts';
import { rowOf, rowsOf } from '../../../../test/support/checks/checklist.ts';

const EXAMPLES = joinExamples(AURORA_EXAMPLES, GROUP_EXAMPLES, ACCOUNT_EXAMPLES, MORE_EXAMPLES);

for (const [id, formats] of Object.entries(EXAMPLES)) {
  for (const format of FORMATS) {
    for (const [answer, example] of Object.entries(formats[format] ?? {})) {
      test(`${id}: has answer ${answer} in ${format}`, () => {
        const row =
          example.about === undefined
            ? rowOf(example.inventory(), id, example.options)
            : rowsOf(example.inventory(), example.options).find(
                (each) => each.id === id && each.assetId === example.about,
              );
        assert.ok(row);
        assert.equal(row.answer, answer, say(row.evidence, 'en'));
        for (const language of LANGUAGES) assert.notEqual(say(row.evidence, language), '');
        // Each broken or unknown link has its own name.
        assert.equal(row.missing.length > 0, answer === 'fail' || answer === 'unknown');
      });
    }
  }
}

test('has an example of each check, answer and format, or a reason for its absence', () => {
  const open: string[] = [];
  const needless: string[] = [];
  for (const { id } of CHECKS) {
    for (const format of FORMATS) {
      for (const answer of CHECK_ANSWERS) {
        const hasExample = EXAMPLES[id]?.[format]?.[answer] !== undefined;
        const reason = impossibleReason(id, format, answer);
        if (!hasExample && reason === null) open.push(`${id}: ${answer} in ${format}`);
        if (hasExample && reason !== null) needless.push(`${id}: ${answer} in ${format}`);
      }
    }
  }
  assert.deepEqual(open, []);
  assert.deepEqual(needless, [], 'what has an example is possible');
});

test('has examples of existing checks only', () => {
  const ids = new Set(CHECKS.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(EXAMPLES).filter((id) => !ids.has(id)),
    [],
  );
});
