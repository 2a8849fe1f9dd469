import assert from 'node:assert/strict';
import test from 'node:test';
import { readConfig } from './index.ts';

void test('an alias of nothing costs its own entry, and is reported with its line', () => {
  const { config, problems } = readConfig(
    `severity-floor: *z
soak-days: *y
ignore:
  - *x
  - rule: a
    reason: b
checks:
  tg-fail-open-policy: *w
  __proto__: *v
  aurora-alarm-restart: { enabled: false, reason: c }
`,
    '.errata-lens.yaml',
  );
  assert.deepEqual(
    config.ignore.map(({ rule, line }) => [rule, line]),
    [['a', 5]],
  );
  assert.deepEqual(Object.keys(config.checks), ['aurora-alarm-restart']);
  assert.deepEqual([config.severityFloor, config.soakDays], [null, null]);
  const lines = problems.map(({ text }) => ('line' in text.args ? text.args.line : null));
  for (const line of [1, 2, 4, 8, 9]) assert.ok(lines.includes(line));
});

void test('aliases of aliases are not multiplied', () => {
  const levels = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`);
  const { config, problems } = readConfig(
    `a0: &a0 [x, x]\n${levels.join('')}severity-floor: *a30\nignore: [{ rule: a, reason: b }]\n`,
    '.errata-lens.yaml',
  );
  assert.equal(config.severityFloor, null);
  assert.equal(config.ignore.length, 1);
  assert.ok(problems.some(({ text }) => text.key === 'config.misfit'));
});

void test('the keys of a set hold nothing', () => {
  const { config, problems } = readConfig('!!set\n? severity-floor\n? ignore\n', '.errata-lens.yaml');
  assert.deepEqual([config.severityFloor, config.ignore, problems], [null, [], []]);
});
