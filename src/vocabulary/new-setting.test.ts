import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

test('a new row is read in every format, shown in the words of its tool and written by an edit', async () => {
  const worker = new Worker(
    path.resolve(import.meta.dirname, '../../test/support/threads/new-setting-worker.ts'),
  );
  const [message] = (await once(worker, 'message')) as [string];
  assert.equal(message, 'read, shown and written');
});
