import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { lateProgress, showWhileSilent } from './late-progress.ts';
import { say, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';

function terminal(showsProgress: boolean): {
  lines: string[];
  showsProgress: boolean;
  progress(message: Text): void;
} {
  const lines: string[] = [];
  return { lines, showsProgress, progress: (message) => lines.push(say(message, 'en')) };
}
const reading = (files: number): Text => text('scan.reading', { files });

test('shows a progress line only if the work takes long, and then updates it', async () => {
  const quick = terminal(true);
  const done = lateProgress(quick, reading, 20);
  done.update?.(3);
  done.end();
  await pause(40);
  assert.deepEqual(quick.lines, []);

  const slow = terminal(true);
  const going = lateProgress(slow, reading, 10);
  going.update?.(5);
  await pause(40);
  going.update?.(900);
  going.end();
  assert.deepEqual(slow.lines, ['Reading files: 5', 'Reading files: 900']);
});

test('counts nothing without a terminal to show it', () => {
  assert.equal(lateProgress(terminal(false), reading).update, null);
});

test('shows progress of synchronous work as well', () => {
  const busy = terminal(true);
  const done = lateProgress(busy, reading, 0);
  done.update?.(7);
  done.end();
  assert.deepEqual(busy.lines, ['Reading files: 7']);
});

test('shows a progress line after a command has written nothing for a while', async () => {
  const silent = { ...terminal(true), hasWritten: () => false };
  showWhileSilent(silent, 1);
  const speaking = { ...terminal(true), hasWritten: () => true };
  showWhileSilent(speaking, 1);
  const unseen = { ...terminal(false), hasWritten: () => false };
  showWhileSilent(unseen, 1);
  await pause(20);
  assert.deepEqual([silent.lines, speaking.lines, unseen.lines], [['Working …'], [], []]);
});
