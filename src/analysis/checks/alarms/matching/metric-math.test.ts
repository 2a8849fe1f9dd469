import assert from 'node:assert/strict';
import test from 'node:test';
import { metricOfBand, valueOfExpression } from './metric-math.ts';

const VALUES: Readonly<Record<string, number>> = { m1: 100, m2: 50, zero: 0 };
const value = (expression: string): number | null =>
  valueOfExpression(expression, (id) => VALUES[id] ?? null);

test('evaluates an expression of metric math from its metrics', () => {
  for (const [expression, expected] of [
    ['m1', 100],
    ['m1 * 0', 0],
    ['m1 / m2 * 100', 200],
    ['m1 + m2 - 2 ^ 3', 142],
    ['-(m1 - 1)', -99],
    ['SUM([m1, m2])', 150],
    ['MAX([m1,m2]) - MIN([m1,m2])', 50],
    ['AVG([m1, m2])', 75],
    ['IF(m1 > 90, 1, 0)', 1],
    ['IF(m1 > 90 AND m2 > 90, 1, 0)', 0],
    ['FILL(m1, 0)', 100],
    ['other * 0', 0],
  ] as const)
    assert.equal(value(expression), expected, expression);
});

test('returns no value for unreadable expressions and unknown metrics', () => {
  for (const expression of [
    'other + 1',
    'm1 / zero',
    'RATE(m1)',
    'SEARCH("{AWS/RDS} x", "Sum", 60)',
    'm1 +',
    '(m1',
    'm1 m2',
    '',
    '('.repeat(500),
    `${'m1 + '.repeat(400)}m1`,
    '-'.repeat(1000),
  ])
    assert.equal(value(expression), null, expression.slice(0, 30));
});

test('finds the metric of an anomaly detection band', () => {
  assert.equal(metricOfBand('ANOMALY_DETECTION_BAND(m1, 2)'), 'm1');
  assert.equal(metricOfBand('m1 * 2'), null);
});
