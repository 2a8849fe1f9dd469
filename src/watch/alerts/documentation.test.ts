import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { en } from '../../l10n/en/index.ts';
import { ALERT_KINDS } from './alert.ts';
import { CHANNELS } from '../index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(ROOT, 'docs/watch.md'), 'utf8');

test('the guide names every kind of alert and every channel', () => {
  for (const name of [...ALERT_KINDS, ...CHANNELS]) assert.ok(guide.includes(`\`${name}\``), name);
});

test('no message of the watch promises that nothing is wrong', () => {
  const words = Object.entries(en).filter(([key]) => key.startsWith('watch.'));
  assert.ok(words.length > 20);
  for (const [key, message] of words)
    assert.doesNotMatch(message.toString(), /\b(safe|0 bugs|no bugs)\b/i, key);
});
