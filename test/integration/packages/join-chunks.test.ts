import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinChunks } from '../../../scripts/bundles/join-chunks.ts';

test('a start without a file of its own is an error', async () => {
  await assert.rejects(
    joinChunks({ inputs: {}, outputs: {} }, [['src/gone.ts']], {}),
    /^Error: src\/gone\.ts is a start, but has no file of its own\.$/,
  );
});
