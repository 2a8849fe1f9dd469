import assert from 'node:assert/strict';
import test from 'node:test';
import { meetsFailOn, type Finding } from '../../../model/index.ts';

const finding = (
  urgent: number,
  advice: string | null,
  alsoRules?: readonly string[],
): Parameters<typeof meetsFailOn>[0] => ({
  severity: 'high',
  bugs: {
    counts: { urgent, ordinary: 60, minor: 10 },
    advice: advice === null ? null : { stay: false, now: { version: advice }, destination: null },
  } as Finding['bugs'],
  ...(alsoRules && { alsoRules }),
});

test('fails a run at high for an urgent finding or one with a next step', () => {
  assert.equal(meetsFailOn(finding(0, null), 'high'), false);
  assert.equal(meetsFailOn(finding(0, null), 'medium'), true);
  assert.equal(meetsFailOn(finding(1, null), 'high'), true);
  assert.equal(meetsFailOn(finding(0, '3.10.6'), 'high'), true);
  assert.equal(meetsFailOn(finding(0, null, ['end-of-support']), 'high'), true);
});
