import assert from 'node:assert/strict';
import test from 'node:test';
import { readConfig } from '../config/index.ts';
import { addAcceptedEntry } from './index.ts';

const ACCEPTANCE = {
  check: 'asg-group-metrics',
  resource: 'aws_autoscaling_group.web',
  reason: 'A dashboard of our own: it counts\ninstances',
  date: '2026-11-24',
};

test('writes the acceptance to a new file, which reads back', () => {
  const content = addAcceptedEntry('', ACCEPTANCE) ?? '';
  const { config, problems } = readConfig(content, '.errata-lens.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(config.accepted, [
    { ...ACCEPTANCE, reason: 'A dashboard of our own: it counts instances', line: 2 },
  ]);
});

test('keeps comments, other entries and other keys unchanged', () => {
  const before = [
    '# of the team',
    'accepted:',
    '  # agreed on Monday',
    '  - check: alb-access-logs',
    '    reason: cost # see the wiki',
    '    date: 2026-01-05',
    '',
    'severity-floor: medium # quiet',
    '',
  ].join('\n');
  const after = addAcceptedEntry(before, ACCEPTANCE) ?? '';
  const { config, problems } = readConfig(after, '.errata-lens.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(
    config.accepted.map(({ check }) => check),
    ['alb-access-logs', 'asg-group-metrics'],
  );
  assert.equal(config.severityFloor, 'medium');
  for (const line of before.split('\n')) assert.ok(after.includes(line), line);
});

test('returns nothing for a list on one line: the user edits it', () => {
  assert.equal(addAcceptedEntry('accepted: []\n', ACCEPTANCE), null);
  assert.equal(addAcceptedEntry('- not a map\n', ACCEPTANCE), null);
});
