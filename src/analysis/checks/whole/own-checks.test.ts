import assert from 'node:assert/strict';
import test from 'node:test';
import { checklistOf, CHECKS, THRESHOLDS } from '../../index.ts';
import { readConfig } from '../../../config/index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import { sourceOfCheck } from '../../../../test/support/checks/check-source.ts';
import { CATALOGUE, inventoryOf, rowOf, TODAY } from '../../../../test/support/checks/checklist.ts';

const GROUP = inventoryOf(
  'tf',
  'resource "aws_autoscaling_group" "web" {\n name = "web"\n max_size = 2\n health_check_type = "ELB"\n health_check_grace_period = 60\n}',
);
const problemsOf = (yaml: string): string[] => {
  const { config, problems } = readConfig(yaml, '.errata-lens.yaml');
  const own = checklistOf(CATALOGUE, GROUP, config, { today: TODAY }).problems;
  for (const { text } of [...problems, ...own]) assert.notEqual(say(text, 'ja'), say(text, 'en'));
  return [...problems, ...own].map(({ text }) => say(text, 'en'));
};
const graceRow = (yaml: string) =>
  rowOf(GROUP, 'asg-elb-health-grace', { config: readConfig(yaml, '.errata-lens.yaml').config });

test('disables a check or changes its level or threshold, and states the reason', () => {
  const entry = (line: string): string => `checks:\n  asg-elb-health-grace:\n    ${line}\n    reason: ours\n`;
  const off = graceRow(entry('enabled: false'));
  assert.equal(off.answer, 'not-applicable');
  for (const language of LANGUAGES) assert.match(say(off.evidence, language), /ours/);
  assert.equal(graceRow(entry('level: could')).level, 'could');
  assert.equal(graceRow(entry('thresholds: { grace: 30 }')).answer, 'pass');
  assert.equal(graceRow(entry('thresholds: { grace: 90 }')).answer, 'fail');
});

test('reports an entry without a reason with its line, and ignores it', () => {
  for (const reason of ['', '    reason: ""\n', '    reason:\n']) {
    const yaml = `checks:\n  asg-elb-health-grace:\n    enabled: false\n${reason}`;
    assert.equal(graceRow(yaml).answer, 'fail');
    assert.deepEqual(problemsOf(yaml), [
      'Line 2: this entry of “checks.asg-elb-health-grace” is not used: it gives no reason. Add “reason:” and say why.',
    ]);
  }
});

test('reports an unknown check or threshold', () => {
  assert.deepEqual(
    problemsOf(`checks:
  asg-grace: { enabled: false, reason: ours }
  asg-elb-health-grace: { thresholds: { seconds: 1 }, reason: ours }
accepted:
  - { check: no-such-check, reason: ours, date: 2026-11-01 }
  - { check: check/replacement-loop, reason: ours, date: 2026-11-01 }
`).map((problem) => problem.split(':').slice(0, 2).join(':')),
    [
      'Line 2: there is no check “asg-grace”',
      'Line 3: the check “asg-elb-health-grace” has no threshold “seconds”. It has',
      'Line 5: there is no check “no-such-check”',
    ],
  );
});

test('offers exactly the thresholds that checks use', () => {
  const asked = CHECKS.flatMap(({ id }): [string, string[]][] => {
    const source = sourceOfCheck(id);
    const names = [...source.matchAll(/threshold\('(\w+)'/g)].map(([, name = '']) => name);
    return names.length === 0 ? [] : [[id, names]];
  });
  assert.deepEqual(THRESHOLDS, Object.fromEntries(asked));
});
