import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

test('a new row is enough to read a setting in every format, show its name and edit it', async () => {
  const worker = new Worker(
    path.resolve(import.meta.dirname, '../../test/support/threads/new-setting-worker.ts'),
  );
  const [message] = (await once(worker, 'message')) as [string];
  assert.equal(message, 'read, shown and written');
});
