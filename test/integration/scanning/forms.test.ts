import assert from 'node:assert/strict';
import test from 'node:test';
import { measure, ratesOf, readExamples, type Score, type Subject } from '../../support/forms/forms.ts';

/** Targets that a benchmark of unseen real files requires. */
const GOALS: Readonly<Record<Subject, { recall: number; precision: number }>> = {
  aurora: { recall: 0.97, precision: 0.99 },
  image: { recall: 0.95, precision: 0.98 },
};

test('finds versions at their place in every form and format', async () => {
  const examples = readExamples();
  assert.ok(examples.length >= 150, `${examples.length} examples`);
  const scores: Record<Subject, Score[]> = { aurora: [], image: [] };
  const mismatches: string[] = [];
  for (const example of examples) {
    const measured = await measure(example);
    for (const subject of ['aurora', 'image'] as const) {
      const score = measured[subject];
      scores[subject].push(score);
      for (const place of score.missed)
        mismatches.push(`missed ${example.format} / ${example.name}: ${place}`);
      for (const place of score.extra) mismatches.push(`extra ${example.format} / ${example.name}: ${place}`);
    }
  }
  for (const subject of ['aurora', 'image'] as const) {
    const { recall, precision } = ratesOf(scores[subject]);
    const goal = GOALS[subject];
    assert.ok(
      recall >= goal.recall && precision >= goal.precision,
      `${subject}: ${recall} ${precision}\n${mismatches.join('\n')}`,
    );
  }
});
