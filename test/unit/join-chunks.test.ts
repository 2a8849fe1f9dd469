import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinChunks } from '../../scripts/lib/join-chunks.ts';

test('a start whose module is not built is said, and nothing is joined without it', async () => {
  await assert.rejects(
    joinChunks({ inputs: {}, outputs: {} }, [['src/gone.ts']], {}),
    /^Error: src\/gone\.ts starts something and is not built as a file of its own$/,
  );
});
