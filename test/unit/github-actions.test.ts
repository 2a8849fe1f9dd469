import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkflows, runSteps } from '../support/workflows.ts';

const workflows = readWorkflows();

test('the guide has three workflows, with no more rights than they use', () => {
  assert.deepEqual(
    workflows.map(({ on, permissions }) => [typeof on === 'string' ? on : Object.keys(on), permissions]),
    [
      [['schedule', 'push'], { contents: 'read', 'security-events': 'write' }],
      ['pull_request', { contents: 'read', 'pull-requests': 'write' }],
      [['schedule'], { contents: 'read', issues: 'write' }],
    ],
  );
});

test('nothing from outside becomes part of a command', () => {
  const commands = workflows.flatMap(runSteps).map(({ run }) => run);
  assert.ok(commands.length >= 8);
  for (const run of commands) assert.doesNotMatch(run, /\$\{\{/);
});

test('what is uploaded is what was written', () => {
  const [scan] = workflows;
  const uploaded = JSON.stringify(scan).includes('${{ runner.temp }}/errata-lens.sarif');
  const written =
    scan && runSteps(scan).some(({ run }) => run.includes('> "$RUNNER_TEMP/errata-lens.sarif"'));
  assert.deepEqual([uploaded, written], [true, true]);
});
