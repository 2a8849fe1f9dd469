import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { en } from '../../../src/l10n/index.ts';
import { ALERT_KINDS } from '../../../src/watch/alert.ts';
import { CHANNELS } from '../../../src/watch/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(ROOT, 'docs/watch.md'), 'utf8');

test('the guide names every kind of alert and every channel', () => {
  for (const name of [...ALERT_KINDS, ...CHANNELS]) assert.ok(guide.includes(`\`${name}\``), name);
});

test('the workflow of the guide is one, and its commands have only options that there are', () => {
  const source = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const workflow = parse(source) as {
    on: Record<string, unknown>;
    permissions: Record<string, string>;
    jobs: Record<string, { 'runs-on': string; steps: { uses?: string; run?: string }[] }>;
  };
  assert.deepEqual(Object.keys(workflow.on), ['schedule', 'pull_request']);
  assert.equal(workflow.permissions['security-events'], 'write');
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  assert.ok(steps.every(({ uses, run }) => (uses === undefined) !== (run === undefined)));
  const program = readFileSync(path.join(ROOT, 'src/cli/program.ts'), 'utf8');
  const commands = steps.flatMap(({ run = '' }) =>
    run.split('\n').filter((line) => line.includes('errata-lens ')),
  );
  assert.ok(commands.length >= 4);
  for (const [, option = ''] of commands.join('\n').matchAll(/(--[a-z-]+)/g)) {
    assert.ok(program.includes(`'${option}`), option);
  }
});

test('no message of the watch promises that nothing is wrong', () => {
  const words = Object.entries(en).filter(([key]) => key.startsWith('watch.'));
  assert.ok(words.length > 20);
  for (const [key, message] of words)
    assert.doesNotMatch(message.toString(), /\b(safe|0 bugs|no bugs)\b/i, key);
});
